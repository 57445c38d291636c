import { lineAt } from "./decode.js";
import { ExchangeFault } from "./fault.js";

/** What a walk through XML meets. Names come without their prefix. */
export type XmlEvent =
  | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const TAG = /<(\/?)([\w:.-]{1,200})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Walks through the XML that spreadsheets are made of ("ECMA-376, Office Open XML File Formats"): elements, attributes
 * and text in the order of the file. A document type is refused, so no entity can grow or fetch anything. Linear time.
 * @throws ExchangeFault where it is not well-formed
 */
export function* walkXml(xml: string, file: string): Generator<XmlEvent> {
  const broken = (at: number): ExchangeFault =>
    new ExchangeFault(
      file,
      `line ${lineAt(xml, at)}`,
      "this part of the spreadsheet is damaged.",
      "Open it in your spreadsheet program and save it anew as .xlsx.",
    );
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) yield { kind: "text", text: decodeEntities(xml.slice(at, end)) };
    if (tag < 0) break;
    if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag, broken);
    else if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag, broken);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag, broken);
      yield { kind: "text", text: xml.slice(tag + 9, at - 3) };
    } else {
      TAG.lastIndex = tag;
      const match = TAG.exec(xml);
      if (!match) throw broken(tag);
      const name = local(match[2] ?? "");
      const inside = match[3] ?? "";
      at = TAG.lastIndex;
      if (match[1] === "/") {
        if (open.pop() !== name) throw broken(tag);
        yield { kind: "close", name };
      } else {
        yield { kind: "open", name, attributes: attributesIn(inside) };
        if (inside.endsWith("/")) yield { kind: "close", name };
        else open.push(name);
      }
    }
  }
  if (open.length > 0) throw broken(xml.length);
}

/** Character references of XML as the characters themselves; what is none stays. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function attributesIn(written: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of written.matchAll(ATTRIBUTE))
    found.set(local(name), decodeEntities(double ?? single ?? ""));
  return found;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function after(xml: string, end: string, from: number, broken: (at: number) => ExchangeFault): number {
  const at = xml.indexOf(end, from);
  if (at < 0) throw broken(from);
  return at + end.length;
}
