import type { DecisionInput } from "../conversation/input.js";
import type { ContactCard, Language } from "../vocabulary/index.js";

/** How the office is reached, as far as office.yaml says. */
export function contactCard(input: DecisionInput, language: Language): ContactCard {
  const value = (path: string): string | null => {
    const found = input.facts.value(path, language);
    return typeof found === "string" ? found : null;
  };
  return {
    kind: "contact",
    name: value("office.name") ?? "",
    address: value("office.address"),
    phone: value("office.phone"),
    email: value("office.email"),
    hours: value("office.today"),
  };
}
