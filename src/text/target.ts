import { readUrl } from "./url.js";

/** `{office.link}`: letters, digits, `-` and `_`, parts joined by dots. */
const VARIABLE = /\{([A-Za-z][\w-]*(?:\.[\w-]+)*)\}/gu;

/** A fresh expression that finds variables; its first group is the path. */
export function variable(): RegExp {
  return new RegExp(VARIABLE);
}

/**
 * A link target that may be shown, or undefined where it is unsafe or no absolute address.
 * Only http, https, mailto and tel pass: an allow-list, because browsers read `java\tscript:` and the like as code.
 */
export function safeTarget(url: string): string | undefined {
  const target = url.trim();
  if (hasControls(target)) return undefined;
  const scheme = /^([a-z]+):/iu.exec(target)?.[1]?.toLowerCase();
  if (scheme === "tel") {
    const number = target.slice(4).replace(/[^\d+*#;=,a-z-]/giu, "");
    return /\d/u.test(number) ? `tel:${number}` : undefined;
  }
  if (scheme === "mailto") return /^mailto:[^\s<>"]+@[^\s<>"]+$/iu.test(target) ? target : undefined;
  if (scheme !== "http" && scheme !== "https") return undefined;
  if (!readUrl(target)) return undefined;
  return target.replace(/[\s<>"'`\\]/gu, (character) => encodeURIComponent(character).replace("'", "%27"));
}

/** Whether a target of a template may become safe: it is safe already, or has a variable that decides it later. */
export function possibleTarget(url: string): string | undefined {
  const target = url.trim();
  if (!variable().test(target)) return safeTarget(target);
  const fixed = /^(?:https?:|mailto:|tel:|\{)/iu.test(target);
  return fixed && !hasControls(target) && !/\s/u.test(target) ? target : undefined;
}

function hasControls(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(value);
}
