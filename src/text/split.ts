import type { Block, Inline, RichText } from "../vocabulary/index.js";
import { joined, text } from "./build.js";
import { plain } from "./plain.js";

/**
 * Cuts rich text into pieces that each measure at most `limit`: between blocks, else list items, else sentences,
 * else words, and inside a word only if that alone is longer. Nothing is lost or doubled but white space at a cut.
 * A link is never cut, so a link longer than the limit makes a piece that is too long. Empty text has no pieces.
 *
 * @param limit in the unit of `measure`.
 * @param measure size of a piece on the platform; must not shrink when text is added. Default: UTF-16 units of the plain form.
 */
export function split(
  content: RichText,
  limit: number,
  measure: (piece: RichText) => number = (piece) => plain(piece).length,
): RichText[] {
  const fits = (piece: RichText): boolean => measure(piece) <= limit;
  if (content.length > 0 && fits(content)) return [content];
  return packed(content, fits, (block) => {
    if (block.type === "paragraph") return paragraphs(block.children, fits);
    return listPieces(block.items, block.ordered, fits);
  });
}

/** Puts as many blocks as fit into each piece; `cut` takes a block apart that is too long even alone. */
function packed(
  content: RichText,
  fits: (piece: RichText) => boolean,
  cut: (block: Block) => Block[],
): RichText[] {
  const pieces: Block[][] = [];
  const put = (block: Block): void => {
    const open = pieces.at(-1);
    if (open !== undefined && fits([...open, block])) open.push(block);
    else pieces.push([block]);
  };
  for (const block of content) {
    const room = fits([...(pieces.at(-1) ?? []), block]) || fits([block]);
    for (const part of room ? [block] : cut(block)) put(part);
  }
  return pieces;
}

// A list that goes on in the next piece would count from one again there, and an item that goes on would get a
// second bullet. So later ordered items become paragraphs that carry their number, and the rest of an item has none.
function listPieces(
  items: readonly (readonly Inline[])[],
  ordered: boolean,
  fits: (piece: RichText) => boolean,
): Block[] {
  const parts: Block[] = [];
  let open: (readonly Inline[])[] = [];
  const list = (entries: readonly (readonly Inline[])[]): Block => ({
    type: "list",
    ordered,
    items: entries,
  });
  const close = (): void => {
    if (open.length > 0) parts.push(list(open));
    open = [];
  };
  for (const [index, item] of items.entries()) {
    const room = fits([list([...open, item])]);
    const numbered = ordered && index > 0 && (parts.length > 0 || !room);
    if (room && !numbered) {
      open.push(item);
      continue;
    }
    close();
    if (numbered) {
      parts.push(...paragraphs([text(`${index + 1}. `), ...item], fits));
    } else if (fits([list([item])])) {
      open = [item];
    } else {
      const asBlock = (children: readonly Inline[], first: boolean): Block =>
        first ? list([children]) : { type: "paragraph", children };
      const [first = [], ...rest] = cutInlines(item, (children, index) =>
        fits([asBlock(children, index === 0)]),
      );
      parts.push(list([first]), ...rest.map((children) => asBlock(children, false)));
    }
  }
  close();
  return parts;
}

function paragraphs(children: readonly Inline[], fits: (piece: RichText) => boolean): Block[] {
  const block = (part: readonly Inline[]): Block => ({ type: "paragraph", children: part });
  return cutInlines(children, (part) => fits([block(part)])).map(block);
}

/** The smallest part that stays together: a word with the space behind it, a link, a line break. */
interface Atom {
  readonly node: Inline;
  /** Bold and italic around it, outermost first; the same object where it was the same mark. */
  readonly marks: readonly (Inline & { type: "bold" | "italic" })[];
  readonly endsSentence: boolean;
}

