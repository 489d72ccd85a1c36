"""Visits and talks: who went where, and who met, telephoned or negotiated with whom."""

from .language import light, light_passive, noun, verb
from .rule import Rule

RULES = (
    Rule(
        "visit.verb",
        "visit",
        verb("visit|tour", then=r" (?:the )?(?:[\w'-]+ )?(?:(?-i:[A-Z])\w+)"),
        finds=("The foreign secretary [visited] Beijing.", "She is the first premier to [visit] Britain since 2018."),
        silent=("Residents visit their library.", "The visiting team lost."),
        weight=0.7,
    ),
    Rule(
        "visit.travel",
        "visit",
        verb(
            "travel|fly|arrive|head|go|come|land|touch down|jet off|set off|depart",
            then=r" (?:to|in|into|for) (?:mainland )?(?:China|Beijing|Shanghai|Hong Kong|Taiwan|Taipei|London|"
            r"Britain|the UK|the United Kingdom|Washington|Brussels|Xinjiang|Tibet|Canberra|Tokyo)\b",
            after=r"(?<!\bit\s)",
        ),
        finds=("The chancellor [travelled] to Beijing with bankers.", "Mr Li [arrived] in London on Sunday."),
        silent=("Parcels travel to Kent by sea.", "The train arrived in Leeds."),
        weight=0.6,
    ),
    Rule(
        "visit.noun",
        "visit",
        noun(
            r"state visits?|official visits?|visits?|trips?|tours?|trade missions?",
            then=r" (?:to|by|of)\b",
            after=r"(?:\w+'s?|(?:paid|pay|pays|paying|made|make|making|embarked on|embarks on|led|on|during|"
            r"announced|cancelled) an?|"
            r"first|official|during a|his|her|their|[Tt]he|four-day|three-day|two-day|"
            r"day) (?:[\w-]+ ){0,2}?",
        ),
        finds=("He praised her [visit] to Britain.", "He made an [official visit] to China."),
        silent=("Visits to the museum are free.", "A trip takes ten hours."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "visit.state_visit",
        "visit",
        noun("state visit", then=r"(?:[.,;:]| this| last| next| in| began| begins| to)"),
        finds=("The dispute clouds the [state visit] this week.", "It was her second [state visit]."),
        silent=("He praised the visit.", "A visit of state officials was planned."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "talks.held",
        "talks",
        light(
            "hold open begin resume conclude start launch chair attend host join co-chair",
            r"talks|meetings?|consultations|dialogue|negotiations?|summit|discussions?|phone call|"
            r"telephone call|call with|conversation with|lunch|dinner",
            most=6,
        ),
        finds=("The two sides [held two-day talks] in Paris.", "The ministers [opened negotiations] on fish."),
        silent=("Talks can be hard.", "The meeting room was full."),
        weight=0.8,
    ),
    Rule(
        "talks.were_held",
        "talks",
        light_passive(
            "hold open begin resume conclude", r"talks|meetings?|consultations|dialogue|negotiations|summit", most=10
        ),
        finds=("[Talks were held] in Geneva.", "[Negotiations over the deal began] in 2014."),
        silent=("Talks broke no new ground.", "The summit city is large."),
        weight=0.7,
    ),
    Rule(
        "talks.sat_down",
        "talks",
        noun(r"sat down|sit down|sits down", then=r" (?:for|with|to)\b"),
        finds=("Both countries [sat down] for talks.", "The ministers [sat down] with their counterparts."),
        silent=("He sat on the bench.", "They sat through the speech."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "talks.met",
        "talks",
        verb(
            "meet",
            then=r"(?: with)? (?:the |his |her |their |Mr |Ms |Mrs |President |Premier |"
            r"Vice )?(?:[\w'-]+ ){0,3}?(?:(?-i:[A-Z])\w+|counterparts?|officials?|representatives|"
            r"ministers?|leaders?|ambassador)",
        ),
        finds=(
            "David Lammy [met] Wang Yi in Beijing.",
            "The envoy [met] with officials of two firms.",
        ),
        silent=("The plan met the target.", "They met resistance on the way."),
        weight=0.6,
    ),
    Rule(
        "talks.spoke",
        "talks",
        verb(
            "speak|talk",
            then=r" (?:(?:by|over the|on the|via) (?:tele)?phone\b|(?:with|to) (?:[\w'-]+ ){0,3}?(?:counterpart|"
            r"President|Premier|Minister|Secretary|ambassador|(?-i:[A-Z])\w+ (?:by|"
            r"on the) (?:tele)?phone|Xi|Wang|Li)\b)",
        ),
        finds=(
            "The prime minister [spoke] to President Xi by telephone.",
            "Mr Lammy [spoke] with his Chinese counterpart.",
        ),
        silent=("He spoke to reporters.", "They speak Mandarin."),
        weight=0.6,
    ),
    Rule(
        "talks.following",
        "talks",
        noun(
            r"talks|bilateral talks|meetings?|dinner|lunch",
            then=r" (?:between|with) (?:[\w'-]+ )?(?-i:[A-Z])",
            after=r"(?:following|after|in|during|at|and|his|her|their|a|the)(?: [\w-]+){0,3} ",
        ),
        finds=(
            "The pact came after [talks] between Mr Li and Mr Brown.",
            "He raised it at his [dinner] with Wang Yi.",
        ),
        silent=("Talks with unions failed.", "Lunch is at noon."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "talks.agreement_talks",
        "talks",
        noun(
            "discussions|negotiations",
            then=r" (?:on|over|about|with|between) ",
            after=r"(?:held|began|opened|had|resumed|concluded) (?:[\w'-]+ ){0,3}?",
        ),
        finds=("They had frank [discussions] with the premier.", "Brussels opened [negotiations] on a treaty."),
        silent=("Discussions about money are dull.", "The negotiations on pay are over."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "talks.took_place",
        "talks",
        noun(
            r"talks|meetings?|consultations|dialogue|summit|negotiations",
            then=r"(?:[\s,]+[\w'-]+){0,6}? (?:took place|was held|were held|is held|will be held|"
            r"takes place|will take place|began|opened|resumed|concluded|ended)\b",
        ),
        finds=("The first [dialogue] since 2018 took place in Beijing.", "The [summit] will be held in May."),
        silent=("The summit of the hill is high.", "Meetings take time."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "talks.phone",
        "talks",
        light("hold make take", r"phone call|telephone call|call with|video call", most=4),
        finds=("The leaders [held a phone call] on Friday.", "She [held a video call] with the premier."),
        silent=("The call was lost.", "Take a seat."),
        weight=0.7,
    ),
    Rule(
        "visit.led",
        "visit",
        verb(
            "lead|head|take|bring",
            then=r"(?:[\s,]+[\w'-]+){0,6}? (?:delegation|mission|party)(?: of [\w ]{1,30}?)? to\b",
        ),
        finds=(
            "The prime minister [led] a trade delegation to the city.",
            "He [took] a business delegation to Shanghai.",
        ),
        silent=("The delegation was large.", "He led the vote."),
        weight=0.65,
    ),
    Rule(
        "visit.hosted",
        "visit",
        verb(
            "host|welcome|receive",
            then=r"(?:[\s,]+[\w'-]+){0,6}? (?:for a (?:state |official )?visit|on a (?:state |official )?visit|"
            r"(?:to|in|at) (?:London|Beijing|Downing Street|Chequers|the Great Hall|Buckingham Palace|"
            r"the White House))\b",
        ),
        finds=(
            "Britain [hosted] the president for a state visit.",
            "The premier was [welcomed] in London by ministers.",
        ),
        silent=("He welcomed the decision.", "They received a letter in May."),
        weight=0.75,
    ),
    Rule(
        "talks.had",
        "talks",
        verb(
            "have",
            then=r" (?:an?|their|his|her|its|two|several|frank|constructive|bilateral|candid|"
            r"further) (?:[\w'-]+ ){0,4}?"
            r"(?:meetings?|talks|discussions?|conversation|phone call|telephone call|call|dinner|lunch|"
            r"exchange) (?:with|about|on|in)\b",
        ),
        finds=(
            "The prime minister [had] a phone call with his counterpart.",
            "She [had] frank talks with the premier.",
        ),
        silent=("He has a call to make.", "They have had a good year."),
        weight=0.6,
    ),
    Rule(
        "talks.hosted",
        "talks",
        verb(
            "host|receive",
            then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+(?:counterparts?|president|premier|ministers?|ambassador|"
            r"secretary|envoy|leaders?)\b",
        ),
        finds=(
            "The foreign secretary [hosted] his Chinese counterpart.",
            "The premier [received] the British ambassador.",
        ),
        silent=("The host was kind.", "He received a medal."),
        weight=0.5,
    ),
    Rule(
        "talks.discussed",
        "talks",
        verb(
            "discuss",
            then=r" \w+",
            after=r"(?:(?-i:[A-Z])\w+ and (?:[\w']+ ){0,3}?(?-i:[A-Z])\w+|sides|leaders|ministers|"
            r"presidents) (?:also |have |had )?",
        ),
        finds=("Ann Other and Bo Li [discussed] fish on Monday.", "The two leaders [discussed] trade."),
        silent=("She discussed the book.", "Discussions went on."),
        weight=0.5,
    ),
    Rule(
        "talks.they_met",
        "talks",
        verb(
            "meet",
            then=r"(?:[.,;]| (?:in|at|on|for|next|this|last|again|today|virtually|yesterday|tomorrow|face to face)\b)",
            after=r"(?:leaders|ministers|officials|presidents|sides|delegations|secretaries|negotiators|they|"
            r"pair|two men)"
            r"(?: (?:of|from) (?:[\w'-]+ ){1,6}?| )(?:will |have |had |last |are to |were to )?",
        ),
        finds=("The leaders of the two states will [meet] next week.", "The two ministers [met] in Geneva."),
        silent=("Needs were met in full.", "The roads meet at the bridge."),
        weight=0.5,
    ),
    Rule(
        "talks.views",
        "talks",
        light("exchange", "views", most=2),
        finds=("The two sides [exchanged views] on trade.", "They [exchanged frank views]."),
        silent=("Views differ.", "They exchanged gifts."),
        weight=0.5,
    ),
    Rule(
        "talks.negotiating",
        "talks",
        verb(
            "negotiate",
            then=r" (?:an?|the|with|over|for|on|terms)\b",
            after=r"(?:have|has|had|were|are|is|been|began|started) (?:been )?",
        ),
        finds=("They have been [negotiating] a services pact since March.", "Both were [negotiating] over fish."),
        silent=("The negotiated text is short.", "Negotiators met."),
        weight=0.5,
    ),
)
