/** What the operators' log is told of an error: its name and not its message, which may quote what a guest wrote. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
