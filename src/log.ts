import pino from "pino";
import type { LogLevel } from "./config.js";
import type { Log } from "./vocabulary/index.js";

export interface LogOptions {
  /** Values that must never appear, wherever they stand: see `secretValues` of config.ts. */
  readonly secrets?: readonly string[];
  /** Takes each line with its line end. Default: standard error, as JSON, or readable where that is a terminal. */
  readonly write?: (line: string) => void;
}

/**
 * The operators' log: one JSON object a line with level, time, msg and details.
 * Of an error only name, message and code are written: a stack or a driver's own fields may hold a guest's words.
 */
export function createLog(level: LogLevel, options: LogOptions = {}): Log {
  const secrets = [...new Set(options.secrets)]
    .filter((secret) => secret !== "")
    .sort((a, b) => b.length - a.length);
  const conceal = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  const logger = pino(
    {
      level,
      base: null,
      nestedKey: "details",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: named },
      // pino would treat the key `err` in its own way, and add type and stack
      serializers: { err: (value: unknown) => value },
    },
    options.write === undefined ? standardError() : { write: options.write },
  );
  const at =
    (method: "info" | "warn" | "error"): Log["info"] =>
    (what, details = {}) => {
      if (logger.isLevelEnabled(method)) logger[method](loggable(details, conceal), conceal(what));
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

function named(level: string): { level: string } {
  return { level };
}

function standardError(): pino.DestinationStream {
  const stream = pino.destination({ fd: 2, sync: true });
  if (!process.stderr.isTTY) return stream;
  return { write: (line) => stream.write(readable(line)) };
}

/** A line for people at a terminal. */
function readable(line: string): string {
  const { level, msg, details } = JSON.parse(line) as { level: string; msg: string; details?: object };
  const more = details !== undefined && Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : "";
  return `${`${level}: ${msg}${more}`.replace(/\p{Cc}/gu, " ")}\n`;
}

const DEEPEST = 6;

/** A copy that JSON can hold and that has no secret in it; a log line must never be the thing that fails. */
function loggable(value: unknown, conceal: (text: string) => string, depth = 0): unknown {
  if (typeof value === "string") return conceal(value);
  if (value === null || typeof value === "boolean" || value === undefined) return value;
  if (typeof value !== "object") return asNumberOrText(value, conceal);
  if (depth >= DEEPEST) return "...";
  try {
    if (value instanceof Error) return errorParts(value, conceal);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (Array.isArray(value)) return value.map((entry) => loggable(entry, conceal, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [conceal(key), loggable(entry, conceal, depth + 1)]),
    );
  } catch {
    return "(unreadable)";
  }
}

function asNumberOrText(value: unknown, conceal: (text: string) => string): number | string {
  const text = String(value);
  const concealed = conceal(text);
  return typeof value === "number" && concealed === text ? value : concealed;
}

function errorParts(error: Error, conceal: (text: string) => string): object {
  const code = "code" in error ? { code: conceal(String(error.code)) } : {};
  return { name: conceal(String(error.name)), message: conceal(String(error.message)), ...code };
}
