/**
 * Kinds of things and what belongs to them in German: what is asked of one is often asked of another. In here belong
 * things of one kind, a kind a line; no politicians, no makes, chains or banks, which age, no family names, most of
 * which are common words as well.
 */
export const GERMAN_FIELDS = `
sportarten: fußball, handball, basketball, volleyball, tennis, tischtennis, badminton, golf, hockey, eishockey, rugby, baseball, football, leichtathletik, turnen, schwimmen, tauchen, rudern, segeln, surfen, skifahren, snowboarden, langlauf, eislaufen, reiten, boxen, judo, karate, ringen, fechten, klettern, bouldern, joggen, marathon, triathlon, radsport, yoga, pilates, zumba, crossfit, kegeln, bowling, billard, dart, bogenschießen
sportbegriffe: tor, mannschaft, trainer, spieler, stadion, liga, bundesliga, champions league, weltmeisterschaft, wm, em, olympia, pokal, turnier, schiedsrichter, stürmer, torwart, elfmeter, spielstand, tabelle, halbzeit, rekord, medaille
vereine: bayern, dortmund, schalke, werder, hsv, gladbach, leverkusen, stuttgart, hertha, rapid, real madrid, barcelona, juventus, liverpool, arsenal, chelsea
lebensmittel: brot, brötchen, butter, käse, wurst, schinken, eier, ei, milch, joghurt, quark, sahne, mehl, zucker, salz, pfeffer, öl, essig, honig, marmelade, müsli, reis, nudeln, haferflocken, senf, ketchup, mayonnaise, margarine, hefe, backpulver, tofu, linsen
fleisch und fisch: rindfleisch, schweinefleisch, hähnchen, huhn, pute, ente, lamm, hackfleisch, speck, steak, schnitzel, salami, bratwurst, lachs, thunfisch, forelle, hering, kabeljau, garnelen, muscheln, hummer, krebs
obst: apfel, äpfel, birne, banane, orange, mandarine, zitrone, limette, erdbeere, erdbeeren, himbeere, heidelbeere, kirsche, kirschen, pflaume, pfirsich, aprikose, traube, trauben, melone, ananas, mango, kiwi, feige, dattel, granatapfel, brombeere, johannisbeere
gemüse: tomate, tomaten, gurke, paprika, karotte, möhre, kartoffel, kartoffeln, zwiebel, zwiebeln, knoblauch, salat, spinat, brokkoli, blumenkohl, kohl, kohlrabi, zucchini, aubergine, kürbis, mais, erbsen, bohnen, lauch, sellerie, radieschen, spargel, pilze, champignons, rote bete
nüsse und samen: nuss, nüsse, mandel, mandeln, walnuss, haselnuss, erdnuss, erdnüsse, cashew, pistazie, kastanie, sonnenblumenkerne, sesam, leinsamen, chiasamen
gewürze: pfeffer, salz, paprikapulver, curry, zimt, vanille, muskat, kümmel, oregano, basilikum, thymian, rosmarin, petersilie, schnittlauch, dill, chili, ingwer, kurkuma, safran, nelken
gerichte: pizza, pasta, spaghetti, lasagne, burger, döner, sushi, suppe, eintopf, gulasch, schnitzel, braten, sauerbraten, knödel, spätzle, maultaschen, pommes, currywurst, bratwurst, curry, risotto, paella, tacos, burrito, falafel, salat, omelett, rührei, pfannkuchen, auflauf, frikadelle, raclette, fondue, sandwich
süßspeisen: kuchen, torte, eis, schokolade, pudding, keks, kekse, plätzchen, waffel, waffeln, pfannkuchen, strudel, apfelstrudel, muffin, donut, croissant, tiramisu, bonbon, gummibärchen, lakritz, pralinen, kaiserschmarrn, lebkuchen, berliner, krapfen, brownie
küchen: italienisch, chinesisch, indisch, thailändisch, japanisch, griechisch, türkisch, mexikanisch, spanisch, französisch, vietnamesisch, koreanisch, libanesisch, deutsch, bayerisch, österreichisch, amerikanisch, arabisch, mediterran, asiatisch, orientalisch
ernährungsweisen: vegetarisch, vegan, glutenfrei, laktosefrei, halal, koscher, bio, low carb, keto, zuckerfrei, kalorienarm, paleo, pescetarisch
alkoholfreie getränke: wasser, mineralwasser, saft, orangensaft, apfelsaft, apfelschorle, limonade, cola, fanta, sprite, milch, kakao, eistee, smoothie, energydrink, red bull, tonic, spezi
heißgetränke: kaffee, tee, espresso, cappuccino, latte macchiato, milchkaffee, mokka, filterkaffee, grüner tee, schwarztee, kräutertee, kakao, heiße schokolade, glühwein, punsch, chai
alkohol: bier, wein, rotwein, weißwein, sekt, champagner, prosecco, schnaps, wodka, whisky, rum, gin, tequila, likör, cocktail, aperol, mojito, caipirinha, radler, pils, weizen, cognac, glühwein
europäische länder: deutschland, österreich, schweiz, frankreich, italien, spanien, portugal, niederlande, holland, belgien, luxemburg, england, großbritannien, schottland, irland, dänemark, schweden, norwegen, finnland, island, polen, tschechien, slowakei, ungarn, slowenien, kroatien, serbien, bosnien, albanien, griechenland, bulgarien, rumänien, ukraine, russland, litauen, lettland, estland, malta, zypern
länder der welt: usa, amerika, kanada, mexiko, brasilien, argentinien, chile, peru, kolumbien, kuba, china, japan, indien, korea, südkorea, thailand, vietnam, indonesien, philippinen, singapur, australien, neuseeland, ägypten, marokko, tunesien, südafrika, kenia, nigeria, israel, iran, irak, syrien, afghanistan, pakistan, türkei, saudi-arabien, dubai, katar, libanon
nationalitäten: deutscher, deutsche, österreicher, schweizer, franzose, italiener, spanier, portugiese, holländer, engländer, brite, ire, schwede, norweger, däne, finne, pole, tscheche, ungar, grieche, türke, russe, ukrainer, amerikaner, kanadier, mexikaner, brasilianer, chinese, japaner, inder, syrer, afghane
kontinente: europa, asien, afrika, amerika, nordamerika, südamerika, australien, ozeanien, antarktis, arktis
deutsche städte: berlin, hamburg, münchen, köln, frankfurt, stuttgart, düsseldorf, leipzig, dresden, hannover, nürnberg, bremen, essen, dortmund, duisburg, bochum, bonn, münster, mannheim, karlsruhe, augsburg, wiesbaden, freiburg, kiel, mainz, erfurt, rostock, kassel, potsdam, heidelberg, regensburg, ulm, aachen, würzburg, jena, chemnitz, magdeburg, trier
städte in österreich und schweiz: wien, graz, linz, salzburg, innsbruck, klagenfurt, bregenz, villach, zürich, genf, basel, bern, lausanne, luzern, st. gallen, winterthur
weltstädte: paris, london, rom, madrid, barcelona, mailand, venedig, amsterdam, brüssel, kopenhagen, stockholm, oslo, helsinki, prag, budapest, warschau, athen, istanbul, moskau, lissabon, dublin, new york, los angeles, san francisco, chicago, miami, tokio, peking, shanghai, hongkong, sydney, dubai, bangkok, kairo, singapur
bundesländer: bayern, hessen, sachsen, thüringen, brandenburg, niedersachsen, nordrhein-westfalen, nrw, rheinland-pfalz, saarland, schleswig-holstein, sachsen-anhalt, mecklenburg-vorpommern, baden-württemberg, tirol, kärnten, steiermark, vorarlberg, burgenland, niederösterreich, oberösterreich
währungen: euro, dollar, pfund, franken, yen, yuan, rubel, lira, zloty, krone, kronen, rupie, peso, real, forint, bitcoin, cent, eur, usd, chf
sprachen: deutsch, englisch, französisch, spanisch, italienisch, portugiesisch, niederländisch, polnisch, russisch, türkisch, arabisch, chinesisch, japanisch, koreanisch, griechisch, schwedisch, dänisch, norwegisch, finnisch, ungarisch, tschechisch, kroatisch, serbisch, ukrainisch, rumänisch, hebräisch, persisch, hindi, latein, esperanto
männernamen: peter, hans, michael, thomas, andreas, stefan, markus, christian, martin, daniel, paul, lukas, max, felix, leon, jonas, tim, tobias, alexander, sebastian, klaus, wolfgang, jürgen, karl, otto, ben, finn, noah, elias, ali, mohammed
frauennamen: anna, maria, laura, julia, lisa, sarah, lena, katharina, sabine, petra, monika, susanne, claudia, andrea, nicole, stefanie, martina, emma, mia, hannah, sophie, lea, marie, eva, christine, karin, ursula, fatma, aylin
familie: mutter, vater, mama, papa, eltern, bruder, schwester, geschwister, sohn, tochter, kind, oma, opa, großeltern, enkel, enkelin, onkel, tante, cousin, cousine, neffe, nichte, schwager, schwägerin, schwiegermutter, schwiegervater, stiefvater, zwilling, patenkind
partnerschaft: ehe, hochzeit, verlobung, trauung, ehering, braut, bräutigam, scheidung, beziehung, flitterwochen, ehemann, ehefrau, trauzeuge, polterabend, heiratsantrag
lebensphasen: geburt, baby, kleinkind, kindheit, kind, jugend, pubertät, teenager, erwachsener, rentner, alter, tod
gesundheitsberufe: arzt, ärztin, zahnarzt, hausarzt, frauenarzt, kinderarzt, hautarzt, augenarzt, orthopäde, chirurg, psychologe, therapeut, physiotherapeut, apotheker, krankenschwester, krankenpfleger, hebamme, sanitäter, heilpraktiker, tierarzt
handwerksberufe: bäcker, metzger, fleischer, tischler, schreiner, maurer, dachdecker, maler, elektriker, klempner, installateur, schlosser, mechaniker, mechatroniker, zimmermann, fliesenleger, gärtner, friseur, schneider, schuster, glaser, schornsteinfeger
büroberufe: buchhalter, sekretärin, steuerberater, anwalt, notar, berater, manager, controller, sachbearbeiter, bankkaufmann, makler, architekt, ingenieur, programmierer, informatiker, journalist, redakteur, übersetzer, designer, grafiker
dienstleistungsberufe: kellner, koch, verkäufer, kassierer, fahrer, taxifahrer, busfahrer, lkw-fahrer, pilot, flugbegleiter, postbote, putzfrau, hausmeister, polizist, feuerwehrmann, soldat, lehrer, erzieher, babysitter, bauer, landwirt, richter
läden: bäckerei, metzgerei, supermarkt, apotheke, drogerie, buchhandlung, kiosk, blumenladen, friseursalon, baumarkt, möbelhaus, schuhgeschäft, elektromarkt, optiker, juwelier, tankstelle, reinigung, getränkemarkt, tierhandlung, spielwarenladen
branchen: automobilindustrie, maschinenbau, chemie, pharma, gastronomie, tourismus, handel, einzelhandel, logistik, bauwesen, landwirtschaft, finanzwesen, energie, telekommunikation, medien, biotechnologie, it, medizintechnik, textil, luftfahrt, kreativwirtschaft, stahl
haustiere: hund, katze, hamster, meerschweinchen, kaninchen, hase, wellensittich, papagei, goldfisch, schildkröte, welpe, kätzchen, kater, dackel, schäferhund, pudel
nutztiere: kuh, kühe, schwein, schaf, ziege, pferd, esel, huhn, hahn, ente, gans, truthahn, stier, kalb, lamm, biene, pony
wildtiere: löwe, tiger, bär, wolf, fuchs, elefant, giraffe, affe, zebra, nashorn, nilpferd, krokodil, schlange, hirsch, reh, wildschwein, igel, eichhörnchen, hai, wal, delfin, pinguin, känguru, panda, koala, adler, eule, frosch, maus, ratte
insekten: biene, wespe, fliege, mücke, ameise, schmetterling, käfer, spinne, zecke, floh, kakerlake, marienkäfer, heuschrecke, laus, motte
pflanzen: baum, blume, rose, tulpe, nelke, sonnenblume, kaktus, gras, busch, strauch, hecke, eiche, buche, birke, tanne, fichte, kiefer, ahorn, palme, farn, moos, orchidee, lavendel, efeu
körperteile: kopf, hals, schulter, arm, hand, finger, daumen, bauch, rücken, brust, hüfte, bein, knie, fuß, füße, zeh, ellbogen, nacken, haut, po, nabel, handgelenk, knöchel
gesicht: auge, augen, nase, mund, ohr, ohren, stirn, wange, kinn, lippe, lippen, zahn, zähne, zunge, haare, bart, augenbraue, wimper
organe: herz, lunge, leber, niere, magen, darm, gehirn, hirn, blase, muskel, knochen, blut, nerven, wirbelsäule, galle, schilddrüse
krankheiten: erkältung, grippe, corona, krebs, diabetes, asthma, migräne, herzinfarkt, schlaganfall, allergie, bluthochdruck, rheuma, depression, demenz, alzheimer, masern, windpocken, lungenentzündung, bronchitis, arthrose, aids, malaria, burnout, tumor
symptome: fieber, husten, schnupfen, kopfschmerzen, bauchschmerzen, halsschmerzen, übelkeit, durchfall, schwindel, juckreiz, ausschlag, atemnot, müdigkeit, krämpfe, schwellung, erbrechen, verstopfung, schüttelfrost
medikamente: aspirin, ibuprofen, paracetamol, antibiotika, antibiotikum, salbe, tabletten, tropfen, hustensaft, pille, insulin, impfung, vitamine, pflaster, nasenspray, schlaftabletten, cortison, penicillin, globuli
drogen: cannabis, marihuana, haschisch, gras, kokain, heroin, ecstasy, lsd, crystal meth, joint, kiffen, speed, crack, amphetamine, koks
medizinische maßnahmen: operation, untersuchung, therapie, röntgen, mrt, ct, ultraschall, blutabnahme, impfung, bluttest, narkose, akupunktur, massage, physiotherapie, krankengymnastik, reha, zahnreinigung, ekg
körperpflege: seife, shampoo, duschgel, zahnbürste, zahnpasta, deo, rasierer, creme, sonnencreme, handtuch, kamm, bürste, föhn, parfüm, lippenstift, nagellack, toilettenpapier, windeln
oberbekleidung: hemd, bluse, t-shirt, pullover, hose, jeans, rock, kleid, anzug, jacke, mantel, sakko, weste, shorts, dirndl, lederhose, trainingsanzug, jogginghose
wäsche: unterhose, slip, bh, unterhemd, socken, strumpfhose, strümpfe, pyjama, schlafanzug, bademantel, bikini, badehose, badeanzug, boxershorts
schuhwerk: schuhe, stiefel, sandalen, turnschuhe, sneaker, hausschuhe, pumps, gummistiefel, flip-flops, wanderschuhe, absatzschuhe
accessoires: gürtel, mütze, hut, schal, handschuhe, krawatte, brille, sonnenbrille, handtasche, rucksack, ring, kette, ohrringe, armband, armbanduhr, regenschirm, geldbeutel
farben: rot, blau, grün, gelb, schwarz, weiß, grau, braun, orange, lila, violett, rosa, pink, türkis, beige, gold, silber, magenta, cyan, dunkelblau, hellgrün, bordeaux
materialien: holz, metall, eisen, stahl, aluminium, kupfer, gold, silber, glas, plastik, kunststoff, papier, pappe, leder, baumwolle, wolle, seide, leinen, beton, stein, ziegel, marmor, keramik, porzellan, gummi, styropor
muster: gestreift, kariert, gepunktet, einfarbig, bunt, geblümt, meliert, streifen, punkte, karo
straßenfahrzeuge: auto, lkw, transporter, motorrad, moped, roller, fahrrad, e-bike, wohnmobil, wohnwagen, anhänger, traktor, bagger, kombi, cabrio, limousine, suv, pickup, krankenwagen, e-scooter
verkehrsmittel: bus, bahn, zug, straßenbahn, tram, u-bahn, s-bahn, taxi, flugzeug, schiff, fähre, ice, regionalbahn, fernbus, seilbahn, hubschrauber, nachtzug, shuttle
wasserfahrzeuge: boot, schiff, segelboot, yacht, kanu, kajak, ruderboot, fähre, schlauchboot, tretboot, motorboot, u-boot, kreuzfahrtschiff
autoteile: motor, getriebe, bremse, bremsen, reifen, felge, lenkrad, auspuff, kupplung, batterie, scheinwerfer, blinker, windschutzscheibe, scheibenwischer, stoßstange, kofferraum, tank, zündkerze, ölfilter, airbag, gurt, rückspiegel, sitz
verkehrswege: straße, autobahn, landstraße, radweg, gehweg, bürgersteig, kreuzung, kreisverkehr, brücke, tunnel, ampel, zebrastreifen, ausfahrt, allee, gasse, bundesstraße, umleitung
gebäude: haus, wohnhaus, hochhaus, schule, krankenhaus, kirche, rathaus, bahnhof, hotel, museum, theater, fabrik, turm, schloss, burg, scheune, garage, halle, hütte, villa, bunker, moschee, synagoge
räume: küche, bad, badezimmer, wohnzimmer, schlafzimmer, kinderzimmer, esszimmer, arbeitszimmer, flur, diele, keller, dachboden, garage, balkon, terrasse, garten, abstellkammer, toilette, gästezimmer, waschküche, saal, büro
hausteile: tür, fenster, dach, wand, boden, decke, treppe, kamin, schornstein, fassade, zaun, tor, rollladen, fußboden, mauer, geländer
möbel: tisch, stuhl, bett, schrank, sofa, couch, sessel, regal, kommode, schreibtisch, hocker, bank, nachttisch, spiegel, teppich, vorhang, matratze, lampe, kleiderschrank
küchengeräte: herd, backofen, kühlschrank, mikrowelle, spülmaschine, toaster, wasserkocher, kaffeemaschine, mixer, gefrierschrank, dunstabzug, küchenmaschine, airfryer, fritteuse, reiskocher
haushaltsgeräte: waschmaschine, trockner, staubsauger, saugroboter, bügeleisen, heizung, klimaanlage, ventilator, nähmaschine, luftreiniger, luftbefeuchter, boiler, thermostat
geschirr: teller, tasse, glas, becher, schüssel, topf, pfanne, messer, gabel, löffel, kanne, schale, backblech, flasche, korkenzieher, dosenöffner
werkzeuge: hammer, schraubenzieher, schraubendreher, zange, säge, bohrmaschine, akkuschrauber, schraubenschlüssel, nagel, schraube, dübel, feile, axt, schaufel, spaten, wasserwaage, zollstock, leiter, pinsel
putzmittel: putzmittel, waschmittel, spülmittel, besen, wischmopp, eimer, lappen, schwamm, staubtuch, handfeger, weichspüler, entkalker, desinfektionsmittel
endgeräte: computer, laptop, handy, smartphone, tablet, fernseher, drucker, scanner, smartwatch, konsole, router, e-reader, kindle, playstation, xbox, nintendo, iphone, ipad, macbook, beamer
computerteile: bildschirm, tastatur, maus, festplatte, ssd, usb-stick, prozessor, grafikkarte, arbeitsspeicher, mainboard, netzteil, webcam, kabel, usb, hdmi, touchpad, lüfter
audiogeräte: lautsprecher, kopfhörer, radio, stereoanlage, plattenspieler, verstärker, mikrofon, mp3-player, soundbar, headset
smart-home-geräte: lampe, steckdose, thermostat, rollladen, jalousie, alarmanlage, rauchmelder, türschloss, überwachungskamera, saugroboter, bewegungsmelder, klingel, alexa, echo, hue
softwarearten: betriebssystem, browser, app, textverarbeitung, tabellenkalkulation, datenbank, antivirus, firewall, treiber, plugin, erweiterung, editor, mailprogramm, crm, erp, cms, bildbearbeitung, buchhaltungssoftware, chatbot
programme: word, excel, powerpoint, outlook, photoshop, office, teams, acrobat, wordpress, sap, firefox, chrome, safari, edge, thunderbird, gimp
betriebssysteme: windows, linux, macos, ubuntu, android, ios, debian, unix, chrome os, unix-system, windows 11, windows 10, ipados, raspbian
programmiersprachen: python, java, javascript, typescript, php, ruby, rust, golang, html, css, sql, kotlin, swift, perl, basic, c++
soziale netzwerke: facebook, instagram, twitter, tiktok, snapchat, linkedin, xing, youtube, pinterest, reddit, tinder, twitch, mastodon, tumblr
messenger: whatsapp, telegram, signal, threema, messenger, skype, discord, slack, teams, zoom, facetime, imessage, wechat, sms
dateiformate: pdf, jpg, jpeg, png, gif, mp3, mp4, zip, docx, xlsx, csv, txt, xml, json, html, svg, epub, avi, wav, pptx
netzbegriffe: wlan, lan, vpn, router, modem, dns, ip-adresse, domain, server, firewall, proxy, hotspot, bandbreite, 5g, lte, glasfaser, dsl
computerbedienung: klicken, doppelklick, rechtsklick, scrollen, wischen, tippen, ziehen, markieren, kopieren, einfügen, ausschneiden, speichern, drucken, zoomen
computerstörungen: absturz, fehlermeldung, bluescreen, virus, bug, datenverlust, timeout, einfrieren, hängen, error, ladefehler
ki-begriffe: künstliche intelligenz, ki, maschinelles lernen, neuronales netz, chatgpt, algorithmus, roboter, chatbot, turing-test, sprachmodell, siri, alexa, cortana
musikgenres: pop, rock, jazz, klassik, hip hop, rap, techno, metal, blues, reggae, schlager, country, punk, soul, funk, house, indie, volksmusik, elektro, disco, r&b
musikinstrumente: klavier, gitarre, geige, schlagzeug, flöte, trompete, saxofon, cello, klarinette, orgel, akkordeon, harfe, bass, keyboard, ukulele, mundharmonika, posaune, trommel
musikbegriffe: lied, song, album, melodie, text, refrain, konzert, band, chor, orchester, playlist, note, takt, sänger, strophe
filmgenres: komödie, drama, thriller, horror, actionfilm, krimi, science fiction, fantasy, liebesfilm, dokumentation, zeichentrick, western, romanze, animationsfilm, anime, kriegsfilm, sci-fi
filme und serien: star wars, titanic, matrix, terminator, harry potter, herr der ringe, game of thrones, tatort, star trek, avatar, breaking bad, simpsons, james bond
buchgenres: roman, krimi, biografie, sachbuch, lyrik, gedicht, märchen, comic, fantasy, kurzgeschichte, kochbuch, ratgeber, lexikon, manga, thriller, kinderbuch
künstlerarten: maler, sänger, musiker, schauspieler, tänzer, autor, dichter, bildhauer, regisseur, komponist, fotograf, dj, rapper, komiker, kabarettist, zauberer, model
kunstformen: malerei, bildhauerei, fotografie, theater, oper, ballett, film, literatur, tanz, architektur, zeichnung, skulptur, grafik
medien: zeitung, zeitschrift, radio, fernsehen, internet, buch, podcast, blog, magazin, nachrichten, presse, film
niederschlag und wetter: regen, schnee, hagel, gewitter, sturm, nebel, sonne, wolken, wind, frost, glatteis, blitz, donner, schauer, niesel, tau, orkan, regenbogen, graupel
wetterzustände: sonnig, bewölkt, regnerisch, windig, stürmisch, neblig, heiß, warm, kalt, mild, schwül, frostig, trocken, wolkig, heiter, eisig
naturkatastrophen: erdbeben, überschwemmung, hochwasser, tsunami, vulkanausbruch, waldbrand, lawine, hurrikan, tornado, dürre, erdrutsch
jahreszeiten: frühling, frühjahr, sommer, herbst, winter, im frühling, im sommer, im herbst, im winter, hochsommer, spätsommer, spätherbst, saison
wochentage: montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags
monate: januar, jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember
tageszeiten: morgen, morgens, früh, vormittag, vormittags, mittag, mittags, nachmittag, nachmittags, abend, abends, nacht, nachts, mitternacht
relative tage: heute, morgen, gestern, übermorgen, vorgestern, nächste woche, letzte woche, nächsten monat, letzten monat, nächstes jahr, letztes jahr, heute abend, morgen früh, wochenende
zeiteinheiten: sekunde, sekunden, minute, minuten, stunde, stunden, tag, tage, woche, wochen, monat, monate, jahr, jahre, jahrzehnt, jahrhundert, quartal, halbjahr, viertelstunde
zeitpunkte: jetzt, gleich, sofort, bald, später, vorhin, eben, neulich, damals, früher, demnächst, nachher, gerade, kürzlich
häufigkeit: immer, oft, häufig, manchmal, selten, nie, niemals, täglich, wöchentlich, monatlich, jährlich, stündlich, einmal, zweimal, dreimal, regelmäßig, gelegentlich
zahlwörter: null, eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, dreizehn, fünfzehn, zwanzig, dreißig, vierzig, fünfzig, sechzig, siebzig, achtzig, neunzig, hundert, tausend, million, millionen, milliarde
ordnungszahlen: erste, erster, zweite, zweiter, dritte, dritter, vierte, fünfte, sechste, siebte, achte, neunte, zehnte, elfte, zwölfte, zwanzigste, letzte
bruchteile: halb, hälfte, drittel, viertel, dreiviertel, prozent, doppelt, dreifach, achtel, zehntel
unbestimmte mengen: viel, viele, wenig, wenige, einige, mehrere, manche, alle, keine, genug, mehr, weniger, etwas, paar, sämtliche
rechenarten: plus, minus, mal, geteilt, wurzel, quadrat, summe, differenz, produkt, addieren, subtrahieren, multiplizieren, dividieren, bruch, prozentrechnung, dreisatz
feiertage: weihnachten, heiligabend, ostern, pfingsten, silvester, neujahr, karfreitag, himmelfahrt, fronleichnam, allerheiligen, nikolaus, advent, halloween, fasching, karneval, valentinstag, muttertag, vatertag, dreikönig
längenmaße: meter, kilometer, zentimeter, millimeter, meile, meilen, zoll, inch, fuß, km, cm, mm, yard, seemeile
gewichtsmaße: gramm, kilo, kilogramm, kg, tonne, tonnen, pfund, unze, milligramm, zentner
raum- und flächenmaße: liter, milliliter, quadratmeter, qm, kubikmeter, hektar, hektoliter, ml, gallone, esslöffel, teelöffel
technische einheiten: watt, kilowatt, kwh, volt, ampere, hertz, gigabyte, megabyte, terabyte, gb, mb, pixel, grad, celsius, ps, bar, mbit
formen: kreis, quadrat, dreieck, rechteck, kugel, würfel, zylinder, pyramide, oval, stern, linie, kegel, raute, sechseck, rund, eckig
größen: groß, klein, riesig, winzig, lang, kurz, breit, schmal, hoch, niedrig, tief, dick, dünn, xl, xxl
richtungen: links, rechts, oben, unten, vorne, hinten, geradeaus, norden, süden, osten, westen, nördlich, südlich, rückwärts, vorwärts
lagewörter: neben, zwischen, über, unter, vor, hinter, gegenüber, drinnen, draußen, innen, außen, mitten, hier, dort, da, drüben
positive gefühle: glücklich, froh, fröhlich, zufrieden, begeistert, stolz, verliebt, dankbar, erleichtert, entspannt, hoffnungsvoll, gelassen, heiter, überglücklich, motiviert, neugierig
trauer und sorge: traurig, einsam, verzweifelt, deprimiert, niedergeschlagen, enttäuscht, besorgt, ängstlich, unglücklich, hoffnungslos, gekränkt, verletzt, bedrückt
ärger: wütend, sauer, zornig, verärgert, genervt, böse, gereizt, frustriert, empört, stinksauer, beleidigt
erschöpfung: müde, erschöpft, kaputt, gestresst, schlapp, ausgelaugt, überarbeitet, schläfrig, gelangweilt, überfordert, fertig
gute eigenschaften: nett, freundlich, höflich, klug, schlau, ehrlich, fleißig, mutig, lustig, geduldig, treu, hilfsbereit, zuverlässig, sympathisch, großzügig, kreativ
schlechte eigenschaften: böse, gemein, faul, dumm, frech, arrogant, egoistisch, geizig, unhöflich, unfreundlich, aggressiv, feige, stur, eingebildet, nervig
lobwörter: super, toll, klasse, prima, perfekt, genial, großartig, hervorragend, ausgezeichnet, wunderbar, spitze, fantastisch, cool, geil, hammer, brillant
tadelwörter: schlecht, mies, furchtbar, schrecklich, grauenhaft, miserabel, katastrophal, enttäuschend, unbrauchbar, peinlich, erbärmlich, lausig, unverschämt
beleidigungen: idiot, depp, trottel, dummkopf, arschloch, blödmann, vollpfosten, penner, wichser, schlampe, miststück, sau, esel, versager, lügner
politik: regierung, partei, wahl, kanzler, bundeskanzler, präsident, minister, bundestag, parlament, demokratie, abgeordneter, opposition, koalition, gesetz, diktatur, kommunismus, faschismus, kapitalismus, eu
religion: gott, kirche, jesus, bibel, glaube, gebet, beten, christ, islam, judentum, buddhismus, hinduismus, moschee, synagoge, pfarrer, papst, koran, allah, teufel, engel, himmel, hölle, taufe, atheist
krieg: krieg, waffe, waffen, soldat, bombe, armee, panzer, rakete, angriff, frieden, schlacht, atombombe, front, munition, bundeswehr
verbrechen: mord, diebstahl, raub, betrug, einbruch, überfall, erpressung, körperverletzung, vergewaltigung, entführung, terror, korruption, geldwäsche, sachbeschädigung, identitätsdiebstahl, stalking
recht: gesetz, gericht, anwalt, klage, urteil, strafe, vertrag, paragraph, prozess, grundgesetz, bgb, staatsanwalt, zeuge, anzeige, haftung
philosophie: sinn, leben, tod, wahrheit, seele, bewusstsein, freiheit, moral, ethik, existenz, ewigkeit, glück, schicksal, verstand, universum, gerechtigkeit
weltraum: mond, sonne, stern, planet, mars, erde, jupiter, venus, saturn, galaxie, universum, rakete, astronaut, nasa, raumschiff, schwarzes loch, komet, satellit, milchstraße
wissenschaften: physik, chemie, biologie, mathematik, medizin, informatik, astronomie, psychologie, soziologie, geologie, philosophie, genetik, statistik, archäologie, linguistik
schulfächer: mathe, englisch, physik, biologie, erdkunde, geografie, geschichte, kunst, musik, religion, ethik, sport, informatik, sozialkunde, latein
studienfächer: jura, bwl, vwl, medizin, maschinenbau, elektrotechnik, germanistik, architektur, pädagogik, psychologie, lehramt, wirtschaftsinformatik, betriebswirtschaft
bildungsabschlüsse: abitur, matura, bachelor, master, diplom, doktor, promotion, hauptschulabschluss, realschulabschluss, mittlere reife, fachabitur, gesellenbrief, meisterbrief, mba, habilitation
bildungseinrichtungen: schule, grundschule, hauptschule, realschule, gymnasium, gesamtschule, berufsschule, universität, hochschule, fachhochschule, volkshochschule, kindergarten, akademie, kita, musikschule, förderschule
unternehmensformen: gmbh, ag, gbr, ug, kg, ohg, einzelunternehmen, genossenschaft, stiftung, verein, kgaa, gmbh & co. kg, e.u., holding
firmenrollen: geschäftsführer, chef, vorstand, gesellschafter, abteilungsleiter, teamleiter, prokurist, mitarbeiter, praktikant, azubi, werkstudent, assistent, sekretärin, betriebsrat
firmenbereiche: vertrieb, marketing, buchhaltung, personalabteilung, einkauf, produktion, lager, logistik, entwicklung, kundendienst, controlling, geschäftsleitung, rechtsabteilung, it-abteilung
steuerarten: einkommensteuer, lohnsteuer, mehrwertsteuer, umsatzsteuer, gewerbesteuer, körperschaftsteuer, grundsteuer, erbschaftsteuer, kfz-steuer, kirchensteuer, hundesteuer, kapitalertragsteuer, grunderwerbsteuer, schenkungsteuer, solidaritätszuschlag
ausweise: personalausweis, reisepass, führerschein, visum, aufenthaltstitel, kinderreisepass, gesundheitskarte, studentenausweis, schwerbehindertenausweis, mitgliedsausweis, dienstausweis, fahrzeugschein
urkunden: geburtsurkunde, heiratsurkunde, sterbeurkunde, zeugnis, führungszeugnis, meldebescheinigung, vollmacht, testament, zertifikat, bescheinigung, grundbuchauszug, ehefähigkeitszeugnis
geschäftspapiere: rechnung, quittung, angebot, vertrag, lieferschein, mahnung, kontoauszug, kostenvoranschlag, bestellung, auftragsbestätigung, gutschrift, lohnabrechnung
ämter: rathaus, finanzamt, standesamt, bürgeramt, einwohnermeldeamt, jugendamt, arbeitsamt, jobcenter, ausländerbehörde, gesundheitsamt, ordnungsamt, sozialamt, zulassungsstelle, bauamt, katasteramt, gericht, polizei, zoll, veterinäramt
sozialleistungen: kindergeld, elterngeld, arbeitslosengeld, bürgergeld, wohngeld, bafög, rente, krankengeld, sozialhilfe, pflegegeld, mutterschaftsgeld, unterhaltsvorschuss, grundsicherung, kurzarbeitergeld
bankprodukte: girokonto, sparkonto, kreditkarte, debitkarte, kredit, dispo, tagesgeld, festgeld, bausparvertrag, depot, hypothek, sparplan, fonds, aktien, anleihen, etf, darlehen
bankvorgänge: überweisung, lastschrift, dauerauftrag, einzahlung, abhebung, abbuchung, kontoeröffnung, kartensperrung, umbuchung, gutschrift, echtzeitüberweisung, auslandsüberweisung
versicherungen: krankenversicherung, haftpflicht, hausratversicherung, kfz-versicherung, lebensversicherung, unfallversicherung, rechtsschutz, rentenversicherung, berufsunfähigkeit, reiseversicherung, pflegeversicherung, kasko, vollkasko, teilkasko, gebäudeversicherung, zahnzusatzversicherung, tierversicherung
zahlungsarten: paypal, kreditkarte, rechnung, lastschrift, vorkasse, bar, barzahlung, überweisung, nachnahme, apple pay, google pay, klarna, sofortüberweisung, ec-karte, visa, mastercard, giropay, ratenzahlung, gutschein, amex
energie: strom, gas, solar, windkraft, atomkraft, kohle, öl, wasserkraft, biogas, wärmepumpe, fernwärme, photovoltaik, akku, wasserstoff, kernkraft, erdwärme
kraftstoffe: benzin, diesel, super, e10, autogas, lpg, adblue, wasserstoff, kerosin, heizöl
umwelt: klima, umweltschutz, recycling, müll, abgas, co2, feinstaub, natur, artenschutz, wald, nachhaltigkeit, treibhauseffekt, plastikmüll, ozon
abfallarten: restmüll, biomüll, papier, altpapier, altglas, gelber sack, sperrmüll, elektroschrott, sondermüll, kompost, verpackung, grünschnitt, altkleider
unterkünfte: hotel, hostel, pension, ferienwohnung, jugendherberge, campingplatz, zelt, gasthof, airbnb, ferienhaus, motel, resort, herberge, berghütte, bauernhof
hotelausstattung: frühstück, pool, sauna, wlan, minibar, klimaanlage, balkon, parkplatz, rezeption, zimmerservice, halbpension, vollpension, fitnessraum, doppelbett, meerblick, bademantel
reisebegriffe: urlaub, flug, koffer, gepäck, reisepass, strand, reiseführer, rundreise, kreuzfahrt, städtereise, pauschalreise, last minute, flitterwochen, souvenir, reisebüro
flugbegriffe: flug, gate, terminal, bordkarte, handgepäck, check-in, economy, business class, first class, gangplatz, fensterplatz, zwischenlandung, landung, start, sicherheitskontrolle
fluglinien: lufthansa, eurowings, ryanair, easyjet, condor, klm, air france, british airways, emirates, swiss, austrian airlines, tuifly, wizz air
landschaften: berg, tal, see, meer, fluss, wald, wüste, insel, strand, küste, wiese, hügel, gletscher, vulkan, dschungel, steppe, moor, heide
sehenswürdigkeiten: museum, schloss, burg, dom, denkmal, turm, zoo, park, brücke, altstadt, aussichtspunkt, brunnen, stadtmauer, kloster, ruine
freizeitorte: kino, schwimmbad, zoo, park, freizeitpark, spielplatz, disco, restaurant, café, biergarten, eisdiele, fitnessstudio, bowlingbahn, kletterhalle, konzerthalle
hobbys: lesen, kochen, backen, malen, zeichnen, fotografieren, basteln, stricken, nähen, gärtnern, angeln, wandern, musizieren, tanzen, singen, sammeln, zocken, reisen, häkeln, puzzeln
spiele: schach, dame, mühle, monopoly, poker, skat, uno, mau mau, kniffel, memory, scrabble, mensch ärgere dich nicht, rommé, puzzle, sudoku, verstecken, tic tac toe, domino, kreuzworträtsel, galgenmännchen
videospiele: minecraft, fortnite, fifa, gta, tetris, pokémon, super mario, sims, zelda, call of duty, counter-strike, roblox, world of warcraft
spielzeug: puppe, lego, teddy, ball, bauklötze, spielzeugauto, kuscheltier, playmobil, drachen, barbie, kreisel, murmeln, modelleisenbahn
anlässe: geburtstag, hochzeit, taufe, jubiläum, abschluss, einweihung, jugendweihe, kommunion, konfirmation, silvesterparty, weihnachtsfeier, junggesellenabschied, grillparty, beerdigung
veranstaltungsarten: konzert, messe, festival, kongress, konferenz, seminar, workshop, vortrag, lesung, ausstellung, tagung, flohmarkt, weihnachtsmarkt, volksfest, führung, webinar, stammtisch
bürobedarf: stift, kugelschreiber, bleistift, heft, ordner, locher, tacker, radiergummi, lineal, schere, kleber, umschlag, briefmarke, block, marker
behälter: karton, kiste, dose, flasche, tüte, sack, beutel, eimer, korb, box, tonne, fass, schachtel, tube, paket
begrüßungen: hallo, hi, hey, guten tag, guten morgen, guten abend, moin, servus, grüß gott, grüezi, tach, willkommen, na, hallöchen, huhu, yo, mahlzeit
abschiede: tschüss, tschüs, ciao, auf wiedersehen, bis bald, bis später, bye, mach's gut, bis dann, bis morgen, gute nacht, adieu, servus, tschau, schönen tag, wiederhören
dankesworte: danke, dankeschön, vielen dank, merci, besten dank, herzlichen dank, thx, thanks, dank, vergelt's gott, tausend dank
entschuldigungen: entschuldigung, sorry, verzeihung, tut mir leid, pardon, verzeih, bedaure, mein fehler, entschuldige, nichts für ungut
höflichkeit: bitte, gerne, gern geschehen, keine ursache, bitteschön, freut mich, angenehm, gesundheit, herzlichen glückwunsch, alles gute, gute besserung, viel glück
bejahungen: ja, jawohl, jo, klar, genau, natürlich, sicher, okay, ok, gerne, stimmt, richtig, einverstanden, selbstverständlich, yes, jep, jup, freilich, definitiv, absolut, logo
verneinungen: nein, nö, nee, nicht, kein, keine, niemals, keinesfalls, auf keinen fall, nope, keineswegs, no, niemand, nichts, nirgends, weder
unsicherheit: vielleicht, eventuell, möglicherweise, wahrscheinlich, vermutlich, wohl, womöglich, mal sehen, keine ahnung, weiß nicht, jein, kommt drauf an, angeblich
interjektionen: ach, oh, aha, hm, hmm, ähm, wow, ups, hoppla, naja, tja, juhu, aua, pst, puh, boah, mensch, haha, hihi, igitt, na ja
lachausdrücke: haha, hahaha, hihi, lol, rofl, hehe, xd, lmao, zum totlachen, hehehe, höhö, muhaha
zeitfragen: wann, ab wann, bis wann, wie lange, wie spät, seit wann, wie oft, um wieviel uhr, wie bald, zu welcher zeit, um wie viel uhr, an welchem tag
ortsfragen: wo, wohin, woher, von wo, bis wohin, in welcher stadt, an welchem ort, in welchem land, wo genau, in welcher straße, woher genau, wo ungefähr
grundfragen: warum, wieso, weshalb, weswegen, wozu, wofür, aus welchem grund, aus welchen gründen, wie kommt es, wieso denn, warum denn
artfragen: wie, auf welche weise, womit, wodurch, inwiefern, inwieweit, wie genau, auf welchem weg, in welcher form, mit welchen mitteln, wie denn
personenfragen: wer, wem, wen, wessen, mit wem, für wen, von wem, bei wem, wer genau, an wen, welche person, wer alles
mengenfragen: wie viel, wie viele, wieviel, wieviele, wie groß, wie hoch, wie teuer, wie weit, wie schwer, wie alt
sachfragen: was, welche, welcher, welches, welchen, was für, worüber, woran, worum, worauf
personalpronomen: ich, du, er, sie, wir, ihr, mich, dich, uns, euch, ihnen, ihm, mir, dir
besitzwörter: mein, meine, meinen, dein, deine, deinen, sein, unser, unsere, euer, eure, ihre, seine
modalverben: können, kann, kannst, könnte, müssen, muss, musst, dürfen, darf, sollen, soll, sollte, wollen, will, willst, mögen, möchte, würde
fortbewegung: gehen, laufen, fahren, fliegen, rennen, reisen, wandern, springen, klettern, kommen, steigen, kriechen, schwimmen, spazieren, eilen, reiten, flüchten
aufbruch und rückkehr: losfahren, abreisen, aufbrechen, abfahren, abfliegen, weggehen, umkehren, zurückkehren, ankommen, heimkommen, verlassen, einreisen
körperhaltung: sitzen, stehen, liegen, knien, hocken, lehnen, aufstehen, hinsetzen, hinlegen, bücken
sprechverben: sagen, sprechen, reden, erzählen, fragen, antworten, rufen, flüstern, schreien, erklären, berichten, diskutieren, plaudern, erwähnen, mitteilen, behaupten, vorlesen
kontaktverben: anrufen, schreiben, mailen, telefonieren, chatten, kontaktieren, melden, benachrichtigen, zurückrufen, simsen, faxen, posten, schicken
wahrnehmung: sehen, hören, fühlen, riechen, schmecken, spüren, bemerken, beobachten, erkennen, anschauen, zuhören, tasten, lauschen, gucken
denkverben: denken, glauben, meinen, wissen, verstehen, überlegen, vermuten, erinnern, vergessen, nachdenken, zweifeln, entscheiden, planen, lernen, begreifen
gefühlsverben: lieben, mögen, hassen, fürchten, hoffen, freuen, ärgern, trauern, vermissen, bewundern, bedauern, genießen, schämen, verachten
schaffensverben: machen, herstellen, bauen, erstellen, schreiben, malen, kochen, entwickeln, erfinden, gründen, basteln, gestalten, programmieren, nähen, produzieren, generieren
änderungsverben: ändern, wechseln, anpassen, bearbeiten, umwandeln, verschieben, umbuchen, korrigieren, erneuern, umstellen, umbenennen, aktualisieren, verbessern, tauschen, ersetzen
beginnverben: anfangen, beginnen, starten, loslegen, eröffnen, aktivieren, einschalten, anmachen, gründen, einleiten
endverben: aufhören, beenden, stoppen, abbrechen, kündigen, stornieren, schließen, einstellen, ausschalten, abschalten, absagen, ausmachen, abbestellen
entfernungsverben: löschen, entfernen, wegwerfen, beseitigen, streichen, leeren, abreißen, tilgen, abziehen, ausradieren, entsorgen, rausnehmen
gebeverben: geben, schenken, leihen, spenden, überreichen, verteilen, vererben, anbieten, abgeben, liefern, zurückgeben, überweisen
nehmverben: nehmen, holen, greifen, bekommen, erhalten, empfangen, kriegen, stehlen, abholen, annehmen, wegnehmen, sammeln
kaufverben: kaufen, bestellen, bezahlen, erwerben, ersteigern, shoppen, zahlen, abonnieren
suchverben: suchen, finden, nachschlagen, recherchieren, googeln, stöbern, forschen, entdecken, aufspüren, durchsuchen
zeigeverben: zeigen, anzeigen, vorführen, darstellen, präsentieren, einblenden, auflisten, vorstellen, deuten, demonstrieren
prüfverben: prüfen, überprüfen, kontrollieren, testen, checken, untersuchen, nachsehen, vergleichen, messen, verifizieren, begutachten
hilfsverben im service: helfen, unterstützen, beraten, betreuen, assistieren, erklären, begleiten, empfehlen, vermitteln, pflegen
reparaturverben: reparieren, beheben, flicken, instandsetzen, warten, austauschen, kleben, renovieren, restaurieren, sanieren
zerstörungsverben: zerstören, kaputtmachen, zerbrechen, beschädigen, vernichten, zerreißen, zerschlagen, sprengen, verbrennen, demolieren, ruinieren
verbindungsverben: verbinden, anschließen, koppeln, verknüpfen, befestigen, kleben, binden, einstecken, schrauben, montieren
haushaltsverben: putzen, waschen, bügeln, saugen, aufräumen, abwaschen, wischen, lüften, staubsaugen, spülen, fegen, kehren
küchenverben: backen, braten, grillen, schneiden, rühren, würzen, schälen, dünsten, frittieren, mischen, kneten, auftauen
körperverben: essen, trinken, schlafen, atmen, husten, niesen, gähnen, weinen, lachen, schwitzen, bluten, kotzen, duschen
arbeitsverben: arbeiten, bewerben, verdienen, kündigen, einstellen, leiten, organisieren, verhandeln, präsentieren, beauftragen, delegieren, jobben
lernverben: lernen, studieren, üben, lesen, unterrichten, wiederholen, büffeln, auswendig lernen, lehren, trainieren
konfliktverben: streiten, kämpfen, schlagen, drohen, beleidigen, angreifen, beschimpfen, töten, schubsen, treten, ermorden, verprügeln
steigerungsverben: erhöhen, steigern, vergrößern, verstärken, verlängern, erweitern, aufdrehen, anheben, hochsetzen, verdoppeln
minderungsverben: senken, verringern, reduzieren, verkleinern, kürzen, dämpfen, dimmen, mindern, abschwächen, halbieren
botidentität: roboter, bot, maschine, mensch, programm, künstliche intelligenz, computer, assistent, android, avatar
botfragen: name, alter, geburtstag, hobby, beruf, eltern, schöpfer, entwickler, geschlecht, wohnort, aussehen, lieblingsfarbe, gefühle, herkunft
`;
