/** The languages in which the desk answers. German is the binding one. */
export type Language = "de" | "en";

/** The same thing in each language. */
export type Localised<T> = Readonly<Record<Language, T>>;
