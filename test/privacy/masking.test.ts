import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask } from "../../src/privacy/masking.js";

describe("masking", () => {
  it.each([
    ["info@example.org", "[E-Mail]"],
    ["Mail an max.muster+neu@büro.example.org, danke", "Mail an [E-Mail], danke"],
    ["mailto:a&b_c@ex-ample.co.uk.", "mailto:[E-Mail]."],
    ["<a@b.de>,c@d.de", "<[E-Mail]>,[E-Mail]"],
    ["max (at) firma (punkt) de", "[E-Mail]"],
    ["max[at]firma.de", "[E-Mail]"],
    [`${"x".repeat(70)}@firma.de`, "[E-Mail]"],
  ])("takes out the e-mail address in %j", (text, expected) => {
    expect(mask(text)).toEqual({ text: expected, found: ["email"] });
  });

  it.each([
    ["0800 4 5555 20", "[Telefon]"],
    ["Tel. 030/123 456-78", "Tel. [Telefon]"],
    ["(0234) 123456", "[Telefon]"],
    ["0234-1234567", "[Telefon]"],
    ["0234 / 12 34 56 - 0", "[Telefon]"],
    ["0 30 / 12 34 56", "[Telefon]"],
    ["01761234567", "[Telefon]"],
    ["0176.123.45.67", "[Telefon]"],
    ["+49 30 123456", "[Telefon]"],
    ["+49 (0)30 123-45", "[Telefon]"],
    ["+49(30)1234567", "[Telefon]"],
    ["0049 30 1234567", "[Telefon]"],
    ["+43 1 5123456 und +41 44 668 18 00", "[Telefon] und [Telefon]"],
    ["+1 (555) 010-9999", "[Telefon]"],
    ["030\u00a0123\u202f456 – 78", "[Telefon]"],
    ["Tel.: 910 4711", "Tel.: [Telefon]"],
    ["meine Handynummer ist 91047 11", "meine Handynummer ist [Telefon]"],
    ["Rückruf bitte: 0234 123456/0176 1234567", "Rückruf bitte: [Telefon]/[Telefon]"],
    ["0211 123456 0157 1234567", "[Telefon] [Telefon]"],
    ["PLZ 44787 0234 123456", "PLZ 44787 [Telefon]"],
    ["am 01.02.2027 0234 123456", "am 01.02.2027 [Telefon]"],
    ["0234 123456 01.01.2027", "[Telefon] 01.01.2027"],
    ["Kosten 500. 030 1234567", "Kosten 500. [Telefon]"],
    ["tel:+492341234567", "tel:[Telefon]"],
    ["0234 123456. Danke", "[Telefon]. Danke"],
    // Reads like an area code and a number, though it may be two postcodes: better masked than kept.
    ["01067/01069", "[Telefon]"],
  ])("takes out the telephone number in %j", (text, expected) => {
    expect(mask(text)).toEqual({ text: expected, found: ["phone"] });
  });

  it.each([
    ["DE89 3704 0044 0532 0130 00", "[IBAN]", "iban"],
    ["iban de89370400440532013000 bitte", "iban [IBAN] bitte", "iban"],
    ["nr 12 meine iban DE89 3704 0044 0532 0130 00 bitte 12", "nr 12 meine iban [IBAN] bitte 12", "iban"],
    ["AT61 1904 3002 3457 3201, GB82-WEST-1234-5698-7654-32", "[IBAN], [IBAN]", "iban"],
    ["NO93 8601 1117 947", "[IBAN]", "iban"],
    ["USt-IdNr. DE123456789", "USt-IdNr. [Steuernummer]", "tax-number"],
    ["DE 123 456 789", "[Steuernummer]", "tax-number"],
    ["ATU12345678 und CHE-123.456.789", "[Steuernummer] und [Steuernummer]", "tax-number"],
    ["21/815/08150", "[Steuernummer]", "tax-number"],
    ["St.-Nr. 133/8150/8159", "St.-Nr. [Steuernummer]", "tax-number"],
    ["Steuernummer: 93815/08152", "Steuernummer: [Steuernummer]", "tax-number"],
    ["Meine Steuernummer lautet 5133081508159.", "Meine Steuernummer lautet [Steuernummer].", "tax-number"],
    ["86 095 742 719", "[Steuernummer]", "tax-number"],
    ["Steuer-ID 65929970489", "Steuer-ID [Steuernummer]", "tax-number"],
    ["4111 1111 1111 1111", "[Karte]", "card"],
    ["4111-1111-1111-1111 123 12/27", "[Karte] 123 12/27", "card"],
    ["5555555555554444", "[Karte]", "card"],
    ["Amex 3782 822463 10005", "Amex [Karte]", "card"],
    ["2 4111 1111 1111 1111", "2 [Karte]", "card"],
  ])("takes out the number in %j", (text, expected, kind) => {
    expect(mask(text)).toEqual({ text: expected, found: [kind] });
  });

  it.each([
    "24./25. November",
    "50.700 EUR",
    "§ 19 UStG",
    "§§ 14, 55c GewO",
    "KfW 511/512",
    "01.01.2027",
    "1.1.27",
    "vom 01.01.2027-31.12.2027",
    "01.01.-31.12.2027",
    "01.01. bis 03.02.2027",
    "am 01.02. 2027",
    "01/02/2027",
    "2027-01-02T10:00",
    "9:00-12:00",
    "08:00 - 12:00 und 13:30-16:00",
    "geöffnet 0900-1200",
    "10115 Berlin",
    "01067 Dresden",
    "44787-44789 oder 44787/44789",
    "von 2020 bis 2027",
    "2026 2027 2028 2029",
    "1.050.070.000 EUR",
    "+1.250.000 Einwohner",
    "+ 1 250 000 €",
    "0,0512345 und 1,0512345",
    "0.5000000",
    "Aktenzeichen 2026-0012345",
    "HRB 12345, HRA 0815",
    "110, 112 und 115",
    "24/7, 365 Tage",
    "WZ 62.01.0 und Art. 6 Abs. 1",
    "ab 2027 gilt für 12 Betriebe die neue Regelung 2028",
    "es 20 Leute und 30 andere 40 noch 50 mehr",
    "Martin 12345678",
    "DE88 3704 1044 1532 1130 10",
    "86 195 742 718",
    "4111 1111 1111 1112",
    "@, a@b und @handle",
    "20 % von 1.000.000",
    "[E-Mail] [Telefon] [IBAN] [Steuernummer] [Karte]",
    "",
  ])("leaves %j as it is", (text) => {
    expect(mask(text)).toEqual({ text, found: [] });
  });

  it("names every kind once", () => {
    const text = "a@b.de, c@d.de, 0234 123456, DE89370400440532013000, 21/815/08150, 4111111111111111";
    expect(mask(text)).toEqual({
      text: "[E-Mail], [E-Mail], [Telefon], [IBAN], [Steuernummer], [Karte]",
      found: ["email", "iban", "tax-number", "card", "phone"],
    });
  });

  const fragments = fc.oneof(
    fc.constantFrom(
      "0234 123456",
      "+49",
      "0049",
      "DE89 3704 0044 0532 0130 00",
      "4111 1111 1111 1111",
      "Tel. ",
    ),
    fc.constantFrom(
      "max@firma.de",
      "@",
      "(at)",
      "DE",
      "21/815/08150",
      "01.01.2027",
      "Steuernummer ",
      " EUR",
      "[E-Mail]",
    ),
    fc.string({ unit: fc.constantFrom(..."0123456789012345 ./-+(),:@aé"), maxLength: 14 }),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );
  const texts = fc.array(fragments, { maxLength: 14 }).map((parts) => parts.join(""));

  it("masks the same twice as once, and lengthens a text only by its placeholders", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = mask(text);
        expect(mask(once.text).text).toBe(once.text);
        const placeholders = once.text.match(/\[(?:E-Mail|IBAN|Steuernummer|Karte|Telefon)\]/gu)?.length ?? 0;
        expect(once.text.length).toBeLessThanOrEqual(text.length + placeholders * "[Steuernummer]".length);
        expect(once.found.length === 0).toBe(once.text === text);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(["0234 123456", "max@firma.de", "DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111"])(
    "finds %j wherever it stands between words",
    (secret) => {
      const prose = fc.string({ unit: fc.constantFrom(..."abc äöü,;!?\n"), maxLength: 40 });
      fc.assert(
        fc.property(prose, prose, (before, after) => {
          expect(mask(`${before} ${secret} ${after}`).text).not.toContain(secret);
        }),
      );
    },
  );

  it("reads every character a bounded number of times, whatever the text", () => {
    // A quadratic expression would run for minutes here and meet the suite's time limit.
    for (const part of [
      "0",
      "0 ",
      "a",
      "a@",
      "a.",
      "DE12",
      "+49 ",
      "1/",
      "(",
      "b.b",
      "4111 ",
      "Tel ",
      "x (at) ",
      "01.01.",
      "-1",
      "e1 ",
    ]) {
      const text = part.repeat(100_000 / part.length);
      expect(typeof mask(`${text}!`).text).toBe("string");
      expect(typeof mask(`a@${text}!`).text).toBe("string");
    }
  });
});
