"""Measures between states: summons, expulsions, refused entry, relations opened or frozen, embassies."""

from .language import light, light_passive, noun, verb
from .rule import Rule

ENVOY = (
    r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:ambassadors?|envoys?|diplomats?|charg[eé]|consuls?|officials?|"
    r"journalists?|correspondents?|attach[eé]s?|staff)\b"
)
PLANS = "plans?|planning applications?|applications?|planning permission|proposals?"

RULES = (
    Rule(
        "diplomatic.summon",
        "diplomatic-measure",
        verb("summon|expel|recall|call in|withdraw|eject", then=ENVOY),
        finds=("London [summoned] the Chinese ambassador.", "Lithuania [recalled] its envoy."),
        silent=("She could not recall the date.", "The firm recalled its cars."),
        weight=0.9,
    ),
    Rule(
        "diplomatic.summoned",
        "diplomatic-measure",
        verb(
            "summon|expel|recall|declare persona non grata",
            after=r"(?:ambassador|envoy|diplomats?|consul|journalists?|officials?)[\w ,'-]{0,60}? (?:was|"
            r"were|been|be) ",
        ),
        finds=("The ambassador was [summoned] on Monday.", "Six diplomats were [expelled]."),
        silent=("The jury was summoned.", "He was recalled to the team."),
        weight=0.9,
    ),
    Rule(
        "diplomatic.entry",
        "diplomatic-measure",
        light("refuse deny", "entry|visas?|access", most=6),
        finds=("Hong Kong [denied entry] to an MP.", "Beijing [refused her a visa]."),
        silent=("He refused the offer.", "Visas cost a hundred pounds."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.ban_entry",
        "diplomatic-measure",
        verb(
            "ban|bar|block|stop",
            then=r"(?:[\s,]+[\w'-]+){1,9}?[\s,]+(?:from )?(?:entering|travelling|traveling|visiting|entry)\b",
        ),
        finds=(
            "China [banned] a group of MPs from visiting Hong Kong.",
            "They were [barred] last year from entering the city.",
        ),
        silent=("The council banned cars from the square.", "She was barred from the race."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.entry_refused",
        "diplomatic-measure",
        light_passive("refuse deny turn", r"MPs|members|delegation|lawmakers|senators", most=10),
        finds=("The [MPs were refused] entry.", "[Lawmakers were denied] visas."),
        silent=("The MPs were tired.", "Entry is free."),
        weight=0.5,
    ),
    Rule(
        "diplomatic.called_off",
        "diplomatic-measure",
        light("cancel|postpone|scrap|call off", "visit|trip|dialogue|meeting|summit|talks", most=6),
        finds=("Beijing [cancelled the minister's visit].", "The council [postponed the summit]."),
        silent=("The visit was long.", "They cancelled the order."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.relations",
        "diplomatic-measure",
        light(
            ("establish|sever|cut|suspend|restore|freeze|normalise|normalize|resume|upgrade|downgrade|break off|open"),
            "diplomatic (?:relations|ties)|formal ties|relations with|relations to|ties with|"
            "full relations|high-level contacts?|bilateral (?:relations|ties|dialogue)",
            most=5,
        ),
        finds=(
            "The two states [established diplomatic relations] in 1972.",
            "Beijing [suspended high-level contacts].",
        ),
        silent=("Relations with neighbours are good.", "She has ties with the firm."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.freeze",
        "diplomatic-measure",
        noun(
            "freezing|severing|freeze|suspension|normalisation|establishment",
            then=r" (?:of|in) (?:diplomatic |bilateral |high-level |formal )*(?:relations|ties|contacts|"
            r"dialogue)",
        ),
        finds=("The [freezing] of relations lasted a year.", "It marked the [establishment] of diplomatic relations."),
        silent=("The freezing of pipes is common.", "The establishment of the fund helped."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "diplomatic.handover",
        "diplomatic-measure",
        noun(
            "handover|transfer of sovereignty|return",
            then=r"(?: of Hong Kong)? (?:to (?:China|Chinese)|in 1997|on 1 July)",
        ),
        finds=("The [handover] to China was in 1997.", "Much changed after the [transfer of sovereignty] in 1997."),
        silent=("The handover of the keys took a minute.", "On his return he spoke."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "diplomatic.reverted",
        "diplomatic-measure",
        verb(
            "revert|hand over|cede|transfer",
            then=r"(?:[\s,]+[\w'-]+){0,3}?[\s,]+(?:to )?(?:China|Chinese|sovereignty|British)\b",
        ),
        finds=("The harbour [reverted] to Chinese rule.", "The island was [ceded] to British rule."),
        silent=("He reverted to type.", "The money was transferred."),
        weight=0.7,
    ),
    Rule(
        "diplomatic.mission",
        "diplomatic-measure",
        light(
            "open close shut establish inaugurate",
            "embassy|consulate(?:-general)?|mission|liaison office|representative office|office in Taipei",
            most=6,
        ),
        finds=("Washington [closed the consulate] in Chengdu.", "Taiwan [opened a representative office] in Vilnius."),
        silent=("The embassy is in Marylebone.", "He opened the window."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.planning",
        "diplomatic-measure",
        light(
            "block|reject|refuse|approve|submit|resubmit|grant|call in|permit|turn down|throw out|back|withdraw|lodge",
            f"{PLANS}|consent|embassy",
            most=6,
        ),
        finds=("The council [rejected the planning application].", "Ministers [approved the embassy]."),
        silent=("He had plans for the summer.", "The application form is long."),
        weight=0.5,
    ),
    Rule(
        "diplomatic.planning_passive",
        "diplomatic-measure",
        light_passive(
            "block|reject|refuse|approve|submit|resubmit|call in|grant|permit|turn down|throw out|withdraw",
            PLANS,
            most=16,
        ),
        finds=("The [plans were rejected] in December.", "Its second [planning application was resubmitted]."),
        silent=("The plans were drawn in ink.", "Her application was late."),
        weight=0.5,
    ),
    Rule(
        "diplomatic.called_in",
        "diplomatic-measure",
        noun("called in|called-in", after=r"(?:been|were|was) "),
        finds=("Both applications were [called in] by ministers.", "The scheme has been [called in]."),
        silent=("She called in at the shop.", "He called in sick."),
        weight=0.4,
        noun=True,
    ),
    Rule(
        "diplomatic.consent",
        "diplomatic-measure",
        light("give grant", "consent|permission|approval", most=4),
        finds=("The council has [given its consent] for the new chancery.", "Ministers [granted planning permission]."),
        silent=("Consent is needed.", "She gave her name."),
        weight=0.5,
    ),
    Rule(
        "diplomatic.representations",
        "diplomatic-measure",
        light("lodge make deliver", "representations|protest|demarche|d[eé]marche|complaint with", most=4),
        finds=("Beijing has [lodged stern representations] with London.", "Tokyo [delivered a formal protest]."),
        silent=("The protest went on.", "He lodged with his aunt."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.recognise",
        "diplomatic-measure",
        verb(
            "recognise|recognize|derecognise|accredit|acknowledge",
            then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+(?:as the|sole|legal government|People's Republic|"
            r"sovereignty|independence|diplomatic)\b",
        ),
        finds=(
            "Britain [recognised] the People's Republic in 1950.",
            "They [recognise] it as the sole legal government.",
        ),
        silent=("She recognised his voice.", "The recognised leader spoke."),
        weight=0.6,
    ),
    Rule(
        "diplomatic.relations_noun",
        "diplomatic-measure",
        noun(
            "diplomatic relations|diplomatic ties|full diplomatic relations|ambassadorial relations",
            then=r" (?:with|between|in|since|were|from)\b",
            after=r"(?:established|upgraded|broke|opened|severed|restored|of|exchange of|"
            r"full) (?:[\w-]+ ){0,2}?",
        ),
        finds=(
            "They exchanged envoys after the establishment of [diplomatic relations] in 1972.",
            "London severed [diplomatic relations] with the island.",
        ),
        silent=("Diplomatic relations matter.", "Trade ties grew."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "diplomatic.boycott",
        "diplomatic-measure",
        light("announce declare join stage begin impose", r"diplomatic boycott|boycott", most=4),
        finds=("London [announced a diplomatic boycott] of the Games.", "Canada [joined the boycott]."),
        silent=("A boycott hurts shops.", "They declared war on waste."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.decision",
        "diplomatic-measure",
        light(
            "postpone delay defer approve block reject",
            r"decision on|planning decision|embassy|mega-embassy|super-embassy|application",
            most=6,
        ),
        finds=("The minister [postponed the decision on] the embassy.", "The council [delayed its planning decision]."),
        silent=("The decision is final.", "Trains were delayed."),
        weight=0.6,
    ),
    Rule(
        "diplomatic.allowed",
        "diplomatic-measure",
        verb(
            "allow|permit",
            then=r"(?:[\s,]+[\w'-]+){1,4}?[\s,]+to (?:open|build|"
            r"establish)(?:[\s,]+[\w'-]+){1,5}?[\s,]+(?:embassy|consulate|office|mission)\b",
        ),
        finds=(
            "Vilnius [allowed] the island to open an embassy.",
            "The city [permitted] Beijing to build a new consulate.",
        ),
        silent=("Dogs are allowed.", "He permitted himself a smile."),
        weight=0.6,
    ),
    Rule(
        "diplomatic.turned_away",
        "diplomatic-measure",
        verb(
            "turn away|turn back|refuse entry|deny entry|refuse a visa|deny a visa|deny access",
            after=r"(?:was|were|been|being) (?:\w+ly )?",
        ),
        finds=("Two lawmakers were [turned away] at the airport.", "The professor was [refused entry] in April."),
        silent=("She turned away from the window.", "He refused a drink."),
        weight=0.75,
    ),
    Rule(
        "diplomatic.papers",
        "diplomatic-measure",
        light(
            "revoke cancel withdraw refuse restrict",
            r"visas?|accreditation|press cards?|credentials|passports?",
            most=5,
        ),
        finds=("Beijing [revoked the visas] of two reporters.", "The ministry [withdrew his accreditation]."),
        silent=("The visa is valid.", "He cancelled his order."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.envoys",
        "diplomatic-measure",
        light("exchange accredit swap", r"ambassadors?|envoys?|diplomatic missions?|diplomats", most=4),
        finds=("The two states [exchanged ambassadors] in 1972.", "They [swapped envoys] soon after."),
        silent=("Ambassadors dine well.", "They exchanged gifts."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.recognition",
        "diplomatic-measure",
        light("switch transfer withdraw extend grant", r"(?:diplomatic )?recognition", most=3),
        finds=("Honduras [switched recognition] to Beijing.", "London [withdrew diplomatic recognition]."),
        silent=("Recognition came late.", "He switched trains."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.go_ahead",
        "diplomatic-measure",
        verb(
            "give|grant|win|receive",
            then=r"(?:[\s,]+[\w'-]+){0,4}? (?:go-ahead|green light|approval|permission|consent)(?:[\s,]+[\w'-]+){1,8}? "
            r"(?:embassy|consulate|mission|mega-embassy)\b",
        ),
        finds=(
            "The secretary [gave] the go-ahead to the embassy.",
            "Ministers [granted] permission for a new consulate.",
        ),
        silent=("He gave approval for the road.", "The green light shone."),
        weight=0.75,
    ),
    Rule(
        "diplomatic.left",
        "diplomatic-measure",
        verb(
            "leave|depart",
            then=r" (?:the )?(?:country|(?-i:[A-Z])\w+)",
            after=r"(?:ambassador|diplomats?|consul general|consul|envoy)(?:[\s,]+[\w'-]+){0,4}? (?:has |have |had )?",
        ),
        finds=(
            "Six diplomats [left] the country in December.",
            "The consul general [left] Britain before the deadline.",
        ),
        silent=("The diplomat left a note.", "Tourists left Britain."),
        weight=0.6,
    ),
    Rule(
        "diplomatic.handed_back",
        "diplomatic-measure",
        verb("hand", then=r"(?:[\s,]+[\w'-]+){1,4}? (?:back|over) to (?:China|Chinese|Beijing)\b"),
        finds=("Britain [handed] Hong Kong back to China.", "London [handed] the city over to China in 1997."),
        silent=("He handed the book back to its owner.", "A hand was raised."),
        weight=0.8,
    ),
    Rule(
        "diplomatic.was_returned",
        "diplomatic-measure",
        verb(
            "return|hand back|hand over|cede|transfer",
            then=r" (?:to|by)\b",
            after=r"(?:Hong Kong|territory|city|island|sovereignty|colony|Macau|"
            r"concession)[\w ,'-]{0,40}? (?:was|were|been|be) ",
        ),
        finds=("The colony was [returned] to China in 1997.", "The island was [ceded] to Britain."),
        silent=("The parcel was returned to London.", "He returned to the city."),
        weight=0.75,
    ),
    Rule(
        "diplomatic.sovereignty",
        "diplomatic-measure",
        verb("pass|revert|return", then=r" (?:back )?(?:to|from)\b", after=r"[Ss]overeignty[\w ,'-]{0,40}? "),
        finds=("Sovereignty over the city [passed] to China in 1997.", "In 1997 sovereignty [reverted] to Beijing."),
        silent=("Sovereignty matters.", "The car passed to the left."),
        weight=0.75,
    ),
)
