"""Agreements between parties, and investments and contracts of firms."""

from .language import light, light_passive, noun, verb
from .rule import Rule

PACTS = (
    "agreements?|deals?|pacts?|understanding|framework|treat(?:y|ies)|memorand(?:um|a)|memorandums|MoUs?|"
    "accords?|communiqu[eé]s?|"
    "joint declaration|protocols?|partnership|arrangements?|security dialogue|free trade agreement|declaration"
)

MONEY = r"(?:[£$€¥]\s?\d|\d[\d.,]*\s?(?:bn|billion|million|m|trillion)\b|billions|millions)"

RULES = (
    Rule(
        "agreement.signed",
        "agreement",
        light(
            "sign|conclude|reach|strike|forge|seal|finalise|finalize|ratify|renew|initial|agree|"
            "clinch|secure|announce|ink|enter into|enter|upgrade|extend",
            PACTS,
            most=7,
        ),
        finds=(
            "The two countries [signed a memorandum] on fisheries.",
            "Britain and China [reached a landmark agreement] on aviation.",
        ),
        silent=("The agreement runs to ninety pages.", "Officials signed the visitors' book."),
        weight=0.8,
    ),
    Rule(
        "agreement.was_signed",
        "agreement",
        light_passive("sign|conclude|reach|strike|forge|seal|finalise|ratify|renew|agree|make", PACTS, most=9),
        finds=("The [treaty was signed] in 1984.", "A [deal with the port has been agreed]."),
        silent=("The deal was criticised by unions.", "A treaty is a long document."),
        weight=0.8,
    ),
    Rule(
        "agreement.agreed_to",
        "agreement",
        verb("agree", then=r" (?:(?:not )?to|on|that)\b"),
        finds=("China [agreed] to halve the duty on whisky.", "Both sides [agreed] on a hotline."),
        silent=("Most members agree with her.", "The agreed text was not shown."),
        weight=0.7,
    ),
    Rule(
        "agreement.committed",
        "agreement",
        verb("commit", then=r" to (?:co-?ordinat|co-?operat|work|a |strengthen|implement|shar|support)\w*"),
        finds=(
            "Both governments [committed] to work together on health.",
            "The ministers [committed] to coordinate their plans.",
        ),
        silent=("He committed an offence in 2019.", "They are committed people."),
        weight=0.4,
    ),
    Rule(
        "agreement.creation",
        "agreement",
        noun(
            "creation|formation|signing|signature|conclusion|ratification|renewal",
            then=r" of (?:the |a |an )?(?:[\w'-]+ ){0,4}?(?:agreements?|deals?|pact|treaty|partnership|accords?|"
            r"memorand(?:um|a)|alliance|declaration|protocol)",
        ),
        finds=(
            "We announce the [creation] of a security partnership.",
            "The [signing] of the treaty took place in Paris.",
        ),
        silent=("The creation of jobs comes first.", "The signing of autographs went on."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "agreement.named",
        "agreement",
        noun(
            "Joint Declaration|[Jj]oint declaration|Trade [Aa]greement|trade agreement",
            after=r"(?:(?:19|20)\d\d [\w -]{0,30}?|years after the )",
        ),
        finds=(
            "It rests on the 1984 Sino-British [Joint Declaration].",
            "They spoke thirty years after the [joint declaration].",
        ),
        silent=("The joint declaration is in force.", "A trade agreement would take years."),
        weight=0.4,
        noun=True,
    ),
    Rule(
        "investment.invest",
        "investment",
        verb(
            "invest",
            then=rf" (?:up to |more than |over |about |around |another |an? (?:extra |"
            rf"additional )?)?(?:{MONEY}|heavily|in)",
        ),
        finds=("The company will [invest] £6bn in the plant.", "A Chinese fund [invested] in the airport."),
        silent=("Investors were pleased.", "He is invested as a knight."),
        weight=0.7,
    ),
    Rule(
        "investment.buy",
        "investment",
        verb(
            "buy|purchase|acquire|take over|snap up|sell",
            then=r"(?:[\s,]+[\w'&.£$€-]+){0,6}?[\s,]+(?:stake|shares|company|firm|plant|site|building|"
            r"port|steel\w*|maker|business|group|factory|land|club|property|majority|third|quarter|half|"
            r"\w+ for [£$€])\b",
        ),
        finds=("The fund [bought] a stake in the airport.", "The embassy [purchased] the site for £255 million."),
        silent=("Shoppers bought more tea.", "She acquired a taste for it."),
        weight=0.7,
    ),
    Rule(
        "investment.noun",
        "investment",
        noun(
            "investment|stake|takeover|acquisition|purchase",
            then=r" (?:by|of|in) ",
            after=rf"(?:{MONEY}[\w.]* |announced an? )",
        ),
        finds=("The plan is a 6bn [investment] by a state company.", "It announced a [takeover] of the brewery."),
        silent=("Inward investment in the region fell.", "The investment climate is poor."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "investment.partner",
        "investment",
        verb("partner|team up", then=r" with "),
        finds=("The operator [partnered] with Huawei on 4G.", "Two utilities [teamed up] with a Chinese firm."),
        silent=("Her partner works in Leeds.", "The partnership ended."),
        weight=0.6,
    ),
    Rule(
        "investment.partnership",
        "investment",
        noun(
            "partnership|joint venture",
            then=r" with (?:[\w'-]+ ){0,3}?(?:company|firm|Huawei|group|(?-i:[A-Z])\w+)",
            after=r"(?:through|in|forming|into|announced|entered) an? (?:[\w'-]+ )?",
        ),
        finds=(
            "It sells its cars through a [partnership] with Green Power.",
            "They work in a [joint venture] with the group.",
        ),
        silent=("The partnership with our allies matters.", "A partnership is hard work."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "investment.contract",
        "investment",
        light(
            "award|win|sign|approve|grant|announce|land",
            "contracts?|trade deals|procurement agreements?|commercial deals|orders for|business deals",
            most=7,
        ),
        finds=("The ministry [awarded the contract] to a Chinese firm.", "Firms [signed trade deals] worth billions."),
        silent=("The contract is long.", "He won the race."),
        weight=0.85,
    ),
    Rule(
        "investment.contract_signed",
        "investment",
        light_passive("award sign announce", "contracts?|trade deals|commercial deals|business deals", most=7),
        finds=("[Trade deals that are being signed] are worth billions.", "The [contract was awarded] to Huawei."),
        silent=("The contract was lost in the post.", "Deals of this size are rare."),
        weight=0.85,
    ),
    Rule(
        "investment.plant",
        "investment",
        light(
            "open close build begin shut halt start",
            ("plants?|factor(?:y|ies)|refinery|mill|reactor|furnaces?|power station|data cent(?:re|er)|headquarters"),
            most=6,
        ),
        finds=("The group [opened a battery plant] in Sunderland.", "Jingye will [close the mill] in June."),
        silent=("The plant employs many people.", "He opened the door."),
        weight=0.6,
    ),
    Rule(
        "investment.control",
        "investment",
        light(
            "take seize sell acquire buy rescue save nationalise",
            r"control of|ownership of|over British Steel|majority stake|minority stake|the business|"
            r"the company|the firm|the plant|the steelworks|its stake|a stake|shares in|holding in",
            most=5,
        ),
        finds=("Ministers [took control of] the steelworks.", "The group [sold its minority stake]."),
        silent=("The company is old.", "He took a bus."),
        weight=0.6,
    ),
    Rule(
        "investment.bought_by",
        "investment",
        verb(
            "buy|purchase|acquire|rescue|take over|save|own",
            then=r" (?:by|in|for|from)\b",
            after=r"(?:was|were|been|be) ",
        ),
        finds=("The mill was [bought] by a Chinese group in 2020.", "The firm was [acquired] in May."),
        silent=("He was bought off.", "The dog was saved."),
        weight=0.6,
    ),
    Rule(
        "agreement.reached_noun",
        "agreement",
        noun(
            "agreement|deal|pact|treaty|memorandum of understanding",
            then=r" (?:between|with|that was|signed|reached|struck|forged|agreed|concluded|came into)\b",
            after=r"(?<!has\s)(?<!have\s)(?:the|a|an|this|its|new|landmark|trade|historic|"
            r"security) (?:[\w-]+ ){0,2}?",
        ),
        finds=("The [pact] between the two was renewed.", "A new trade [deal] with the bloc followed."),
        silent=("The deal is done.", "Agreement is hard."),
        weight=0.35,
        noun=True,
    ),
    Rule(
        "investment.announced",
        "investment",
        light(
            "announce win secure open build launch establish",
            r"research cent(?:re|er)|factory|office in|orders?|investment|joint venture|battery venture|plant|"
            r"gigafactory|headquarters|funding round|showroom|fund|expansion|train line|railway",
            most=6,
        ),
        finds=(
            "The maker [announced a £1bn research centre] near Leeds.",
            "The firm [won a £2bn order] from the airline.",
        ),
        silent=("The plant is old.", "Orders were followed."),
        weight=0.45,
    ),
    Rule(
        "investment.stake",
        "investment",
        verb(
            "hold|own|buy|acquire|sell|take|offload|dispose of",
            then=r" (?:(?:an?|its|the|their|his) )?(?:[\w.%-]+ ){0,4}?(?:stake|shareholding|holding|"
            r"share|interest) in\b",
        ),
        finds=("The fund [acquired] a 10% stake in the airport.", "It [sold] its stake in the mill."),
        silent=("Stakes are high.", "He held a view."),
        weight=0.6,
    ),
    Rule(
        "agreement.joined",
        "agreement",
        verb(
            "join|accede to|sign up to",
            then=r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:Bank|bank|pact|initiative|Initiative|partnership|treaty|"
            r"agreement|alliance|CPTPP|convention)\b",
        ),
        finds=("Britain [joined] the infrastructure bank in 2015.", "The state [signed up to] the initiative."),
        silent=("He joined the queue.", "A joint bank account."),
        weight=0.5,
    ),
    Rule(
        "agreement.communique",
        "agreement",
        light(
            "issue adopt release endorse agree publish",
            r"joint communiqu[eé]|joint declaration|joint action plan",
            most=4,
        ),
        finds=("The two sides [issued a joint communique] on trade.", "The leaders [adopted a joint declaration]."),
        silent=("A joint account was opened.", "They issued a joint statement."),
        weight=0.8,
    ),
    Rule(
        "agreement.work_together",
        "agreement",
        verb(
            "pledge|vow|promise|resolve|undertake",
            then=r" to (?:work together|work more closely|co-?operate|collaborate|co-?ordinate|jointly|"
            r"deepen co-?operation)\b",
        ),
        finds=(
            "The two countries [pledged] to work together on climate.",
            "Both sides [vowed] to cooperate on health.",
        ),
        silent=("He pledged to resign.", "A pledge to work hard."),
        weight=0.75,
    ),
    Rule(
        "investment.deals_worth",
        "investment",
        light(
            "sign announce agree seal strike win clinch unveil",
            r"deals? worth|agreements? worth|contracts? worth|orders? worth|commercial agreements?|"
            r"business agreements?",
            most=6,
        ),
        finds=("Companies [signed deals worth] £40bn.", "The two firms [announced a contract worth] millions."),
        silent=("The deal is worth little.", "They signed a truce."),
        weight=0.85,
    ),
    Rule(
        "investment.sale",
        "investment",
        light(
            "complete agree announce finalise close approve clear",
            r"sale of|purchase of|acquisition of|takeover(?: of)?|buyout|merger with|sale to|investment in|share sale",
            most=6,
        ),
        finds=("The bank [completed the sale of] its branches.", "The firm [announced the acquisition of] a rival."),
        silent=("The sale of work was held.", "They closed early."),
        weight=0.65,
    ),
    Rule(
        "investment.chosen",
        "investment",
        verb(
            "choose|select|pick|name|appoint|hire",
            then=r"(?:[\s,]+[\w'&-]+){1,4}? (?:as (?:an? |its |the |their )?(?:[\w-]+ ){0,2}?(?:suppliers?|"
            r"contractors?|"
            r"vendors?|partner|operator|bidder)|to (?:build|supply|run|operate|equip))\b",
        ),
        finds=("The operator [chose] Huawei as a supplier.", "The city [selected] a Chinese firm to build the trains."),
        silent=("She chose a coat.", "He was chosen as leader."),
        weight=0.65,
    ),
    Rule(
        "investment.funded",
        "investment",
        verb(
            "finance|fund|bankroll|inject|pour|plough|pump",
            then=rf"(?:[\s,]+[\w'-]+){{0,3}}?[\s,]+(?:{MONEY}|plants?|projects?|railways?|ports?|reactors?|stations?)",
        ),
        finds=("The fund [pumped] £2bn into the airport.", "A Chinese bank [financed] the railway."),
        silent=("Funded places are few.", "Rain poured down."),
        weight=0.5,
    ),
)
