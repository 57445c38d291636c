/** Whether a text answers a field. */
export type Checked =
  | { readonly ok: true; readonly value: string; readonly exact?: boolean }
  | {
      readonly ok: false;
      /** The text `form.fault.<fault>` of messages.yaml. */
      readonly fault: string;
      /** For its placeholders. */
      readonly values?: Readonly<Record<string, string>>;
      /** What was probably meant, to be confirmed. */
      readonly suggestion?: string;
      /** Days that may be meant, ISO dates. */
      readonly days?: readonly string[];
      /** It was meant as an answer, however wrong: not a question of the guest. */
      readonly attempt: boolean;
    };
