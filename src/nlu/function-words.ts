import { words } from "./normalise.js";

/**
 * Words that say nothing of the topic: a message with no others is not about anything we know.
 * They are features all the same, because they decide between sibling intents ("vor" or "nach" the trip).
 */
export function isFunctionWord(word: string): boolean {
  return GERMAN.has(word) || ENGLISH.has(word) || /^\p{N}$/u.test(word);
}

/** The language of sentences by the function words in them; German where they do not tell. */
export function languageOf(sentences: readonly string[]): "de" | "en" {
  let balance = 0;
  for (const sentence of sentences) {
    for (const word of words(sentence)) balance += Number(GERMAN.has(word)) - Number(ENGLISH.has(word));
  }
  return balance < 0 ? "en" : "de";
}

const GERMAN: ReadonlySet<string> = new Set(
  words(
    `
  der die das den dem des ein eine einer eines einem einen kein keine keinen keiner keinem
  ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man jemand
  mein meine meinen meinem meiner dein deine deinen unser unsere unseren unserem unserer euer eure ihre ihren ihrem ihrer sein seine
  und oder aber denn sondern doch als wie wenn ob dass weil damit dafür davon dazu dabei daran darauf daraus darum
  dies diese dieser diesen diesem dieses jene jener alle alles allem allen jeder jede jedes jeden etwas was nichts mal
  in im ins an am auf aus bei beim bis durch für gegen mit nach ohne über um unter von vom vor zu zum zur zwischen seit während wegen
  wer wen wem wessen wo woher wohin wann warum wieso weshalb welche welcher welches welchen welchem wieviel
  ist sind bin bist war waren wäre wird werden wurde würde würden haben habe hab hat hast hatte hätte hätten
  kann kannst können könnt könnte könnten muss müssen musst müsst soll sollte sollen will willst wollen wollte möchte möchten darf dürfen
  mag machen mache macht gibt gibts gib geht gehts tun tut bitte ja nein nicht nur noch nun schon sehr so auch da dann dort
  hier jetzt immer wieder eigentlich eben gerade also etwa irgendwie irgendwo irgendwas irgendein irgendeine viel viele mehr
  ganz einfach ok okay gern gerne heute sagen sag frage fragen wissen weiss brauche brauchen braucht brauch kriege kriegen bekomme bekommen
  finde finden kommt komme kommen lassen lass los weg rein raus her hin wäre vielleicht überhaupt ach oh hm äh
  `.replaceAll("\n", " "),
  ),
);

const ENGLISH: ReadonlySet<string> = new Set(
  words(
    `
  a an the this that these those i you he she it we they me him her us them my your his its our their mine yours
  and or but if then else because so than as of at by for with about into through to from in out on off over under up down
  what which who whom whose when where why how is are am was were be been being do does did doing done have has had having
  can could will would shall should may might must ll ve re s t d m im ive id youre theres whats hows
  dont doesnt didnt cant wont isnt arent not no nor yes ok okay please
  there here now just also too very much many more most some any all each every other another such only own same
  get got give gives tell let lets want wanna need needs like know go going make makes take something anything somebody anyone
  one oh um well
  `.replaceAll("\n", " "),
  ),
);
