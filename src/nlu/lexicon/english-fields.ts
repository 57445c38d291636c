/**
 * Kinds of things and what belongs to them in English: what is asked of one is often asked of another. In here belong
 * things of one kind, a kind a line; no politicians, no makes, chains or banks, which age.
 */
export const ENGLISH_FIELDS = `
team sports: football, soccer, rugby, cricket, basketball, volleyball, handball, hockey, ice hockey, baseball, softball, american football, water polo, netball, lacrosse, curling, rowing
individual sports: tennis, badminton, squash, table tennis, golf, athletics, swimming, diving, gymnastics, skiing, snowboarding, skating, surfing, sailing, boxing, wrestling, judo, karate, fencing, archery, cycling, running, marathon, triathlon, climbing, bowling, darts, snooker, horse riding, weightlifting
sports events: world cup, olympics, olympic games, champions league, super bowl, wimbledon, formula one, grand prix, tour de france, premier league, bundesliga, championship, final, semi-final, tournament, league, playoffs
sports people: player, coach, referee, goalkeeper, striker, captain, athlete, champion, trainer, umpire, quarterback, defender, midfielder
fruits: apple, pear, banana, orange, lemon, lime, grape, strawberry, raspberry, blueberry, blackberry, cherry, plum, peach, apricot, mango, pineapple, melon, watermelon, kiwi, fig, grapefruit, coconut, avocado, pomegranate
vegetables: potato, tomato, carrot, onion, garlic, cucumber, lettuce, spinach, cabbage, broccoli, cauliflower, pepper, courgette, zucchini, aubergine, eggplant, pea, bean, leek, celery, asparagus, mushroom, pumpkin, sweetcorn, radish, beetroot, kale
meat and fish: beef, pork, chicken, lamb, turkey, duck, ham, bacon, sausage, steak, veal, mince, salmon, tuna, cod, trout, herring, prawn, shrimp, crab, lobster, mussel, oyster
staple foods: bread, rice, pasta, noodles, flour, cereal, oats, porridge, toast, roll, bagel, couscous, quinoa, tortilla, lentils, chickpeas
dairy: milk, cheese, butter, cream, yoghurt, yogurt, egg, eggs, margarine, mozzarella, cheddar, parmesan, feta, quark, sour cream
sweet foods: cake, chocolate, biscuit, cookie, sweets, candy, ice cream, pudding, pie, muffin, doughnut, donut, pancake, waffle, jam, honey, brownie, cheesecake, croissant, marshmallow, caramel
spices and condiments: salt, pepper, sugar, vinegar, oil, olive oil, mustard, ketchup, mayonnaise, basil, parsley, oregano, thyme, cinnamon, vanilla, ginger, chilli, curry powder, paprika, cumin, soy sauce, nutmeg
soft drinks: water, juice, lemonade, cola, coke, pepsi, soda, orange juice, apple juice, smoothie, milkshake, iced tea, tonic, ginger ale, energy drink, red bull
hot drinks: coffee, tea, espresso, cappuccino, latte, latte macchiato, hot chocolate, cocoa, green tea, black tea, herbal tea, mocha, americano, flat white
alcoholic drinks: beer, wine, whisky, whiskey, vodka, gin, rum, tequila, champagne, prosecco, cider, cocktail, brandy, liqueur, lager, ale, mojito, margarita, martini, sherry, port
dishes: pizza, burger, hamburger, cheeseburger, sandwich, soup, salad, stew, curry, lasagne, lasagna, spaghetti, sushi, kebab, taco, burrito, omelette, risotto, fish and chips, hot dog, schnitzel, goulash, paella, ramen, falafel, quiche, steak, chips
cuisines: indian, thai, mexican, greek, vietnamese, lebanese, korean, mediterranean, american, asian, oriental, moroccan, ethiopian, peruvian, cajun, fusion
meals: breakfast, brunch, lunch, dinner, supper, tea, snack, buffet, barbecue, picnic, starter, main course, dessert
diets: vegan, vegetarian, gluten-free, lactose-free, kosher, halal, low-carb, keto, paleo, organic, sugar-free, pescatarian, nut-free
cooking actions: cook, bake, fry, boil, roast, grill, steam, stir, chop, peel, slice, mix, whisk, knead, simmer, season, marinate, grate, melt
places to eat: restaurant, café, bar, pub, bistro, canteen, diner, pizzeria, steakhouse, snack bar, food truck, beer garden, takeaway, tea room
european countries: germany, france, italy, spain, portugal, england, britain, united kingdom, uk, scotland, wales, ireland, austria, switzerland, netherlands, holland, belgium, luxembourg, denmark, sweden, norway, finland, iceland, poland, czech republic, hungary, greece, croatia, romania, bulgaria, ukraine, russia, turkey, serbia, slovenia, slovakia, estonia, latvia, lithuania, malta, cyprus
other countries: usa, united states, america, canada, mexico, brazil, argentina, chile, peru, colombia, cuba, china, japan, india, pakistan, thailand, vietnam, indonesia, malaysia, singapore, philippines, south korea, australia, new zealand, egypt, morocco, tunisia, kenya, nigeria, south africa, israel, iran, iraq, saudi arabia, dubai, syria, afghanistan, sri lanka, nepal
nationalities: german, french, italian, spanish, english, british, american, scottish, welsh, irish, austrian, swiss, dutch, belgian, danish, swedish, norwegian, finnish, polish, czech, hungarian, greek, russian, turkish, ukrainian, canadian, mexican, brazilian, chinese, japanese, indian, australian, african
continents and regions: europe, asia, africa, america, north america, south america, australia, antarctica, middle east, scandinavia, balkans, caribbean, mediterranean, far east, latin america
european cities: london, paris, berlin, munich, hamburg, frankfurt, cologne, stuttgart, vienna, zurich, geneva, rome, milan, venice, florence, madrid, barcelona, lisbon, dublin, edinburgh, glasgow, manchester, liverpool, birmingham, amsterdam, brussels, copenhagen, stockholm, oslo, helsinki, prague, warsaw, budapest, athens, istanbul, moscow, kiev
world cities: new york, los angeles, chicago, boston, san francisco, washington, seattle, miami, las vegas, houston, dallas, denver, atlanta, philadelphia, toronto, montreal, vancouver, tokyo, beijing, shanghai, hong kong, bangkok, delhi, mumbai, sydney, melbourne, cairo, cape town, rio, buenos aires, dubai, singapore, tel aviv
us states: california, texas, florida, nevada, arizona, ohio, michigan, georgia, virginia, oregon, colorado, utah, hawaii, alaska, montana, kentucky, tennessee, illinois, massachusetts, pennsylvania, minnesota, wisconsin, louisiana, alabama
currencies: euro, euros, dollar, dollars, pound, pounds, sterling, pence, cent, cents, franc, yen, rupee, rupees, peso, yuan, rouble, krona, zloty, lira, usd, eur, gbp, chf
languages: english, german, french, spanish, italian, portuguese, dutch, russian, polish, turkish, arabic, chinese, mandarin, japanese, korean, hindi, latin, hebrew, swedish, danish, norwegian, finnish, czech, hungarian, ukrainian, persian, farsi
male first names: john, james, david, michael, robert, peter, paul, mark, thomas, daniel, george, william, harry, jack, oliver, steve, andrew, tom, ben, max, chris, kevin, brian, alex, tim, joe, sam, matthew, adam, luke
female first names: mary, anna, emma, sarah, lisa, laura, jane, kate, susan, linda, julia, maria, emily, sophie, olivia, charlotte, alice, lucy, rachel, jennifer, jessica, helen, barbara, nicole, claire, elizabeth, amy, eva
family members: mother, father, mum, mom, dad, parents, brother, sister, son, daughter, grandmother, grandfather, grandma, grandpa, aunt, uncle, cousin, nephew, niece, husband, wife, baby, child, mother-in-law, stepfather, godfather, godmother, twin, grandson, granddaughter
relationships: friend, boyfriend, girlfriend, partner, fiancé, fiancée, lover, neighbour, colleague, roommate, flatmate, mate, buddy, ex, couple, classmate
medical professions: doctor, nurse, surgeon, dentist, pharmacist, midwife, paramedic, physiotherapist, psychologist, psychiatrist, dermatologist, gynaecologist, paediatrician, orthopaedist, cardiologist, optician, vet, gp
manual professions: plumber, electrician, carpenter, joiner, painter, bricklayer, builder, roofer, mechanic, welder, gardener, locksmith, baker, butcher, cook, tailor, hairdresser, cleaner, chimney sweep, tiler
office professions: accountant, secretary, manager, lawyer, engineer, programmer, developer, architect, clerk, consultant, banker, journalist, designer, translator, scientist, administrator, analyst, tax adviser, notary, receptionist
public professions: teacher, policeman, police officer, firefighter, soldier, judge, postman, pilot, bus driver, train driver, librarian, professor, social worker, mayor, politician, civil servant
shops and trades: bakery, butcher's, greengrocer, chemist, bookshop, bookstore, florist, jeweller, shoe shop, clothes shop, boutique, hardware store, diy store, toy shop, pet shop, kiosk, newsagent, furniture store, optician, drugstore, supermarket, hairdresser
industries: automotive, banking, construction, agriculture, farming, retail, wholesale, tourism, hospitality, gastronomy, logistics, healthcare, pharma, chemistry, energy, telecommunications, media, insurance, real estate, textile, food industry, manufacturing, education, mining, aviation, consulting, crafts
pets and farm animals: dog, cat, horse, cow, pig, sheep, goat, chicken, hen, duck, goose, rabbit, hamster, guinea pig, mouse, parrot, budgie, canary, goldfish, donkey, pony, bull
wild animals: lion, tiger, elephant, bear, wolf, fox, deer, monkey, giraffe, zebra, hippo, rhino, crocodile, snake, frog, turtle, whale, dolphin, shark, penguin, eagle, owl, kangaroo, panda, squirrel, hedgehog, bat, seal, dinosaur
insects: bee, wasp, fly, mosquito, ant, spider, butterfly, beetle, ladybird, ladybug, cockroach, moth, tick, flea, bedbug, termite, worm, snail
plants: rose, tulip, daisy, sunflower, lily, orchid, oak, pine, birch, beech, maple, palm, cactus, ivy, fern, moss, grass, bush, hedge, herb, lavender, christmas tree
body parts: head, face, eye, ear, nose, mouth, tooth, teeth, tongue, neck, shoulder, arm, elbow, hand, finger, thumb, chest, back, belly, stomach, hip, leg, knee, ankle, foot, feet, toe, skin, hair, throat
organs: heart, brain, lung, lungs, liver, kidney, stomach, bowel, bladder, blood, bone, muscle, nerve, skin, spine, joint, pancreas
illnesses: flu, cold, cancer, diabetes, asthma, covid, measles, pneumonia, bronchitis, arthritis, stroke, hepatitis, hiv, aids, malaria, chickenpox, mumps, epilepsy, dementia, alzheimer's, eczema, hay fever, migraine, allergy, anaemia, herpes
symptoms: cough, fever, headache, sore throat, runny nose, rash, nausea, vomiting, diarrhoea, dizziness, fatigue, pain, swelling, itching, bleeding, cramp, insomnia, shortness of breath, constipation, heartburn
mental health: depression, anxiety, burnout, stress, panic attack, bipolar, adhd, autism, schizophrenia, phobia, trauma, ptsd, eating disorder, anorexia, addiction, insomnia
medicines: aspirin, paracetamol, ibuprofen, antibiotic, antibiotics, penicillin, insulin, vaccine, tablet, pill, ointment, cream, drops, syrup, inhaler, vitamin, painkiller, antidepressant, contraceptive, plaster, bandage
drugs: cannabis, marijuana, weed, hash, cocaine, heroin, ecstasy, lsd, crack, meth, speed, opium, mdma, joint, nicotine
medical places: hospital, clinic, surgery, pharmacy, emergency room, a&e, intensive care, waiting room, ward, maternity ward, nursing home, care home, hospice, laboratory
clothing: shirt, t-shirt, blouse, trousers, pants, jeans, shorts, skirt, dress, suit, jacket, coat, jumper, sweater, pullover, hoodie, cardigan, sock, socks, tights, underwear, bra, pyjamas, uniform, bikini, waistcoat, swimsuit
footwear and accessories: shoe, shoes, boot, boots, sandals, slippers, trainers, sneakers, heels, hat, cap, scarf, glove, gloves, belt, tie, sunglasses, handbag, backpack, umbrella
jewellery: ring, necklace, bracelet, earring, earrings, watch, brooch, chain, diamond, pearl, pendant, wedding ring
colours: red, blue, green, yellow, black, white, grey, gray, brown, pink, purple, violet, orange, turquoise, beige, gold, silver, magenta, navy, cyan
materials: wood, metal, steel, iron, glass, plastic, paper, cardboard, cotton, wool, silk, leather, linen, rubber, concrete, stone, brick, gold, silver, copper, aluminium, ceramic, polyester, marble
cars and road vehicles: car, truck, lorry, van, bus, motorbike, motorcycle, scooter, bicycle, bike, e-bike, moped, tractor, caravan, camper, trailer, convertible, suv, limousine, minibus
means of transport: train, plane, bus, tram, underground, subway, metro, tube, taxi, ferry, boat, ship, coach, helicopter, cable car, e-scooter, carsharing
parts of a car: engine, brake, brakes, clutch, gearbox, steering wheel, tyre, tire, wheel, windscreen, windshield, wiper, headlight, bumper, exhaust, boot, bonnet, trunk, seat belt, mirror, airbag, horn, indicator, radiator, catalytic converter
buildings: house, church, castle, tower, school, hospital, factory, museum, library, theatre, skyscraper, barn, palace, mosque, temple, synagogue, town hall, stadium, bridge, hut, cathedral
rooms: kitchen, bedroom, bathroom, living room, dining room, hall, hallway, corridor, toilet, cellar, basement, attic, study, nursery, garage, pantry, conservatory, balcony, garden, terrace, porch
furniture: table, chair, bed, sofa, couch, armchair, desk, cupboard, wardrobe, shelf, bookcase, drawer, chest of drawers, stool, bench, mattress, carpet, rug, curtain, lamp, mirror
household appliances: fridge, freezer, oven, stove, microwave, dishwasher, washing machine, dryer, toaster, kettle, coffee machine, vacuum cleaner, iron, blender, mixer, hairdryer, fan, heater, boiler, air conditioner
smart home objects: light, lights, lamp, thermostat, blinds, shutters, socket, plug, doorbell, alarm, door lock, camera, vacuum robot, speaker, heating, sensor, motion detector
kitchenware: plate, cup, mug, bowl, knife, fork, spoon, pan, pot, saucepan, lid, tray, teapot, corkscrew, tin opener, cutlery, dish, wine glass
tools: hammer, screwdriver, drill, saw, pliers, spanner, wrench, nail, screw, ladder, axe, shovel, spade, rake, tape measure, paintbrush, chainsaw, lawnmower
cleaning items: broom, mop, bucket, sponge, cloth, duster, brush, soap, detergent, washing powder, bleach, disinfectant, washing-up liquid, towel, fabric softener
toiletries: soap, shampoo, shower gel, toothbrush, toothpaste, deodorant, perfume, razor, comb, toilet paper, tampon, make-up, lipstick, sun cream, conditioner, tissue
electronic devices: computer, laptop, tablet, smartphone, phone, mobile, television, tv, radio, camera, console, playstation, xbox, e-reader, kindle, smartwatch, headphones, projector, drone, mp3 player, echo
computer parts: screen, monitor, keyboard, mouse, printer, scanner, webcam, hard drive, processor, cpu, graphics card, motherboard, usb, microphone, speakers, cable, charger, battery, router, server
operating systems: windows, linux, macos, android, ios, ubuntu, unix, debian, chrome os, fedora
software kinds: browser, word processor, spreadsheet, antivirus, firewall, database, email client, app, plugin, driver, calendar, editor, photoshop, excel, outlook, powerpoint, word, teams, office
browsers: chrome, firefox, safari, edge, opera, internet explorer, brave, chromium, vivaldi, tor
social networks and messengers: facebook, instagram, twitter, tiktok, snapchat, linkedin, xing, pinterest, reddit, whatsapp, telegram, signal, skype, messenger, wechat, discord, slack, tinder
well-known websites: google, amazon, ebay, youtube, wikipedia, netflix, paypal, yahoo, bing, spotify, airbnb, booking.com, etsy, alibaba, uber, zalando
file formats: pdf, doc, docx, jpg, jpeg, png, gif, mp3, mp4, zip, csv, xls, xlsx, txt, html, xml, json, ppt, svg, exe
programming terms: code, python, java, javascript, php, html, css, sql, c++, algorithm, function, variable, bug, compiler, script, api, github, framework
security terms: password, virus, malware, phishing, hacker, firewall, encryption, spam, trojan, two-factor, captcha, pin, fingerprint, face id, identity theft
musical genres: rock, pop, jazz, classical, blues, hip hop, rap, techno, metal, heavy metal, punk, country, folk, reggae, soul, funk, disco, indie, r&b, electronic, gospel
instruments: guitar, piano, violin, drums, flute, trumpet, saxophone, cello, clarinet, harp, organ, bass, keyboard, accordion, harmonica, trombone, ukulele, recorder
musicians: beatles, rolling stones, elvis, michael jackson, madonna, queen, abba, beethoven, mozart, bach, adele, ed sheeran, taylor swift, rihanna, beyonce, eminem, coldplay, metallica, lady gaga, justin bieber
music playback: song, track, playlist, album, volume, shuffle, repeat, skip, next, previous, pause, play, chorus, single, spotify
film genres: comedy, thriller, horror, action, drama, romance, science fiction, sci-fi, western, fantasy, documentary, cartoon, animation, crime, adventure, musical
films and series: star wars, star trek, harry potter, lord of the rings, titanic, matrix, avatar, james bond, batman, superman, spiderman, game of thrones, friends, simpsons, terminator, breaking bad, godfather, frozen
literature kinds: novel, poem, short story, fairy tale, biography, comic, thriller, textbook, diary, dictionary, play, fable, magazine, newspaper, audiobook, bible
artists: painter, singer, actor, actress, musician, writer, poet, sculptor, dancer, composer, director, photographer, comedian, dj, drummer, guitarist, author
weather phenomena: rain, snow, sun, sunshine, wind, storm, fog, hail, frost, ice, thunder, lightning, cloud, clouds, rainbow, drizzle, hurricane, tornado, heatwave, humidity, shower, sleet
weather adjectives: sunny, rainy, cloudy, windy, stormy, foggy, snowy, icy, hot, cold, warm, cool, mild, humid, dry, wet, freezing, chilly
natural disasters: earthquake, flood, tsunami, volcano, hurricane, tornado, avalanche, drought, wildfire, landslide, storm
seasons: spring, summer, autumn, fall, winter, springtime, summertime, high season, low season, rainy season
weekdays: monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat
months: january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, oct, nov, dec
parts of the day: morning, noon, midday, afternoon, evening, night, midnight, dawn, dusk, lunchtime, daytime, bedtime
relative days: today, tomorrow, yesterday, tonight, day after tomorrow, next week, last week, this week, next month, last month, this weekend, next year, last year
time units: second, seconds, minute, minutes, hour, hours, day, days, week, weeks, month, months, year, years, fortnight, decade, century, quarter
number words: one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fifteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, billion, zero, dozen
ordinal numbers: first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, twentieth, last
fractions: half, third, quarter, double, triple, percent, fraction, twice, whole, two thirds
holidays: christmas, easter, new year, new year's eve, halloween, thanksgiving, valentine's day, mother's day, whitsun, pentecost, good friday, boxing day, ramadan, hanukkah, independence day, labour day, carnival, advent
lengths: metre, meter, kilometre, kilometer, centimetre, millimetre, mile, miles, yard, foot, feet, inch, inches, km, cm, mm
weights and volumes: gram, kilogram, kilo, kg, pound, ounce, ton, tonne, stone, litre, liter, millilitre, gallon, pint, cup, tablespoon, teaspoon, ml
other units: degree, celsius, fahrenheit, watt, volt, kilowatt, ampere, hertz, megabyte, gigabyte, terabyte, byte, pixel, calorie, square metre, mph, acre, hectare
shapes: circle, square, triangle, rectangle, cube, ball, sphere, cone, cylinder, pyramid, oval, line, star, pentagon, hexagon
mathematics: addition, subtraction, multiplication, division, square root, equation, percentage, average, algebra, geometry, plus, minus, times, pi, sum, prime number
positive emotions: happy, glad, joy, joyful, love, proud, excited, grateful, relaxed, content, satisfied, hopeful, cheerful, delighted, amused, relieved, enthusiastic, calm
negative emotions: sad, angry, afraid, lonely, jealous, ashamed, disappointed, frustrated, bored, anxious, depressed, nervous, worried, hurt, guilty, desperate, grief, hate, scared, upset
positive judgements: good, great, excellent, perfect, wonderful, fantastic, brilliant, super, amazing, awesome, beautiful, nice, cool, lovely, outstanding, marvellous
negative judgements: bad, terrible, awful, horrible, useless, stupid, rubbish, poor, disgusting, boring, dreadful, pathetic, ridiculous, lousy, sucks
character traits: friendly, honest, lazy, brave, shy, clever, polite, rude, patient, selfish, generous, funny, serious, arrogant, loyal, stubborn, creative, ambitious, curious
insults: idiot, moron, fool, jerk, bastard, asshole, arsehole, dickhead, wanker, loser, bitch, prick, imbecile, dumbass, scumbag, git, pig
politics: election, party, parliament, government, president, chancellor, prime minister, democracy, minister, vote, senate, congress, republican, democrat, socialism, communism, capitalism, brexit, opposition
religion: god, church, bible, jesus, christ, christian, christianity, islam, muslim, jewish, judaism, buddhism, buddha, hindu, catholic, protestant, pope, allah, koran, prayer, pray, atheist, devil, heaven
war and weapons: war, army, soldier, weapon, gun, bomb, tank, missile, rifle, pistol, battle, nuclear weapon, grenade, attack, invasion, peace
crime: murder, theft, robbery, burglary, fraud, kidnapping, rape, blackmail, assault, corruption, bribery, drug dealing, vandalism, arson, terrorism, smuggling
philosophy: truth, freedom, meaning of life, soul, consciousness, ethics, morality, existence, justice, fate, destiny, free will, death, wisdom, philosopher, plato
space: moon, sun, star, planet, earth, mars, venus, jupiter, saturn, galaxy, universe, comet, rocket, astronaut, nasa, satellite, black hole, milky way, alien
science: physics, chemistry, biology, atom, molecule, gravity, evolution, dna, experiment, theory, einstein, newton, energy, relativity, quantum
artificial intelligence: robot, bot, chatbot, ai, machine, algorithm, neural network, machine learning, computer, android, artificial intelligence, siri, alexa, cortana, chatgpt, turing test
school subjects: maths, math, physics, biology, history, geography, art, music, religion, economics, physical education, pe, latin, computer science, social studies
university subjects: medicine, law, psychology, business administration, engineering, computer science, philosophy, sociology, economics, architecture, literature, linguistics, political science, education
degrees: bachelor, master, phd, doctorate, diploma, a-levels, gcse, high school diploma, mba, professor, certificate, apprenticeship
educational institutions: school, university, college, kindergarten, nursery, academy, primary school, secondary school, vocational school, grammar school, boarding school, adult education centre, institute
school things: exam, test, homework, lesson, class, pupil, teacher, grade, timetable, semester, lecture, essay, thesis, scholarship, textbook
legal forms of companies: limited, ltd, plc, llc, inc, corporation, gmbh, ag, partnership, sole trader, cooperative, foundation, association, limited company, sole proprietorship
company departments: sales, marketing, accounting, purchasing, human resources, hr, it, legal department, customer service, management, production, logistics, research, controlling, payroll
company founding: start-up, founder, business plan, funding, investor, seed capital, incubator, accelerator, coworking, pitch, shareholder, subsidy, business registration, market research
taxes: income tax, vat, property tax, inheritance tax, capital gains tax, corporation tax, business tax, trade tax, sales tax, church tax, wage tax, dog tax, vehicle tax, council tax, stamp duty
personal documents: passport, id card, driving licence, driver's license, birth certificate, marriage certificate, visa, residence permit, health card, death certificate, work permit, certificate of nationality
business documents: invoice, contract, receipt, quote, offer, reminder, delivery note, order confirmation, form, application, statement, agreement, letter, tax return
authorities: tax office, town hall, citizens' office, registry office, police, court, job centre, immigration office, customs, embassy, consulate, ministry, health department, youth welfare office, building authority, parliament
legal matters: law, court, judge, lawyer, lawsuit, crime, trial, fine, witness, verdict, appeal, notary, will, custody, evidence
banking products: current account, savings account, credit card, debit card, loan, mortgage, overdraft, fixed deposit, isa, fund, shares, bonds, securities account, pension plan, joint account
bank processes: transfer, deposit, withdrawal, direct debit, standing order, payment, top-up, exchange, statement, balance, interest, refund, chargeback
insurances: life insurance, health insurance, car insurance, home insurance, liability insurance, travel insurance, legal insurance, accident insurance, pension insurance, pet insurance, unemployment insurance, disability insurance, dental insurance
insured events: theft, fire, water damage, accident, burglary, storm damage, hail, breakage, illness, death, vandalism, glass breakage
payment methods: cash, credit card, debit card, paypal, mastercard, american express, amex, apple pay, google pay, bank transfer, direct debit, cheque, bitcoin, voucher, invoice, klarna
employment terms: salary, wage, contract, holiday, overtime, notice, promotion, bonus, shift, probation, pension, payslip, sick leave, part-time
leave kinds: annual leave, sick leave, maternity leave, parental leave, unpaid leave, special leave, sabbatical, bereavement leave, time off, vacation, pto
energy: electricity, gas, oil, coal, solar, wind power, nuclear power, hydropower, power, petrol, diesel, biomass, heat pump, hydrogen
environment: climate, pollution, recycling, rubbish, co2, emissions, nature, forest, ocean, global warming, sustainability, carbon footprint, plastic waste, ozone
waste kinds: glass, paper, plastic, compost, organic waste, residual waste, batteries, bulky waste, cardboard, hazardous waste, garden waste, cans
travel accommodation: hotel, hostel, guesthouse, bed and breakfast, holiday flat, campsite, motel, inn, resort, youth hostel, villa, chalet, cabin, caravan, tent
hotel facilities: pool, sauna, gym, spa, wifi, restaurant, bar, parking, breakfast, lift, minibar, reception, room service, air conditioning, balcony, safe, laundry service
travel bookings: flight, hotel, rental car, train ticket, cruise, tour, excursion, transfer, insurance, package holiday, round trip, city break
airport things: boarding, gate, check-in, luggage, security check, passport control, terminal, runway, boarding pass, duty free, stopover, departure, arrival, lounge
tourist sights: museum, castle, cathedral, tower, zoo, monument, gallery, park, palace, bridge, market, old town, beach, aquarium, ruins, viewpoint, botanical garden
landscapes: mountain, hill, valley, lake, river, sea, ocean, beach, coast, island, forest, desert, cave, waterfall, canyon, meadow, field, glacier
hobbies: reading, gardening, painting, photography, knitting, cooking, fishing, hiking, travelling, dancing, singing, collecting, gaming, camping, sewing, crafts, drawing
games: chess, poker, monopoly, scrabble, cards, solitaire, sudoku, tetris, minecraft, fortnite, hide and seek, hangman, tic tac toe, bingo, roulette, mario, crossword
toys: doll, teddy bear, lego, ball, puzzle, kite, toy car, building blocks, yo-yo, swing, slide, board game, playmobil
celebrations: wedding, birthday, party, anniversary, christening, baptism, funeral, graduation, engagement, jubilee, housewarming, prom, hen party, stag party
events: concert, festival, exhibition, trade fair, conference, workshop, lecture, seminar, theatre play, reading, flea market, fireworks, match, guided tour, parade, carnival
greetings: hello, hi, hey, good morning, good afternoon, good evening, good day, greetings, howdy, hiya, welcome, yo
farewells: goodbye, bye, see you, farewell, see you later, good night, cheerio, take care, so long, cya, ciao
thanks: thanks, thank you, cheers, thx, ta, many thanks, grateful, appreciate, much obliged, thank you very much
apologies: sorry, excuse me, apologies, pardon, forgive me, my bad, apologise, my mistake, oops, i apologise
affirmations: yes, yeah, yep, sure, of course, certainly, absolutely, exactly, right, ok, okay, indeed, definitely, agreed
negations: no, not, never, nope, nothing, nobody, none, neither, nowhere, without, don't, won't, can't, nah
uncertainty: maybe, perhaps, possibly, probably, might, presumably, not sure, i guess, supposedly, likely
interjections: wow, oh, ah, ouch, oops, hmm, ugh, yay, hooray, phew, huh, aha, lol, omg, haha, gosh, damn
time questions: when, what time, how long, how soon, since when, until when, how often, which day, what date, at what time, by when, when exactly
place questions: where, whereabouts, where to, where from, which place, which street, which city, how far, where exactly, where is, in which place
reason questions: why, what for, how come, for what reason, what reason, what cause, why not, for what purpose, how can it be, on what grounds
manner questions: how, in what way, by what means, how exactly, which method, how do i, how does, how can i, how to, in which way
person questions: who, whom, whose, which person, who else, with whom, who is, who are, to whom, from whom
quantity questions: how much, how many, how big, how high, how heavy, how old, what amount, how long, how large, what quantity
modal verbs: can, could, may, might, must, shall, should, will, would, ought, need, have to
quantifiers: all, every, each, some, any, many, much, few, several, most, both, none, enough, half
verbs of movement: go, come, walk, run, drive, ride, fly, travel, move, climb, jump, swim, cross, enter, leave, return, arrive, turn, follow
verbs of speaking: say, tell, speak, talk, ask, answer, explain, mention, discuss, chat, reply, shout, whisper, announce, report, repeat
verbs of contacting: call, phone, write, email, text, contact, message, reach, ring, fax, dial, notify, inform
verbs of perception: see, hear, look, watch, listen, feel, smell, taste, touch, notice, observe
verbs of thinking: think, believe, know, understand, remember, forget, guess, suppose, consider, imagine, wonder, doubt, realise, learn
verbs of wanting: want, wish, like, need, desire, hope, prefer, intend, plan, require
verbs of liking: like, love, enjoy, adore, prefer, appreciate, fancy, admire, cherish, be fond of
verbs of creation: make, create, build, produce, design, develop, write, draw, paint, invent, construct, compose, generate, found, establish
verbs of change: change, modify, alter, adjust, edit, convert, replace, update, transform, correct, adapt, rename, swap, switch
verbs of stopping: stop, end, finish, quit, cancel, terminate, cease, pause, abort, interrupt, halt
verbs of beginning: start, begin, open, launch, commence, activate, initiate, introduce, set up, kick off
verbs of removal: remove, delete, erase, clear, take away, throw away, wipe, empty, uninstall, discard, eliminate
verbs of adding: add, insert, include, attach, append, enter, put in, supplement, join, combine
verbs of giving: give, send, lend, donate, offer, hand, provide, deliver, pass, supply, grant, pay, present
verbs of taking: take, get, receive, collect, fetch, pick up, borrow, accept, obtain, grab, keep
verbs of showing: show, display, present, list, demonstrate, reveal, indicate, point out, prove, illustrate
verbs of searching: search, find, look for, seek, locate, look up, discover, browse, check, hunt
verbs of buying: buy, purchase, order, shop, pay, book, rent, hire, reserve, subscribe
verbs of repairing: repair, fix, mend, replace, restore, solve, maintain, renovate, patch, service
verbs of destruction: break, destroy, damage, tear, smash, burn, crash, ruin, wreck, spoil
verbs of control: turn on, turn off, switch on, switch off, turn up, turn down, dim, set, lock, unlock, mute, unmute
verbs of cleaning: clean, wash, wipe, sweep, mop, hoover, vacuum, dust, tidy, rinse, scrub
verbs of helping: help, assist, support, advise, guide, rescue, serve, care, back, look after
verbs of learning: learn, study, read, practise, practice, revise, train, teach, attend, memorise
verbs of eating: eat, drink, swallow, chew, bite, dine, taste, sip, have lunch, have dinner
verbs of agreement: agree, accept, approve, allow, confirm, permit, consent, authorise, grant, endorse
verbs of refusal: refuse, reject, decline, deny, disagree, forbid, object, turn down, contradict, protest
technical problems: crash, error, bug, freeze, virus, failure, glitch, outage, timeout, blue screen, defect, lag
delivery things: parcel, package, courier, tracking number, shipment, delivery note, post office, dhl, ups, fedex, hermes, royal mail, usps
telecom things: sim card, data plan, roaming, broadband, landline, wifi, router, prepaid, text message, voicemail, 5g, fibre, hotspot, landline number, mobile contract
contact details: name, address, phone number, email address, postcode, date of birth, street, house number, fax, surname, first name
price words: price, fee, charge, discount, tariff, rate, surcharge, cost, tip, fine
size adjectives: big, small, large, tiny, huge, long, short, tall, high, low, wide, narrow, thick, thin, deep
age adjectives: old, young, new, ancient, modern, elderly, recent, fresh, used, mature
housing things: rent, tenant, landlord, flat, apartment, lease, house, deposit, utility bills, room, mortgage, estate agent
mobility permits: driving licence, number plate, parking permit, toll, vignette, vehicle registration, mot, speed limit, parking disc, congestion charge
social benefits: child benefit, unemployment benefit, housing benefit, pension, parental allowance, maternity pay, sick pay, student grant, universal credit, medicaid, medicare, food stamps
superheroes and fiction: hal, r2d2, c3po, yoda, darth vader, batman, superman, gandalf, sherlock holmes, mickey mouse, terminator, wall-e
`;
