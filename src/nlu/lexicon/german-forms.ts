/**
 * Forms of one German word that no stemmer brings together: irregular verbs, pronouns, articles. A group a line. In here
 * belong forms of the same word only; another word for the same thing is a synonym.
 */
export const GERMAN_FORMS = `
sein / bin / bist / ist / sind / seid / war / warst / waren / wart / gewesen / sei
haben / habe / hab / hast / hat / habt / hatte / hattest / hatten / hattet / gehabt / hatt
werden / werde / wirst / wird / werdet / wurde / wurdest / wurden / geworden / worden
können / kann / kannst / könnt / konnte / konntest / konnten / konntet / gekonnt
müssen / muss / musst / musste / mussten / musstest / gemusst
dürfen / darf / darfst / dürft / durfte / durften
sollen / soll / sollst / sollt / sollte / solltest / sollten
wollen / will / willst / wollt / wollte / wolltest / wollten / möchte / möchtest / möchten / möchtet / mag / magst / mögen
geben / gebe / gib / gibst / gibt / gebt / gab / gaben / gegeben / gibts
gehen / gehe / gehst / geht / ging / gingen / gegangen / gehts
kommen / komme / kommst / kommt / kam / kamen / gekommen
tun / tue / tust / tut / tat / taten / getan
machen / mache / mach / machst / macht / machte / gemacht
sagen / sage / sag / sagst / sagt / sagte / gesagt
wissen / weiß / weißt / wisst / wusste / wussten / gewusst
sprechen / spreche / sprich / sprichst / spricht / sprach / gesprochen
helfen / helfe / hilf / hilfst / hilft / half / geholfen
essen / esse / iss / isst / ass / gegessen
lesen / lese / lies / liest / las / gelesen
sehen / sehe / sieh / siehst / sieht / sah / gesehen
nehmen / nehme / nimm / nimmst / nimmt / nahm / genommen
fahren / fahre / fährst / fährt / fuhr / gefahren
treffen / treffe / triffst / trifft / traf / getroffen
schlafen / schlafe / schläfst / schläft / schlief / geschlafen
laufen / laufe / läufst / läuft / lief / gelaufen
heißen / heiße / heißt / hieß / geheißen
finden / finde / findest / findet / fand / gefunden
bleiben / bleibe / bleibst / bleibt / blieb / geblieben
denken / denke / denkst / denkt / dachte / gedacht
bringen / bringe / bringst / bringt / brachte / gebracht
kennen / kenne / kennst / kennt / kannte / gekannt
stehen / stehe / stehst / steht / stand / gestanden
liegen / liege / liegst / liegt / lag / gelegen
bekommen / bekomme / bekommst / bekommt / bekam / krieg / kriege / kriegst / kriegt / kriegen
brauchen / brauche / brauch / brauchst / braucht / gebraucht / benötige / benötigt / benötigen
du / dich / dir / sie / ihnen / ihr / euch
dein / deine / deinen / deinem / deiner / deines / ihre / ihren / ihrem / ihrer / ihres / euer / eure / euren / eurem / eurer
ich / mich / mir
mein / meine / meinen / meinem / meiner / meines
wir / uns
unser / unsere / unseren / unserem / unserer
ein / eine / einen / einem / einer / eines / nen / ne / n
der / die / das / den / dem / des
nicht / kein / keine / keinen / keinem / keiner / nix / nichts
welche / welcher / welches / welchen / welchem
dies / diese / dieser / dieses / diesen / diesem
`;
