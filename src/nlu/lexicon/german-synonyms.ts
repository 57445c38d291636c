/**
 * German words and phrases that mean nearly the same in everyday questions. A group a line. In here belongs what the
 * same answer serves; not what a desk must tell apart (register and deregister, rent and buy, grant and loan, one
 * authority and another), no names of people or firms, and nothing local, which is for the office's own synonyms.
 */
export const GERMAN_SYNONYMS = `
wollen / will / willst / wollte / möchten / möchte / wünschen / hätte gern / würde gern
brauchen / brauche / benötigen / bedarf / nötig haben / erforderlich / notwendig / nötig
müssen / muss / musst / müsste / verpflichtet / pflicht / zwingend / obligatorisch / vorgeschrieben
dürfen / darf / darfst / dürfte / erlaubt / erlauben / gestattet / zulässig / erlaubnis
verboten / verbieten / untersagt / nicht erlaubt / nicht gestattet / verbot / unzulässig
können / kann / kannst / könnte / möglich / möglichkeit / geht das / machbar / imstande
fähigkeit / fähigkeiten / kompetenz / funktionen / was kannst du / was können sie
unmöglich / nicht möglich / nicht machbar / ausgeschlossen
helfen / hilft / hilfst / half / geholfen / hilfe / unterstützen / unterstützung / beistand / hilf / hilf mir
support / kundendienst / kundenservice / kundenbetreuung / kundensupport / helpdesk / hotline
problem / schwierigkeit / schwierigkeiten / ärger / probleme / schwierig / störung
fehler / error / fehlermeldung / bug / panne / macke
kaputt / defekt / funktioniert nicht / geht nicht / läuft nicht / klappt nicht / hinüber / im eimer / beschädigt
beschädigt / schaden / beschädigung / schäden / demoliert / ramponiert
absturz / abstürzen / abgestürzt / stürzt ab / hängt sich auf / eingefroren / reagiert nicht / friert ein
ausfall / ausgefallen / fällt aus / findet nicht statt
funktionieren / funktioniert / klappen / klappt / laufen / läuft / gehen / geht
reparieren / reparatur / instandsetzen / instandsetzung / in ordnung bringen / richten / flicken / wieder ganz machen / repariert
beheben / lösen / lösung / behoben / fixen / abhilfe
wartung / instandhaltung / pflege / inspektion
starten / beginnen / begonnen / beginnt / anfangen / anfängt / fängt an / angefangen / loslegen / losgehen / beginn / start / begann / gestartet
aufhören / hört auf / beenden / beendet / stoppen / stopp / abbrechen / bricht ab / abgebrochen / schluss machen / aufgehört / hör auf
stornieren / storno / stornierung / absagen / abgesagt / rückgängig machen / canceln / annullieren / abbestellen / storniert / sag ab
kündigen / kündigung / gekündigt / vertrag beenden / vertrag auflösen / austreten / austritt
kündigungsfrist / frist kündigung / kündigungszeitraum
widerruf / widerrufen / widerrufsrecht / vom vertrag zurücktreten / rücktritt
ändern / änderung / geändert / verändern / anpassen / anpassung / umändern / bearbeiten / modifizieren / abändern / ändere
wechseln / wechsel / gewechselt / tauschen / umstellen
umstellung / umstieg / migration / übergang
verschieben / verschoben / verlegen / umbuchen / umbuchung / vertagen / verschiebung / verlegt
aktualisieren / update / updaten / aktualisierung / auf neuesten stand / upgraden
löschen / gelöscht / entfernen / tilgen / wegmachen / rausnehmen / löschung / rauswerfen / entfernt
leeren / geleert / ausleeren / leer machen
hinzufügen / ergänzen / dazutun / zufügen / eintragen / aufnehmen / addieren / dazu packen / nachtragen / hinzugefügt / füge hinzu / eingetragen / ergänzt
anzeigen / zeigen / zeig mir / darstellen / vorführen / einblenden / präsentieren / gezeigt / angezeigt / zeigt an
ausblenden / verbergen / verstecken / verborgen / unsichtbar machen
suchen / suche / gesucht / nachschlagen / recherchieren / recherche / googeln / ausfindig machen
finden / findet / gefunden / auffinden / entdecken / stoßen auf / fand / findest
verlieren / verloren / verlust / abhanden gekommen / nicht mehr finden / verliert / verlor
fundbüro / fundsachen / verlorene sachen / fundstelle
fehlen / fehlt / fehlend / vermissen / nicht dabei / nicht vorhanden / gefehlt
speichern / abspeichern / gespeichert / sichern / sicherung / save / speicherst
sicherungskopie / backup / datensicherung / sicherheitskopie
wiederherstellen / wiederherstellung / wiederhergestellt / retten / zurückholen
kopieren / kopie / abschrift / duplizieren / vervielfältigen / duplikat
drucken / ausdrucken / ausdruck / gedruckt / print / druckt
drucker / laserdrucker / tintenstrahldrucker / multifunktionsgerät / printer
scannen / einscannen / scan / eingescannt / ablichten
senden / schicken / gesendet / versenden / zusenden / zuschicken / übermitteln / verschicken / gesandt / geschickt / sandte
erhalten / bekommen / bekommt / bekam / kriegen / kriegt / empfangen / empfängt / bekomme
eintreffen / ankommen / angekommen / eingetroffen / ankunft / ankommt / kommt an / kam an
abfahren / abfahrt / losfahren / fährt ab / abreisen / abreise / aufbrechen / abgefahren / fuhr ab
abfliegen / abflug / fliegt ab / abheben / abgeflogen
geben / gibt / gibst / gab / gegeben / überreichen / aushändigen
nehmen / nimmt / nimmst / nahm / genommen / greifen
bringen / brachte / gebracht / herbringen / vorbeibringen / mitbringen / bringt
holen / abholen / abholung / abgeholt / einsammeln / geholt / holt ab
machen / tun / tut / tat / getan / erledigen / gemacht
erstellen / anlegen / herstellen / erzeugen / verfassen / kreieren / generieren
bauen / errichten / konstruieren / bau / erbauen / gebaut
herstellung / produktion / produzieren / fertigung / fabrikation / fertigen
benutzen / nutzen / verwenden / gebrauchen / anwenden / nutzung / verwendung / einsetzen / gebrauch / benutzt / genutzt / verwendet
ausprobieren / probieren / testen / versuchen / versuch / antesten / erproben
prüfen / überprüfen / checken / kontrollieren / prüfung / kontrolle / nachprüfen / überprüfung / geprüft
bestätigen / bestätigung / zusage / zusagen / bekräftigen / bestätigt / bestätige
ablehnen / abgelehnt / ablehnung / zurückweisen / verweigern / absage / lehnt ab
annehmen / annahme / akzeptieren / akzeptiert / angenommen / nimmt an / nahm an
zustimmen / einwilligen / einwilligung / zustimmung / einverständnis / zugestimmt
wählen / wählt / auswählen / aussuchen / auswahl / ausgesucht / selektieren / gewählt / ausgewählt
entscheiden / entscheidung / entschieden / beschließen / entschluss / entschied
empfehlen / empfehlung / empfiehlt / empfiehlst / vorschlagen / vorschlag / schlägst vor / tipp / ratschlag / empfohlen / empfiehl / vorgeschlagen
raten / rätst / rät / rat geben / beraten / beratung / rat / berät / geraten
beratungsgespräch / beratungstermin / persönliche beratung
erklären / erläutern / erklärung / beschreiben / erläuterung / verklickern / klarmachen / erklärt
verstehen / versteht / verstanden / kapieren / begreifen / begriffen / nachvollziehen / raffen
bedeuten / bedeutung / heißt das / definition / was ist / sinn / steht für
erzählen / erzähl / berichten / schildern / bericht / erzählt
sagen / sagt / sagst / mitteilen / verraten / äußern / bescheid geben
fragen / frage / anfragen / anfrage / erkundigen / nachfragen / nachhaken / rückfrage / gefragt
antworten / antwort / beantworten / erwidern / reagieren / rückmeldung / geantwortet
informieren / information / info / infos / auskunft / auskünfte / informationen / angaben / informiert
benachrichtigen / benachrichtigung / bescheid sagen / mitteilung / notification / push / benachrichtigt
einzelheiten / details / näheres / genaueres / mehr dazu
wissen / weiß / weißt / wusste / kenntnis / ahnung haben / bescheid wissen
kennen / kennst / kannte / gekannt / bekannt / schon mal gehört
kennenlernen / kennengelernt / bekanntschaft machen / vorstellen / lernte kennen
denken / denkt / dachte / gedacht / überlegen / nachdenken / grübeln / denkst
glauben / vermuten / annehmen dass / vermutung / schätze
meinen / meinung / ansicht / standpunkt / findest du / hältst du von / denkst du über
vergessen / vergisst / vergaß / nicht mehr wissen / entfallen / verschwitzt
erinnern / erinnerung / erinnere mich / gedächtnis / merken / reminder
wecker / alarm / weckruf / weckzeit / aufwecken / wecken / wecke mich
lernen / erlernen / beibringen / büffeln / pauken / gelernt
lehren / unterrichten / unterricht / lehrstunde / nachhilfe
üben / übung / trainieren / training / proben
lesen / liest / las / gelesen / lektüre / durchlesen / schmökern
schreiben / schreibt / schrieb / geschrieben / tippen / notieren
notiz / notizen / vermerk / anmerkung / aufschreiben / memo
liste / aufstellung / auflistung / verzeichnis / auflisten / aufzählen
einkaufsliste / einkaufszettel / besorgungsliste
aufgabenliste / to-do-liste / todo / aufgaben / to do
hören / hört / gehört / zuhören / lauschen / anhören
sehen / sieht / siehst / sah / gesehen / schauen / gucken / angucken / anschauen / ansehen
blick / aussicht / ausblick / panorama
sprechen / spricht / sprichst / sprach / gesprochen / reden / plaudern / quatschen / unterhalten
schweigen / ruhig sein / sei still / halt die klappe / leise sein / sei ruhig / klappe
laut / lauter / lautstärke erhöhen / lauter machen / lauter stellen / aufdrehen
leise / leiser / lautstärke verringern / leiser machen / leiser stellen
stumm / stummschalten / ton aus / lautlos / mute
lautstärke / ton / volume / pegel
warten / wartezeit / gedulden / geduld / wie lange dauert / gewartet
dauer / dauern / dauert / wie lange / zeitraum / zeitdauer
verspätung / verspätet / verzögerung / verzögert / hat verspätung / delay / zu spät
pünktlich / rechtzeitig / zeitig / planmäßig / fristgerecht
eilig / dringend / eilt / sofort / unverzüglich / umgehend / asap / so schnell wie
schnell / rasch / flott / zügig / fix / schleunigst
langsam / lahm / träge / schneckentempo / lahmt
geschwindigkeit / tempo / speed / schnelligkeit
bleiben / bleibt / blieb / geblieben / verweilen / aufenthalt / bleibst
kommen / kommt / kam / gekommen / vorbeikommen / erscheinen / antanzen / kommst
weggehen / verlassen / abhauen / sich verziehen
betreten / eintreten / reingehen / reinkommen / hineingehen / zutritt
zurückkommen / zurückkehren / heimkehren / rückkehr / wiederkommen
folgen / followen / abonniert / nachgehen / gefolgt
treffen / trifft / traf / getroffen / zusammenkommen / verabreden / treffpunkt / triffst
mitmachen / teilnehmen / teilnahme / dabei sein / mitwirken / beteiligen / mache mit / mitgemacht / nimmt teil / teilgenommen
mitnehmen / nimmt mit / mitgenommen / dabeihaben / mitführen / nehme mit
behalten / behält / aufbewahren / aufbewahrung / aufheben
werfen / wirft / warf / schmeißen / wegwerfen / wegschmeißen / entsorgen / entsorgung / geworfen / weggeworfen
teilen / weiterleiten / weitergeben / freigeben / sharen / share / geteilt
verbinden / verbindung / verbunden / koppeln / kopplung / anschließen / verknüpfen / pairing / angeschlossen
trennen / getrennt / abtrennen / entkoppeln / verbindung lösen
einschalten / anschalten / anmachen / einschaltet / mach an / aktivieren / angeschaltet / anstellen / eingeschaltet / schalte ein / schalt ein / angemacht
ausschalten / abschalten / ausmachen / mach aus / abstellen / deaktivieren / abdrehen / ausgeschaltet / schalte aus / schalt aus / ausgemacht
freischalten / freischaltung / aktivierung / entsperren / aktivierungscode
sperren / gesperrt / sperrung / blockieren / sperre / blockiert / blocken
einstellungen / konfigurieren / einrichten / konfiguration / einrichtung / setup
optionen / menü / settings / optionsmenü
zurücksetzen / reset / resetten / werkseinstellungen / auf anfang
neu starten / neustart / neustarten / rebooten / booten / hochfahren
herunterfahren / runterfahren / rechner ausschalten
wiederholen / wiederholung / nochmal / noch einmal / erneut / abermals / nochmals / wieder / wiederholt
fortsetzen / weitermachen / fortfahren / weiter / fortführen / fortsetzung
pausieren / pause / unterbrechen / anhalten / unterbrechung / auszeit
überspringen / nächstes / weiterspringen / skip / skippen / nächster titel
zurückgehen / vorheriges / einen zurück / vorheriger titel
abspielen / spiel ab / wiedergeben / wiedergabe / play / lass laufen / abgespielt / spielt ab
vergrößern / größer machen / zoomen / heranzoomen / vergrößerung
verkleinern / kleiner machen / schrumpfen / verkleinerung / komprimieren
erhöhen / steigern / anheben / erhöhung / hochsetzen / hochdrehen / raufsetzen / erhöht / dreh auf
senken / reduzieren / verringern / vermindern / herabsetzen / runterdrehen / runtersetzen / mindern / gesenkt / dreh runter
steigen / ansteigen / zunehmen / anstieg / wachstum / zunahme
sinken / fallen / abnehmen / rückgang / abnahme
verbessern / verbesserung / optimieren / besser machen / optimierung
verschlechtern / schlimmer werden / schlechter werden / verschlechterung
vergleichen / vergleich / gegenüberstellen / gegenüberstellung / im vergleich / verglichen / verglich
unterschied / unterschiede / unterscheiden / differenz / unterscheidet
gleich / identisch / dasselbe / das gleiche / selbe
ähnlich / vergleichbar / so etwas wie / ähnliche
rechnen / ausrechnen / berechnen / kalkulieren / berechnung / kalkulation / gerechnet
summe / gesamtbetrag / insgesamt / total / endbetrag
betrag / geldbetrag / geldsumme
zählen / anzahl / wie viele / stückzahl
messen / misst / vermessen / messung / abmessen
übersetzen / übersetzung / dolmetschen / übersetz / übertragen in / übersetzt
übersetzer / dolmetscher / dolmetscherin / sprachmittler
aussprechen / aussprache / wie spricht man
buchstabieren / rechtschreibung / schreibweise / orthografie / schreibt man
organisieren / planen / plan / organisation / planung / vorbereiten / vorbereitung / ausrichten
zeitplan / ablauf / programm / ablaufplan / agenda
verwalten / verwaltung / managen / administration
garantieren / garantie / gewährleistung / garantiert / gewähr
versprechen / verspricht / versprochen / zusichern
vertrauen / vertrauenswürdig / verlässlich / zuverlässig / glaubwürdig
betrug / betrügen / betrogen / abzocke / schwindel / fake / scam / betrüger / betrügerisch
lügen / lügst / lügt / gelogen / lüge / unwahrheit / anlügen / flunkern / belogen
stehlen / gestohlen / geklaut / klauen / diebstahl / entwendet / beklaut / stahl / stiehlt
einbruch / einbrecher / eingebrochen / einbrechen
kaufen / erwerben / besorgen / bestellen / shoppen / anschaffen / kauf / erwerb / zulegen / gekauft / bestellt
einkaufen / einkauf / shopping / besorgungen machen / bummeln
bestellung / auftrag / order / ordern / in auftrag geben
bestellstatus / status bestellung / stand der bestellung / auftragsstatus
bestellnummer / auftragsnummer / ordernummer / vorgangsnummer
verkaufen / verkauf / verkauft / veräußern / loswerden / verticken / verkaufst
verkäufer / händler / anbieter / verkäuferin / lieferant
käufer / kunde / kundin / kunden / kundschaft / abnehmer
preis / kosten / gebühr / tarif / kostet / wie teuer / was kostet / wie viel kostet
gebühren / entgelt / spesen / kontoführungsgebühr / zusatzkosten
preisliste / preise / tarife / preisübersicht / tarifübersicht
eintritt / eintrittspreis / einlass / eintrittsgeld
teuer / kostspielig / hochpreisig / überteuert / zu teuer / preisintensiv
billig / günstig / preiswert / preisgünstig / kostengünstig / low budget
kostenlos / gratis / umsonst / kostenfrei / gebührenfrei / für lau / free / unentgeltlich
kostenpflichtig / gebührenpflichtig / nicht kostenlos / kostet extra
rabatt / nachlass / ermäßigung / preisnachlass / vergünstigung / skonto / ermäßigt / discount
gutschein / gutscheincode / rabattcode / voucher / coupon / geschenkgutschein / gutscheinkarte
angebot / offerte / sonderangebot / aktion / schnäppchen / deal
kostenvoranschlag / angebot einholen / preisangebot / kostenschätzung
ausverkauf / schlussverkauf / sale / räumungsverkauf
zahlen / bezahlen / zahlung / bezahlt / bezahlung / begleichen / blechen / entrichten / gezahlt
zahlungsart / zahlungsmethode / zahlungsmittel / zahlungsweise / zahlungsmöglichkeiten / bezahlmethode / wie bezahlen
bar / barzahlung / bargeld / in bar / cash / barzahlen
geld / kohle / knete / moneten / kröten / asche / zaster
münzen / kleingeld / hartgeld / münzgeld
reich / wohlhabend / vermögend / reichtum
vermögen / besitz / hab und gut / ersparnisse
arm / pleite / mittellos / armut / abgebrannt
budget / finanzrahmen / haushaltsplan / etat
ausgeben / ausgaben / aufwendungen / ausgegeben / aufwand
einnahmen / einkünfte / umsatz / erlös
gewinn / profit / ertrag / rendite
sparen / ersparnis / einsparen / zurücklegen / ansparen / gespart
sparbuch / sparkonto / tagesgeld / tagesgeldkonto
konto / bankkonto / girokonto / account / accounts
kontostand / guthaben / saldo / wie viel geld / kontosaldo
kontoauszug / auszug / kontoauszüge / umsätze / kontobewegungen / umsatzliste
konto eröffnen / kontoeröffnung / neues konto / konto anlegen
konto schließen / konto auflösen / kontoschließung / konto löschen
kontonummer / iban / bankverbindung / kontodaten / bankdaten
bank / kreditinstitut / sparkasse / geldinstitut / hausbank / bankfiliale
geldautomat / bankautomat / bankomat / geld abheben / atm / geldausgabeautomat
überweisen / überweisung / geld senden / überwiesen / geldtransfer / geld schicken / überweise
dauerauftrag / regelmäßige überweisung / wiederkehrende zahlung
lastschrift / bankeinzug / einzugsermächtigung / sepa / abbuchung / abbuchen / abgebucht
abgebucht / belastet / eingezogen / doppelt berechnet
gutschrift / gutgeschrieben / gutschreiben
einzahlen / einzahlung / aufladen konto / eingezahlt / geld einzahlen
auszahlen / auszahlung / ausgezahlt / auszahlen lassen
anzahlung / vorauszahlung / vorkasse / abschlag
ratenzahlung / ratenkauf / teilzahlung / in raten
kredit / darlehen / bankkredit
kreditwürdigkeit / bonität / schufa / schufa-auskunft
hypothek / baufinanzierung / immobilienkredit / hausfinanzierung
zinsen / zinssatz / zins / verzinsung / effektivzins
schulden / schuldest / verschuldet / verbindlichkeiten / schuld
leihen / ausleihen / borgen / pumpen / geliehen / leiht / verleih / lieh / ausgeliehen / leihst
kreditkarte / mastercard / kreditkarten / credit card
bankkarte / ec-karte / girokarte / debitkarte / ec karte
karte gesperrt / karte sperren / karte verloren / kartensperrung
kreditrahmen / kreditlimit / kartenlimit / verfügungsrahmen
limit / obergrenze / höchstbetrag / begrenzung / höchstgrenze / maximum
minimum / mindestens / mindestbetrag / untergrenze / wenigstens
mindestbestellwert / mindestumsatz / mindestbestellmenge
wechselkurs / umrechnungskurs / devisenkurs / umrechnen
geld wechseln / geldwechsel / wechselstube / devisen / fremdwährung
währung / zahlungswährung / geldeinheit
aktien / aktie / wertpapiere / wertpapier / aktienkurs
börse / aktienmarkt / börsenkurs / wertpapierhandel
investieren / investition / investment
investor / geldgeber / kapitalgeber / business angel / investoren
kryptowährung / bitcoin / krypto / kryptogeld / ethereum
rückerstattung / erstattung / geld zurück / erstatten / rückzahlung / refund / zurückerstatten / zurückzahlen
schadensersatz / entschädigung / entschädigen / kompensation / schadenersatz
rechnung / invoice / abrechnung / faktura / rechnungen
quittung / beleg / kassenbon / kassenzettel / bon / kaufbeleg / zahlungsbeleg
mahnung / zahlungserinnerung / gemahnt / mahngebühr / inkasso
rechnungsadresse / rechnungsanschrift / adresse auf rechnung
rechnungsnummer / belegnummer / rechnungsnr
zahlung fehlgeschlagen / zahlung abgelehnt / kann nicht bezahlen
zahlungsfrist / fälligkeit / fällig / zahlungsziel
trinkgeld / bedienungsgeld / tip
kaution / pfand / sicherheitsleistung / mietkaution
spende / spenden / spendet / spendenkonto / gespendet
fördern / förderung / zuschuss / subvention / beihilfe / fördermittel / fördergeld
stipendium / stipendien / studienförderung / bafög
steuer / steuern / abgaben / steuerlich / steuerlast
steuererklärung / steuerausgleich / lohnsteuerjahresausgleich / elster
mehrwertsteuer / mwst / umsatzsteuer / ust
steuer-id / steueridentifikationsnummer / steuerliche identifikationsnummer
umsatzsteuer-id / ust-id
finanzamt / steuerbehörde / fiskus / steueramt
steuerberater / steuerberaterin / steuerbüro
buchhalter / buchhalterin
buchhaltung / buchführung / rechnungswesen / bilanz
zoll / zollgebühren / verzollen / zollgebühr / einfuhrabgaben
versicherung / versichern / versichert / versicherungsschutz / police / abgesichert
krankenversicherung / krankenkasse / krankenversichert / gesundheitskasse
gesundheitskarte / krankenkassenkarte / versichertenkarte
haftpflicht / haftpflichtversicherung / privathaftpflicht
haftung / haften / haftet / verantwortlich gemacht
kfz-versicherung / autoversicherung / kaskoversicherung / vollkasko / teilkasko
hausratversicherung / hausrat / hausratsversicherung
lebensversicherung / risikolebensversicherung / kapitallebensversicherung
reiseversicherung / reiserücktrittsversicherung / auslandskrankenversicherung / reiseschutz
schadensfall / schaden melden / schadensmeldung / versicherungsfall
versicherungsbeitrag / prämie / versicherungsprämie / beitrag
selbstbeteiligung / selbstbehalt / eigenanteil / eigenbeteiligung
rente / pension / altersrente / rentner / ruhestand / pensioniert
altersvorsorge / rentenversicherung / private vorsorge / riester
bürgergeld / sozialhilfe / grundsicherung / hartz vier / stütze
kindergeld / familienbeihilfe / kinderzulage
elternzeit / babypause
erbe / erben / erbschaft / vererben / geerbt
testament / letzter wille / nachlassregelung
termin / verabredung / date / appointment / meeting / terminvereinbarung
termin vereinbaren / termin ausmachen / termin machen / termin buchen / termin bekommen
termin absagen / termin stornieren / termin canceln
termin verschieben / termin verlegen / termin ändern / terminänderung
besprechung / sitzung / meetings
konferenz / tagung / versammlung
kalender / terminkalender / terminplaner / terminübersicht
buchen / gebucht / buchung / reservieren / reservierung / vorbestellen / reserviert
tisch reservieren / tischreservierung / tisch bestellen / platz reservieren
zimmer buchen / hotel buchen / hotelbuchung / zimmerreservierung / zimmer reservieren
flug buchen / flugbuchung / flugticket kaufen / flugtickets
flugstatus / flug pünktlich / status des flugs / flugverspätung
buchungsnummer / reservierungsnummer / buchungscode / bestätigungsnummer
buchungsbestätigung / reservierungsbestätigung / bestätigungsmail
ausgebucht / voll / belegt / keine plätze frei / überfüllt / besetzt
frei / verfügbar / verfügbarkeit / zu haben
vorrätig / auf lager / lieferbar / lagernd / lagerbestand
ausverkauft / vergriffen / nicht lieferbar / nicht auf lager / nicht vorrätig
warteliste / nachrücker / warteschlange / schlange
öffnen / aufmachen / öffnet / geöffnet / offen / aufsperren / aufschließen / macht auf / aufgemacht
schließen / schließt / geschlossen / zumachen / macht zu / zusperren / abschließen / zugemacht
öffnungszeiten / geschäftszeiten / wann geöffnet / wann offen / wann auf / sprechzeiten / bürozeiten / sprechstunde
ladenschluss / wann schließt / wann zu / schließzeit
ruhetag / geschlossen am
feiertag / feiertage / gesetzlicher feiertag / freier tag
wo / wo befindet sich / wo liegt / wo finde ich / an welchem ort
ort / platz / örtlichkeit / location / plätze
standort / lage / position / koordinaten / gps
adresse / anschrift
adresse ändern / adressänderung / neue adresse / umgezogen / anschrift ändern
umzug / umziehen / zieht um / umzugsservice / umzugsunternehmen / ziehe um
lieferadresse / versandadresse / lieferanschrift
wohnort / wohnsitz / wohnhaft / meldeadresse / wo wohnst du
wohnen / wohnst / wohnt / leben / ansässig / hausen / gewohnt / gelebt
wohnung / apartment / appartement / bude / mietwohnung
haus / gebäude / eigenheim / bauwerk / einfamilienhaus
miete / mieten / anmieten / mietpreis / kaltmiete / warmmiete / gemietet / mietest
vermieten / vermietung / vermieter / vermieterin / untervermieten
mieter / mieterin / untermieter / bewohner
mietvertrag / mietverhältnis / mietkontrakt
nebenkosten / betriebskosten / nebenkostenabrechnung
wg / wohngemeinschaft / mitbewohner / wg-zimmer
makler / immobilienmakler / maklerin / immobilienbüro
immobilie / immobilien / objekt / anwesen
grundstück / bauland / baugrund / bauplatz
weg / anfahrt / wegbeschreibung / route / wie komme ich / strecke / hinkommen
navigation / navigieren / navi / routenplaner / google maps
landkarte / stadtplan / karte anzeigen / stadtkarte
entfernung / wie weit / distanz / kilometer / abstand
nah / nahe / in der nähe / nebenan / um die ecke / nächstgelegen
weit / fern / weit weg / entfernt / abgelegen
links / linke seite / linksrum / linkerhand
rechts / rechte seite / rechtsrum / rechterhand
geradeaus / direkt vor
stadt / großstadt / city / metropole / ortschaft
innenstadt / zentrum / stadtzentrum / stadtmitte / city center / altstadt
dorf / ländlich / auf dem land
gegend / region / gebiet / umgebung / umland
stadtteil / viertel / stadtviertel / kiez / stadtbezirk
land / staat / nation / staaten / länder
ausland / im ausland / fremdes land / auswärts
herkunft / woher kommst / abstammung / woher stammst / woher bist / heimat
einwohner / einwohnerzahl / bevölkerung / bevölkerungszahl / bewohnerzahl
hauptstadt / landeshauptstadt / regierungssitz
reise / reisen / trip / verreisen / verreist / unterwegs sein / gereist
urlaub / ferien / urlaubsreise / holiday / erholungsurlaub
ausflug / tagesausflug / exkursion / tour / spritztour
stadtführung / führung / rundgang / stadtrundgang / besichtigungstour
besichtigen / besichtigung / anschauen gehen / besuchen / besuch
sehenswürdigkeit / sehenswürdigkeiten / attraktion / attraktionen / sehenswert
denkmal / monument / wahrzeichen / mahnmal
museum / ausstellung / museen / galerie / kunstausstellung
tourist / touristen / besucher / urlauber / gäste / besucherin
touristeninformation / tourismusbüro / fremdenverkehrsamt / touristinfo / touristenbüro
reiseführer / fremdenführer / stadtführer / guide / gästeführer
reisebüro / reiseveranstalter / reiseagentur
unterkunft / übernachtung / übernachten / schlafplatz / bleibe / quartier / übernachtungsmöglichkeit
hotel / gasthof / hostel / herberge
ferienwohnung / ferienhaus / airbnb / fewo / ferienapartment
jugendherberge / hostels / jugendhotel
zelten / camping / campen / campingplatz / zeltplatz
einchecken / check-in / checkin / einchecken wann / anreise
auschecken / check-out / checkout / zimmer räumen
einzelzimmer / zimmer einzelbett / zimmer für einen
doppelzimmer / zweibettzimmer / zimmer für zwei
halbpension / mit abendessen / frühstück und abendessen
vollpension / all inclusive / alles inklusive / mit allen mahlzeiten
gepäck / koffer / handgepäck / reisegepäck / gepäckstück
gepäck verloren / koffer weg / gepäckverlust / gepäck fehlt
gepäckaufbewahrung / schließfach / gepäck abstellen / gepäck lagern
flug / flüge / fliegen / fliegt / geflogen / flugreise / flog / fliege
flughafen / airport / flugplatz / terminal
flugzeug / flieger / jet
fluggesellschaft / airline / airlines / fluglinie
bordkarte / boarding pass / bordkarten / einsteigekarte
boarding / einsteigen / zusteigen / an bord gehen
aussteigen / ausstieg / von bord gehen
zwischenstopp / umsteigen wo / stopover / zwischenlandung / anschlussflug
direktflug / nonstop / ohne zwischenstopp / direktverbindung / ohne umsteigen
hin und zurück / hin- und rückflug / rückfahrkarte / rückflug / rückfahrt
einfache fahrt / nur hinflug / hinfahrt
reisepass / pass / pässe / passport
personalausweis / ausweis / perso / ausweisdokument
visum / einreisevisum / visa antrag / touristenvisum
einreise / einreisen / einreisebestimmungen / grenzübertritt
grenze / landesgrenze / grenzkontrolle / grenzübergang
impfung / impfen / geimpft / impfstoff / impfschutz / spritze
ticket / fahrkarte / fahrschein / fahrausweis / fahrtickets
eintrittskarte / karten / tickets / konzertkarte
monatskarte / abo ticket / deutschlandticket / jahreskarte / zeitkarte
schwarzfahren / ohne fahrschein / kein ticket dabei
zug / bahn / eisenbahn / züge / ice
bahnhof / hauptbahnhof / hbf / bahnstation
haltestelle / bushaltestelle / station / haltepunkt
gleis / bahnsteig / steig / abfahrtsgleis
u-bahn / metro / ubahn / untergrundbahn
s-bahn / sbahn / stadtbahn / nahverkehrszug
straßenbahn / tram / bim / tramlinie
bus / autobus / linienbus / busse / omnibus
fernbus / reisebus
öffentliche verkehrsmittel / öpnv / öffis / nahverkehr / nahverkehrsmittel
fahrplan / abfahrtszeiten / fahrzeiten / zugverbindung / wann fährt
taxi / uber / taxen / taxistand / taxi rufen
auto / wagen / pkw / karre / kfz / fahrzeug
lkw / lastwagen / laster / truck / lieferwagen
motorrad / moped / mofa / roller
fahrrad / rad / drahtesel / velo / radl / bike
e-bike / pedelec / elektrofahrrad / elektrorad
elektroauto / e-auto / elektrofahrzeug / elektrowagen
ladestation / ladesäule / wallbox / e-ladestation
leihrad / fahrradverleih / mietrad / fahrrad mieten
mietwagen / leihwagen / autovermietung / auto mieten / leihauto
fahren / fährt / fährst / fuhr / gefahren / kutschieren / fahre
fahrer / chauffeur / fahrerin / autofahrer
führerschein / fahrerlaubnis / lappen
fahrschule / fahrstunden / fahrlehrer / fahrunterricht
tanken / tankstelle / benzin / sprit / kraftstoff / getankt / tanke
benzinpreis / spritpreis / spritkosten / dieselpreis
parken / parkplatz / parkplätze / stellplatz / parkhaus / parkmöglichkeit / tiefgarage / geparkt / parke
parkgebühr / parkticket / parkschein / parkkosten
strafzettel / knöllchen / bußgeld / geldstrafe / knolle
verkehr / stau / verkehrslage / straßenverkehr / verkehrsaufkommen
unfall / autounfall / crash / verkehrsunfall / zusammenstoß / karambolage
pannenhilfe / abschleppdienst / liegen geblieben / adac / autopanne
werkstatt / autowerkstatt / kfz-werkstatt / autohaus
tüv / hauptuntersuchung / hu / pickerl
reifen / autoreifen / winterreifen / sommerreifen
reifenwechsel / reifen wechseln / räderwechsel / radwechsel
kennzeichen / nummernschild / autokennzeichen / autonummer
autobahn / schnellstraße / autobahnen / landstraße
maut / vignette / straßengebühr / mautgebühr
schiff / boot / fähre / dampfer / kahn
kreuzfahrt / schiffsreise / kreuzfahrtschiff
hafen / anlegestelle / yachthafen
strand / beach / badestrand / strände
meer / ozean
berg / berge / gebirge / gipfel
wald / wälder / forst / waldgebiet
fluss / bach / flüsse
zu fuß / fußweg / spazieren / gehen zu fuß
spaziergang / spazieren gehen / spazierengehen / gassi
wandern / wanderung / wanderweg / bergtour / trekking
lieferung / liefern / geliefert / zustellung / anlieferung / zustellen / ausliefern
lieferzeit / lieferdauer / versanddauer / wann geliefert / lieferfrist / wann kommt lieferung
lieferdienst / bringdienst / lieferservice / liefern lassen
versand / versandt / shipping / verschiffung / versendung
versandkosten / porto / versandgebühren / lieferkosten / liefergebühr / portokosten
versandfrei / kostenloser versand / versandkostenfrei / gratis versand
paket / päckchen / sendung / pakete / packet
sendungsverfolgung / tracking / paket verfolgen / sendungsnummer / trackingnummer / wo ist paket
paket nicht angekommen / sendung verloren / nicht geliefert / paket verschollen
express / expressversand / eilversand / expresslieferung
post / postamt / poststelle / postfiliale
brief / postsendung / briefe
briefmarke / postwertzeichen / frankieren / briefmarken
briefkasten / postkasten / briefkästen
postleitzahl / plz / zip code
spedition / kurier / paketdienst / kurierdienst
verpackung / verpacken / einpacken / verpackt / karton
auspacken / ausgepackt / unboxing
zurückgeben / rückgabe / zurücksenden / retoure / rücksendung / zurückschicken / retournieren / zurückbringen / zurückgegeben / zurückgeschickt / gebe zurück
rückgaberecht / rückgabefrist / umtauschfrist / rücksendefrist
rücksendeetikett / retourenschein / rücksendeschein / retourenlabel
umtauschen / umtausch / austausch / austauschen / ersetzen / ersatz / ersetzt / umgetauscht / tausche um
ersatzteil / ersatzteile / zubehör / zubehörteil
reklamation / reklamieren / reklamiert / mangel / mängel / mangelhaft / bemängeln
falsche ware / falsches produkt / falscher artikel / falsch geliefert
produkt / artikel / ware / waren / erzeugnis / produkte
sortiment / produktpalette / angebotspalette / warenangebot
marke / hersteller / fabrikat / label
qualität / güte / hochwertig / beschaffenheit
warenkorb / einkaufswagen / einkaufskorb
wunschliste / merkliste / wunschzettel / merkzettel
online shop / onlineshop / webshop / internetshop / onlinehandel / e-commerce
geschäft / laden / shop / store / ladengeschäft
filiale / zweigstelle / niederlassung / filialen / geschäftsstelle
supermarkt / lebensmittelgeschäft / discounter / lebensmittelladen
kaufhaus / einkaufszentrum / shoppingcenter / mall / warenhaus
markt / wochenmarkt / marktplatz / bauernmarkt
flohmarkt / trödelmarkt / trödel / secondhand
gebraucht / aus zweiter hand / second hand / gebrauchtware / nicht neu
neu / neuwertig / brandneu / ungebraucht / nagelneu
kasse / bezahlstelle / kassiererin / kassierer / zur kasse
kundenkarte / bonuskarte / treuekarte / payback / vorteilskarte
treuepunkte / bonuspunkte / prämienpunkte / punkte sammeln / bonusprogramm
meilen / vielfliegermeilen / miles and more / bonusmeilen
kundennummer / kunden-id / mitgliedsnummer / kundennr
geschenk / präsent / mitbringsel / souvenir / gabe
schenken / geschenkt / verschenken / beschenken
geschenkidee / geschenkideen / geschenktipp / was schenken
passwort / kennwort / passwörter / zugangscode / password / pw
passwort vergessen / kennwort vergessen / passwort zurücksetzen / neues passwort / passwort verloren / passwort weg
passwort ändern / kennwort ändern / passwort wechseln
pin / geheimzahl / pin-code / pin-nummer
pin vergessen / falsche pin / pin falsch / geheimzahl vergessen
tan / photo-tan / push-tan / tan-verfahren / transaktionsnummer
einloggen / login / log-in / eingeloggt / logge mich ein
login klappt nicht / kann nicht einloggen / anmeldung fehlgeschlagen / komme nicht rein / kein zugriff
ausloggen / logout / ausgeloggt
anmelden / anmeldung / registrieren / registrierung / einschreiben / registriert / einschreibung / angemeldet / melde mich an
abmelden / abmeldung / abgemeldet / deregistrieren / sich austragen / austragen
benutzerkonto / nutzerkonto / profil / kundenkonto / mein konto / user account
benutzername / nutzername / username / login-name / nickname
benutzer / user / nutzer / anwender / nutzerin
profilbild / avatar / foto von mir
zwei-faktor / 2fa / zwei-faktor-authentifizierung / authentifizierung / authentifizieren
identität prüfen / verifizieren / verifizierung / identifizieren / identitätsprüfung / legitimation
sicherheit / sicher / schutz / schützen / geschützt
gefahr / gefährlich / risiko / riskant / bedrohung
datenschutz / privatsphäre / dsgvo / vertraulichkeit / datenschutzerklärung
personenbezogene daten / meine daten / persönliche daten / kundendaten / nutzerdaten
daten löschen / datenlöschung / recht auf vergessenwerden
anonym / anonymität / unerkannt / anonymisiert / inkognito
vertraulich / geheim / diskret / geheimnis / privat
verschlüsselung / verschlüsselt / verschlüsseln / ssl / end-to-end
hacker / gehackt / hacken / cyberangriff / hackerangriff / fremdzugriff
virus / trojaner / malware / schadsoftware / viren
virenschutz / antivirus / virenscanner / antivirenprogramm
phishing / betrugsmail / verdächtige mail / gefälschte mail
spam / werbemail / junk / spamordner / unerwünschte mails
cookies / cookie / tracking cookies
computer / rechner / pc / kiste / desktop
laptop / notebook / macbook / ultrabook
tablet / ipad / tablets / tablet-pc
handy / smartphone / mobiltelefon / iphone / mobilfunkgerät
telefon / festnetz / festnetztelefon / fernsprecher
software / programm / anwendung / applikation / tool
app / apps / handy-app / mobile app
app herunterladen / app installieren / app store / play store
installieren / installation / installiert / draufmachen / aufspielen
deinstallieren / deinstallation / runterschmeißen / app löschen
herunterladen / download / downloaden / runterladen / heruntergeladen / saugen / lädt herunter / lade herunter
hochladen / upload / uploaden / hochgeladen / heraufladen / lädt hoch / lade hoch
datei / file / dateien / anhang / attachment
ordner / dateiordner
dokument / dokumente / unterlagen / papiere / schriftstück / unterlage
betriebssystem / windows / linux / macos
version / ausgabe / fassung / softwareversion
kompatibel / kompatibilität / unterstützt / passt zu / läuft auf
systemvoraussetzungen / anforderungen / mindestanforderungen / voraussetzungen / voraussetzung / bedingung
schnittstelle / api / interface / anbindung
datenbank / datensammlung / datenbestand / datenbanken
server / hosting / webserver / host
cloud / onlinespeicher / cloudspeicher / dropbox
speicherplatz / speicher / speicher voll / festplatte / speicherkapazität
programmieren / coden / programmiert / entwickeln software / coding
programmierer / entwickler / developer / softwareentwickler / coder
programmiersprache / code / quellcode / quelltext / sourcecode
open source / quelloffen / freie software
lizenz / lizenzen / lizenzschlüssel / produktschlüssel / nutzungsrecht
demo / testversion / probeversion / kostenlos testen / testphase / probezeitraum / trial
tutorial / anleitung / gebrauchsanweisung / bedienungsanleitung / handbuch / manual / benutzerhandbuch
schritt für schritt / vorgehensweise / vorgehen / wie funktioniert / so geht
einfach zu bedienen / benutzerfreundlich / bedienung / bedienen / handhabung
technik / technologie / technisch / technologisch
digital / digitalisierung / elektronisch / digitalisiert
internet / netz / web / world wide web
wlan / wifi / wlan-netz / drahtlos / w-lan
wlan-passwort / wlan passwort / wifi-code / wlan-schlüssel / wlan code
router / fritzbox / modem / fritz box
kein internet / internet geht nicht / offline / keine verbindung / internetausfall / internet tot
internet langsam / langsame verbindung / schlechtes internet / bandbreite
internetanschluss / dsl / glasfaser / breitband / dsl-anschluss
mobilfunk / mobiles internet / datenvolumen / mobile daten / lte
datenvolumen aufgebraucht / kein datenvolumen / drosselung / gedrosselt
sim-karte / sim / simkarte / esim
handyvertrag / mobilfunkvertrag / mobilfunktarif / handytarif / flatrate
prepaid / guthaben aufladen / aufladen / prepaidkarte / handyguthaben
rufnummernmitnahme / nummer mitnehmen / nummer portieren / rufnummer behalten
empfang / netzabdeckung / kein netz / funkloch / kein empfang
roaming / auslandstarif / eu-roaming / internet im ausland
bluetooth / kopfhörer verbinden / funkverbindung
akku / batterie / batterien / akkulaufzeit / akku leer
laden / ladegerät / ladekabel / geladen / lädt / lade auf / aufgeladen
bildschirm / display / monitor / screen
helligkeit / hell / heller / heller machen / heller stellen
dunkel / dunkler / dimmen / dunkler machen / finster
tastatur / tasten
maus / mauszeiger / computermaus / cursor
kabel / stecker / leitung / steckverbindung
steckdose / steckdosen / stromanschluss / stromquelle
lautsprecher / box / boxen / musikbox
kopfhörer / ohrhörer / headset / in-ears
kamera / webcam / fotoapparat / digitalkamera
mikrofon / mikro / mic / mikrophon
foto / bild / fotografie / aufnahme / schnappschuss
bilder / fotos / bildmaterial / aufnahmen
fotografieren / foto machen / knipsen / foto schießen
screenshot / bildschirmfoto / bildschirmaufnahme
webseite / website / homepage / internetseite / internetauftritt / webpräsenz / seite
link / url / verlinkung / webadresse / internetadresse
browser / firefox / chrome
suchmaschine / google / google-suche / bing
blog / weblog / blogartikel / blogbeitrag
newsletter / rundbrief / mailverteiler / infomail
newsletter abbestellen / newsletter abmelden / keine mails mehr
social media / soziale medien / soziale netzwerke / facebook / instagram
beitrag / posting / posten / veröffentlichen / veröffentlichung
kommentar / kommentieren / bemerkung / kommentare
chat / chatten / livechat / live-chat / chatverlauf
messenger / whatsapp / telegram
nachricht / sms / textnachricht / botschaft / nachrichten senden
nachrichten / news / neuigkeiten / schlagzeilen / aktuelles / was gibts neues
zeitung / zeitschrift / magazin / presse / tageszeitung
presseanfrage / pressekontakt / pressestelle / journalist / pressemitteilung
werbung / reklame / marketing / werbeanzeige
suchmaschinenoptimierung / seo / google-ranking / ranking
kontakt / kontaktieren / erreichen / kontaktaufnahme / in verbindung setzen / sich melden / melden
kontaktdaten / kontaktinformationen / kontaktmöglichkeiten / wie erreiche ich
erreichbar / erreichbarkeit / zu sprechen / ansprechbar
anrufen / ruft an / telefonieren / anruf / angerufen / durchklingeln / call / anrufe / ruf an / telefoniert / rief an
auflegen / anruf beenden / gespräch beenden
zurückrufen / rückruf / ruft zurück / callback / rückrufbitte
telefonnummer / rufnummer / handynummer / nummer / telefonnr / tel
mailbox / anrufbeantworter / voicemail / sprachnachricht
videoanruf / videochat / videokonferenz / skype / zoom / facetime / videocall
e-mail / mail / email / mailen / anmailen
e-mail-adresse / mailadresse / emailadresse / e-mail adresse
mensch sprechen / mitarbeiter sprechen / echter mensch / berater sprechen / echte person / jemand echten / menschlicher mitarbeiter
ansprechpartner / kontaktperson / zuständig / ansprechperson / ansprechpartnerin / sachbearbeiter / zuständige
weiterverbinden / durchstellen / verbinden mit / weitervermitteln
beschwerde / beschweren / beschwert / sich beklagen / beanstandung / beanstanden / meckern / beschwerdestelle
kritik / kritisieren / bemängelung / tadel
loben / lob / lobt / kompliment / anerkennung
feedback / rückmeldung geben / verbesserungsvorschlag / anregung
bewertung / bewerten / rezension / bewertungen / sterne / rezensionen
erfahrung / erfahrungen / erfahrungsberichte / erfahrungswerte
referenzen / referenz / kundenstimmen / beispielkunden
umfrage / befragung / fragebogen / abstimmung
zufrieden / zufriedenheit / befriedigend / kundenzufriedenheit
unzufrieden / enttäuscht / enttäuschung / nicht zufrieden / unzufriedenheit
service / dienstleistung / leistung / dienst / leistungen / dienstleistungen
arbeit / job / beruf / tätigkeit / arbeiten / beschäftigung / maloche / schuften / arbeitest / gearbeitet
beruflich / welchen beruf / womit verdienst du
stelle / stellenangebot / stellenangebote / offene stellen / jobangebot / jobs / vakanz / freie stellen
bewerben / bewerbung / bewirbt / beworben / sich bewerben / bewerber
bewerbungsunterlagen / lebenslauf / cv / anschreiben / bewerbungsmappe
vorstellungsgespräch / bewerbungsgespräch / jobinterview / einstellungsgespräch
interview / interviewen / befragen / interviews
karriere / laufbahn / beruflicher werdegang / aufstieg / berufsweg
beförderung / befördert / befördern / aufsteigen
anheuern / anwerben / rekrutieren / recruiting
entlassen / entlassung / gefeuert / rausgeschmissen / feuern / gekündigt worden
arbeitslos / erwerbslos / ohne arbeit / arbeitslosigkeit / arbeitssuchend
jobsuche / arbeitssuche / jobbörse / arbeit suchen / stellensuche
arbeitsagentur / arbeitsamt / agentur für arbeit
gehalt / lohn / verdienst / bezahlung lohn / einkommen / salär
verdienen / verdient / verdienst du / wie viel verdienen
gehaltserhöhung / lohnerhöhung / mehr gehalt / mehr lohn
gehaltsabrechnung / lohnabrechnung / lohnzettel / gehaltszettel
mindestlohn / lohnuntergrenze / stundenlohn / tariflohn
brutto / vor steuern / bruttolohn / bruttogehalt
netto / nach steuern / nettolohn / nettogehalt
überstunden / mehrarbeit / überstunde / plusstunden
arbeitszeit / arbeitszeiten / arbeitsstunden / wochenstunden / dienstzeit
teilzeit / halbtags / teilzeitstelle / parttime
vollzeit / ganztags / vollzeitstelle / fulltime
minijob / 450-euro-job / geringfügige beschäftigung
homeoffice / home office / von zuhause arbeiten / remote / telearbeit
dienstreise / geschäftsreise / businesstrip
reisekosten / reisekostenabrechnung / fahrtkosten / reisespesen
urlaubstage / urlaubsanspruch / resturlaub / freie tage
urlaub beantragen / urlaubsantrag / freinehmen / urlaub nehmen / frei nehmen
krankmelden / krankmeldung / krankgeschrieben / arbeitsunfähig / krankschreibung / au-bescheinigung
krankengeld / lohnfortzahlung / entgeltfortzahlung
chef / vorgesetzter / boss / leiter / vorgesetzte / chefin
kollege / kollegin / kollegen / arbeitskollege
mitarbeiter / angestellte / personal / beschäftigte / belegschaft / arbeitnehmer / angestellter / mitarbeiterin
arbeitgeber / dienstgeber / brötchengeber / arbeitgeberin
personalabteilung / hr / human resources / personalwesen / personalbüro
betriebsrat / gewerkschaft / personalrat / arbeitnehmervertretung
abteilung / bereich / ressort / sparte
team / mannschaft / gruppe / truppe
praktikum / praktikant / praktikantin / praktika / schülerpraktikum
ausbildung / lehre / azubi / lehrling / ausbildungsplatz / lehrstelle / auszubildender
probezeit / einarbeitungszeit / einarbeitung
selbstständig / selbständig / selbstständigkeit / selbständigkeit
freelancer / freier mitarbeiter
ehrenamt / freiwillig / ehrenamtlich / freiwilligenarbeit / volunteer
arbeitszeugnis / arbeitsnachweis / dienstzeugnis
arbeitsvertrag / anstellungsvertrag / dienstvertrag
schule / gymnasium / realschule / schulen / penne
schüler / schülerin / schulkind
uni / universität / hochschule / fh / fachhochschule
student / studentin / studierende / studi / studierender
studieren / studium / studiert / studiengang / studienfach
studiengebühren / semesterbeitrag / semestergebühr
lehrer / lehrerin / lehrkraft / dozent / dozentin
professor / prof / professorin / hochschullehrer
kurs / lehrgang / seminar / workshop / schulung / kurse
weiterbildung / fortbildung / weiterbilden / fortbilden
vortrag / präsentation / referat / vorlesung
prüfung ablegen / klausur / examen / abschlussprüfung
bestehen / bestanden / prüfung geschafft / erfolgreich abgelegt
durchfallen / durchgefallen / nicht bestanden / durchgerasselt
noten / note / zensur / zensuren / schulnote
zeugnis / zertifikat / bescheinigung / urkunde / nachweis / teilnahmebestätigung
abschluss / diplom / bachelor / master / hochschulabschluss
abitur / abi / matura / hochschulreife
hausaufgaben / hausaufgabe / schularbeiten / hausübung
sprachkurs / deutschkurs / sprachschule / sprachunterricht
sprache / sprachen / fremdsprache / sprachkenntnisse / sprichst du
onlinekurs / e-learning / webinar / fernkurs / online-schulung / onlineseminar
teilnehmer / teilnehmerin / teilnehmerzahl / kursteilnehmer
bibliothek / bücherei / stadtbücherei / leihbücherei
kindergarten / kita / krippe / kinderbetreuung / tagesmutter / kindertagesstätte
familie / verwandte / verwandtschaft / angehörige / familienmitglieder / sippe
eltern / mama und papa / elternteil / erziehungsberechtigte
mutter / mama / mutti / mami / mum
vater / papa / vati / papi
kind / kinder / nachwuchs / kids / kleine
baby / säugling / kleinkind / neugeborenes
sohn / söhne / junior / sprössling
bruder / brüder / brüderchen / bro
schwester / schwestern / schwesterherz / schwesterchen
geschwister / bruder oder schwester
großeltern / oma und opa / omas und opas
oma / großmutter / omi / omama
opa / großvater / opi / opapa
ehemann / gatte / mein mann / göttergatte
ehefrau / gattin / meine frau / angetraute
partner / lebensgefährte / lebenspartner / fester freund / bessere hälfte / feste freundin
verheiratet / heiraten / hochzeit / trauung / ehe / eheschließung / geheiratet
single / ledig / unverheiratet / alleinstehend / solo
scheidung / geschieden / scheiden lassen / scheidungen
verlobt / verlobung / verloben / verlobte
schwanger / schwangerschaft / erwartet ein kind / guter hoffnung
geburt / geboren / zur welt kommen / entbindung
freund / kumpel / kamerad / freunde / freundschaft / buddy / kumpels
bester freund / beste freundin / busenfreund / bff
feind / gegner / widersacher / rivale
nachbar / nachbarin / nachbarn / nachbarschaft
liebe / lieben / liebst / liebt / ich liebe dich / hab dich lieb / geliebt
verliebt / verknallt / schmetterlinge im bauch / verschossen
hassen / hasst / hass / ich hasse dich / verabscheuen / gehasst
mögen / magst / mag / gern haben / leiden können / magst du mich / mochte / gemocht
beziehung / partnerschaft / zusammen sein / feste beziehung
flirten / anbaggern / flirt
küssen / kuss / küsschen / knutschen / bussi
umarmen / umarmung / drücken / knuddeln / kuscheln
mensch / person / leute / menschen / personen
mann / männer / männlich / kerl / typ
frau / frauen / weiblich / dame
mädchen / mädel / junge frau
junge / bub / bursche / knabe
geschlecht / mann oder frau / männlich oder weiblich / junge oder mädchen / bist du weiblich
jugendliche / teenager / teenie / jugendlicher
erwachsene / erwachsener / volljährig / über achtzehn
senioren / ältere menschen / senior / alte leute
herr / hr. / mein herr / gentleman
streit / streiten / zoff / auseinandersetzung / konflikt / krach
essen / isst / aß / gegessen / speisen / futtern / mampfen / verzehren
nahrung / lebensmittel / nahrungsmittel / verpflegung / proviant
mahlzeit / gericht / speise / gerichte
hunger / hungrig / kohldampf / bärenhunger / appetit / knurrender magen
satt / gesättigt / pappsatt / vollgegessen
durst / durstig / trockene kehle / etwas zu trinken
trinken / trinkt / trank / getrunken / saufen / schlürfen
getränk / getränke / drink / drinks
frühstück / frühstücken / brunch / gefrühstückt
mittagessen / mittagstisch / zu mittag essen / lunch / mittagspause
abendessen / abendbrot / dinner / zu abend essen / nachtmahl
snack / imbiss / zwischenmahlzeit / kleinigkeit / jause / brotzeit / vesper
nachtisch / dessert / nachspeise / süßspeise
vorspeise / entrée / vorspeisen
restaurant / lokal / gaststätte / gasthaus / wirtshaus / esslokal / restaurants
café / kaffeehaus / cafe / konditorei
kneipe / pub / beisl / kneipen
fast food / schnellimbiss / mcdonalds / burger king / fastfood
kantine / mensa / betriebsrestaurant / cafeteria
speisekarte / menükarte / gerichtekarte
zum mitnehmen / takeaway / take away / to go
kellner / ober / kellnerin / servicekraft
koch / köchin / küchenchef / küchenmeister
kochen / kocht / zubereiten / zubereitung / gekocht / brutzeln
backen / bäckt / gebacken / kuchen backen
rezept / kochrezept / wie macht man / rezepte
zutaten / zutat / inhaltsstoffe
schmecken / schmeckt / geschmack / lecker / köstlich / schmackhaft / yummy
eklig / ekelhaft / widerlich / igitt / unappetitlich
süß / gezuckert / zuckrig / gesüßt
scharf / pikant / würzig / feurig
salzig / gesalzen / versalzen / salzhaltig
sauer / säuerlich / saures
frisch / knackfrisch / ganz frisch / frische
kalorien / nährwert / nährwerte / kcal / kalorienzahl / energiegehalt
gesund / gesunde ernährung / nahrhaft / bekömmlich
ernährung / diät / abnehmen wollen / ernährungsweise / schlank werden
vegetarisch / fleischlos / vegetarier / ohne fleisch / veggie
vegan / veganer / rein pflanzlich / ohne tierprodukte
glutenfrei / ohne gluten / zöliakie
allergie / allergisch / allergene / unverträglichkeit / laktosefrei
bio / biologisch / öko / ökologisch angebaut
kaffee / espresso / cappuccino / käffchen
tee / kräutertee / schwarztee
wasser / mineralwasser / sprudel / leitungswasser
saft / fruchtsaft / säfte
limonade / limo / cola / brause / softdrink
bier / pils / weizen / bierchen / weißbier
wein / rotwein / weißwein / vino
alkohol / alkoholisch / schnaps / hochprozentiges / spirituosen
betrunken / besoffen / beschwipst / alkoholisiert
brot / brötchen / semmel / schrippe
fleischgericht / fleischwaren / fleisch
wurst / würstchen / bratwurst / wiener / currywurst
pommes / fritten / pommes frites / pommies
kartoffeln / kartoffel / erdäpfel / erdapfel
tomaten / tomate / paradeiser
gemüse / grünzeug / gemüsesorten
obst / früchte / frucht / obstsorten
kuchen / torte / gebäck / küchlein
süßigkeiten / naschen / naschereien / süßes / süßkram / süßwaren
eis / speiseeis / eiscreme
grillen / grillfest / barbecue / bbq / grillabend
catering / partyservice / bewirtung / cateringservice
geschirr / teller / besteck / teller und besteck
abwasch / abwaschen / geschirr spülen / spülen
musik / mucke / sound / musik hören
lied / song / titel / track / songs / lieder
musik abspielen / spiel musik / musik an / lied spielen / musik starten
musik stoppen / musik aus / lied anhalten
playlist / wiedergabeliste / playliste
sänger / sängerin / interpret / musiker / künstler
band / musikgruppe / kapelle / popgruppe
album / platte / schallplatte / cd
konzert / auftritt / gig / livekonzert / konzerte
singen / singt / sang / gesungen / trällern / gesang
tanzen / tanz / tanzt / tänzer / abtanzen / getanzt
radio / radiosender / rundfunk / hörfunk
podcast / hörspiel / podcastfolge / podcasts
hörbuch / audiobuch / hörbücher / audiobook
film / spielfilm / streifen / movie / filme
kino / lichtspielhaus / cinema / kinosaal
kinoprogramm / welche filme laufen / filmvorstellung / spielzeiten kino
serie / fernsehserie / serien / tv-serie
folge / episode / staffel / folgen
schauspieler / schauspielerin / filmstar / darsteller / darstellerin
regisseur / regie / filmemacher / regisseurin
fernsehen / fernseher / tv / glotze / flimmerkiste / fernsehgerät
fernsehprogramm / tv-programm / was läuft heute / was kommt im
sender / kanal / channel / fernsehsender
streaming / netflix / amazon prime / streamen / mediathek
video / clip / videos / videoclip / youtube-video
theater / schauspielhaus / bühne / theaterstück
oper / opernhaus / operette / opern
buch / bücher / roman / schmöker / lesestoff
autor / schriftsteller / verfasser / autorin / schriftstellerin
gedicht / reim / poesie / verse / lyrik
geschichte / erzählung / märchen / story / anekdote
witz / scherz / joke / spaß machen / gag / witze / was lustiges
rätsel / quiz / quizfrage / knobelaufgabe / denksportaufgabe
spiel / spielen / zocken / game / gamen / spielst / gespielt / spiele
computerspiel / videospiel / games / playstation / konsolenspiel
brettspiel / gesellschaftsspiel / kartenspiel / brettspiele
lotto / glücksspiel / lotterie / lottozahlen / casino
wette / wetten / sportwetten / tippspiel
gewinnen / gewinnt / gewann / gewonnen / siegen / sieg / gewinnst
niederlage / besiegt / unterliegen
gewinnspiel / verlosung / preisausschreiben / tombola
wettbewerb / wettkampf / turnier / contest / meisterschaft
sport / sport treiben / workout / sportlich / sportarten
fußball / kicken / soccer / fußballspiel / bundesliga
spielstand / ergebnis / resultat / spielergebnis / wie steht es / punktestand
fitnessstudio / fitness / muckibude / gym / fitnesscenter
schwimmen / schwimmt / schwamm / baden / plantschen
schwimmbad / freibad / hallenbad / badeanstalt / therme
joggen / laufsport / rennen / rennt / dauerlauf
radfahren / radeln / fahrrad fahren / biken
verein / club / klub / sportverein / verband
mitglied / mitgliedschaft / mitglied werden / beitreten / beitritt / mitglieder
mitgliedsbeitrag / jahresbeitrag / vereinsbeitrag
veranstaltung / event / events / veranstaltungen / was ist los
party / feier / fete / fest / sause / feiern
geburtstag / geburtstagsfeier / purzeltag / geburtsdatum / ehrentag
weihnachten / xmas / weihnachtsfest
neujahr / neujahrstag
messe / fachmesse / expo
disco / disko / nachtclub / nachtleben
ausgehen / weggehen abends / feiern gehen / party machen
freizeit / freizeitgestaltung / in der freizeit / freie zeit
hobby / hobbys / steckenpferd / freizeitbeschäftigung / hobbies
einladen / einladung / eingeladen / lädt ein / lade ein
wetter / wetterbericht / wettervorhersage / wetterlage / wetterprognose
temperatur / wie warm / wie kalt / grad / außentemperatur
regen / regnen / regnet / schauer / niederschlag / nieselt / schüttet
regenschirm / schirm / knirps / regenjacke
schnee / schneien / schneit / schneefall / verschneit
sonne / sonnig / sonnenschein / scheint die sonne
wolken / bewölkt / wolkig / bedeckt / trüb
wind / windig / stürmisch / sturm / orkan / böen
gewitter / blitz / donner / unwetter / blitze
nebel / neblig / nebelig / dunst
heiß / hitze / brütend heiß / bullenhitze / schwül
warm / wärme / lauwarm / mild
kalt / kälte / frostig / eisig / frieren / friert / arschkalt / bibbern
sonnenaufgang / morgendämmerung / tagesanbruch
sonnenuntergang / abenddämmerung
klima / klimawandel / erderwärmung / globale erwärmung
umwelt / umweltschutz / nachhaltig / nachhaltigkeit / ökologisch / klimaschutz
licht / lampe / beleuchtung / leuchte / lichter
licht an / licht einschalten / licht anmachen / lampe anmachen / lampe an
licht aus / licht ausmachen / licht ausschalten / lampe aus
glühbirne / leuchtmittel / led-lampe / birne
lichtfarbe / farbe der lampe / farbe ändern licht
heizung / heizen / thermostat / heizkörper / geheizt
heizung an / wärmer machen / heizung hochdrehen / wärmer stellen / es ist kalt
heizung aus / kühler machen / heizung runter / kälter stellen
klimaanlage / kühlung / kühlen / ventilator / abkühlen
rollladen / rollo / jalousie / rollos / jalousien / rollläden
putzen / reinigen / reinigung / säubern / sauber machen / saubermachen / reinemachen / geputzt / gereinigt
putzfrau / reinigungskraft / putzhilfe / haushaltshilfe / reinigungsfirma
staubsauger / saugroboter / staubsaugen / roomba / staubsaugerroboter
waschen / wäscht / wusch / gewaschen / wäsche / wäsche waschen
waschmaschine / waschtrockner / waschautomat
trockner / wäschetrockner / wäsche trocknen
bügeln / bügeleisen / plätten / gebügelt
geschirrspüler / spülmaschine / abwaschmaschine
kühlschrank / eisschrank / gefrierschrank / gefrierfach / tiefkühler
herd / ofen / backofen / kochfeld / kochplatte
mikrowelle / mikrowellenherd / mikrowellenofen
kaffeemaschine / kaffeeautomat / kaffeevollautomat / mach kaffee
haushalt / hausarbeit / haushaltsarbeit / haushaltsführung
aufräumen / ordnung machen / räum auf / aufgeräumt
sauber / rein / gesäubert / hygienisch
schmutzig / dreckig / verschmutzt / schmutz / dreck / verdreckt
müll / abfall / mülltonne / abfalltonne / unrat
müllabfuhr / abfallentsorgung / müllabholung / wann kommt müll
recycling / wiederverwertung / recyceln / mülltrennung / wertstoffhof
sperrmüll / sperrgut / möbel entsorgen
smart home / smarthome / hausautomation / intelligentes zuhause
sprachassistent / alexa / siri / google assistant / sprachsteuerung
fernbedienung / fernsteuerung / fernsteuern
schalter / lichtschalter / taste / knopf / button
strom / elektrizität / energie / stromversorgung
stromverbrauch / energieverbrauch / verbrauch / stromkosten
stromausfall / kein strom / strom weg / blackout
stromanbieter / energieversorger / stadtwerke / stromversorger
zählerstand / stromzähler / zähler ablesen / zähler
solaranlage / photovoltaik / solarstrom / pv-anlage / balkonkraftwerk
gas / erdgas / gasanschluss / gasheizung
wasserhahn / armatur / wasserkran
rohrbruch / wasserschaden / leck / undicht / tropft
verstopft / verstopfung / abfluss verstopft / läuft nicht ab
installateur / klempner
hausmeister / hauswart / hausverwaltung / hausbesorger
tür / türe / eingangstür / pforte / haustür
fenster / scheibe / fensterscheibe
schlüssel / türschlüssel / hausschlüssel / autoschlüssel
ausgesperrt / schlüsseldienst / schlüssel verloren / schlüssel vergessen
türklingel / klingel / klingeln / läuten / gegensprechanlage
alarmanlage / rauchmelder / überwachungskamera / einbruchschutz / bewegungsmelder
feuer / brand / brennt / feueralarm / in flammen
feuerwehr / brandbekämpfung / löschzug
notausgang / fluchtweg / notausgänge
garten / gärtnern / gartenarbeit / vorgarten
rasen / rasen mähen / mähen / rasenmäher
balkon / terrasse / loggia / dachterrasse
küche / kochnische / einbauküche / wohnküche
bad / badezimmer / waschraum
duschen / sich waschen / brausen / geduscht / dusche mich
toilette / klo / wc / lokus / toiletten / örtchen
schlafzimmer / schlafraum / schlafgemach
wohnzimmer / stube / wohnstube
zimmer / raum / räume / räumlichkeiten
keller / untergeschoss / kellerraum / souterrain
stockwerk / etage / stock / geschoss / erdgeschoss
treppe / stufen / treppenhaus / stiege
aufzug / lift / fahrstuhl / aufzüge
möbel / möbelstück / mobiliar / einrichtungsgegenstände
bett / doppelbett / liege / bettchen
sofa / couch / sessel / liegesofa
tisch / esstisch / schreibtisch / tischchen
stuhl / sitz / hocker / stühle / sitzgelegenheit
schrank / kleiderschrank / kommode / kasten
renovieren / renovierung / sanieren / sanierung / modernisieren / umbauen
arzt / doktor / ärztin / mediziner / hausarzt / ärzte
arzttermin / termin beim arzt / arzt aufsuchen / zum arzt gehen
facharzt / spezialist / fachärztin
zahnarzt / zahnärztin / dentist / zahnarztpraxis
augenarzt / optiker / augenärztin / sehtest
tierarzt / veterinär / tierklinik / tierärztin
psychologe / therapeut / psychotherapeut / psychologin / therapeutin / psychiater
krankenhaus / klinik / spital / hospital / klinikum
notaufnahme / ambulanz / notfallambulanz / notdienst
notfall / notruf / 112 / rettungswagen / krankenwagen / rettungsdienst / notarzt
praxis / arztpraxis / ordination / arztpraxen
patient / patientin / patienten / kranker
krank / krankheit / erkrankung / erkrankt / unwohl / fühle mich schlecht / kränklich
gesundheit / wohlbefinden / gesundheitszustand / gesundheitlich
symptom / symptome / anzeichen / krankheitszeichen
schmerz / schmerzen / weh / tut weh / wehtun / aua / schmerzt
kopfschmerzen / kopfweh / migräne / brummschädel
bauchschmerzen / bauchweh / magenschmerzen / magenkrämpfe
rückenschmerzen / kreuzschmerzen / hexenschuss / rückenleiden
zahnschmerzen / zahnweh / zahn tut weh
halsschmerzen / halsweh / kratzen im hals
erkältung / erkältet / schnupfen / grippe / verschnupft
husten / hustet / hustenreiz / reizhusten
fieber / erhöhte temperatur / fiebrig / schüttelfrost
übelkeit / übel / mir ist schlecht / brechreiz / erbrechen / kotzen / sich übergeben
durchfall / dünnpfiff / diarrhö / magen-darm
schwindelgefühl / schwindelig / schwindlig / mir ist schwummrig
corona / covid / covid-19 / coronavirus / pandemie
ansteckend / infektiös / anstecken / infektion / infiziert / übertragbar
medikament / arznei / tabletten / medizin / arzneimittel / pillen / medikamente
schmerzmittel / ibuprofen / aspirin / paracetamol / schmerztablette
dosis / dosierung / einnahme / wie oft einnehmen
nebenwirkung / nebenwirkungen / unverträglich / unerwünschte wirkung
arztrezept / ärztliches rezept / verschreibung / verschreiben / verschrieben / rezeptpflichtig
apotheke / drogerie / apotheker / apothekennotdienst
untersuchung / untersuchen / check-up / vorsorgeuntersuchung / durchchecken
diagnose / befund / laborwerte / testergebnis / untersuchungsergebnis
behandlung / behandeln / therapie / kur / heilung
operation / op / operieren / operiert / eingriff
verletzung / verletzt / verletzen / wunde / verwundet
blut / bluten / blutet / blutung
gebrochen / knochenbruch / fraktur / bruch
entzündung / entzündet / vereitert
wundverband / pflaster / bandage
brille / kontaktlinsen / sehhilfe / lesebrille
schwerbehindert / behindert / behinderung / handicap / beeinträchtigung
barrierefrei / rollstuhlgerecht / rollstuhl / behindertengerecht / barrierefreiheit
pflegeheim / altenheim / seniorenheim / altersheim
pflegebedürftig / pflegegrad / pflegestufe / pflegedienst
krankenschwester / krankenpfleger / pflegekraft / pfleger
schlafen / schläft / schläfst / schlief / pennen / schlaf / ratzen / schlummern / geschlafen
schlaflos / schlafstörung / kann nicht schlafen / nicht einschlafen
aufstehen / aufwachen / wach werden / aufgewacht / aufgestanden / stand auf / steht auf
traum / träumen / träumst / alptraum / träume
ausruhen / entspannen / erholen / erholung / relaxen / chillen / entspannung
massage / wellness / spa / sauna / massieren
rauchen / zigarette / raucher / qualmen / zigaretten / kippe
nichtraucher / rauchverbot / rauchfrei
drogen / rauschgift / kiffen / cannabis / betäubungsmittel
sucht / süchtig / abhängig / abhängigkeit
sterben / stirbt / starb / gestorben / tot / tod / verstorben / ableben / sterbe
beerdigung / begräbnis / bestattung / trauerfeier / beisetzung
selbstmord / suizid / umbringen / das leben nehmen
gewicht / wiegen / wiegt / wie schwer / kilo
schwer / gewichtig / hohes gewicht
leicht / leichtgewichtig / federleicht
dick / fett / übergewichtig / mollig
dünn / schlank / mager / dürr
friseur / frisör / haarschnitt / haare schneiden / coiffeur
kosmetik / schminke / make-up / schminken
frisur / haare / haar / haarfarbe
parfum / parfüm / duft / duftwasser
riechen / riecht / geruch / stinken / stinkt / gestank / roch / gerochen
glücklich / froh / happy / fröhlich / freude / erfreut / gut gelaunt
freuen / freut mich / freue mich / vorfreude / gefreut
traurig / trauer / betrübt / bedrückt / niedergeschlagen / sad / down
depressiv / depression / depri / depressionen / schwermütig
weinen / heulen / weint / tränen / flennen / geweint
lachen / lacht / grinsen / lächeln / kichern / haha / lol / gelacht
lustig / witzig / komisch / spaßig / humorvoll / amüsant / zum totlachen
humor / sinn für humor / hast du humor
müde / schläfrig / erschöpft / hundemüde / ko
wach / munter / ausgeschlafen / hellwach
wütend / zornig / böse / verärgert / wut / angepisst / stinksauer
nervig / nervt / nerven / nervst / geht mir auf / lästig / ätzend
aufgeregt / nervös / aufregung / lampenfieber / zappelig
angst / ängstlich / fürchten / furcht / schiss / panik / angst haben
sorgen / sorge / besorgt / kummer / beunruhigt
langweilig / langeweile / mir ist langweilig / öde / gelangweilt / fad
interessant / spannend / fesselnd / faszinierend / interesse
einsam / allein / alleine / einsamkeit
stress / stressig / gestresst / überfordert / unter druck
stolz / voller stolz / ich bin stolz
eifersüchtig / eifersucht / neidisch / neid
überrascht / überraschung / erstaunt / verblüfft / unerwartet
verwirrt / durcheinander / verwirrung / perplex / verwirrend
peinlich / schämen / scham / schäme mich / blamiert
gefühl / gefühle / emotion / emotionen / fühlen / fühlst / empfinden
laune / stimmung / gut drauf / gemütslage / befinden
hoffen / hoffnung / hofft / hoffentlich / gehofft
hallo / hi / hey / guten tag / servus / moin / grüß gott / grüezi / tach / hallöchen / grüß dich
guten morgen / morgen zusammen / schönen guten morgen / moin moin
guten abend / n'abend / schönen guten abend
gute nacht / schlaf gut / schlafen sie gut / träum süß / gn8
willkommen / herzlich willkommen / begrüßen / begrüßung
wie geht's / wie geht es / wie gehts / alles klar / geht's dir gut / wie läufts / wie fühlst du / was geht
mir geht's gut / mir geht's super / kann nicht klagen / alles bestens
mir geht's schlecht / mir geht's mies / geht so / nicht so gut / beschissen
danke / dankeschön / vielen dank / thx / merci / besten dank / herzlichen dank / ich danke / bedanken / dank
bitte sehr / gern geschehen / keine ursache / nichts zu danken
tschüss / auf wiedersehen / ciao / bye / bis bald / bis später / mach's gut / tschau / bis dann / wiedersehen / tschüs
schönen tag / schönen abend / schönes wochenende / angenehmen tag
lange nicht gesehen / bin zurück / wieder da / bin wieder da
entschuldigung / sorry / verzeihung / tut mir leid / entschuldigen / pardon / verzeihen / leid tun
macht nichts / kein problem / nicht schlimm / schon gut / halb so wild / passt schon
ja / jo / jawohl / genau / klar / jep / jup / na klar / natürlich / selbstverständlich / sicher doch
nein / nö / nee / nope / auf keinen fall / keinesfalls
vielleicht / eventuell / möglicherweise / mal sehen / womöglich / kann sein
ok / okay / in ordnung / einverstanden / passt / geht klar / geht in ordnung
richtig / korrekt / stimmt / zutreffend / stimmt genau / wahr
falsch / stimmt nicht / inkorrekt / nicht richtig / verkehrt / unwahr / irrtum
recht haben / hast recht / da hast du / du liegst richtig
keine ahnung / weiß nicht / kein plan / keinen schimmer / weiß ich nicht
egal / ist mir egal / wurscht / gleichgültig / schnurz / mir egal
nicht verstanden / verstehe nicht / was meinst du / wie bitte / kapier ich nicht / hä / häh
bestimmt / sicherlich / wahrscheinlich / vermutlich / gewiss
wirklich / echt / tatsächlich / ernsthaft / im ernst / echt jetzt
gut / toll / super / klasse / prima / großartig / spitze / fantastisch / cool / geil / ausgezeichnet
perfekt / ideal / makellos / fehlerfrei / tadellos
gut gemacht / gute arbeit / bravo / gut so / prima gemacht / weiter so
schlecht / mies / schlimm / miserabel / furchtbar / schrecklich / grottig
besser / bessere / überlegen sein / optimaler
am besten / beste / bester / bestes
wichtig / bedeutend / relevant / wesentlich / wichtigste
unwichtig / belanglos / nebensächlich / irrelevant
nützlich / hilfreich / sinnvoll / brauchbar / praktisch
nutzlos / unnütz / sinnlos / unbrauchbar / bringt nichts / zwecklos
schön / hübsch / wunderschön / attraktiv / gutaussehend / gut aussehend
hässlich / unattraktiv / nicht schön / potthässlich
niedlich / putzig / goldig / knuffig
aussehen / aussieht / siehst aus / erscheinungsbild / wie siehst du
nett / freundlich / lieb / höflich / sympathisch / liebenswürdig
unfreundlich / unhöflich / frech / gemein / respektlos / patzig
ehrlich / aufrichtig / offen und ehrlich / ehrlichkeit / wahrheit
faul / arbeitsscheu / faulpelz
fleißig / arbeitsam / emsig / strebsam
mutig / tapfer / mut / couragiert
klug / schlau / intelligent / intelligenz / clever / gescheit / smart
dumm / doof / blöd / dämlich / bescheuert / bekloppt / strohdumm
idiot / depp / trottel / vollidiot / dummkopf / blödmann
arschloch / wichser / scheißkerl / drecksack
beleidigen / beschimpfen / beleidigung / beschimpfung / schimpfwort
scheiße / mist / verdammt / kacke / verflucht / shit
verrückt / wahnsinnig / irre / durchgeknallt / spinnst du
merkwürdig / seltsam / sonderbar / eigenartig
normal / gewöhnlich / üblich / standard / gängig
besonders / besonderheit / speziell / außergewöhnlich / einzigartig
berühmt / prominent / promi / berühmtheit / star
beliebt / populär / angesagt / trendig
roboter / bot / chatbot / maschine / künstliche intelligenz / ki / computerprogramm
bist du echt / echter mensch oder / bist du real
virtueller assistent / assistent / digitaler assistent / helferlein / assistentin
wer bist du / wer sind sie / stell dich vor / erzähl von dir / über dich / mehr über dich
name / heißen / heißt du / wie heißt / wie nennt man / namen / nennst du dich
mein name / ich heiße / ich bin der / nenn mich / nennt mich
vorname / rufname / vornamen / spitzname
nachname / familienname / zuname
alter / wie alt / wie alt bist / baujahr / lebensalter / geburtsjahr
alt / betagt / bejahrt / älter
jung / jünger / jugendlich / minderjährig
erschaffen / wer hat dich / dein schöpfer / erfinder / dein entwickler / dich programmiert / dich gebaut
lieblingsfarbe / farbe am liebsten / favorisierte farbe
lieblings / lieblingsessen / am liebsten / favorit / bevorzugen / vorziehen / bevorzugt
sinn des lebens / warum leben wir / zweck des lebens / 42
gott / glaube / religion / glaubst du an / religiös
beschäftigt / busy / viel zu tun / keine zeit
was machst du / was treibst du / was tust du / woran arbeitest du
bist du da / noch da / jemand da / hörst du mich / anwesend
zeit / uhrzeit / wie spät / wie viel uhr / wieviel uhr / uhr
datum / welcher tag / welches datum / wievielte / tag heute / den wievielten
wann / zu welcher zeit / um wieviel uhr / zu welchem zeitpunkt / ab wann
bis wann / frist / deadline / stichtag / spätestens / letzter tag
zeitzone / zeitverschiebung / ortszeit / zeitunterschied
timer / countdown / kurzzeitwecker / stoppuhr / eieruhr
stunde / stündlich / std / stunden
minute / minuten / min
tag / täglich / tage / jeden tag
woche / wöchentlich / wochen / jede woche
monat / monatlich / monate / jeden monat / pro monat
jahr / jährlich / jahre / jedes jahr / pro jahr
wochenende / samstag und sonntag / am wochenende / weekend
samstag / sonnabend / samstags
werktag / arbeitstag / werktags / unter der woche
heute / heutig / am heutigen tag / heutzutage
jetzt / gerade jetzt / momentan / derzeit / aktuell / gegenwärtig / im moment / zurzeit
bald / demnächst / in kürze / in naher zukunft
später / nachher / hinterher / im anschluss
früher / damals / einst / in der vergangenheit
zukunft / künftig / in zukunft / zukünftig
vergangenheit / historie / verlauf / history / chronik
immer / stets / dauernd / ständig / jederzeit / 24/7
nie / niemals / zu keiner zeit / noch nie
manchmal / ab und zu / gelegentlich / hin und wieder
oft / häufig / öfter
selten / kaum / fast nie
regelmäßig / in regelmäßigen abständen / turnusmäßig
schon / bereits
endlich / schließlich / zu guter letzt / letztlich
zuerst / erstmal / als erstes / zunächst
zuletzt / letzte / letzter / letztes mal
plötzlich / auf einmal / unvermittelt / schlagartig
vorübergehend / temporär / zeitweise / befristet
dauerhaft / permanent / unbefristet / für immer / endgültig
früh / frühzeitig / in aller früh / morgens
abends / am abend
nachts / in der nacht / mitternacht
mittags / zu mittag / zwölf uhr
vormittag / vormittags
nachmittag / nachmittags / am nachmittag
warum / wieso / weshalb / aus welchem grund / weswegen / wozu
grund / ursache / anlass / begründung / motiv
wie / auf welche weise / auf welche art / inwiefern / wie genau
wer / welche person / wer denn
welche / welcher / welches / was für
ziel / zweck / absicht / intention
beispiel / zum beispiel / z.b. / beispielsweise / bsp
zusammenfassen / zusammenfassung / kurzfassung / überblick / übersicht
thema / themen / themengebiet / sachgebiet
art / sorte / kategorie / variante
viel / viele / eine menge / massenhaft / jede menge / zahlreich
wenig / wenige / ein bisschen / ein paar
genug / ausreichend / genügend / reicht das
mehr / weitere / zusätzlich / zusätzliche / noch mehr / extra
alles / alle / sämtliche / komplett / gesamt / vollständig
nichts / gar nichts / null / nix
jemand / irgendjemand / irgendwer
niemand / keiner
ohne / abzüglich / exklusive / nicht inbegriffen
inklusive / inbegriffen / enthalten / inkl / einschließlich / beinhaltet
zusammen / gemeinsam / miteinander / zu zweit
einzeln / separat
circa / ungefähr / etwa / ca / schätzungsweise
genaue / exakt / präzise / punktgenau
nur / lediglich / bloß / ausschließlich
auch / ebenfalls / gleichfalls / ebenso auch
trotzdem / dennoch / nichtsdestotrotz
statt / anstatt / anstelle
alternative / alternativen / ausweichmöglichkeit / andere möglichkeit
abweichend / andersartig
doppelt / zweifach / zweimal / zwiefach
halb / hälfte / die hälfte / fünfzig prozent
menge / quantität / portion / umfang
größe / wie groß / konfektionsgröße
maße / abmessungen / dimension / format / abmessung
groß / riesig / gewaltig / enorm
klein / winzig / mini / kleiner
hoch / höhe / wie hoch / körpergröße
tief / tiefe / wie tief
breit / breite / wie breit
lang / länge / wie lang
kurz / knapp / kurze
leer / nichts drin / unbefüllt
weich / soft / flauschig / zart
hart / steif / robust
nass / feucht / durchnässt / feuchtigkeit
trocken / trocknen / dürre / getrocknet
prozent / % / prozentsatz / anteil
bunt / farbig / farbenfroh / mehrfarbig
farbe / farben / farbton / welche farbe
weiße farbe / schneeweiß / white
schwarz / tiefschwarz / black
rot / rötlich / dunkelrot / red
blau / bläulich / hellblau / dunkelblau
grün / grünlich / hellgrün / dunkelgrün
gelb / gelblich / zitronengelb
lila / violett / purpur / flieder
rosa / pink / rosarot
braun / bräunlich / brünett
grau / gräulich / dunkelgrau / anthrazit
vertrag / kontrakt / vereinbarung / abmachung / verträge
vertrag abschließen / vertragsabschluss / vertrag unterschreiben / unterzeichnen vertrag
vertragslaufzeit / laufzeit / mindestlaufzeit / vertragsdauer / vertragsbindung
verlängern / verlängerung / verlängert / vertragsverlängerung / ausdehnen / verlängere
ablaufen / abgelaufen / läuft ab / ungültig / nicht mehr gültig / verfallen / verfällt
gültig / gültigkeit / gilt / gilt noch / gültig bis
haltbar / haltbarkeit / mhd / mindesthaltbarkeitsdatum
abo / abonnement / abonnieren / subscription
abo kündigen / abonnement kündigen / abo beenden / abo stornieren
agb / allgemeine geschäftsbedingungen / nutzungsbedingungen / geschäftsbedingungen
impressum / anbieterkennzeichnung / rechtliche hinweise
bedingungen / konditionen / bestimmungen / richtlinien / regelung
regel / regeln / vorschrift / vorschriften / spielregeln
gesetz / gesetze / recht / rechtlich / gesetzlich / paragraph
anwalt / rechtsanwalt / anwältin / jurist / advokat / rechtsanwältin
notar / notariell / beglaubigen / beglaubigung / notarin
richter / prozess / gerichtsverfahren / amtsgericht
klage / klagen / verklagen / anklage / rechtsstreit
legal / rechtmäßig / gesetzlich erlaubt / rechtens
illegal / gesetzwidrig / rechtswidrig / strafbar / kriminell
polizei / polizist / polizeiwache / 110 / polizistin
gefängnis / knast / haft / inhaftiert
strafe / bestrafung / sanktion / bestrafen
verbrechen / straftat / kriminalität / delikt
mord / töten / ermorden / umgebracht / killen
zeuge / zeugen / zeugin / augenzeuge
strafanzeige / anzeige erstatten
genehmigung / bewilligung / genehmigen / bewilligen / zulassung
baugenehmigung / bauantrag / baubewilligung / bauerlaubnis
aufenthaltserlaubnis / aufenthaltstitel / aufenthaltsgenehmigung
arbeitserlaubnis / arbeitsgenehmigung / beschäftigungserlaubnis / arbeitsvisum
einbürgerung / staatsbürgerschaft / staatsangehörigkeit / einbürgern / nationalität
einwanderung / einwandern / zuwanderung
migrant / zugewanderte
auswandern / auswanderung / emigrieren
flüchtling / geflüchtete
asyl / asylbewerber / asylantrag
behörde / amt / ämter / behörden / dienststelle
rathaus / stadtverwaltung / gemeindeamt / gemeindeverwaltung
bürgeramt / bürgerbüro / bürgerservice
einwohnermeldeamt / meldebehörde / meldeamt
meldebescheinigung / meldebestätigung / meldezettel
standesamt / standesamtlich / standesbeamter
geburtsurkunde / abstammungsurkunde / geburtsnachweis
heiratsurkunde / eheurkunde / trauschein
führungszeugnis / polizeiliches führungszeugnis / strafregisterauszug / leumundszeugnis
kfz-zulassung / auto anmelden / zulassungsstelle / fahrzeug zulassen
hundesteuer / hund anmelden / hundemarke
jugendamt / familienhilfe / kinderschutz
sozialamt / sozialbehörde / sozialleistungen
wohngeld / mietzuschuss / wohnbeihilfe
antrag / beantragen / beantragt / antragstellung / antrag stellen / beantrage
formular / vordruck / antragsformular / formulare / formblatt
ausfüllen / ausgefüllt / füllt aus / formular ausfüllen / fülle aus
einreichen / eingereicht / abgeben / vorlegen / einsenden
unterschrift / unterschreiben / unterzeichnen / signieren / unterschrieben / unterschreibt / signatur
vollmacht / bevollmächtigt / bevollmächtigen / bevollmächtigung
bescheid / bescheide / amtlicher bescheid
widerspruch / einspruch / widersprechen / einspruch einlegen
bearbeitungszeit / bearbeitungsdauer / wann fertig bearbeitet / wie lange bearbeitung
bearbeitungsstand / stand meines antrags / status antrag / sachstand
status / stand der dinge / zustand / aktueller stand
fertig / erledigt / abgeschlossen / vollendet / bereit
partei / parteien / politische partei
wahl / wahlen / bundestagswahl / abstimmen / briefwahl / stimme abgeben
politik / politiker / politisch / politikerin
regierung / bundesregierung / minister / kanzler / bundeskanzler
bürgermeister / oberbürgermeister / stadtoberhaupt / bürgermeisterin
demonstration / protest / kundgebung / protestieren
streik / streiken / gestreikt / arbeitsniederlegung
krieg / kriege / bewaffneter konflikt
frieden / friedlich / waffenruhe
bundeswehr / militär / armee / heer
firma / unternehmen / betrieb / konzern
gründen / gründung / gegründet / existenzgründung / startup gründen / sich selbstständig machen / firma gründen / gründest
startup / start-up / jungunternehmen / gründer / existenzgründer / startups
unternehmer / geschäftsmann / unternehmerin / entrepreneur
geschäftsidee / businessidee / gründungsidee / idee
businessplan / geschäftsplan / business plan
rechtsform / gesellschaftsform / unternehmensform
handelsregister / firmenbuch / firmenregister / handelsregistereintrag
gewerbe / gewerblich
gewerbeschein / gewerbeanmeldung / gewerbe anmelden
gewerbesteuer / firmensteuer / betriebssteuer
standortwahl / ansiedeln / ansiedlung / niederlassen
gewerbeimmobilie / geschäftsräume / gewerberaum / gewerberäume
büroräume / büroflächen / bürofläche
gewerbegebiet / gewerbepark / industriegebiet / industriepark
büro / office / arbeitszimmer / amtsraum
coworking / co-working / gemeinschaftsbüro / shared office / coworking space
konferenzraum / besprechungsraum / tagungsraum / meetingraum / seminarraum
firmensitz / hauptsitz / zentrale / hauptniederlassung / headquarter
geschäftsführer / ceo / geschäftsleitung / geschäftsführung / geschäftsführerin / vorstand
inhaber / eigentümer / besitzer / inhaberin / besitzerin
gehören / wem gehört / eigentum
insolvenz / bankrott / konkurs / pleite gehen / insolvent / pleitegehen
unternehmensnachfolge / betriebsübergabe / betriebsübernahme / nachfolger / firmenübernahme
kooperation / zusammenarbeit / kooperieren / zusammenarbeiten
geschäftspartner / kooperationspartner / partnerunternehmen
netzwerk / netzwerken / networking / vernetzung / vernetzen
wirtschaftsförderung / standortförderung / wirtschaftsagentur
fachkräfte / fachkraft / qualifiziertes personal / fachpersonal
fachkräftemangel / personalmangel / mitarbeiter finden
wirtschaft / ökonomie / konjunktur / wirtschaftlich
branche / industriezweig / wirtschaftszweig / branchen
handel / handeln
handwerk / handwerksbetrieb
handwerkskammer / hwk
ihk / industrie- und handelskammer
innovation / innovativ / neuerung / neuartig
forschung / forschen / wissenschaft / studie / erforschen
patent / patentieren / patente / erfindung / erfinden / erfunden
markenschutz / markenrecht / marke schützen / markenanmeldung
urheberrecht / copyright / urheber / urheberrechtlich
projekt / vorhaben / projekte / projektidee
strategie / konzept / vorgehensplan / konzeption
ziele / zielsetzung / zielvorgabe
erfolg / erfolgreich / gelungen / gelingen / gelingt
scheitern / gescheitert / misserfolg / misslungen / fehlschlag
vorteil / vorteile / pluspunkt / was bringt
nachteil / nachteile / minuspunkt / contra / haken
chance / gelegenheit / chancen
einfach / unkompliziert / simpel / mühelos / kinderleicht
kompliziert / komplex / knifflig / verzwickt
verantwortung / verantwortlich / zuständigkeit / haftbar
qualifikation / qualifiziert / eignung / geeignet
zertifizierung / zertifiziert / iso-zertifizierung
öffentlicher dienst / beamter / beamte / beamtin
gemeinde / kommune / kommunal / stadtgemeinde
landkreis / kreis / landratsamt / kreisverwaltung
bundesland / bundesländer / kanton
postfach / postanschrift / briefadresse
kleidung / klamotten / kleider / anziehsachen / bekleidung / outfit
anziehen / zieht an / angezogen / ankleiden / ziehe an
ausziehen kleider / auskleiden / entkleiden
hose / jeans / hosen / buxe
schuhe / schuh / sneaker / turnschuhe / treter
jacke / mantel / anorak / jacken
pullover / pulli / sweatshirt / hoodie / sweater
t-shirt / tshirt / shirt / leibchen
mütze / kappe / hut / cap / haube
tasche / handtasche / rucksack / beutel
geldbeutel / portemonnaie / geldbörse / brieftasche / portmonee
schmuck / juwelier / geschmeide / juwelen
armbanduhr / smartwatch
mode / fashion / modetrend / modisch
passen / passform / passt mir / sitzt gut
anprobieren / anprobe / umkleide / umkleidekabine
hund / wauwau / hündchen / vierbeiner
katze / kater / mieze / kätzchen / stubentiger
haustier / haustiere / tier halten / heimtier
tierheim / tierschutz / tierasyl
zoo / tierpark / tiergarten
pflanze / pflanzen / gewächs / pflänzchen
blume / blumen / blumenstrauß / blumenladen / florist
baum / bäume
spielplatz / kinderspielplatz / spielplätze
freizeitpark / vergnügungspark / erlebnispark
park / grünanlage / parkanlage / stadtpark
kirche / gotteshaus / dom / kathedrale / gottesdienst
friedhof / grab / gräber / gottesacker
schloss / burg / palast / festung
brücke / überführung
baustelle / bauarbeiten / straßenarbeiten
straße / gasse / allee / chaussee
umleitung / straßensperrung / gesperrte straße / vollsperrung
eingang / zugang / einfahrt / eingänge
ausgang / ausfahrt / exit / ausgänge
rezeption / portier / empfangstheke
garderobe / kleiderablage / jacke abgeben
sitzbank / parkbank
sitzen / sitzt / saß / hinsetzen / platz nehmen / gesessen
stehen / steht / stand / gestanden
sitzplatz / platzreservierung / sitzreservierung / sitze / sitzplätze
altersgrenze / mindestalter / ab welchem alter / altersbeschränkung / fsk
kinderfreundlich / für kinder geeignet / kindgerecht / familienfreundlich
hunde erlaubt / haustiere erlaubt / hund mitnehmen
parkverbot / halteverbot / parken verboten
vip / ehrengast / wichtiger gast
livestream / liveübertragung / live-stream / übertragung
aufzeichnen / mitschneiden / aufzeichnung / mitschnitt / aufgenommen
umrechnung / umwandeln / konvertieren / umwandlung / konvertierung
addition / plus / zusammenzählen / summieren
subtraktion / minus / abziehen / subtrahieren
multiplizieren / mal nehmen / multiplikation
dividieren / division / geteilt durch
mathematik / mathe / rechenaufgabe / matheaufgabe
wikipedia / lexikon / enzyklopädie / nachschlagewerk
wörterbuch / duden / leo / wortschatz
synonym / anderes wort / gleichbedeutendes wort
wort / begriff / vokabel / wörter
satz / sätze / formulierung
text / texte / textpassage / schriftlich
absatz / abschnitt / kapitel / textabschnitt
tabelle / excel / tabellenkalkulation / spreadsheet
pdf / pdf-datei / als pdf
zufall / zufällig / random / irgendein
münzwurf / münze werfen / kopf oder zahl
würfeln / würfel / würfel werfen
horoskop / sternzeichen / tierkreiszeichen / astrologie
weltall / universum / weltraum / kosmos
außerirdische / alien / aliens / ufo
erde / welt / planet / globus / weltkugel
ernst / kein scherz / ohne witz
versehentlich / aus versehen / irrtümlich / unabsichtlich / ungewollt
absichtlich / mit absicht / bewusst / vorsätzlich
automatisch / selbsttätig / von selbst / automatisiert
manuell / von hand / händisch / per hand
persönlich / vor ort / face to face / im laden
öffentlich / allgemein zugänglich / publik
stabil / standfest / belastbar / widerstandsfähig
instabil / wackelig / bricht ständig ab / verbindungsabbruch
modern / zeitgemäß / up to date / neumodisch
altmodisch / veraltet / überholt / old school
gemütlich / behaglich / bequem / komfortabel / komfort
luxuriös / luxus / nobel / edel / exklusiv
anspruch / berechtigung / steht mir zu / berechtigt / anrecht
vorsicht / vorsichtig / achtung / pass auf / aufpassen
achten / beachten / berücksichtigen / im auge behalten
verhindern / vermeiden / vorbeugen / vermeidet
schützen vor / abwehren / absichern
zerstören / kaputt machen / kaputtmachen / vernichten / zerstört
zerbrechen / zerbrochen / zersprungen / zerbricht / bruchsicher
tragen / trägt / trug / getragen / schleppen / trägst
heben / hochheben / hebt / gehoben / hob
ziehen / zieht / zog / gezogen / zerren
schneiden / schneidet / schnitt / geschnitten / schnitten
malen / zeichnen / malt / zeichnung / gemälde
basteln / handarbeit / stricken / diy / selbermachen
sammeln / sammlung / zusammentragen
laufen lassen / freilassen / loslassen
erlauben lassen / genehmigt bekommen / grünes licht
vorbei / vorüber / zu ende / aus und vorbei
geschehen / passieren / passiert / geschieht / geschah / ereignen
liegen / liegt / lag / gelegen / liegst
lassen / lässt / ließ / gelassen
werden / wird / wurde / geworden
haben / hat / hast / hatte / hätte
sein / ist / bist / war / gewesen
vorlesen / lies vor / vorgelesen / laut lesen / liest vor
nachsehen / nachschauen / nachgucken / schau nach
weitersagen / bestellen schöne grüße / richte aus
grüße / grüßen / viele grüße / mfg / lg
gratulieren / glückwunsch / herzlichen glückwunsch / gratulation / alles gute
viel glück / viel erfolg / daumen drücken / toi toi toi
gute besserung / werd gesund / baldige genesung
guten appetit / lass schmecken
prost / zum wohl / cheers / anstoßen
welche themen / wobei hilfst du / wofür bist du
etwas anderes / themenwechsel / andere frage / was anderes
unterhaltung / gespräch / dialog / konversation
schwanken / zweifeln / unsicher / zweifel / unschlüssig
anfänger / einsteiger / neuling / beginner
profi / experte / fachmann / expertin / kenner
`;
