"""Given names that are rarely anything else: a weak sign of a person and of their gender."""

from __future__ import annotations

from bot.core.text.words import word_set

SHE_NAMES = word_set(
    """
    abigail ada adriana agnes aisha alexandra alice alicia alison amanda amelia amy ana anastasia andrea
    angela anita anna anne annette annie antonia barbara beatrice bernadette beth betty beverly brenda
    bridget brigitte camilla carla carmen carol caroline carolyn catherine cecilia charlotte chelsea
    cheryl chloe christina christine cindy claire clara claudia colleen cynthia daniela deborah debra
    denise diana diane donna dorothy edith eileen elaine eleanor elena elizabeth ella ellen elsa emily
    emma erica erika esther eva evelyn fatima fiona florence frances francesca gabriela gabrielle gail
    galina gemma geraldine gina gloria greta hannah harriet heather heidi helen helena helga hillary
    hilary ingrid irene irina isabel isabella ivanka jackie jacqueline jane janet janice jeanne jennifer
    jenny jessica jill joan joanna joanne josephine joyce judith judy julia julie karen karin kate
    katharine katherine kathleen kathryn kathy katie kayleigh kellyanne kerry kimberly kirsten kristin
    laura lauren leila lena lillian linda lisa loretta louise lucia lucy lydia lynn madeleine madeline
    maggie margaret margarita maria mariam marie marina marion marta martha mary matilda maureen megan
    melania melinda melissa mercedes michelle mildred miranda molly monica nadia nancy naomi natalia
    natalie natasha nicola nicole nina nora norma olga olivia pamela patricia paula pauline penelope petra
    philippa phyllis priscilla rachel rebecca renata rita roberta rosa rosemary roxanne ruth sabine sally
    samantha sandra sara sarah sharon sheila shirley silvia simone sofia sonia sonja sophia sophie stella
    stephanie susan susanna suzanne svetlana sylvia tamara tanya tatiana teresa theresa tiffany tina
    tracey ulrike ursula valentina valerie vanessa vera verónica veronica victoria viola violet virginia
    vivian wanda wendy yasmin yelena yolanda yvette yvonne zainab zoe
    """
) - {
    "florence",
    "virginia",
    "victoria",
    "chelsea",
    "paris",
    "andrea",
    "kerry",
    "simone",
    "marion",
    "nicola",
    "lynn",
}
"""Given names of women, without those that are also places, surnames or names of men."""

HE_NAMES = word_set(
    """
    aaron abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander alexei alexey
    alfred ali allan allen andrei andrew andrey andy anthony antonio arnold arthur barack barry ben
    benjamin bernard bernie bill billy bob boris brad bradley brandon brendan brent brian bruce bryan carl
    carlos cesar charles charlie chris christoph christopher chuck clarence claude colin craig curtis
    cyril dan daniel darren david dean dennis derek dick diego dieter dimitri dmitri dmitry don donald
    doug douglas duncan dwight ed eddie edgar eduardo edward edwin emmanuel enrique eric erik ernest
    eugene evan felix ferdinand fernando francesco francis francisco franklin frank françois fred
    frederick friedrich gareth gary gavin geoffrey george gerald gerard gerhard giovanni giuseppe glen
    glenn gordon graham greg gregory guillermo gustav guy hamid hans harold harry harvey hassan hector
    heinrich heinz helmut henry herbert herman howard hugh hugo hussein ian ibrahim igor ismail isaac ivan
    jack jacob jacques jake james jared jason javier jay jean jeff jeffrey jeremy jerome jerry jim jimmy
    joachim joaquin joe joel john johnny jon jonathan jorge josé joseph josh joshua juan julian jürgen
    karl keith ken kenneth kevin khalid klaus konstantin kurt kyle lance larry lars laurence lawrence leo
    leon leonard leonid lewis liam louis lucas luigi luis luke mahmoud malcolm manuel marc marco marcus
    mario mark markus martin marvin mathieu matt matteo matthew maurice max maxim michael michel miguel
    mike mikhail milton mitch mitt mohamed mohammad mohammed muhammad mustafa narendra nathan ned neil
    newt nicholas nick nicolas nigel nikolai noah norman oleg oliver omar oscar osama otto owen pablo pat
    patrick paul pedro per pete peter philip philippe phil pierre rafael rahm ralph ramon randy raymond
    recep reinhard ricardo richard rick robert roberto rob robin rodney rodrigo roger roland ron ronald
    ross roy rudolf rudy rupert russell ryan salman sam samuel scott sean sebastian sergei sergey sergio
    simon stanley stefan stephen steve steven stuart tariq ted terence terry theodore thomas tim timothy
    todd tom tommy tony trevor ulrich vadim victor viktor vincent vladimir volodymyr vyacheslav walter
    warren wayne werner wilhelm will william wolfgang xavier yuri yusuf zachary
    """
) - {"robin", "jean", "pat", "terry", "max", "will", "per", "guy", "francis", "lance", "chuck", "ned", "jay"}
"""Given names of men, without those that are also names of women or common words."""

OTHER_NAMES = word_set(
    """
    alex ashley avery bobbi casey chelsea chuck dana drew francis jackie jamie jan jay jean jesse jordan
    jules kelly kim lance leslie lindsay lou marion max ned nicola pat robbie robby robin sasha sandy
    shannon shawn sidney simone stacy taylor terry tracy tyler andrea kerry lynn reince rand marcelo
    giorgio kenji hiroshi yuki wei jian min-jun raj priya amit anil sunil arjun deepak sanjay vikram ravi
    suresh rajesh kofi kwame chinedu ngozi aigul nursultan kassym-jomart saltanat timur askar ruslan
    anatoly valery gennady stanislav bogdan oleksandr björn søren sven anders nils jens lars piotr pawel
    andrzej tomasz zoltan laszlo istvan janos dragan goran
    """
)
"""Given names that leave the gender open, or where it is not certain enough."""

GIVEN = SHE_NAMES | HE_NAMES | OTHER_NAMES
"""All given names known here, lower case."""

SHORT_FORMS = {
    "abe": "abraham", "al": "albert", "alex": "alexander", "andy": "andrew", "ben": "benjamin",
    "bernie": "bernard", "beth": "elizabeth", "bill": "william", "bob": "robert", "charlie": "charles",
    "chris": "christopher", "chuck": "charles", "dan": "daniel", "dave": "david", "dick": "richard",
    "don": "donald", "doug": "douglas", "ed": "edward", "frank": "francis", "fred": "frederick", "greg": "gregory",
    "jeff": "jeffrey", "jim": "james", "jimmy": "james", "joe": "joseph", "jon": "jonathan", "josh": "joshua",
    "kate": "katherine", "kathy": "katherine", "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth",
    "matt": "matthew", "mike": "michael", "mitch": "mitchell", "nick": "nicholas", "pam": "pamela", "pat": "patrick",
    "pete": "peter", "phil": "philip", "rich": "richard", "rick": "richard", "rob": "robert", "ron": "ronald",
    "rudy": "rudolph", "sam": "samuel", "steve": "stephen", "sue": "susan", "ted": "edward", "tim": "timothy",
    "tom": "thomas", "tony": "anthony", "vicky": "victoria", "will": "william",
}  # fmt: skip
"""Short form to the full given name, for telling whether two namings may be one person."""
