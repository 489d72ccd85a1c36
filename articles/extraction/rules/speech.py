"""Words as acts: statements on the record, and warnings. Who speaks is judged by ``speakers``."""

from .language import light, light_passive, noun, verb
from .rule import Rule

RULES = (
    Rule(
        "warning.issued",
        "warning",
        light(
            "issue give circulate send deliver publish sound release",
            r"warnings?|alerts?|advisor(?:y|ies)|interference alert",
            most=6,
        ),
        finds=("The service [issued an interference alert] to peers.", "The agency [published an advisory]."),
        silent=("The alert was long.", "Warning signs were ignored."),
        weight=0.9,
    ),
    Rule(
        "warning.issued_passive",
        "warning",
        light_passive("issue give circulate send publish", r"warnings?|alerts?|advisor(?:y|ies)", most=6),
        finds=("An [alert issued] to universities named two profiles.", "A [warning was sent] to universities."),
        silent=("An alert driver stopped.", "The warning was heeded."),
        weight=0.9,
    ),
    Rule(
        "warning.noun",
        "warning",
        noun("warning|alert", then=r" (?:from|to|about|that) ", after=r"(?:\w+'s|recent|an?|\w+5|security) "),
        finds=("It follows a [warning] from MI5.", "The agency's [alert] to peers was public."),
        silent=("Without warning he left.", "A warning light came on."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "warning.warned",
        "warning",
        verb("warn|caution", then=r"(?! off)"),
        finds=(
            "The head of MI5 [warned] that spying was growing.",
            "The president has [warned] Britain over its deals.",
        ),
        silent=("Its warning was clear.", "A cautionary tale."),
        weight=0.6,
        speaker=True,
    ),
    Rule(
        "warning.threat",
        "warning",
        verb(
            "threaten",
            then=r"(?:[\s,]+[\w'%-]+){0,6}?[\s,]+(?:tariffs?|sanctions|retaliat\w+|countermeasures|"
            r"consequences|action)\b",
        ),
        finds=("Washington [threatened] Canada with tariffs.", "Beijing [threatened] countermeasures."),
        silent=("Rain threatened the match.", "The threat of tariffs grew."),
        weight=0.7,
        speaker=True,
    ),
    Rule(
        "warning.attribution",
        "warning",
        verb("attribute", then=r"(?:[\s,]+[\w'-]+){0,20}?[\s,]+(?:to|that)\b"),
        finds=(
            "London [attributed] the attack to the ministry.",
            "[Attributing] with high confidence that the group did it.",
        ),
        silent=("The attributes of the plan are plain.", "He attributed it."),
        weight=0.7,
    ),
    Rule(
        "warning.blamed",
        "warning",
        verb(
            "blame|accuse|hold responsible",
            then=r"(?:[\s,]+[\w'-]+){0,8}?[\s,]+(?:for|of)(?:[\s,]+[\w'-]+){0,6}?[\s,]+(?:attacks?|hack\w*|"
            r"cyber\S*|breach|spying|espionage)\b",
        ),
        finds=("Britain [blamed] China for the cyber-attack.", "The UK [accused] the group of hacking MPs."),
        silent=("He blamed the weather.", "She was accused of theft."),
        weight=0.7,
        speaker=True,
    ),
    Rule(
        "statement.strong",
        "statement",
        verb(
            "condemn|criticise|criticize|denounce|deny|reject|rebut|dismiss|hail|welcome|vow|pledge|"
            "promise|urge|accuse|"
            "defend|attack|praise|demand|deplore|oppose|protest|rebuke|resign|apologise|apologize|criticise|lambast|"
            "rebuff|repudiate|refute|applaud|lament|castigate|lambaste|"
            "refuse|reaffirm|"
            "blame|slam|decry|champion|express concern|voice concern",
            then=r"(?! by (?:the )?(?:critics|campaigners))",
        ),
        finds=("The foreign secretary [condemned] the arrests.", "Beijing [denied] the claims."),
        silent=("The promise was kept.", "Concern over prices grew."),
        weight=0.7,
        speaker=True,
    ),
    Rule(
        "statement.said",
        "statement",
        verb(
            "say|tell|add|state|declare|insist|stress|emphasise|emphasize|note|argue|claim|maintain|"
            "explain|reiterate|affirm|"
            "respond|reply|confirm|acknowledge|point out|highlight|describe|call for|call on|express|"
            "voice|announce|admit|inform|"
            "address|comment|remark|assert|outline|suggest|write|conclude|raise|publicise|put it",
            then=r"(?!-)",
        ),
        finds=("The minister [said] that talks would go on.", "An embassy spokesman [added] that it was false."),
        silent=("Statements were short.", "The address is in London."),
        weight=0.5,
        speaker=True,
    ),
    Rule(
        "statement.noun",
        "statement",
        light(
            "issue make release give deliver mount send",
            r"statements?|speech|address|apology|defen[cs]e of|letter|promises?|remarks",
            most=6,
        ),
        finds=("The embassy [issued a statement] on Monday.", "She [gave a major speech] in Berlin."),
        silent=("The letter was long.", "He made tea."),
        weight=0.6,
        speaker=True,
    ),
    Rule(
        "statement.calling",
        "statement",
        verb("call", then=r" (?:it|this|the|them|him|her|for|on|China|Beijing)\b"),
        finds=("The ambassador [called] it a farce.", "The committee chair [called] for an inquiry."),
        silent=("She called at noon.", "The call was short."),
        weight=0.5,
        speaker=True,
    ),
    Rule(
        "statement.promise",
        "statement",
        noun("promise|pledge|vow", then=r" to ", after=r"(?:with|made|repeated) an? "),
        finds=("It offers support, with a [promise] to shield students.", "He made a [pledge] to return."),
        silent=("Promise is not enough.", "The pledge card was lost."),
        weight=0.5,
        speaker=True,
        noun=True,
    ),
    Rule(
        "statement.exposing",
        "statement",
        verb(
            "expose|call out",
            then=r"(?:[\s,]+[\w'-]+){0,8}?[\s,]+(?:activit\w+|campaign|behaviou?r|attacks?|abuses?|pattern|"
            r"use|operations?)\b",
        ),
        finds=("The allies are [exposing] a pattern of malicious activity.", "Ministers [called out] the abuses."),
        silent=("The film was exposed.", "He was exposed to radiation."),
        weight=0.5,
        speaker=True,
    ),
    Rule(
        "statement.release",
        "statement",
        verb(
            "call upon|call on|encourage|congratulate|commend|implore|thank|stand with|stand by|"
            "remain concerned|recognise|recognize|"
            "underline|underscore|recall|regret|share|hope|ask|object|observe|believe|support|"
            "agree that|declare|joke|repeat|"
            "complain|propose|offer|invite|signal|lament|apologise|back|question|challenge|press|"
            "remind|assure|advise|brief|boast",
            then=r" (?:that|the|for|to|our|its|on|all|China|Beijing|with|by|MPs|his|her|whether|why|him|"
            r"them|it|this|these|\w+ to)\b",
        ),
        finds=("The embassy [underlined] that trade would go on.", "We [call upon] the authorities to release him."),
        silent=("Hope is a fine thing.", "The back door is open."),
        weight=0.45,
        speaker=True,
    ),
    Rule(
        "statement.concerned",
        "statement",
        noun(
            "deeply concerned|gravely concerned|strongly dissatisfied|seriously concerned|clear that|"
            "grateful to|committed to",
            after=r"(?:is|are|was|were|am|remains?|been) (?:also |very )?",
        ),
        finds=("The ministers are [deeply concerned] at the arrests.", "Beijing was [strongly dissatisfied]."),
        silent=("Concerned parents called.", "It is clear today."),
        weight=0.4,
        speaker=True,
        noun=True,
    ),
    Rule(
        "statement.according",
        "statement",
        noun(
            "according to",
            then=r" (?:the |a )?(?:[\w'-]+ ){0,4}?(?:ministry|minister|spokes\w+|embassy|government|"
            r"official|statement|Office|MI5|GCHQ|Treasury|department|commission)\b",
        ),
        finds=(
            "The talks were frank, [according to] the Foreign Ministry.",
            "[According to] a government spokesman it was false.",
        ),
        silent=("According to the map it is near.", "He acted in accord."),
        weight=0.3,
        speaker=True,
        noun=True,
    ),
    Rule(
        "statement.spoke",
        "statement",
        verb("speak|testify", then=r" (?:at|in|to|before|during|out|about)\b"),
        finds=("Lord Patten [spoke] at a debate in London.", "The commissioner [testified] before a committee."),
        silent=("They speak Mandarin.", "His speech was short."),
        weight=0.4,
        speaker=True,
    ),
    Rule(
        "statement.reacted",
        "statement",
        verb("react|retaliate|hit back|lash out|protest", then=r" (?:with|to|at|by|angrily|furiously|against)\b"),
        finds=("Beijing [reacted] with fury.", "The embassy [hit back] at the claims."),
        silent=("The acid reacted.", "A protest was held."),
        weight=0.5,
        speaker=True,
    ),
    Rule(
        "warning.alarm",
        "warning",
        light("sound raise", "alarm|alarm bells", most=2),
        finds=("The agency [sounded the alarm] over the kit.", "Officials [raised the alarm] in May."),
        silent=("The alarm rang.", "He raised his hand."),
        weight=0.7,
        speaker=True,
    ),
    Rule(
        "warning.were_warned",
        "warning",
        verb(
            "warn|alert|caution|put on alert",
            then=r" (?:that|about|of|to|against|over|by)\b",
            after=r"(?:was|were|been|being) ",
        ),
        finds=("Members were [warned] about headhunters.", "Firms have been [alerted] to the theft of data."),
        silent=("He had been warned.", "They warn of rain."),
        weight=0.6,
    ),
    Rule(
        "warning.alerted",
        "warning",
        verb("alert|tip off", then=r" (?:[\w'-]+ ){1,4}?(?:to|about|that|of)\b"),
        finds=("The security service [alerted] universities to the theft.", "MI5 [alerted] MPs that spies were near."),
        silent=("An alert dog barked.", "The alert was sent."),
        weight=0.65,
        speaker=True,
    ),
    Rule(
        "warning.named",
        "warning",
        verb(
            "call out|expose|name|identify|unmask",
            then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+(?:hackers?|hacking groups?|actors?|operatives|"
            r"unit)(?:[\s,]+[\w'-]+){0,8}? "
            r"(?:for|as|behind|responsible)\b",
        ),
        finds=("The allies [called out] Chinese hackers for the breach.", "London [named] a unit as the culprit."),
        silent=("The actor was named after a king.", "She exposed the film."),
        weight=0.7,
        speaker=True,
    ),
    Rule(
        "statement.joined",
        "statement",
        verb(
            "join",
            then=r"(?:[\s,]+[\w'-]+){0,8}? (?:in (?:condemn|call|urg|criticis|express|denounc|support|back|protest)\w+|"
            r"(?:joint )?statement)\b",
        ),
        finds=(
            "The UK [joined] 38 countries in condemning the policy.",
            "Canada [joined] the statement on the strait.",
        ),
        silent=("She joined the queue.", "A joint statement was read."),
        weight=0.75,
        speaker=True,
    ),
)