/** `fits` is told how many parts there are already: the first may have less room than those after it. */
function cutInlines(
  children: readonly Inline[],
  fits: (part: readonly Inline[], index: number) => boolean,
): Inline[][] {
  const parts: Inline[][] = [];
  let rest = atoms(children, []);
  while (rest.length > 0) {
    const most = mostThatFit(rest, (some) => fits(rebuilt(some), parts.length));
    const [first] = rest;
    const inside = most === 0 && first !== undefined ? letters(first) : [];
    if (inside.length > 1) {
      rest = [...inside, ...rest.slice(1)];
      continue;
    }
    const end = most === rest.length ? most : sentenceEnd(rest, Math.max(most, 1));
    const part = rebuilt(rest.slice(0, end));
    if (part.length > 0) parts.push(part);
    rest = rest.slice(end);
  }
  return parts;
}

/** The largest count of leading atoms that fits, by halving: measuring is the expensive part. */
function mostThatFit(all: readonly Atom[], fits: (some: readonly Atom[]) => boolean): number {
  let low = 0;
  let high = 1;
  while (high <= all.length && fits(all.slice(0, high))) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, all.length + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(all.slice(0, middle))) low = middle;
    else high = middle;
  }
  return low;
}

function sentenceEnd(all: readonly Atom[], most: number): number {
  for (let end = most; end > 0; end -= 1) if (all[end - 1]?.endsSentence) return end;
  return most;
}

function atoms(children: readonly Inline[], marks: Atom["marks"]): Atom[] {
  return children.flatMap((node): Atom[] => {
    if (node.type === "bold" || node.type === "italic") return atoms(node.children, [...marks, node]);
    if (node.type !== "text") return [{ node, marks, endsSentence: node.type === "break" }];
    return (node.text.match(/\s+|\S+\s*/gu) ?? []).map((word) => ({
      node: text(word),
      marks,
      endsSentence: endsSentence(word),
    }));
  });
}

/** A full stop after a number or a short word may be a date or an abbreviation ("24. November", "z. B."). */
function endsSentence(word: string): boolean {
  const bare = word.trimEnd();
  // Only the end is looked at: over a whole word of 100,000 letters the expression takes quadratic time.
  return bare !== word && /(?:[!?…]|\p{L}{4}\.|\p{L}\)\.)["'“”»«)\]]*$/u.test(bare.slice(-12));
}

// Not Intl.Segmenter: each of its segments keeps a copy of the whole input, and 50,000 letters in a row end the
// process for want of memory (seen on Node 20). A letter here is a code point with its marks, an emoji with all
// that is joined to it, or a flag.
const LETTER = /(?:\p{RI}{2}|.)(?:\p{M}|\p{EMod}|[\u{E0020}-\u{E007F}]|\u200d.?)*/gsu;

function letters({ node, marks }: Atom): Atom[] {
  if (node.type !== "text") return [];
  return (node.text.match(LETTER) ?? []).map((letter) => ({
    node: text(letter),
    marks,
    endsSentence: false,
  }));
}

/** Atoms as a tree again, with white space off both ends, also from within bold and italic. */
function rebuilt(all: readonly Atom[]): Inline[] {
  const shown = (atom: Atom): boolean =>
    atom.node.type === "text" ? atom.node.text.trim() !== "" : atom.node.type !== "break";
  const kept = all.slice(Math.max(all.findIndex(shown), 0), all.findLastIndex(shown) + 1);
  const last = kept.at(-1);
  if (last?.node.type === "text") kept[kept.length - 1] = { ...last, node: text(last.node.text.trimEnd()) };
  return nested(kept, 0);
}

function nested(all: readonly Atom[], depth: number): Inline[] {
  const result: Inline[] = [];
  for (let start = 0; start < all.length; ) {
    const mark = all[start]?.marks[depth];
    let end = start + 1;
    while (end < all.length && all[end]?.marks[depth] === mark && mark !== undefined) end += 1;
    const group = all.slice(start, end);
    if (mark === undefined) result.push(...group.map((atom) => atom.node));
    else result.push({ type: mark.type, children: nested(group, depth + 1) });
    start = end;
  }
  return joined(result);
}
