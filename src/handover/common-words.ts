/** Words, folded, that are no part of a name however they are written: they begin sentences, greet, ask. */
export const COMMON: ReadonlySet<string> = new Set(
  `
  ich wir du ihr er sie es man mich mir uns euch ihnen ihn ihm sich wer was wie wo wann warum welche welcher welches wozu
  mein meine meiner meinem meinen meines unser unsere unserer unserem unseren dein deine ihre ihrer ihrem ihren seine
  der die das den dem des ein eine einer einem einen eines kein keine keiner keinen dies diese dieser dieses diesen
  und oder aber denn sondern weil dass ob wenn als da damit also auch noch schon nur sehr so zu zum zur hier dort jetzt
  in im an am auf aus bei beim bis durch fuer gegen mit nach ohne seit ueber um unter vom von vor wegen zwischen ab
  bin ist sind seid war waren habe hab haben hat hatte haette haetten werde wird werden wurde wuerde wuerden
  will wollen wollte moechte moechten kann koennen koennte koennten muss muessen muß soll sollen sollte darf duerfen
  brauche brauchen braucht benoetige suche suchen sucht suchst plane planen macht mache machen gibt gibts geht gehts
  gruende gruenden eroeffne eroeffnen kostet kosten heisse heisst heissen komme kommen kommt arbeite betreibe fuehre
  heute morgen gestern uebermorgen demnaechst bald gerade eigentlich leider vielleicht evtl bitte danke vielen dank
  ja nein nicht nichts doch mal eben ganz egal anders neu neue neuer neuen neues kleine kleiner kleinen kleines
  eigene eigenen eigener bestehende bestehenden bestehender erste ersten alle viele mehr
  hallo hi hey moin servus guten gute gutentag tag abend mahlzeit gruess gott sehr geehrte geehrter damen herren liebe
  lieber frage fragen kurze betreff re fw wg mfg lg vg gruss gruesse gruessen freundlichen freundliche beste besten
  zb z.b bzw usw etc ca nr tel telefon fax mail email e-mail adresse anschrift handy mobil plz
  i we you he she it they me us them my our your his her their who what how where when why which
  the a an this that these those and or but because if as so also still only very here there now
  in at on from to with without for of by about until till before after since between
  am are is was were be been have has had will would can could may must should shall do does did need needs want
  wants like looking hello dear sir madam good morning afternoon evening thanks thank please yes no not sorry regards
  called named i'm im we're we'd i'd i've we've it's what's let's today tomorrow yesterday
  `
    .trim()
    .split(/\s+/),
);

/** What stands behind a number where it counts or measures. */
export const UNITS: ReadonlySet<string> = new Set(
  `
  euro eur € % prozent percent tausend tsd mio million millionen mrd dollar stueck stk uhr h std stunden minuten pm am
  qm m2 m² quadratmeter quadratmetern meter metern m km kilometer kilometern kg kilo tonnen t liter kw kwh watt
  mitarbeiter mitarbeitern mitarbeitende mitarbeitenden mitarbeiterinnen beschaeftigte beschaeftigten angestellte leute
  leuten personen menschen mann kunden besucher besuchern gaeste gaesten nutzer follower einwohner einwohnern einwohnerinnen
  teilnehmer artikel artikeln exemplare exemplaren produkte produkten fahrzeuge fahrzeugen paletten pakete paketen
  tag tage tagen woche wochen monat monate monaten jahr jahre jahren unternehmen betriebe betrieben firmen
  euros employees people staff customers visitors days weeks months years square sqm o'clock
  `
    .trim()
    .split(/\s+/),
);
