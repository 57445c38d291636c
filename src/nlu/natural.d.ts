/**
 * The two parts of `natural` that we use. Its main entry is never imported: it loads `.env`, prints, and drags
 * database clients along; its own typings come through that entry.
 */
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module "natural/lib/natural/stemmers/porter_stemmer_de.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
