/**
 * English words and phrases that mean nearly the same in everyday questions. A group a line. In here belongs what the
 * same answer serves; not what a desk must tell apart (register and deregister, rent and buy, grant and loan, one
 * authority and another), no names of people or firms, and nothing local, which is for the office's own synonyms.
 */
export const ENGLISH_SYNONYMS = `
want / wish / would like / desire / wanna / i'd like / fancy
need / require / necessary / needed / required / essential
must / have to / has to / had to / obliged / obligatory / mandatory / compulsory / gotta
allowed / permitted / permission / allow / permit / may i / let / authorised / authorized
forbidden / prohibited / not allowed / banned / forbid / forbade / prohibit / against the rules
can / could / able to / possible / possibility / capable / feasible
cannot / can't / unable / impossible / not possible / couldn't / not able
should / ought to / supposed to / advisable / recommended
help / assist / assistance / support / aid / give a hand / help out
problem / issue / trouble / difficulty / difficulties / hassle / complication
error / bug / fault / glitch / malfunction / error message
broken / defective / faulty / not working / doesn't work / out of order / kaput / busted / broke / won't work
damaged / damage / harmed / scratched / dented / cracked / torn
fix / repair / mend / put right / get fixed
solve / resolve / sort out / solution / troubleshoot / remedy / workaround
crash / crashes / crashed / freeze / freezes / froze / frozen / hangs / stopped responding / unresponsive
mistake / wrong / incorrect / by accident / accidentally / mistaken / erroneous / false
correct / right / accurate / true / proper
failed / fail / failure / unsuccessful / didn't work / went wrong / falls through
stuck / jammed / blocked up / can't move / trapped
start / begin / began / begun / commence / beginning / kick off / get going
launch / run / execute / ran / boot up / fire up
stop / halt / cease / quit / discontinue
pause / suspend / put on hold / break off / interrupt / interruption
cancel / cancellation / call off / cancelled / canceled / revoke / annul / scrap
terminate / termination / end contract / give notice / cancel contract
change / alter / modify / amend / adjust / modification / edit / adapt
switch / swap over / change over / changeover / move over
replace / replacement / substitute / exchange for / swap
delete / erase / remove / get rid of / wipe / removal / deletion / take off
add / include / insert / put on / append / put in
show / display / present / showed / shown / let me see / bring up
list / overview / listing / summary / enumerate
search / look for / find / seek / locate / looking for / found / sought / hunt for
send / sent / dispatch / transmit / send off / submit / forward
share / pass on / forward to / distribute / spread
save / store / keep a copy / back up / backup
keep / kept / retain / hold on to / preserve
copy / duplicate / reproduce / photocopy / replicate
print / printout / hard copy / print out / printing
scan / scanned / digitise / digitize
download / get file / pull down / downloadable
upload / attach / attachment / upload file
open file / load / view file
buy / bought / purchase / acquire
order / place an order / ordering / put in order
sell / sold / sale / selling / vend / flog
price / cost / fee / charge / rate / how much / tariff / pricing / costs
expensive / pricey / dear / costly / overpriced / too much money
cheap / inexpensive / affordable / low-cost / low priced / budget / economical
free / free of charge / for nothing / gratis / no cost / complimentary / at no charge
discount / rebate / reduction / price cut / money off / reduced / concession
special offer / deal / bargain / promotion / promo / on sale / clearance
coupon / voucher / promo code / discount code / gift card / gift certificate
pay / paid / payment / settle / fork out / cough up
pay by instalments / instalment / installment / installments / pay monthly / hire purchase / pay in parts
prepay / prepayment / in advance / upfront / prepaid / advance payment
deposit / down payment / security deposit
cash / banknotes / hard cash
money / dough / dosh / quid / bucks / finances
refund / money back / reimbursement / reimburse / pay back / refunded / get back money
chargeback / dispute charge / disputed payment / unauthorised charge / unauthorized charge
invoice / bill / statement of charges / billing / invoices
receipt / proof of purchase / till receipt / sales slip / purchase receipt
overdue / unpaid / outstanding / arrears / past due / not paid yet
reminder / payment reminder / final notice
account / acct / user account / profile
bank account / current account / checking account / giro account
savings account / savings / nest egg / saved money
open account / set up account / create account / new account
close account / shut account / delete account / deactivate account / delete profile
balance / account balance / how much money / credit left / remaining balance / funds available
transaction / transactions / bookings on account / account activity / account movements
statement / bank statement / account statement / statements
transfer / wire / bank transfer / send money / wire transfer / remit / remittance
direct debit / standing order / automatic payment / autopay / recurring payment
withdraw / withdrawal / take out money / withdrew / cash out / get cash
cash machine / atm / cashpoint / cash dispenser
deposit money / pay in / put money in / paying in / deposit cash
top up / top-up / recharge / add credit / add money / reload
credit card / mastercard / plastic
debit card / bank card / ec card
card declined / card rejected / payment refused / card not accepted / payment declined
block card / freeze card / lock card / cancel card / stop card
lost / missing / gone / misplaced / mislaid / can't find / vanished / disappeared
stolen / theft / robbed / nicked / pinched / steal / stole / burgled
fraud / scam / swindle / rip-off / con / fraudulent / phishing / scammed
exchange rate / conversion rate / currency rate / rate of exchange
exchange money / change money / currency exchange / convert currency / bureau de change
tax / taxes / duty / levy / taxation
vat / value added tax / sales tax / gst
tax return / tax declaration / file taxes / tax filing
payroll tax / paye / wage tax
tax free / duty free / untaxed / tax exempt
customs / customs duty / import duty / import tax
loan / credit / lending / borrow money
borrow / borrowed / on loan / lend me
mortgage / home loan / house loan / mortgages
interest / interest rate / apr / yield
debt / debts / owe / owing / liabilities
overdraft / overdrawn
invest / investment / investing / put money into / investments
shares / stocks / equities / securities
stock market / stock exchange
pension / retirement pay / retirement income / superannuation
retire / retirement / retired / stop working / pensioner
insurance / insured / cover / coverage / insure / insurance policy
insurance claim / claim / make a claim / report damage / file a claim
premium / insurance premium / insurance cost / contribution
liability / third party / liable / responsible for damage
bankrupt / insolvent / bankruptcy / insolvency / bust / broke company
budgeting / spending plan / household budget / expense plan
expenses / expenditure / spending / outgoings / spent / spend
income / earnings / revenue / takings
profit / gain / surplus / earnings of company
loss / losses / deficit / shortfall
tip / gratuity / service charge
donate / donation / give to charity / charity / contribute
sponsor / sponsorship / sponsoring / patron
appointment / slot / time slot
book / reserve / booking / reservation / booked / make a reservation
rebook / reschedule / postpone / change appointment / put off / push back / defer / move appointment
cancel booking / cancel reservation / cancel appointment / cancel my trip
meeting / get-together / session
calendar / diary / schedule / agenda / planner
timetable / times / itinerary / timings
remind / reminder set / don't forget / remind me
alarm / wake me / wake up call / alarm clock
timer / countdown / stopwatch / egg timer
opening hours / business hours / opening times / hours of operation / when open / office hours / open until
opened / open / open now
closed / shut / close / shuts / closing / shutdown
closing time / closes at / how late open / last admission
available / availability / in stock / on hand / obtainable
sold out / out of stock / unavailable / not available / none left / booked out / fully booked / booked up
full / packed / no space left / crowded / overcrowded
empty / vacant / unoccupied / nothing inside
deadline / due date / cut-off date / time limit / closing date / final date
now / right now / at the moment / currently / at present / presently
immediately / straight away / at once / right away / instantly / asap / as soon as / without delay
soon / shortly / before long / in a moment / in a bit
later / afterwards / after that / subsequently
early / ahead of time / in good time / premature
late / delayed / delay / behind schedule / not on time / running late / hold-up
on time / punctual / punctually / in time
earlier / before / previously / prior / beforehand
always / all the time / constantly / every time / forever
never / at no time
often / frequently / regularly / many times
sometimes / now and then / occasionally
rarely / seldom / hardly ever / scarcely
daily / every day / each day / per day
weekly / every week / per week / each week
monthly / every month / per month / each month
yearly / annually / annual / per year / every year / per annum
how long / duration / how many hours / how much time / length of time / how many days
when / what time / at what time / which day
since when / how long ago / from when
until / till / up to / by when
where / whereabouts / in which place / what place / location
place / spot / site / venue / locality
address / postal address / where you live / street address / home address
postcode / zip code / postal code / zip
near / nearby / close to / close by / around here / in the vicinity / next to
nearest / closest / next one
far / distant / far away / a long way / remote
distance / how far / how many miles / how many kilometres
here / in this place / on site / over here
everywhere / all over / anywhere / worldwide
abroad / overseas / foreign country / other countries / in foreign countries
local / regional / in the area / from around here
map / street map / city map
directions / route / way to / how to get / get there / find you
navigate / navigation / gps / sat nav / satnav
lost my way / get lost
left / left-hand / to the left
right-hand / to the right / on the right
straight on / straight ahead / keep going
upstairs / up the stairs / upper floor
floor / storey / level / story
entrance / way in / entry / front door
exit / way out / emergency exit
lift / elevator
travel / journey / trip / travelling / traveling / voyage
tour / guided tour / sightseeing / sightseeing tour / round trip tour
excursion / day trip / outing / day out
holiday / vacation / holidays / hols / getaway
tourist / visitor / holidaymaker / sightseer / traveller / traveler
visit / come by / call in / drop by / pop in / come over / stop by
attraction / sight / landmark / places of interest / things to see / tourist attraction
travel agency / travel agent / tour operator / travel company
flight / plane / airplane / aeroplane / aircraft
fly / flew / flown / go by plane / by air
airline / carrier
airport / terminal
flight status / is flight delayed / flight on time / flight information
check in / check-in / checking in / online check-in
check out / check-out / checkout time / leave hotel
boarding pass / boarding card / mobile boarding pass
depart / departure / take off / set off / departs / leaves / departing
arrive / arrival / arrives / landing / arriving
layover / stopover / stop over / transit stop
connection / connecting flight / transfer train / change trains
luggage / baggage / suitcase / suitcases / bags / bag
hand luggage / carry-on / cabin bag / hand baggage / cabin baggage
lost luggage / lost baggage / missing suitcase / bag not arrived / lost my bag
one-way / single ticket / one way / oneway
return ticket / round trip / round-trip / there and back / return flight
ticket / fare ticket / tickets / admission ticket / pass
fare / ticket price / airfare / train fare
seat / place to sit / seating / seats
aisle seat / aisle
economy class / coach class / economy / second class
first class / business class
train / railway / railroad / rail / by train
station / train station / railway station / rail station
underground / subway / metro / tube
tram / streetcar / trolley / light rail
bus / coach / shuttle / shuttle bus
bus stop / bus station
public transport / public transportation / transit / buses and trains / mass transit
taxi / cab / minicab / uber
car / automobile / auto / vehicle / motor car / motor
lorry / truck / hgv
van / minivan / transporter / people carrier
motorbike / motorcycle / moped / scooter
bike / bicycle / cycle / push bike / pushbike
cycling / bike ride / ride a bike / biking
ship / boat / ferry / vessel
cruise / boat trip / boat tour
car hire / car rental / rent a car / rental car / hire car / hire a car
rent / renting / lease / rental
tenant / renter / lodger / lessee
landlord / landlady / property owner / lessor
drive / drove / driven / driving / go by car
driver / chauffeur / motorist
driving licence / driver's license / driving license / driver's licence / driving permit
driving school / driving lessons / learn to drive / driving instructor
petrol / gas / gasoline / fuel
petrol station / gas station / filling station / service station / refuel / fill up
charging station / charging point / charge electric car / ev charger / charge my car
electric car / ev / e-car / electric vehicle
tyre / tire / flat tyre / flat tire / puncture / tyres / tires
oil change / change oil / motor oil / engine oil
garage / car repair shop / mechanic / car workshop / repair shop
car service / car inspection / mot / servicing
traffic / traffic jam / congestion / rush hour / tailback / road traffic
accident / crash into / collision / wreck / pile-up / car accident
breakdown / break down / broken down / car won't start
roadside assistance / tow / towing / breakdown service / tow truck
speeding ticket / fine / penalty / parking ticket / penalty charge
speed limit / how fast / maximum speed / top speed
motorway / highway / freeway / expressway / interstate
road / street / avenue / lane
toll / road charge / toll road / road tax
parking / car park / parking lot / park / parked / parking space / park my car
pedestrian / on foot / walk / walking / by foot
hike / hiking / trek / ramble / walk in mountains
hotel / accommodation / place to stay / lodging / guesthouse / b&b / somewhere to stay
hostel / youth hostel
holiday flat / vacation rental / holiday home / airbnb / holiday apartment / holiday cottage
campsite / camping / campground / tent / camp / caravan park
single room / room for one
double room / twin room / room for two
overnight stay / stay the night / stay overnight / spend the night
half board / full board / all inclusive / board and lodging / meals included
passport / travel document / passports
visa application / entry visa / visas / travel visa / need a visa / visa requirements
border / frontier / border crossing / immigration control
travel alert / travel warning / travel advice / is it safe / travel safety
jet lag / time difference / time zone / timezone
vaccination / vaccine / jab / vaccinated / shot / immunisation / immunization / inoculation
translate / translation / translated / translator / what means in
language / tongue / lingo / languages
english-speaking / speak english / in english / understand english
delivery / deliver / delivered / delivering
delivery time / shipping time / when delivered
shipping / shipment / ship to / dispatching / mailing
shipping costs / postage / delivery charge / delivery fee / shipping fee / delivery cost / p&p
track / tracking / track parcel / where is parcel / shipment tracking / order status / track my order
parcel / package / packet / consignment
courier / delivery man / delivery driver / postman / mailman / carrier service
express delivery / next-day delivery / fast shipping / express shipping / same-day delivery
not arrived / not delivered / hasn't come / not received / never arrived / still waiting
pick up / collect / pickup / collection / fetch / click and collect
post office / mailbox / postbox / letterbox / letter box
letter / mail / post / snail mail
stamp / postage stamp / franking
return / send back / returns / give back / take back / returned
exchange / swap item / change for another / different size
warranty / guarantee / guaranteed / under warranty
wrong item / wrong product / wrong order / incorrect item
missing item / part missing / incomplete / something missing / missing parts
shopping basket / shopping cart / basket / cart
checkout / till / cash desk / cash register / pay desk
shop / store / outlet / retail store
shopping / go shopping / shopping trip / retail therapy
shopping list / grocery list / things to buy
online shop / web shop / online store / webshop / e-commerce
shopping centre / mall / shopping mall / shopping center / arcade
supermarket / grocery store / groceries / food shop / grocer
market / flea market / farmers market / bazaar
customer / client / buyer / shopper / consumer
regular customer / loyalty card / loyalty programme / bonus programme / reward points / points / loyalty program / rewards
product / item / article / goods / merchandise / wares
range / selection / assortment / choice of products / product range
catalogue / catalog / brochure / booklet / leaflet / flyer / pamphlet
sample / specimen / tester / trial pack
trial / try out / test version / demo / free trial / trial period
gift / present / give away / presents
gift wrap / gift wrapping / wrap up / wrapping paper
size / dimensions / measurements / how big
second-hand / used / pre-owned / secondhand / preloved
new / brand new / latest / newest / recent
old / ancient / elderly / aged
quality / standard / grade
compare / comparison / difference / differ / different from / versus / vs
same / identical / equal / alike / similar
different / other / another / distinct
recommend / suggest / recommendation / suggestion / advise / propose / tip for
advice / guidance / counsel / consultation / consulting / advise me
best / top / finest / number one / greatest
good / great / fine / nice / decent
excellent / fantastic / brilliant / superb / awesome / amazing / wonderful / terrific / outstanding
bad / poor / lousy / rubbish / crap / naff
terrible / awful / dreadful / horrible / atrocious / appalling
important / crucial / vital / significant / key
popular / well-liked / in demand / trendy / famous / well-known
favourite / favorite / preferred / like most
prefer / rather / preference / better like
choose / chose / chosen / pick / select / choice / opt for / selection of
decide / decision / make up mind / decided
option / alternative / possibilities / choices
password / passcode / pwd
forgot password / forgotten password / reset password / lost password / new password / don't remember password / change password
pin / pin number / pin code / secret number
log in / login / sign in / log on / logging in / sign-in / log into
can't log in / login failed / cannot sign in / login not working / locked out / access denied
log out / logout / sign out / log off / signing out
sign up / register / registration / enrol / enroll / signup / enrolment / enrollment / create profile
unsubscribe / opt out / no more emails / stop emails
subscribe / subscription / membership plan
newsletter / mailing list / email updates
username / user name / user id / login name / nickname
user / account holder / end user / users
activate / enable / activation / switch on / turn on / put on light
deactivate / disable / deactivation / switch off / turn off / power off
unlock / unblock / unlocking / release lock
lock / locked / bolt / lock up
blocked / barred / locked account / account suspended / account blocked
verify / verification / confirm identity / authenticate / authentication / prove identity / identity check
two-factor authentication / 2fa / two-step verification / one-time password / otp / security code / tan
confirm / confirmation / confirmed / acknowledge
secure / security / safe / safety
safe from / protected / protection / protect
data protection / privacy / gdpr / privacy policy / personal data / data privacy
delete my data / right to erasure / remove my data / erase personal data
cookies / tracking cookies / cookie settings / cookie banner
encryption / encrypted / encrypt / ssl / cipher
virus / malware / trojan / spyware / computer virus / ransomware
antivirus / virus scanner / anti-virus / virus protection
hacked / hacker / hack / compromised / broken into / hijacked
spam / junk mail / unwanted mail / junk
data backup / restore point / safety copy
restore / recover / recovery / undelete / get back / retrieve
computer / pc / desktop / desktop computer
laptop / notebook / macbook / portable computer
tablet / ipad
mobile phone / mobile / cell phone / cellphone / smartphone / cell / handset
phone / telephone / landline
phone number / telephone number / mobile number / number to call / contact number / cell number
keyboard / keypad
mouse / touchpad / trackpad
screen / monitor
hard drive / hard disk / disk / ssd / hdd
memory / ram / storage / disk space / storage space
usb stick / flash drive / memory stick / thumb drive / pen drive
printer / laser printer / inkjet / print device
printer cartridge / ink / toner / ink cartridge
software / program / programme / computer program / application
app / apps / mobile app / phone app
operating system / os / platform version
install / installation / set up / setup / installing
uninstall / remove program / deinstall / remove app / delete app
update / upgrade / new version / updating / patch / latest version
version / release / edition / build
configure / configuration / settings / set / preferences / adjust settings
reset / factory settings / factory reset / set back
restart / reboot / start again / start up again / relaunch
shut down / power down / turn off computer
slow / sluggish / laggy / takes ages / lag
speed / velocity / pace / tempo
compatible / compatibility / works with / compatible with / supported by
requirements / prerequisites / preconditions / conditions needed / system requirements
file / document file / data file / files
folder / directory / file folder
spreadsheet / excel
format / formatting / layout / style
font / typeface / typography / lettering
picture / image / photo / photograph / pic / pics / snapshot
camera / webcam / digital camera
take a photo / take a picture / photograph this / selfie
video / clip / film clip / footage / movie clip
graphics / illustration / drawing / diagram / chart
website / web page / web site / homepage / internet page
link / url / web address / hyperlink
browser / web browser / internet browser
internet / web / online / net / world wide web
internet connection / connectivity / connected to internet / online access
no internet / offline / internet down / no connection / internet not working / connection lost
wifi / wi-fi / wlan / wireless / wireless network / hotspot
router / modem / fritzbox
broadband / dsl / fibre / fiber / fiber optic / fast internet
bluetooth / wireless pairing / pair / pairing
signal / reception / no bars / network coverage
sim card / sim / esim
data plan / mobile data / data volume / data allowance / data package
phone contract / mobile contract / mobile plan / phone plan / mobile tariff
roaming / roaming charges / use phone abroad / data roaming
number porting / keep my number / port number / transfer number
voicemail / answering machine / mailbox messages / voice mail
text message / sms / text / texting / message
whatsapp / messenger / chat app / instant messenger
call / phone up / ring / give a ring / telephone call / dial / rang / ring up / give a call
call back / callback / ring back / return my call
missed call / who called / missed calls
video call / skype / zoom / facetime / video chat / video conference / teams call
hotline / helpline / call centre / call center / service number / phone support
customer service / customer support / customer care / client service / helpdesk / help desk / service team
speak to person / talk to human / real person / human agent / agent / live agent / representative / human being / talk to someone / speak to someone
contact / get in touch / reach / reach you / contact details
email / e-mail / electronic mail / emails / mail address
email address / e-mail address / mail id / email account
inbox / check my email / new emails / unread messages
reply / respond / response / answer / answered / get back to
ask / enquire / inquire / enquiry / inquiry / query / request information
question / questions / faq / frequently asked questions
request / ask for / application for / requested
complain / complaint / grievance / moan / make a complaint / lodge complaint
unhappy with / dissatisfied / not satisfied / unsatisfied / not happy / discontent
praise / compliment / well done / good job / great work / kudos / congrats on
feedback / opinion / review / rating / rate us / comment
opinion on / think about / view on / your thoughts / what you think
survey / questionnaire / poll / opinion poll
information / info / details / particulars / facts
more information / learn more / find out more / tell me more / further information / more details
know / knew / known / be aware / knowledge
don't know / no idea / dunno / not sure / unsure / no clue
understand / understood / comprehend / get it / grasp / see what mean
don't understand / didn't get / confused / unclear / confusing / not clear / puzzled
explain / explanation / clarify / describe / description / make clear / tell me about
meaning / mean / definition / define / stands for / what is meant / meant / signify
instructions / manual / guide / user guide / handbook / how-to / user manual
tutorial / step by step / walkthrough / learning video
example / for instance / e.g. / instance / for example
spell / spelling / how is spelled / orthography / how is spelt
pronounce / pronunciation
word / term / expression / vocabulary
synonym / similar word / same meaning / other word for
repeat / say again / once more / pardon / come again / say that again / one more time
again / another time / anew / afresh
louder / turn up / volume up / increase volume / too quiet / raise volume
quieter / turn down / volume down / lower volume / too loud / decrease volume
mute / silence / silent / sound off
whisper / whisper mode / speak quietly / speak softly
speak slower / talk slowly / slower please
change your voice / different voice / change accent / other accent
change language / switch language / speak another language / other language
contract / agreement / treaty
extend / prolong / renew / extension / renewal / renewing
expire / expiry / run out / expired / valid until / expiration / expiration date / ran out
valid / validity / still good / effective
invalid / not valid / void / no longer valid
notice period / cancellation period / period of notice / how cancel
minimum term / contract term / contract length / contract duration / commitment period
terms and conditions / t&cs / terms / small print / terms of service / terms of use / fine print
right of withdrawal / cooling-off period / withdraw from contract / change my mind
condition / stipulation
sign / signature / signed / autograph / undersign
form / application form / paperwork / fill out form / fill in form
fill in / fill out / complete form
document / documents / papers / certificate copy
apply / application / put in for / apply for
approve / approval / approved / green light / authorisation / authorization / consent
reject / refuse / rejection / deny / turned down / declined / denied / decline
law / legislation / statute
legal / lawful / allowed by law / permitted by law
illegal / unlawful / against the law / illicit / prohibited by law
lawyer / solicitor / attorney / barrister / legal advisor
court / tribunal / law court / trial court
sue / take to court / lawsuit / legal action / prosecute
judge / magistrate / justice
rights / entitlement / entitled / eligible / eligibility / qualify for
rule / regulation / rules / regulations / policy / guideline / guidelines
authority / public office / government office / agency / council / public authority
town hall / city hall / city council / municipality / council office / local authority
government / administration / cabinet / ministers
ministry / government department
mayor / lord mayor
citizen / resident / inhabitant / national
citizenship / nationality / naturalisation / naturalization / become citizen
residence permit / right to stay / residency / leave to remain / green card
work permit / permission to work / work visa / right to work
planning permission / building permit / building permission / permit to build
licence / license / official permit / concession licence
id card / identity card / id / identification / proof of identity / personal id
register address / registration of residence / register residence
change of address / new address
move / moving house / relocate / relocation / move house / removal company / moving
vehicle registration / register car / number plate / license plate / licence plate / register vehicle
deregister car / car deregistration
dog licence / dog tax / register dog / dog license
child benefit / child allowance / family allowance
parental allowance / maternity pay / paternity pay / parental benefit
unemployment benefit / dole / jobseeker's allowance / unemployment pay / out-of-work benefit
benefits / welfare / social security / state aid / income support
housing benefit / rent allowance / rent support / rent subsidy
grant / subsidy / funding / financial support / subsidised / subsidized
election / vote / voting / ballot / elect / polls
postal vote / absentee ballot / vote by post / mail-in ballot
rubbish / trash / garbage / waste / litter
rubbish collection / garbage collection / bin day / waste collection / bin collection / trash pickup
bulky waste / large waste / old furniture disposal / bulk waste
recycling / recycle / waste separation / recyclable
bin / dustbin / trash can / garbage can / waste bin
dispose of / disposal / throw away / chuck out / throw out / bin it
job / work / employment / occupation / position / gig
profession / career / line of work / vocation
do for living / where you work
vacancy / job offer / job opening / open position / vacancies / hiring / jobs available / job opportunity
apply for job / job application / send application / applying here / work for you / work with us
cv / resume / curriculum vitae / résumé
cover letter / application letter / covering letter / motivation letter
job interview / interview
reference / testimonial / letter of recommendation / job reference
salary / wage / pay packet / wages / earn / how much earn / paycheck / remuneration
pay slip / payslip / wage slip / pay stub / salary statement
pay rise / raise / pay raise / salary increase
bonus / christmas bonus / incentive / extra pay
payday / when paid / salary date / day of payment
minimum wage / living wage
employee / staff / worker / personnel / workforce / employees / staff member
boss / manager / supervisor / superior / line manager / head of department
colleague / coworker / co-worker / workmate / fellow worker
team / crew / squad / group of people
hr / human resources / personnel department / hr department
intern / internship / work placement / work experience
apprentice / apprenticeship / vocational training / traineeship
part-time / part time / half days / reduced hours
full-time / full time
overtime / extra hours / additional hours
working hours / work time / hours of work / flexitime / flextime / working time
shift / night shift / shift work / late shift / early shift
home office / work from home / remote work / working from home / telework / wfh / remote working
time off / annual leave / day off / leave / pto / days off / vacation days / leave days / holiday entitlement
request leave / apply for leave / leave request / vacation request
sick leave / sick note / off sick / call in sick / sick day / doctor's note / sickness absence
maternity leave / parental leave / paternity leave / baby leave
business trip / work trip / business travel
travel expenses / expense report / expense claim / expenses claim / claim expenses
fire / sack / dismiss / fired / lay off / dismissal / made redundant / sacked / redundancy
resign / resignation / quit job / hand in notice / leave the company
unemployed / jobless / out of work / without a job / unemployment
promoted / career step / move up
trade union / union / works council / labor union / labour union
strike / industrial action / walkout / on strike
mobbing / bullying / harassment / bully / harassed
team leader / team lead / project manager / project leader
self-employed / own boss
freelance / freelancer
company / business / firm / corporation / enterprise / organisation / organization / corp
start a business / set up company / found company / starting a company / business start-up / establish a company
start-up / startup / young company / new business
founder / founded / founding / foundation of company / established
business idea / business concept
investor / venture capital / business angel / backer / seed capital
business registration / trade licence / register a business / trade license / register company
premises / commercial property / office space / business premises / commercial space
office / bureau / desk space
headquarters / head office / main office / company seat / hq
branch / branch office / local office / subsidiary
ceo / managing director / chief executive / head of company
owner / proprietor / who owns / owned by / belongs to
business partner / cooperation / collaborate / collaboration / partnership / cooperate
supplier / vendor / provider / contractor
manufacturer / producer / maker / manufacture / produced by
production / manufacturing / fabricate / making of
factory / plant / works / production site
industry / sector / branch of industry
competitor / competition / rival / competing firm
marketing / advertising / advertisement / advert / ad / publicity / ads
brand / label / make / trademark
quote / quotation / estimate / cost estimate / offer / tender
wholesale / bulk order / large quantity / bulk purchase / volume discount
warehouse / storehouse / depot / stockroom
trade fair / fair / exhibition / expo / trade show
copyright / image rights / authorship / licence rights
invent / invention / inventor / invented / devise
school / primary school / elementary school / grammar school
high school / secondary school / comprehensive school / sixth form
kindergarten / nursery / day care / daycare / crèche / preschool / childcare / child care
university / uni / college / higher education
study / studies / degree course / degree programme / study programme / course of study
student / undergraduate / undergrad / university student
pupil / schoolchild / schoolboy / schoolgirl
teacher / schoolteacher / instructor / tutor
professor / lecturer / prof / academic
lesson / class
course / training / workshop / seminar / class to take / training course
online course / e-learning / webinar / distance learning / online training
further training / continuing education / professional development / advanced training / upskilling
learn / learnt / learned / revise / memorise / memorize
teach / taught / instruct / give lessons
exam / examination / test / finals / assessment
pass exam / passed / get through exam
marks / grades / school report / mark / report card
homework / assignment
certificate / diploma / attestation / credential / certification
degree / bachelor / academic title
scholarship / student loan / student grant / bursary / stipend
tuition fees / tuition / course fee / school fees
school holidays / half term / summer holidays / school break
semester / term / academic year
write / wrote / written / writing / jot down / note down / write down
note / memo / notes / written note
to-do list / todo / task list / to do / tasks list
task / chore
science / research / scientific / researcher / scientist
maths / mathematics / math / arithmetic
calculate / compute / work out / calculation / calculator / do the sum
plus / addition / total of
minus / subtract / subtraction
multiply / multiplied / multiplication
divide / divided / division
convert / conversion / how many in / turn into unit
percent / percentage / per cent / proportion
number / digit / figure / numeral
amount / quantity / total / how many / sum of money
much / a lot / lots / many / plenty / loads / heaps
few / little / a bit / not many / not much
several / some / a couple / various
all / every / everything / whole / entire / complete
nothing / none / zilch / not anything / nil
enough / sufficient / adequate
too much / excessive / too many / over the top
maximum / max / at most / no more than / upper limit
minimum / min / at least / no less than / lower limit
limit / cap / restriction / maximum amount / limitation
more / additional / extra / further
less / fewer
increase / raise amount / go up / rise / rose / grow / higher
decrease / reduce / go down / lower / drop / cut down
big / large / huge / enormous / giant / massive
small / tiny / little one / mini / wee
long / lengthy / extended
short / brief
tall / high / height / how tall
wide / broad / width / breadth
narrow / tight
deep / depth / how deep
heavy / weight / weigh / how heavy / weighs
colour / color / shade / hue / colours / colors
bright / vivid / shiny / glaring
dark / dim / gloomy / unlit
loud / noisy / noise / racket / din
quiet / peaceful / calm / still
hot / boiling / scorching / sweltering / roasting
cold / chilly / freezing / cool / nippy
wet / damp / soaked / moist / soggy
clean / spotless
dirty / filthy / grubby / mucky / soiled / unclean
easy / simple / straightforward / easily / effortless
hard / difficult / tricky / tough / complicated / complex
strong / powerful / sturdy / robust
rich / wealthy / loaded / well-off / millionaire
beautiful / pretty / lovely / gorgeous / handsome / attractive / good-looking
ugly / hideous / unattractive / unsightly
young / youthful / juvenile
clever / smart / intelligent / intelligence / brainy
stupid / dumb / daft / thick / idiotic / foolish
crazy / mad / insane / nuts / bonkers
funny / hilarious / amusing / humorous / comical
interesting / fascinating / exciting / intriguing
boring / dull / tedious / bored / boredom
strange / weird / odd / peculiar / bizarre
normal / usual / ordinary / typical / common / regular
special / particular / exceptional / unique
friendly / kind / polite / courteous
rude / impolite / unfriendly / cheeky / bad-mannered
lazy / idle
busy / occupied / have no time / tied up / no time
dangerous / risky / hazardous / danger / risk / unsafe
useful / handy / helpful / practical
useless / pointless / unhelpful / good for nothing / no use
honest / sincere / truthful / tell the truth
lie / liar / lying / tell lies / lied / fib
secret / confidential / hidden / classified
public / open to everyone / accessible to all
family / relatives / relations / kin / folks
parents / mum and dad / mom and dad
mother / mum / mom / mummy / mommy / mama
father / dad / daddy / papa
child / kid / children / kids / youngster / little ones
baby / infant / newborn / toddler
brother / bro / sibling / siblings
grandmother / grandma / granny / nan / nana
grandfather / grandpa / grandad / granddad
husband / spouse / hubby
wife / missus
married / marry / marriage / get married / wedding / tie the knot
engaged / engagement / fiancé / fiancée / propose marriage
divorce / divorced / split up / separation / separate / break up
single / unmarried / not married / unattached
friend / mate / buddy / pal / chum / friends
be my friend / are we friends / friendship / be friends
love / adore / in love / loved / be fond of
do you love / love me / love you / i love you / have feelings for
marry me / be my wife / be my husband / be my girlfriend / be my boyfriend
like / enjoy / be keen on / be into / fond of
hate / detest / can't stand / loathe / dislike / despise
kiss / snog / smooch / peck
hug / cuddle / embrace / hug me
date with / go out with / dating / date me / see someone
flirt / chat up / sexy / hot stuff
miss you / long for / miss someone / missed me
man / guy / bloke / male / chap / gentleman
woman / lady / female
boy / lad
girl / lass
people / persons / folk / humans
person / individual / someone / somebody
adult / grown-up / over eighteen
teenager / teen / adolescent / youth
senior / pensioners / older people / senior citizen / elderly people
birth / born / be born / give birth
pregnant / pregnancy / expecting / having a baby
die / died / death / dead / pass away / deceased
funeral / burial / undertaker / bury
inherit / inheritance / heir / will and testament
adopt / adoption / foster / foster child
birthday / date of birth / when born / dob / bday
neighbour / neighbor / people next door / neighbours / neighbors
party / celebration / celebrate / bash / festivity
invite / invitation / invited / ask over
eat / ate / eaten / have a bite / dine
food / meal / grub / nosh / something to eat / dish
hungry / starving / hunger / famished / peckish
thirsty / thirst / parched
drink / drank / beverage / something to drink / drinks
breakfast / brekkie
lunch / midday meal / lunchtime / noon meal
dinner / supper / evening meal / tea time meal
snack / bite to eat / nibbles / munchies
dessert / pudding / sweet course / afters
starter / appetiser / appetizer / first course
main course / main dish / entrée
restaurant / eatery / place to eat / diner / bistro
cafe / café / coffee shop / coffee house
pub / bar / tavern / inn / boozer
nightclub / club / disco / go dancing / clubbing / nightlife
menu / menu card / what's on menu / bill of fare
book a table / table reservation / reserve a table / table for two / table booking / restaurant reservation
takeaway / takeout / to go / carry out / take away
food delivery / order food / delivery service / order pizza / food order
waiter / waitress
chef / head cook
recipe / how to cook / how to make / cooking instructions / recipes
ingredients / what's in / ingredient / contains / constituents
cook / prepare / cooking / make food
cooking time / how long cook / how long bake / how long boil
fry / roast / grill / sauté
barbecue / bbq / grilling
vegetarian / meatless / veggie / without meat
vegan / plant-based / no animal products / dairy-free
gluten-free / coeliac / gluten / celiac
allergy / allergic / allergen / allergies / intolerance / intolerant
calories / nutrition / nutritional value / calorie / kcal / how many calories
healthy / wholesome / good for you / nutritious
unhealthy / bad for you / junk food
diet / lose weight / slimming / weight loss / slim down
overweight / fat / obese / chubby
tasty / delicious / yummy / flavour / tastes good / flavor / taste
disgusting / gross / yucky / revolting / nasty / tastes awful
spicy / chilli hot / peppery / piquant
fresh / freshness
gone off / mouldy / rotten / spoiled / spoilt / past use-by / moldy
best before / use by / shelf life
organic / bio / ecological food / free-range
meat / meat dish / minced meat
fish / seafood / fish dish
bread / loaf / bread roll
vegetables / veg / veggies / greens
potatoes / spuds / potato
chips / french fries / fries
crisps / potato chips
biscuit / cookie / biscuits
sweets / candy / confectionery / lollies
cake / gateau / pastry
coffee / espresso / cappuccino / latte
soft drink / soda / fizzy drink / lemonade
alcohol / booze / liquor / spirits / alcoholic
beer / ale / lager / pint
wine / red wine / white wine / vino
drunk / tipsy / plastered / hammered / intoxicated
smoke / smoking / cigarette / cig / cigarettes
ice cream / gelato / popsicle
substitute ingredient / instead of ingredient / ingredient replacement
music / tunes / songs / musical
song / tune
play music / put music on / play song / listen to music / play some tunes
stop music / music off / turn music off / pause music
next song / skip / skip song / next track
what song / name of song / which song / who sings / song title / what's playing
singer / vocalist
artist / musician / performer
band / music group / rock group
album / record / cd / lp
playlist / song list
radio / radio station / broadcast / tune in
podcast / audio show
audiobook / audio book
concert / live music
sing / sang / sung / sing a song / sing for me
dance / dancing / danced
instrument / musical instrument / play guitar / play piano
lyrics / song words
film / movie / flick / motion picture / movies / films
cinema / movie theater / pictures / movie theatre / film theatre
cinema times / movie times / showtimes / film schedule / what's on cinema
series / tv show / soap / sitcom / episode
tv / television / telly / tv set
tv programme / what's on tv / tv guide / tv schedule
streaming / stream / netflix / streaming service
actor / actress / film star / movie star
director / filmmaker / film director
theatre / theater / stage play / drama
museum / gallery / art gallery
art / painting / artwork / sculpture
paint / draw / sketch / drew / drawn
novel / books / fiction
author / writer / novelist / who wrote
poem / poetry / verse / rhyme
story / tale / fairy tale / tell a story / bedtime story
newspaper / magazine / journal
news / headlines / current affairs / what's happening / latest news / breaking news
joke / tell a joke / make me laugh / say something funny / gag / jokes / pun / crack a joke
laugh / haha / lol / lmao / giggle / chuckle / rofl / hahaha
game / play a game / gaming / let's play / games / video game
win / won / winner / victory
lose / defeat / beaten
score / who won / final score / match result
football / soccer / footie
sport / sports / exercise / athletics
gym / fitness studio / fitness centre / health club
workout / exercise routine / training session / fitness
swim / swam / swimming / go swimming / swimming pool / pool
jog / jogging / running
lottery / lotto / jackpot / lucky numbers
gamble / gambling / bet / betting / casino
quiz / trivia / riddle / brain teaser / puzzle
flip a coin / heads or tails / toss coin / coin toss / toss a coin
roll a dice / roll dice / throw dice / roll a die
random number / pick a number / any number
fun fact / interesting fact / did you know / tell me something / trivia fact
hobby / pastime / hobbies / free time / leisure / spare time / leisure activities
event / events / happening / function / what's on
programme / lineup / line-up
speaker / keynote / presenter / talk given
participate / take part / attend / attendance / participation / join in
participant / attendee / attendees / participants
join / become a member / become member / membership / join club
member / club member / members
association / society / clubs
volunteer / volunteering / voluntary work / unpaid helper
theme park / amusement park / funfair / fairground
beach / seaside / coast / shore
mountain / hill / peak / mountains
forest / woods / woodland
countryside / nature / outdoors / rural
centre / city centre / downtown / town centre / city center / center
district / neighbourhood / quarter / neighborhood / borough
capital / capital city / seat of government
population / how many people / number of inhabitants / inhabitants
weather / forecast / weather forecast / weather report / climate today
temperature / degrees / how warm / how hot / how cold
rain / rainy / raining / drizzle / pouring / will it rain
umbrella / raincoat / need an umbrella / brolly
snow / snowing / snowfall / blizzard / snowy
sunny / sunshine / sun / clear sky
cloudy / overcast / clouds / cloud
wind / windy / breeze / gale / gusty
storm / thunderstorm / thunder / lightning / hurricane / stormy
fog / mist / foggy / misty
ice / icy / black ice / frost / frosty / slippery
flood / flooding / inundation / high water
sunset / sun goes down / dusk / nightfall
morning / in the morning / a.m. / this morning
noon / midday
afternoon / in the afternoon / p.m.
evening / tonight / in the evening / this evening
night / at night / overnight / nighttime
weekday / working day / workday / business day / business days
bank holiday / public holiday / national holiday / legal holiday
christmas / xmas / yuletide
new year's eve / hogmanay
what time is / what's the time / time now / current time / got the time / tell time
clock / watch / wristwatch
light / lamp / lighting / lights
lights on / turn light on / switch lights on / make it bright / put light on
lights off / turn light off / switch lights off / make it dark / put light out
dim the lights / darker / less bright / lower the brightness / dim lights
brighten / brighter / more light / raise the brightness / brightness up
bulb / light bulb / led / lightbulb
change light colour / light colour / coloured light / change light color
heating / heater / radiator / central heating / boiler
warmer / turn heating up / too cold here / raise temperature / heat up
cooler / turn heating down / too hot here / lower temperature / cool down
thermostat / temperature control / room temperature
air conditioning / aircon / ac / air con / air conditioner
electricity / power / electric current / electrical power / current
power cut / power outage / blackout / no electricity / power failure
socket / plug / power outlet / wall socket
smart plug / switchable socket
battery / batteries / accumulator / rechargeable battery
charger / charging cable / power supply / charging lead
cable / cord
charge battery / recharge battery / battery empty / flat battery / battery dead
coffee machine / coffee maker / make coffee / brew coffee / make me coffee
fridge / refrigerator / icebox / freezer
cooker / oven / stove / hob
microwave / microwave oven
dishwasher / do the dishes / wash up / washing up / dishes
washing machine / washer / do the laundry / laundry / wash clothes
tumble dryer / dryer / clothes dryer
iron / ironing
hoover / vacuum / vacuum cleaner / vacuuming / hoovering / robot vacuum / vacuum the floor
clean up / cleaning / tidy up / wipe down / scrub / mop / do the cleaning
cleaner / cleaning lady / cleaning company / housekeeper / domestic help
stain / remove stains / get stain out
blinds / shutters / shutter / roller blind
curtain / curtains / drapes
door / doors / gate
doorbell / bell
key / keys / door key / locked out house
alarm system / burglar alarm / security system / intrusion alarm
smoke alarm / smoke detector / fire alarm
security camera / cctv / surveillance camera / surveillance
smart home / home automation / connected home
device / appliance / gadget / equipment / apparatus
remote control / remote / clicker / zapper
loudspeaker / speakers / soundbox / smart speaker
headphones / earphones / earbuds / headset
microphone / mic / mike
voice assistant / alexa / siri / google assistant / cortana
house / home / residence / dwelling
flat / apartment / condo / studio flat
flat share / shared flat / roommate / flatmate / housemate
estate agent / realtor / real estate agent / letting agent
property / real estate
toilet / loo / restroom / wc / lavatory / washroom / ladies / gents
shower / take a shower
living room / lounge / sitting room
cellar / basement
attic / loft
garden / yard / backyard
lawn / grass / mow
water plants / watering / sprinkler / irrigate
balcony / terrace / patio
furniture / furnishings / fittings
sofa / couch / settee
bed / mattress / bunk
cupboard / wardrobe / closet
pipe / plumbing / blocked drain / drain / sink blocked
leak / leaking / drip / dripping / burst pipe
craftsman / tradesman / handyman
renovate / renovation / refurbish / do up / redecorate / modernise
build / built / construct / construction / erect
meter reading / read the meter / electricity meter / gas meter
energy provider / electricity supplier / power company / energy supplier / utility
solar panels / solar / photovoltaics / solar energy / pv
save energy / energy saving / energy efficiency / save electricity
environment / eco-friendly / sustainable / sustainability / environmentally friendly / green living
climate change / global warming / climate crisis
pollution / emissions / co2 / exhaust fumes / carbon
accessible / wheelchair / disabled access / barrier-free / step-free / wheelchair access
disabled / handicapped / disability / disabilities
pet / dog allowed / pets / pets allowed / animals allowed / bring dog
dog / puppy / hound / doggy
cat / kitten / kitty / moggy
vet / veterinarian / animal doctor / veterinary
animal / beast / creature / animals
insects / bugs / creepy-crawlies / vermin / pests
plant / flower / flowers / plants / bouquet
health / well-being / wellbeing
ill / sick / unwell / poorly / under the weather / illness / disease / sickness
injured / injury / hurt / wound / hurt myself / wounded
pain / ache / hurts / sore / painful
headache / head hurts / migraine
stomach ache / tummy ache / stomach pain / belly ache / abdominal pain
sore throat / throat hurts / tonsillitis
toothache / tooth hurts / tooth pain
back pain / backache / back hurts
fever / high temperature / feverish
flu / influenza / runny nose / got a cold / common cold
cough / coughing / hoarse
covid / coronavirus / corona / covid-19 / pandemic
test for covid / covid test / rapid test / pcr test / swab
nausea / nauseous / vomit / throw up / feel sick / puke / vomiting
diarrhoea / diarrhea / the runs / upset stomach
dizzy / dizziness / giddy / light-headed
high blood pressure / hypertension / blood pressure
infection / infected / infectious / contagious
diagnosis / diagnose / findings / medical findings
doctor / gp / physician / general practitioner / medic / family doctor
see a doctor / doctor's appointment / medical appointment / visit doctor
surgery hours / doctor's hours
doctor's practice / medical practice / clinic
hospital / infirmary / medical centre / medical center
emergency / urgent / emergency case / sos / life-threatening
ambulance / paramedic / rescue service / 999 / 911 / 112 / emergency number
first aid / resuscitation / cpr
nurse / carer / nursing / caregiver
operation / surgery / operate on / surgical
treatment / therapy / treat / cure / heal
physiotherapy / physio / physical therapy
psychologist / therapist / counsellor / psychotherapist / psychiatrist / counselor
painkiller / aspirin / ibuprofen / paracetamol
side effect / side effects / adverse effect
dosage / dose / how many tablets
prescription / prescribe / prescribed / repeat prescription
pharmacy / chemist / drugstore / chemist's
health insurance / medical insurance / health cover / health fund
health insurance card / health card / medical card / insurance card
blood test / blood sample / take blood
check-up / checkup / medical examination / screening / health check
x-ray / mri / ultrasound
glasses / spectacles / contact lenses / optician
hearing aid / deaf / hard of hearing
blind / visually impaired / partially sighted
sleep / slept / asleep / nap / kip / snooze / sleeping
can't sleep / insomnia / sleepless / sleep badly
tired / exhausted / knackered / sleepy / worn out / weary / shattered
wake / woke / woken / wake up / get up / awake
stress / stressed / under pressure / overwhelmed / burnout / burned out
relax / chill / unwind / rest / take it easy
massage / spa / wellness / sauna
hairdresser / barber / haircut / cut my hair / hair salon
beauty salon / cosmetics / make-up / makeup / nails
happy / glad / pleased / cheerful / delighted / joyful / happiness
sad / unhappy / miserable / down / upset / depressed / feeling blue / heartbroken
angry / furious / annoyed / mad at / cross / pissed off / livid / irritated
annoying / irritating / you annoy me / get on nerves
scared / afraid / frightened / fear / terrified / anxious
nervous / worried / worry / concerned / uneasy / on edge
lonely / alone / all by myself / no friends
surprised / surprise / astonished / amazed / wow
jealous / envious / jealousy / envy
ashamed / embarrassed / embarrassing / awkward
disappointed / disappointing / let down / disappointment
satisfied / happy with / content / satisfaction
excited / thrilled / looking forward / can't wait
hope / hopefully / fingers crossed / hoping
trust / rely on / reliable / trustworthy / dependable
serious / earnest / seriously / no joke
joking / just kidding / kidding / only joking
cry / weep / wept / tears / sob
hello / hi / hey / good day / hiya / howdy / greetings / hey there / hi there
good night / sleep well / sweet dreams / nighty night / going to bed / sleep tight
goodbye / bye / see you / cya / farewell / see you later / bye bye / take care / cheerio / ta-ra
how are you / how's it going / you alright / what's up / how are things / how you doing / are you ok / sup / you okay
i'm fine / i'm good / doing well / feeling great / i'm well / not bad
nice to meet / pleased to meet / pleasure to meet / good to meet
long time / haven't seen you / i'm back / back again
welcome / you're welcome / no problem / don't mention it / my pleasure / no worries
thanks / thank you / cheers / ta / thx / many thanks / appreciate / grateful / much appreciated
sorry / apologise / apologize / excuse me / my bad / apology / apologies / forgive me / i apologise
please / pls / kindly / be so kind
yes / yep / yeah / sure / of course / certainly / absolutely / yup / aye / definitely / indeed
no / nope / nah / no way / not at all / certainly not / no thanks
maybe / perhaps / possibly / might / might be / could be
ok / okay / alright / all right / agreed / fair enough / fine by me
agree / that's right / you're right / exactly / i agree / that's true
disagree / that's wrong / not true / you're wrong / not correct / incorrect answer
good luck / all the best / best wishes / break a leg
congratulations / congrats / well done you / happy for you
happy birthday / many happy returns / it's my birthday / my birthday today
happy new year / merry christmas / season's greetings / happy holidays
get well soon / bless you / gesundheit / hope you recover
enjoy your meal / bon appetit / tuck in
wait / hang on / hold on / one moment / just a moment / just a second / one sec
hurry / hurry up / get a move / quicker / be quick / rush
shut up / be quiet / stop talking / hush / keep quiet / pipe down
go away / get lost you / leave me alone / piss off / clear off / buzz off
never mind / forget it / doesn't matter / don't bother / no matter / cancel that / nevermind
who cares / don't care / so what / couldn't care less / whatever
bot / chatbot / robot / machine / ai / artificial intelligence / computer program talking / virtual assistant / digital assistant
are you human / are you real / real or machine / you a person / are you alive
who are you / what are you / introduce yourself / about yourself / tell about you / describe yourself
your name / what's your name / what called / call you
my name / i am called / what's my name / call me / who am i
rename / change name / change your name / new name / give you name
your age / how old / your birthday
creator / who made you / who created / your maker / who programmed / who built you / who invented / your developer / your boss / who developed
where from / where you live / where are you / come from / your home / origin / where you're from / hometown
your abilities / your skills / your functions / your capabilities / you can do / what you can / can you do / your talents / your functionality
your hobbies / what you like / your interests / do for fun
your favourite / you like best / your favorite / your preference
do you eat / are you hungry / what you eat
your feelings / do you feel / have emotions / emotions / feelings / are you happy
your family / your parents / your mother / brothers and sisters / have siblings
have you pets / own a pet / your pets
are you married / are you single / have a boyfriend / have a girlfriend / in relationship
are you clever / are you smart / how intelligent / your iq / how clever
are you stupid / you're stupid / you are dumb / you're useless / you suck / you are bad / you're an idiot
you're great / you're awesome / you are clever / good bot / you're the best / you are funny / i like you
you look / are you beautiful / your looks / you are pretty
male or female / your gender / man or woman / boy or girl / are you female
what's happening now / what you doing
are you there / anybody there / can you hear / you listening / still there / you awake
do you understand / you get me / you don't understand / misunderstood
are you spying / are you listening / do you record / do you store / recording me / spy on me
rule the world / take over world / world domination / terminator / skynet
meaning of life / sense of life / purpose of life / 42
god / believe in god / religion / religious
heaven / paradise / afterlife
i'm bored / entertain me / amuse me / nothing to do / keep me busy
advice for life / need your advice / advise me please
let's talk / chat with me / talk to me / have a chat / keep me company
i need help / help me / can you help / could you help
idiot / fool / moron / imbecile / dumbass
bastard / arsehole / asshole / son of bitch / wanker / dickhead
fuck / fuck off / screw you / fuck you / damn / bloody hell / damn it
shit / bullshit / nonsense / bollocks
sex / sexual / make love / shag / have sex / porn / sleep with
nude / naked / undressed / topless
talk / speak / spoke / spoken / chat / converse / conversation
say / said / tell / told / mention / state
hear / heard / listen / hearing
see / saw / seen / look at / view
look / appear / seem / looks like
feel / felt / sense / touch
smell / stink / odour / scent / odor
think / thought / reckon / suppose / believe / guess
remember / recall / recollect / remembered / keep in mind
forget / forgot / forgotten / slip my mind
imagine / dream up / envisage
plan / planning / intend / intention / going to / plan to
try / attempt / have a go / tried
use / utilise / utilize / make use / usage
happen / happened / occur / take place / going on / occurred
become / became / turn into / get to be
go / went / gone / head to / goes
come / came / comes / turn up / show up
leave place / depart from / go away from / left from
stay / remain / stayed
bring / brought / bring along / carry
take / took / taken / take along
give / gave / given / hand over / hand out / provide / grant
put / lay / laid / set down
pull / drag / tug / draw out
push / press / click / tap / hit button / push button
open up / unwrap / unfold / unseal
fall / fell / fallen / tumble / trip over
throw / threw / toss / chuck
catch / caught / grab / grip
hit / beat / punch / slap
fight / fought / quarrel / argue / argument / dispute
kill / murder / killed / assassinate / shoot dead
suicide / kill myself / end my life / want to die / suicidal / no longer live
police / cop / police officer / constable / cops
crime / offence / criminal offence / offense / criminal
prison / jail / behind bars / gaol
thief / burglar / robber / pickpocket / burglary
fire brigade / fire department / fire fighters / firefighter
war / armed conflict / battle
weapon / gun / arms
soldier / army / military / armed forces
terrorist / terrorism / attack / bomb
drugs / cannabis / weed / marijuana / cocaine / narcotics
politics / politician / political / politicians
president / head of state
refugee / asylum seeker / asylum
immigrant / immigration / immigrate / newcomer
foreigner / from abroad / foreign
discrimination / racism / racist / discriminate
equality / equal rights / equal opportunity / gay rights
gay / homosexual / lesbian / queer / lgbt
church / chapel / cathedral / place of worship
priest / vicar / pastor
earth / globe / world / planet earth
universe / space / cosmos / outer space
alien / ufo / extraterrestrial / aliens
horoscope / zodiac / star sign / astrology / zodiac sign
future / in future / what will happen / predict / prediction
history / past / historical / in the past
reason / why / cause / how come / what for / for what reason
purpose / goal / aim / objective / target
how / in what way / by what means / how do i
responsible / in charge / responsible person / contact person / who is responsible
which / what kind / what sort / what type / which type
kind / sort / type / category / variety
with / together with / along with / accompanied by
without / lacking / not having
only / just / merely / solely
also / too / as well / in addition / besides / additionally
instead / in place of / rather than / alternatively
but / however / though / yet / nevertheless
because / since / due to / on account of
although / even though / despite / in spite of
if / in case / provided that / whether
except / apart from / other than / with the exception
about / regarding / concerning / with regard to
approximately / roughly / around / circa / approx
exact / exactly how / precise / precisely
almost / nearly / not quite / close on
very / really / extremely / highly / quite
first / firstly / initial / at first
last / final / finally / ultimate
next / following / upcoming / coming
current / actual / present day / up to date / up-to-date
original / genuine / authentic / real thing
fake / counterfeit / imitation / forged / knock-off
part / piece / component / spare part / bit of
group / bunch / cluster
box / carton / case / crate
bottle / flask
packaging / wrapping / packing / packed in
handbag / purse / rucksack / backpack
clothes / clothing / garments / outfit / apparel
dress code / what to wear / what should wear
wear / wore / worn / put on clothes / dressed in
trousers / pants / jeans / slacks
jumper / sweater / pullover / sweatshirt / hoodie
t-shirt / tee / tee shirt
coat / jacket / anorak / parka
shoes / trainers / sneakers / boots / footwear
underwear / knickers / underpants / boxers / panties
swimsuit / bikini / swimming costume / trunks / bathing suit
jewellery / jewelry / necklace / bracelet
fashion / latest fashion
too big / too large / too loose
fit / fits / right size / suits
fabric / material / cloth / textile
nappy / diaper / nappies / diapers
pram / pushchair / stroller / buggy / baby carriage
babysitter / nanny / childminder / au pair
playground / play area / children's corner
lost property / lost and found / lost something / found property
cloakroom / coat check / checkroom
locker / left luggage / store luggage / luggage storage
reception desk / front desk / reception hotel / receptionist
tv in room / room equipment / room amenities / amenities
family room / extra bed / cot / crib / baby cot
early check-in / arrive early / check in early
late check-out / stay longer / check out late
children's discount / child discount / kids free / child fare / reduced for children
student discount / reduced for students / student price
group discount / group rate / price for groups
admission / admission fee / entry fee / entrance fee / entry price / ticket cost
season ticket / annual pass / yearly ticket / monthly ticket / travelcard
guide / tour guide
audio guide / audioguide
souvenir / memento / souvenirs / keepsake
photo allowed / take photos allowed / may i photograph
age limit / minimum age / how old must / from what age / age restriction
queue / line up / waiting time / waiting in line / how long wait / wait time / wait times
tourist information / visitor centre / tourist office / visitor center
bed and breakfast / room with breakfast / breakfast included
bike hire / rent a bike / bike rental / hire bikes
ski / skiing / snowboarding / ski resort
horse riding / riding / horseback riding
chess / board game / draughts
social media / social network / social networks
post online / post on facebook / tweet / publish post
wikipedia / encyclopaedia / encyclopedia / look up wiki
google / google it / search engine / search the web / look up online
forum / online community / message board
chat room / live chat / online chat
notification / notifications / push message / push notification / alert
dark mode / night mode / dark theme
screenshot / screen capture / screen shot
copy and paste / paste / cut and paste
undo / go back / reverse / revert
back / previous / step back / return to start
main menu / home screen / start page / start over
shortcut / hotkey / keyboard shortcut / key combination
cache / clear cache / browser data / clear history
plugin / add-on / addon / plug-in
licence key / license key / product key / serial number / activation code
free software / open source / freeware
programming / coding / programmer / software developer / code / developer
programming language / scripting language
server / host / hosting / web hosting
cloud / cloud storage / dropbox / onedrive / icloud
it department / it support / technician / tech support / technical support
ticket support / support ticket / open ticket / service request
outage / service down / not reachable / server down / downtime / site down
maintenance / servicing work / upkeep / maintenance work
remote access / vpn / teamviewer / remote desktop
email not arriving / no confirmation email / didn't receive email / email not received
out of office / auto reply / automatic reply / absence message
calendar entry / calendar event / add to calendar / put in calendar / schedule meeting
meeting room / conference room / book a room
presentation / slides / powerpoint
minutes of meeting / meeting minutes / protocol
stationery / office supplies
business card / visiting card
parcel shop / pick-up point / collection point / parcel locker
delivery address / shipping address / ship elsewhere / deliver to address
change order / amend order / edit order / order modification
cancel order / order cancellation / don't want order
order number / reference number / booking number / confirmation number / booking reference
customer number / client number / customer id
account number / iban / sort code / bic / routing number / swift code / bank details
payment method / means of payment / how to pay / payment options / ways to pay / payment type
paypal / apple pay / google pay / online wallet
cash on delivery / pay on delivery / cod
pay on invoice / purchase on account / pay later
contactless / tap to pay / nfc / pay by phone
card payment / pay by card / cards accepted / accept credit cards
card limit / credit limit / spending limit / daily limit
new card / replacement card / order a card / card replacement
card arrived / card delivery / where's my card / card not arrived
card activated / activate card / activate my card
virtual card / disposable card / digital card
pending / being processed / in process / not yet booked / processing
double charge / charged twice / paid twice / debited twice / booked twice
extra charge / hidden fee / additional cost / unexpected fee / additional charge / surcharge
late fee / late payment charge / overdue charge
credit score / creditworthiness / credit rating / credit check
credit history / schufa / credit report
repay / repayment / pay off / amortise / paying off
early repayment / pay off early / settle loan early
cryptocurrency / bitcoin / crypto / ethereum
investment fund / etf / mutual fund
bank / building society / financial institution
online banking / internet banking / e-banking / mobile banking / home banking
cheque / check payment / chequebook / checkbook / cheques
cashback / money back bonus / cash back
joint account / shared account / account for two
child account / account for children / youth account
power of attorney / proxy / authorise someone / authorized representative
will / testament / last will
life insurance / life assurance / life cover
car insurance / motor insurance / auto insurance / vehicle insurance
home insurance / household insurance / contents insurance / house insurance
travel insurance / trip insurance / holiday insurance
liability insurance / third-party insurance / public liability
legal expenses insurance / legal protection / legal cover
dental insurance / dental cover
no-claims bonus / no claims discount / claim-free
excess / deductible
beneficiary / payee / recipient / who gets money
insurance certificate / proof of insurance / insurance documents / policy document
insurance agent / insurance broker / insurance adviser / insurance representative
file claim status / claim status / status of claim / progress of claim
status / progress / state of affairs / how far along / where things stand
deadline missed / too late / missed the deadline
extend deadline / more time / extension of time / deadline extension
objection / appeal / object to / contest decision / challenge decision
notary / notarised / notarized / notarial
passport photo / biometric photo / id photo
criminal record check / police certificate / good conduct certificate / criminal record / dbs check
tax number / tax id / tax identification number
tax office / tax authority / hmrc / irs / inland revenue
job centre / employment office / job center / employment agency
register office / registry office / registrar
citizens' office / citizen service / residents' registration office
immigration office / foreigners' office / aliens office
consulate / embassy / consul
street light / streetlight / lamp post / street lamp
pothole / road damage / damaged road / hole in road
roadworks / construction works / road closed / road closure / diversion / detour
noise complaint / noise nuisance / disturbance / loud neighbours
resident parking / parking permit / residents' permit
kindergarten place / nursery place / daycare place / childcare place
school registration / enrol in school / register for school / school enrolment
death certificate / report a death / register death
wedding registration / register marriage / civil wedding / registry wedding
surname / last name / family name
first name / given name / forename / christian name
name change / change surname / new surname
attach document / enclose / enclosure / enclosed
by post / postal / by mail / by letter
in person / personally / face to face / on the spot
by phone / over the phone / on the phone / telephonic
by email / via email / electronically / digitally
print ticket / ticket on phone / mobile ticket / e-ticket / eticket
hearing impaired / sign language / subtitles
pros and cons / advantage / benefit / advantages / upside
disadvantage / drawback / downside / disadvantages
experience / experiences / expertise / skilled
qualification / qualifications / skills / skill / competence
success / successful / succeed / achievement / achieve
famous person / celebrity / celeb / vip
luck / lucky / fortune / fortunate
bad luck / unlucky / unfortunate / unfortunately / misfortune
quickest way / fastest route / shortest route / best way
improve / improvement / get better / make better / enhance / optimise
worse / get worse / deteriorate / worsen
influence / effect / impact / affect
offer help / services / service / what you offer / do you offer
serve / catering / caterer / catered
prepare for / preparation / get ready / ready
finished / done / completed / finish / over / end / ended
continue / carry on / go on / resume / proceed / keep on
refuse to / don't want / unwilling / not willing
avoid / prevent / stay away / keep from / prevention
ignore / disregard
notice / realise / realize / become aware / spot something
check / inspect / test out / examine / look over / control
monitor / observe / keep an eye / supervise
measure taken / step taken / action / procedure
process / procedure steps / how it works / sequence
method / technique / approach
connect / link up / hook up / connected / plug in
disconnect / unplug / cut off / detach
mix / blend / stir / combine
cut / slice / chop / trim
fill / refill / fill with / replenish
burn / burnt / burned / on fire / singe
grow plants / cultivate / plant seeds / sow
break / smash / shatter / snap
hide / conceal / make invisible / hid
protect against / guard / defend / shield
promise / swear / pledge / give word
allow access / grant access / give access / access rights / user rights / permissions
access / admittance / get into / gain entry
sort / arrange / order by / put in order
mark as / highlight / flag / tag
evaluate / evaluation / give rating
lend / lent / lending out / loan out
prime minister / premier / head of government
medicine / medication / meds / pills / tablets / pill / drug prescribed
poor / broke / penniless / skint / hard up / needy
yesterday / the day before / day before today
tomorrow / the next day / day after today
receive / received / obtain
boyfriend / bf / my guy
girlfriend / gf / ladyfriend
partner / significant other / life partner
what you do / do for work / your profession / your work
do you know / you know about / what you know
have kids / your children
how you work / how you function / what you run
do you exist / are you conscious / self-aware / are you alive
smell good / perfume / fragrance
birth certificate / proof of birth / birth record
marriage certificate / marriage record / proof of marriage
today / this very day
half / one half / fifty percent
`;
