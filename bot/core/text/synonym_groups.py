"""Groups of words that everyday English and news use for the same thing, base forms; "|" parts the groups.

Written for this project by hand. A word may stand in several groups.
"""

from __future__ import annotations

GROUPS = """
kill die dead death fatality casualty deceased perish slay liquidate murder
injure wound hurt casualty injury|arrest detain custody apprehend
protest demonstrate rally march unrest riot demonstration|protester demonstrator rioter activist
police officer cop policeman|say state tell declare announce claim remark comment add report
call describe label term brand dub|hospital hospitalise hospitalize|spokesman spokesperson representative
begin start launch commence|end finish stop cease conclude|buy purchase acquire|big large huge massive major
small little minor|cause reason why lead trigger spark|fire blaze|crash accident collision
company firm business corporation|leader head chief boss|president chairman|minister secretary
government authority administration state|soldier troop military army force|attack assault strike raid
strike hit|steal take loot snatch|lead chair head run manage|repay reimburse refund return|reach arrive
watch attend see|collect raise gather|give release grant donate provide offer hand
money cash euro dollar pound fund|break shatter crack smash|start open|close shut|sell sale
buy purchase sale|build erect construct|repair fix mend restore|damage harm hurt|drown die|die kill death
burn fire blaze|sink capsize founder|crash collide|collapse fall|vanish disappear missing|search hunt
warn alert caution|plan propose intend|delay postpone defer|cancel scrap abandon|approve back endorse
oppose resist object|criticise criticize slam condemn denounce attack|praise hail applaud|promise pledge vow
investigate probe inquiry investigation examine|accuse charge indict|convict guilty|jail prison sentence
free release|escape flee|evacuate evacuation move leave displace|shoot fire gun|stab knife|explode blast
earn make salary wage pay|lose loss|profit gain|debt owe|tax levy duty|rent lease|hire employ recruit
staff employee worker workforce|strike walkout stoppage|union guild|school college university
patient sick ill|vaccine jab shot inoculate|disease illness|study research survey trial|scientist researcher
weather forecast|rain downpour shower|snow blizzard|wind gale|earthquake quake tremor|wave surge
road street highway|bridge crossing|train rail railway|bus coach|airport runway|passenger traveller traveler
driver motorist|pupil child|mother mum mom|father dad|parent mother father|wife husband spouse
boss manager employer|owner landlord proprietor|own belong owner possess hold|customer client shopper
visitor tourist guest|fan supporter|player footballer|coach manager trainer|match game|goal score
team side squad club|referee umpire|trophy cup title|film movie|singer musician|song track|book novel
picture photo photograph image|video footage clip|website site|phone telephone mobile
shout yell scream cry call|letter note|speech address|meeting talk summit|talk negotiate negotiation
deal agreement accord pact|treaty pact|border frontier|refugee migrant|army military
police constable detective|suspect accused defendant|victim casualty|witness onlooker bystander
lawyer attorney barrister solicitor|jury juror|fine penalty|total overall altogether|whole entire
often frequently|now currently|yearly annual annually|monthly month|former ex previous|next following coming
bomb explosion blast|fight battle clash combat|money cash fund funding|cost price pay spend worth
increase rise grow climb gain|decrease fall drop decline reduce cut|win victory beat defeat
vote elect election ballot poll|law legislation act bill|judge court magistrate|prison jail imprison
sentence jail convict|help aid assist support|child kid|doctor physician medic|teacher professor
student pupil|car vehicle automobile|plane aircraft jet airplane|ship boat vessel|house home|city town
country nation state|area region district|job work employ position|make create build produce
get receive obtain|show reveal display|use employ utilise utilize|live reside inhabit|resident inhabitant
name call title|old age year|near close|fast quick rapid|begin origin|world global
refuse reject deny decline|agree accept approve|allow permit let|ban forbid prohibit outlaw|try attempt seek
quit resign|hire appoint|sack dismiss fire|steal rob theft robbery|flee escape|rescue save
destroy ruin demolish wreck|flood flooding inundate|storm hurricane|capture seize|overthrow topple coup
tweet post write|journalist reporter|newspaper paper|happen occur|important significant
famous well-known renowned|kind type sort|purpose goal aim|found establish create|locate situate
population inhabitant|author writer write|lift elevator|clinic hospital infirmary ward|storey floor
fail break malfunction breakdown fault|stick strand trap|medic nurse doctor paramedic
faint unconscious collapse|pregnant expectant|apologise apologize sorry regret apology
check inspect examine review test|machinery mechanism equipment machine device|maker manufacturer producer
base headquarters seat|carry transport convey move bring|food meal eat|surgery operation procedure
surgeon doctor|watchdog inspectorate regulator|publish release issue|finding conclusion result
relative family kin relation|gather assemble meet congregate|demand insist require want ask request
rip tear pull|gale wind gust storm|janitor caretaker custodian|hurt injure bruise wound
class lesson classroom|headteacher principal|neighbour neighbor local resident nearby
supply bring provide deliver|assessor inspector surveyor|debris wreckage rubble ruin
council authority municipality|promise guarantee pledge|rotten decay rot|water flood|computer laptop
ruin destroy wreck spoil|lane road street|traffic vehicle car|charity organisation organization volunteer
library book|complimentary free gratis|builder construction constructor|chimney smokestack
tumble collapse fall|demolish demolition destroy destruction dismantle
inhabitant resident citizen local villager|turnout voter|share percent percentage proportion
fish salmon eel trout|fisherman angler fishermen|celebrate rejoice cheer delight happy|result outcome
farmer grower|field crop harvest|fear worry afraid anxious concern|mayor leader|triumph victory success win
nature environment|compensation payout indemnity compensate|power electricity energy|utility company
opponent critic opposition|appeal challenge|supreme highest
scientist researcher biologist zoologist expert specialist|metal mercury lead|mud sediment silt
poison poisonous toxic|reservoir lake|hamlet village settlement|replace substitute|worker labourer laborer
measure record gauge|flow current stream|director boss head chief|burglar robber thief gang|coin loot money
tunnel passage underground|cellar basement underground|alarm siren|hole opening gap
discover spot detect find|guard watchman|customer client|queue wait line|valuable jewellery jewelry
reward offer prize|tip information clue|noise sound drilling|night dark overnight|harbour harbor port
abandon dump leave|vault strongroom safe|fit install|trial case hearing|circulate distribute spread
sailor seaman mariner crew|wage salary pay|holidaymaker tourist visitor holiday|rise increase raise
absurd ridiculous nonsense|milk bread grocery food|shortage lack scarcity scarce short|helicopter airlift
urge call appeal|hotel inn guesthouse|arbitrator mediator|settle resolve|remain outstanding|old ancient
leak water|passenger traveller|repay reimburse refund|trader merchant dealer|sue legal lawsuit
beast animal creature|centre center heart downtown|eat devour consume|butcher meat|shop store
flee run escape|church refuge shelter|tranquilliser sedative tranquillizer drug|ranger warden
forest wood woodland|joke quip|bin container|permission licence license approval|agency authority
application request|film record video|clip video footage|infect catch contract|youngster child kid
vaccinate vaccine jab inoculate injection inject|tent camp|convoy column truck lorry|plead beg implore
generator machine|aid relief humanitarian|doctor physician|scare frighten terrify|rumour rumor gossip
priest clergy imam vicar|persuade convince|rain downpour|outbreak epidemic|donor contributor|sum amount
loaf loaves bread|museum gallery|painting picture portrait artwork canvas|concede admit acknowledge
fake forge forgery counterfeit|forger counterfeiter|x-ray scan|bicycle bike|expose unmask reveal
curator keeper|lawyer attorney|deceive trick fool cheat|crowd flock|card souvenir postcard
doubt sceptical skeptical suspicious|granddaughter descendant grandson|artist painter|laugh amuse funny
refuse reject decline|laboratory lab|board trustee committee|choose select pick|cashier employee clerk
cry weep tear|trip outing excursion|pilot captain|murder killer assassin|knock hit strike|blackout outage
phone call|wed marry wedding marriage|birth bear born|divorce separate split|hungry hunger starve famine
thirst thirsty drought dry|cold freeze frost|hot heat warm|dirty filthy pollute pollution contaminate
garbage rubbish waste trash litter|flat apartment|rent tenant|petrol gasoline fuel gas|lorry truck
pavement sidewalk|autumn fall|underground subway metro tube|bill invoice
bankrupt insolvent insolvency bankruptcy|redundancy layoff dismiss dismissal|inflation price
tariff duty customs|subsidy grant|budget spending|bribe corruption corrupt bribery|spy espionage
hostage captive kidnap abduct|prisoner inmate detainee|parole probation
verdict ruling judgment judgement decision|murder homicide manslaughter|weapon gun rifle pistol firearm arm
missile rocket|troop soldier|ceasefire truce armistice|invade invasion occupy
rebel insurgent guerrilla militant|dictator ruler autocrat|king monarch|parliament assembly legislature
senator lawmaker mp legislator deputy|minister politician secretary|ambassador envoy diplomat
embassy mission|spokesman mouthpiece|rumour hearsay|quarrel row dispute argument conflict
fan admirer supporter|stadium arena ground|fine punish penalty punishment|cheat dope doping|medal trophy
illness sickness disease|virus bug infection|tumour tumor cancer|drug medicine medication pill
cure heal treat treatment|symptom sign|heart cardiac|brain cerebral|teenager adolescent youth
elderly old pensioner retiree|infant baby newborn|boy lad|girl schoolgirl|dog hound|cat kitten
"""
