"""Police, prosecutors and courts; and what was done in breach of law or peace: incidents."""

from .language import light, light_passive, noun, verb
from .rule import Rule

SYSTEMS = (
    r"(?:[\s,]+[\w'-]+){0,6}?[\s,]+(?:networks?|systems?|computers?|servers?|accounts?|e-?mails?|emails|"
    r"data|databases?|register|secrets|files|phones?|software|infrastructure|records|parliament\w*|"
    r"vulnerabilit\w+)\b"
)

RULES = (
    Rule(
        "legal.verb",
        "legal-action",
        verb(
            "arrest|charge|indict|convict|sentence|jail|prosecute|acquit|extradite|imprison",
            then=r"(?:[\s,]+[\w'-]+){0,2}?[\s,]+(?:to|for|with|in|on|by|over|against|under|at|people|men|"
            r"man|women|woman|of|four|three|two|more than|over|[A-Z])\b(?! fell)",
        ),
        finds=("Police [arrested] two men in Salford.", "He was [sentenced] to nine years."),
        silent=("The sentence is too long to read.", "Bank charges fell."),
        weight=0.7,
    ),
    Rule(
        "legal.charges",
        "legal-action",
        light(
            "unseal announce bring file press face drop",
            "charges|indictments?|case against|lawsuit|criminal charges|prosecution",
            most=5,
        ),
        finds=("The department [unsealed indictments] against seven men.", "Prosecutors [dropped the charges]."),
        silent=("Charges for visas rose.", "The case was heavy."),
        weight=0.8,
    ),
    Rule(
        "legal.charges_passive",
        "legal-action",
        light_passive(
            "unseal drop bring file abandon discontinue",
            "charges|indictments?|charging documents|case|prosecution|complaint",
            most=5,
        ),
        finds=("[Indictments unsealed] in 2020 name him.", "The [case was dropped] in September."),
        silent=("The case was made of leather.", "The complaint was heard."),
        weight=0.8,
    ),
    Rule(
        "legal.collapse",
        "legal-action",
        verb("collapse", after=r"(?:case|trial|prosecution)(?:[\s,]+[\w'-]+){0,9}? "),
        finds=("A case against two men [collapsed] in September.", "The trial [collapsed]."),
        silent=("The bridge collapsed.", "The economy collapsed in 2008."),
        weight=0.8,
    ),
    Rule(
        "legal.collapse_noun",
        "legal-action",
        noun(
            "collapse|trial|conviction|arrests?|indictments?|sentencing",
            then=r" of (?:the |a |an )?(?:[\w'/-]+ ){0,4}?(?:trial|case|prosecution|men|man|woman|people|"
            r"activists?|lawmakers?|publisher|politicians?)\b",
            after=r"(?:the|The|following|after|mass) ",
        ),
        finds=("Ministers were asked about the [collapse] of the trial.", "The [arrest] of two men caused alarm."),
        silent=("The collapse of prices hurt farmers.", "The start of term is near."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "legal.court",
        "legal-action",
        verb(
            "rule|find|quash|uphold|dismiss|overturn",
            then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+(?:that|guilty|conviction|appeal|against|in favou?r)\b",
            after=r"(?:court|judges?|jury|tribunal|magistrates?)(?: of \w+)? (?:has |have |had )?",
        ),
        finds=("The court [ruled] that the ban was lawful.", "A jury [found] him guilty."),
        silent=("The survey found that trade rose.", "The party rules the country."),
        weight=0.7,
    ),
    Rule(
        "legal.plea",
        "legal-action",
        noun(
            "pleaded guilty|pleaded not guilty|went on trial|stood trial|appeared in court|found guilty|goes on trial"
        ),
        finds=("She [pleaded guilty] to fraud.", "The publisher [went on trial] in December."),
        silent=("They pleaded with him.", "The trial version is free."),
        weight=0.8,
        noun=True,
    ),
    Rule(
        "incident.hack",
        "incident",
        verb("hack|breach|compromise|infiltrate|penetrate|exploit|steal|access|target|hit|attack", then=SYSTEMS),
        finds=("Hackers [compromised] thousands of computers.", "The group [stole] voter data."),
        silent=("Thieves stole a car.", "He exploited a gap in the market."),
        weight=0.6,
    ),
    Rule(
        "incident.hacked",
        "incident",
        verb(
            "hack|breach|compromise|infiltrate|attack|steal|target",
            after=r"(?:networks?|systems?|computers?|accounts?|data|records|register|website|"
            r"emails?)(?:[\s,]+[\w'-]+){0,6}? (?:was|were|been) ",
        ),
        finds=("The systems of the commission were [breached].", "Voter data was [stolen]."),
        silent=("The town was attacked.", "His bike was stolen."),
        weight=0.6,
    ),
    Rule(
        "incident.operation",
        "incident",
        light(
            "conduct launch carry mount run orchestrate perpetrate stage undertake",
            "cyber-?attacks?|attacks?|espionage operations?|operations? against|hacking campaign|"
            r"influence operation|ransomware operations|spying operation|reconnaissance|phishing|raids?|"
            r"surveillance of|"
            r"cyber (?:campaign|operation|activity)|disinformation campaign",
            most=6,
        ),
        finds=("The group [launched a cyber-attack] on the agency.", "They [ran a hacking campaign] for years."),
        silent=("The attack was feared.", "They ran a business."),
        weight=0.6,
    ),
    Rule(
        "incident.assault",
        "incident",
        verb(
            "assault|beat|beat up|drag|kidnap|abduct|detain|tear-gas|disperse|confront|clash",
            then=r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:protest\w*|demonstrat\w+|police|students?|activists?|"
            r"journalists?|people|lawyers?|dissidents?|booksellers?|men|man|woman|workers?|residents|"
            r"citizens?|Uighurs|Uyghurs|monks|businessm[ae]n|nationals?|executives?|employees?|academics?|staff|"
            r"diplomats?|"
            r"tourists?|Canadians?|Australians?|Britons?|Americans?|teachers?|researchers?|reporters?|pastors?|"
            r"bishops?|"
            r"consultants?|writers?|publishers?|fishermen|Tibetans?)\b",
        ),
        finds=("Police [detained] two journalists in Shanghai.", "Gangsters [beat] demonstrators at the station."),
        silent=("Heat detained the eggs.", "Leeds beat Hull on Saturday."),
        weight=0.6,
    ),
    Rule(
        "incident.assaulted",
        "incident",
        verb(
            "assault|beat|drag|kidnap|abduct|detain|tear-gas|imprison|harass",
            then=r"(?:[\s,]+[\w'-]+){0,5}? (?:by|in|on|at|into|for|last)\b",
            after=r"(?:was|were|been) ",
        ),
        finds=("A protester was [dragged] into the consulate.", "Two Canadians were [detained] in Beijing."),
        silent=("The team was beaten.", "He was harassed."),
        weight=0.6,
    ),
    Rule(
        "incident.police",
        "incident",
        verb(
            "target|fire|use|begin",
            then=r"(?:[\s,]+[\w'-]+){0,8}?[\s,]+(?:tear gas|pepper spray|rubber bullets|protesters|"
            r"demonstrators|peaceful)\b",
            after=r"[Pp]olice (?:\w+ )?",
        ),
        finds=("Police [fired] tear gas at the crowd.", "The police then [targeted] peaceful demonstrators."),
        silent=("Police used the side door.", "The police began an inquiry."),
        weight=0.6,
    ),
    Rule(
        "incident.protest",
        "incident",
        noun("took to the streets|stormed|besieged", then=r" (?:of|in|to|the|by)\b"),
        finds=("Thousands [took to the streets] of the city.", "Protesters [stormed] the council chamber."),
        silent=("He stormed out.", "The streets are quiet."),
        weight=0.3,
        noun=True,
    ),
    Rule(
        "incident.noun",
        "incident",
        noun(
            r"cyber-?attacks?|cyber attacks?|hacks?|data breach|hacking|cyber campaign|crackdown|"
            r"kidnapping|abduction|assault|massacre|killing|clashes|detention",
            then=r" (?:on|of|against|targeting|in|at|by|between)\b",
            after=r"(?:the|an?|\w+'s|this|that|brutal|violent|bloody|major|massive|recent|state-sponsored|"
            r"Chinese|\d{4}) (?:[\w-]+ ){0,2}?",
        ),
        finds=(
            "The [cyber-attack] on the commission ran for a year.",
            "It recalled the 1989 [massacre] in the square.",
        ),
        silent=("Attacks on policy are common.", "Hacks write quickly."),
        weight=0.35,
        noun=True,
    ),
    Rule(
        "incident.suffered",
        "incident",
        verb(
            "suffer|experience|face|withstand|disrupt|repel",
            then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+(?:cyber-?attacks?|attacks?|breach|intrusions?|hack|hacks)\b",
        ),
        finds=("The university [suffered] a cyber-attack in May.", "The agency [repelled] two intrusions."),
        silent=("He suffered from gout.", "They face north."),
        weight=0.5,
    ),
    Rule(
        "incident.killed",
        "incident",
        verb(
            "kill|shoot|shoot down|injure|wound|murder|torture|attack|crush|suppress|put down|quell|open fire on|"
            "fire|ram|"
            "collide with|sink|harass|intercept|expose|leak|disappear|vanish",
            then=r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:people|personnel|details|names|vessels?|boats?|ships?|"
            r"balloons?|drones?|aircraft|jets?|"
            r"water cannon|protests?|uprising|demonstrations?|movement|from|protesters?|students?|civilians|"
            r"soldiers|troops|by|in|at|on)\b",
        ),
        finds=("Troops [killed] hundreds of civilians.", "Four men were [injured] in the clash."),
        silent=("The plan was killed off.", "Time heals wounds."),
        weight=0.4,
    ),
    Rule(
        "legal.jailed",
        "legal-action",
        light(
            "face hand serve receive give",
            r"\d+-(?:year|month) (?:prison |jail )?(?:sentences?|terms?)|(?:life|prison|jail) (?:sentences?|"
            r"terms?)|years in (?:prison|jail)|arrest warrants?|"
            r"bount(?:y|ies)|prison sentences?",
            most=5,
        ),
        finds=("She [received a prison sentence] on Friday.", "He [faces life sentences] over the plot."),
        silent=("Prisons are full.", "He faced the wall."),
        weight=0.6,
    ),
    Rule(
        "legal.warrant",
        "legal-action",
        light("issue place put offer announce post", r"arrest warrants?|warrants?|bount(?:y|ies)|rewards?", most=4),
        finds=("Police [issued arrest warrants] for eight activists.", "The force [issued bounties] on them."),
        silent=("Warrants are rare.", "An issue arose."),
        weight=0.8,
    ),
    Rule(
        "legal.indicted",
        "legal-action",
        verb("indict|arrest|convict|extradite|prosecute|acquit|deport", then=r" (?:[\w'-]+ ){0,6}?[\w'-]+[.,]?"),
        finds=("The department [indicted] seven hackers.", "Police in Spain [extradited] 94 suspects."),
        silent=("An arrest warrant is a paper.", "Convicts work."),
        weight=0.6,
    ),
    Rule(
        "legal.trial_opened",
        "legal-action",
        light_passive(
            "open|begin|start|resume|adjourn|conclude|end|get under way",
            r"(?:show )?trial|retrial|court case|court hearing|hearings?|judicial review|inquest",
            most=8,
        ),
        finds=("The [trial of the publisher opened] in December.", "A [court case began] in London."),
        silent=("The trial was long.", "The hearing of old men fails."),
        weight=0.75,
    ),
    Rule(
        "legal.challenge",
        "legal-action",
        light(
            "launch bring seek win lose file lodge begin mount apply",
            r"judicial review|legal challenge|legal action|legal proceedings|appeal against|lawsuit|claim against",
            most=4,
        ),
        finds=("Residents [launched a judicial review] of the plan.", "The firm [lost its appeal against] the order."),
        silent=("A legal review is slow.", "He won a race."),
        weight=0.8,
    ),
    Rule(
        "legal.freed",
        "legal-action",
        verb(
            "release|free|bail",
            then=r" (?:on bail|from (?:prison|jail|custody|detention|house arrest)|without charge)\b",
        ),
        finds=("He was [released] on bail in March.", "Beijing [freed] from jail."),
        silent=("The album was released on Friday.", "Entry is free."),
        weight=0.6,
    ),
    Rule(
        "incident.intruders",
        "incident",
        verb(
            "hack|hack into|breach|infiltrate|penetrate|compromise|break into|recruit|gain access to|target|attack|"
            "steal|raid|spy on|cultivate|approach|impersonate|breach|obtain|exfiltrate",
            then=r" (?:[\w'-]+ ){0,5}?\w+",
            after=r"(?:hackers?|spy|spies|agents?|actors|operatives?|intruders|hacking group|spy ring|unit|"
            r"intelligence officers?|threat group)(?:[\s,]+[\w'-]+){0,6}? (?:has |have |had )?",
        ),
        finds=(
            "Hackers linked to Beijing [broke into] the ministry's systems.",
            "A Chinese agent [infiltrated] Buckingham Palace.",
        ),
        silent=("The estate agent broke a window.", "Visitors approached the house."),
        weight=0.6,
    ),
    Rule(
        "incident.was_hacked",
        "incident",
        verb("hack|infiltrate|penetrate|bug", then=r" (?:by|in|last|on|from|at)\b", after=r"(?:was|were|been) "),
        finds=("The ministry was [hacked] in May.", "The party had been [infiltrated] by agents."),
        silent=("The bushes were hacked down.", "He was bugged."),
        weight=0.6,
    ),
    Rule(
        "incident.outposts",
        "incident",
        light(
            "set up|establish|operate",
            r"police stations?|police outposts?|spy ring|spy network|front compan(?:y|ies)",
            most=5,
        ),
        finds=("Agents [set up secret police stations] in London.", "The service [established a spy ring] there."),
        silent=("Police stations are open at night.", "They set up a table."),
        weight=0.6,
    ),
)
