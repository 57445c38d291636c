/**
 * What is read at most. All of it is far above what an office's FAQ comes to (the shipped one: 4,000 utterances, 1 MB)
 * and far below what would hurt the machine.
 */
export const MEGABYTE = 1024 * 1024;

/** Bytes of a file as it lies on disk. */
export const LARGEST_FILE = 20 * MEGABYTE;
/** Bytes that the files of an archive may come to once unpacked, counted while unpacking. */
export const LARGEST_UNPACKED = 64 * MEGABYTE;
/** Files in an archive or a folder. */
export const MOST_FILES = 5_000;
/** An archive that grows more than this is a bomb; text shrinks to about a tenth. Small files may: they are harmless. */
export const LARGEST_RATIO = 200;
/** Bytes below which the ratio says nothing. */
export const RATIO_FROM = MEGABYTE;
/** Rows of a table with something in them. */
export const MOST_ROWS = 50_000;
/** Columns of a table. */
export const MOST_COLUMNS = 500;
/** Characters of a cell: what Excel itself allows ("Excel specifications and limits"). */
export const LONGEST_CELL = 32_767;
/** Characters of an utterance, as in the format of faq/*.yaml. */
export const LONGEST_UTTERANCE = 1_000;
/** Characters of an answer's part, as in the format of faq/*.yaml. */
export const LONGEST_TEXT = 20_000;
/** Utterances of one language of an intent, as in the format of faq/*.yaml. */
export const MOST_UTTERANCES = 2_000;
/** Characters of a short answer in its plain form. */
export const SHORT_ANSWER = 600;
/** Bytes of a YAML or JSON file: they are held in memory as a tree many times as large. */
export const LARGEST_TREE = 4 * MEGABYTE;
