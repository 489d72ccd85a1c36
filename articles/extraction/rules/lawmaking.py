"""What parliaments and governments make: laws, votes, reviews and policy measures."""

from .language import light, light_passive, noun, verb
from .rule import Rule

LAWS = (
    r"laws?|bills?|legislation|Act|acts?|Basic Law|regulations?|amendments?|statutes?|ordinances?|"
    r"security law|"
    r"decrees?|legislative proposal|constitution|Article 23|national security law|election rules|electoral system"
)
REVIEWS = (
    r"reviews?|audit|inquir(?:y|ies)|investigations?|reports?|strateg(?:y|ies)|white paper|"
    r"green paper|assessment|"
    r"consultation|study|probe|Integrated Review|evaluation"
)
MEASURES = (
    r"packages?(?: of measures)?|measures|taskforce|task force|arms embargo|embargo|quarantine|"
    r"moratorium|travel advice|programmes?|visa routes?|funding|funds?|schemes?|guidance|"
    r"powers|restrictions|visa rules|visa-free|safeguards|initiatives?|capabilit(?:y|ies)|"
    r"safe routes?|effort|collaboration|lockdown|rules|training|curriculum|action plan|registration scheme|new policy"
)

RULES = (
    Rule(
        "legislation.passed",
        "legislation",
        light(
            "pass enact introduce adopt impose promulgate repeal amend table withdraw propose draft publish approve "
            "fast-track gazette unveil shelve overhaul rewrite ratify implement endorse",
            LAWS,
            most=8,
        ),
        finds=("Parliament [passed the bill] in May.", "The congress [enacted a national security law]."),
        silent=("The law is strict.", "He passed the salt."),
        weight=0.8,
    ),
    Rule(
        "legislation.was_passed",
        "legislation",
        light_passive(
            "pass enact introduce adopt impose promulgate repeal amend table withdraw propose withdraw submit",
            LAWS,
            most=9,
        ),
        finds=("The [act was passed] in 1992.", "A new [law has been introduced] on charities."),
        silent=("The law was broken.", "A bill for dinner came."),
        weight=0.8,
    ),
    Rule(
        "legislation.noun",
        "legislation",
        noun(
            "introduction|adoption|enactment|passage|passing|promulgation|imposition|withdrawal",
            then=rf" of (?:[\w'-]+ ){{0,5}}?(?:{LAWS}|NSL)\b",
        ),
        finds=(
            "The [introduction] of a new law alarmed charities.",
            "It followed the [adoption] of the security legislation.",
        ),
        silent=("The introduction of tea changed Britain.", "The passage of time heals."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "legislation.proposal",
        "legislation",
        noun(
            r"legislative proposal|extradition bill|extradition Bill|security law|"
            r"put forward for ratification",
            after=r"(?:to a|was|introduction of|introduced|imposed|impose|passed|adopted|"
            r"against|over) (?:an? |the )?(?:[\w-]+ ){0,2}?",
        ),
        finds=("Crowds marched against the [extradition bill].", "The pact was [put forward for ratification]."),
        silent=("Extradition takes years.", "Proposals came late."),
        weight=0.3,
        noun=True,
    ),
    Rule(
        "legislation.force",
        "legislation",
        noun(
            "came into force|comes into force|came into effect|took effect|received royal assent|"
            "entered into force|come into force|became law"
        ),
        finds=("The act [came into force] in July.", "The bill [received royal assent]."),
        silent=("The force of the law is plain.", "Effects took years."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "legislation.year_act",
        "legislation",
        noun("Act", after=r"\b(?:under|by) the (?:19|20)\d\d (?:[\w-]+ ){0,5}?"),
        finds=("Under the 1992 Policy [Act] the city is treated apart.", "It is governed by the 1997 Trade [Act]."),
        silent=("The Act is long.", "Act 2 began at nine."),
        weight=0.4,
        noun=True,
    ),
    Rule(
        "vote.verb",
        "vote",
        verb(
            "vote|elect|re-elect",
            then=r" (?:to|for|against|in favou?r|by|overwhelmingly|unanimously|on|down|as|him|her|"
            r"(?:the )?leader|president|(?:[\w-]+ ){1,3}(?:as|to))\b",
        ),
        finds=("MPs [voted] to declare a genocide.", "He was [elected] as leader in May."),
        silent=("The right to a vote matters.", "Elected members met."),
        weight=0.8,
    ),
    Rule(
        "vote.motion",
        "vote",
        light(
            "pass approve adopt carry defeat reject back debate move support",
            r"motions?|resolutions?|amendments?(?= on\b)",
            most=6,
        ),
        finds=("The Commons [passed a motion] on Xinjiang.", "Members [backed the resolution]."),
        silent=("The motion of the ship made her ill.", "He resolved to go."),
        weight=0.8,
    ),
    Rule(
        "vote.election",
        "vote",
        noun(
            "elections?|referendum|by-election",
            then=r",? (?:voters|was won|were won|delivered|saw|returned|gave|in which)",
            after=r"[\w' ]{1,40}",
        ),
        finds=(
            "In the 2019 district council [elections], voters chose change.",
            "The [referendum] gave a clear answer.",
        ),
        silent=("Elections are held every year.", "The election campaign is noisy."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "review.launched",
        "review",
        light(
            "launch|publish|release|unveil|announce|complete|commission|order|begin|issue|open|hold|conduct|present|"
            "deliver|start|set up|carry out|undertake|submit|finalise|finish",
            REVIEWS,
            most=7,
        ),
        finds=("The government [launched a China audit].", "The committee [published its report] on Thursday."),
        silent=("The report is long.", "He began the day early."),
        weight=0.7,
    ),
    Rule(
        "review.was_launched",
        "review",
        light_passive(
            "launch|publish|release|unveil|announce|complete|commission|order|issue|open|set up|come out|appear",
            REVIEWS,
            most=7,
        ),
        finds=("The [audit, which was published] on Monday, is short.", "An [inquiry was opened] in May."),
        silent=("The report was lost.", "The study is small."),
        weight=0.7,
    ),
    Rule(
        "review.release",
        "review",
        noun(
            "release|publication|launch|unveiling|completion",
            then=rf" of (?:[\w'\"-]+ ){{0,6}}?\"?(?:[\w'-]+ )?(?:{REVIEWS})\b",
        ),
        finds=(
            "It follows the [release] of the government's China audit.",
            "The [publication] of the report was late.",
        ),
        silent=("The release of prisoners began.", "The launch of a rocket was seen."),
        weight=0.8,
        noun=True,
    ),
    Rule(
        "review.unveiled_it",
        "review",
        verb(
            "unveil|present|publish|release",
            then=r" (?:it|the findings|its findings|the audit|the strategy|the review)\b",
        ),
        finds=("The minister [unveiled] it to Parliament.", "The committee [published] its findings."),
        silent=("He presented her with flowers.", "The veil was lifted."),
        weight=0.5,
    ),
    Rule(
        "review.recommends",
        "review",
        verb(
            "recommend|conclude|find|call",
            then=r" (?:that|for|on)\b",
            after=r"(?:committee|inquiry|report|review|audit|commission)(?:'s report)? (?:has |have |had )?",
        ),
        finds=("The committee [concluded] that the policy had failed.", "The report [called] for a tougher line."),
        silent=("Doctors recommend that people walk.", "He called for help."),
        weight=0.5,
    ),
    Rule(
        "review.inquiry_into",
        "review",
        noun(
            "inquiry|investigation|audit|public inquiry|forensic audit",
            then=r" (?:into|of|expected|costing|uncovered|found|will)\b",
            after=r"(?:an?|their|its|public|local|forensic) ",
        ),
        finds=("The visit is part of an [inquiry] into trade.", "The local [inquiry] will find many faults."),
        silent=("Make an inquiry at the desk.", "The audit firm was paid."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "measure.announced",
        "measure",
        light(
            "announce|introduce|launch|unveil|establish|create|set up|pledge|outline|embark on|"
            "confirm|publish|issue|extend|abolish|impose|end|bring forward|put forward|roll out|bring in|set aside|"
            "earmark|adopt|implement|update|revise|step up|strengthen|expand|bolster|scale up",
            MEASURES,
            most=8,
        ),
        finds=("The minister [introduced a package of measures].", "Ministers [launched a task force]."),
        silent=("Measures of rainfall vary.", "He announced his marriage."),
        weight=0.6,
    ),
    Rule(
        "measure.eased",
        "measure",
        light(
            "ease relax lift loosen scrap waive grant tighten extend increase enhance cut drop end abolish "
            "reduce shorten halve",
            r"restrictions|visa rules|rules|visa requirements|visa-free travel|capabilit(?:y|ies)|"
            r"powers|regulations|visas|quarantine|tariffs?|duties|curbs|ban|embargo",
            most=5,
        ),
        finds=("Japan [relaxed its visa rules] in spring.", "The home secretary [extended police powers]."),
        silent=("The rules are clear.", "Sales eased in May."),
        weight=0.6,
    ),
    Rule(
        "measure.visa_free",
        "measure",
        noun(
            "visa-free (?:travel|entry|access)",
            then=r" (?:for|to)\b",
            after=r"(?:was|is|granted|offered|announced|introduced) ",
        ),
        finds=("The result was [visa-free travel] for Britons.", "It granted [visa-free entry] to tourists."),
        silent=("Visa-free days are over.", "He likes visa-free travel."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "measure.funding",
        "measure",
        verb(
            "invest|pledge|allocate|commit|provide|spend",
            then=r" (?:up to |an extra |a further )?[£$€]\d",
            after=r"(?:government|ministers?|Treasury|department|council|commission) (?:plans to |will |"
            r"has |have |had )?",
        ),
        finds=("The government plans to [invest] £170 million in encryption.", "Ministers [pledged] £5m for schools."),
        silent=("The company will invest £5m.", "She spends £5 a day."),
        weight=0.7,
    ),
    Rule(
        "measure.ruling",
        "measure",
        noun(
            "ruling|decision|decree",
            then=r" (?:by (?:Beijing|China|the (?:government|Standing))|to (?:relax|ease|vet|suspend|allow|"
            r"offer|lift|open))",
        ),
        finds=("Crowds marched after a [ruling] by Beijing.", "The [decision] to relax the rules was welcomed."),
        silent=("The ruling by the judge stood.", "The decision to leave was hers."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "legislation.signed",
        "legislation",
        noun(
            "signed into law|brought into force|put into effect|passed into law|rushed through parliament",
            then=r"[ ,.]",
        ),
        finds=("The bill was [signed into law] in May.", "The ordinance was [put into effect] at once."),
        silent=("He signed the book.", "A law student spoke."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "legislation.before",
        "legislation",
        verb(
            "legislate|amend|criminalise|criminalize|outlaw|revoke|gazette", then=r" (?:to|for|the|its|against|an?)\b"
        ),
        finds=("Parliament [legislated] to protect whistleblowers.", "The city [amended] the election rules."),
        silent=("The amended text is here.", "Legislators met."),
        weight=0.6,
    ),
    Rule(
        "vote.won",
        "vote",
        light(
            "win lose hold call contest sweep",
            r"elections?|by-election|referendum|vote|ballot|leadership contest|presidency|landslide|"
            r"a majority|seats",
            most=6,
        ),
        finds=("The party [won the general election] in July.", "The island [held a referendum]."),
        silent=("The election is near.", "They won the cup."),
        weight=0.7,
    ),
    Rule(
        "vote.motion_noun",
        "vote",
        noun(
            "motion|resolution|amendment",
            then=r" (?:was|were|has been|declaring|condemning|calling|recogni[sz]ing|passed|put|before|"
            r"supporting)\b",
            after=r"(?:the|a|an|this|that|its|House's|parliamentary|cross-party|unanimous|non-binding) ",
        ),
        finds=("A [motion] declaring genocide was debated.", "The [resolution] was adopted."),
        silent=("Motion sickness is common.", "Resolution of the screen matters."),
        weight=0.5,
        noun=True,
    ),
    Rule(
        "vote.agreed",
        "vote",
        noun("unanimously (?:agreed|declared|voted)|voted"),
        finds=("The House [unanimously agreed] to it.", "MPs have [voted]."),
        silent=("The vote is secret.", "Voters stayed at home."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "review.report_by",
        "review",
        noun(
            r"reports?|review|inquiry|study|strategy|Integrated Review|Refresh|white paper",
            then=r" (?:by|from|of|published|released|issued|into|found|concluded|said|says|set out|warned|"
            r"identified|described|calls?|called)\b",
            after=r"(?:annual|new|recent|latest|damning|landmark|\w+'s|committee|government|\d{4}|"
            r"parliamentary|this|last) (?:[\w-]+ ){0,2}?",
        ),
        finds=("A recent [report] by the committee was blunt.", "The committee's new [inquiry] found gaps."),
        silent=("Report to the desk.", "The strategy is vague."),
        weight=0.4,
        noun=True,
    ),
    Rule(
        "review.set_out",
        "review",
        light(
            "set out|update|refresh|produce|outline|revise",
            r"strateg(?:y|ies)|approach to|policy towards?|framework|vision|roadmap|plan for",
            most=6,
        ),
        finds=("London [outlined a new strategic approach to] the region.", "The government [updated its strategy]."),
        silent=("The framework is old.", "She produced a key."),
        weight=0.6,
    ),
    Rule(
        "measure.offered",
        "measure",
        light(
            "offer open create provide extend give grant double increase cut suspend end appoint",
            r"visas?|routes?|citizenship|residency|pathway|path to|support package|aid|assistance|"
            r"powers|funding|budget|scholarships|BNO|BN\(O\)|post of|extradition|asylum|refuge|sanctuary|"
            r"safe haven",
            most=6,
        ),
        finds=("Britain [offered a path to] citizenship.", "Canada [suspended its extradition] treaty with the city."),
        silent=("The budget is tight.", "He offered tea."),
        weight=0.6,
    ),
    Rule(
        "measure.establish",
        "measure",
        light(
            "establish|create|set up|found|form|launch|inaugurate",
            r"office|unit|body|agency|team|centre|center|commission|council|working group|institute|"
            r"hub|network|committee|taskforce",
            most=6,
        ),
        finds=("The department [established a dedicated unit] for it.", "Ministers [launched a new hub]."),
        silent=("The office is closed.", "A network of roads."),
        weight=0.5,
    ),
    Rule(
        "measure.was_established",
        "measure",
        light_passive(
            "establish|create|set up|launch|announce|introduce|abolish|lift|scrap|relax|suspend|ease|extend",
            r"taskforce|task force|unit|programme|fund|scheme|visa route|quarantine|requirement|"
            r"restrictions|visa rules|treaty|guidance|funding|office|body",
            most=6,
        ),
        finds=("The [task force was established] in 2022.", "The [restrictions have been lifted]."),
        silent=("The fund is small.", "A unit of heat."),
        weight=0.6,
    ),
    Rule(
        "measure.advised",
        "measure",
        verb(
            "advise|instruct|order|direct|tell",
            then=r" (?:against|(?:[\w-]+ ){1,4}to (?:stop|remove|avoid|cease|leave|delete|close|sell))\b",
        ),
        finds=(
            "The department [advised] against travel to the region.",
            "The regulator [told] two firms to stop using the phones.",
        ),
        silent=("He advised caution.", "Tell me more."),
        weight=0.6,
    ),
    Rule(
        "vote.defeated",
        "vote",
        verb(
            "defeat|oust|outvote",
            then=r"(?:[\s,]+[\w'-]+){0,3}?[\s,]+(?:government|ministers?|motion|amendment|bill|party|"
            r"candidate|incumbent|on|over)\b",
        ),
        finds=("The Lords [defeated] the government on the clause.", "Voters [ousted] the ruling party."),
        silent=("Leeds defeated Hull.", "The defeated army fled."),
        weight=0.7,
    ),
    Rule(
        "review.found",
        "review",
        verb(
            "find|conclude|describe|identify|warn|recommend|criticise",
            then=r" (?:that|China|the|how|serious|gaps)\b",
            after=r"(?:report|review|inquiry|audit|Refresh|assessment|strategy|"
            r"study)(?:[\s,]+[\w'-]+){0,5}? (?:has |had )?",
        ),
        finds=(
            "The committee's report on China [found] that the policy was weak.",
            "The Refresh [described] China as a challenge.",
        ),
        silent=("Police found the car.", "He described the road."),
        weight=0.5,
    ),
    Rule(
        "legislation.sign_into_law",
        "legislation",
        verb("sign", then=r"(?:[\s,]+[\w'-]+){1,12}? into law\b"),
        finds=("The president [signed] the chips bill into law.", "She [signed] it into law on Friday."),
        silent=("He signed the book.", "It was signed into law."),
        weight=0.85,
    ),
    Rule(
        "legislation.cleared",
        "legislation",
        verb(
            "clear|pass|complete",
            then=r" (?:its )?(?:the |both |through )?(?:Commons|Lords|House|Senate|Congress|first reading|"
            r"second reading|"
            r"third reading|final stages?|Parliament)\b",
            after=r"(?:bills?|Act|legislation|law|ordinance) (?:has |have |had )?",
        ),
        finds=("The bill [cleared] the Lords in July.", "The legislation [passed] through Parliament."),
        silent=("The ship passed the House.", "The bill was long."),
        weight=0.75,
    ),
    Rule(
        "vote.polls",
        "vote",
        noun("went to the polls|go to the polls|cast their ballots|topped the poll"),
        finds=("Voters [went to the polls] on Saturday.", "Two million people [cast their ballots]."),
        silent=("The polls were wrong.", "The pole is high."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "vote.was_carried",
        "vote",
        light_passive("defeat reject carry pass approve adopt", "motions?|resolutions?|amendments?", most=6),
        finds=("The [amendment on trade was defeated] by 15 votes.", "A [motion was passed] without a division."),
        silent=("The motion of the boat was slight.", "An amendment is a change."),
        weight=0.85,
    ),
    Rule(
        "review.of_policy",
        "review",
        verb(
            "review|examine|audit|reassess|re-examine|reconsider",
            then=r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:polic(?:y|ies)|strategy|approach|relations\w*|investments?|"
            r"takeovers?|"
            r"deals?|role|rules|use|links|ties|Institutes|contracts?|supply chains?|risks?|law|funding|"
            r"involvement|stake)\b",
            after=r"(?:government|ministers?|department|Office|committee|Treasury|commission|regulator|agency|"
            r"secretary|"
            r"MPs|peers|Whitehall|council) (?:is to |are to |will |has |have |had |is |are )?",
        ),
        finds=("The government will [review] all such contracts.", "The National Audit Office [examined] the policy."),
        silent=("The doctor examined his ties.", "A review of books."),
        weight=0.6,
    ),
    Rule(
        "review.deal_called_in",
        "review",
        light("call in", r"purchase|takeover|acquisition|deal|sale|transaction|bid|merger", most=5),
        finds=("The secretary [called in the purchase] of the plant.", "Ministers [called in the deal] in May."),
        silent=("She called in sick.", "The sale was called off."),
        weight=0.7,
    ),
    Rule(
        "measure.envoy",
        "measure",
        light("appoint name", r"special envoy|trade envoy|tsar|czar|special representative|commissioner for", most=6),
        finds=("The government [appointed a special envoy] for the city.", "London [named a new trade envoy]."),
        silent=("The envoy is tall.", "He named the cat."),
        weight=0.7,
    ),
    Rule(
        "measure.funded",
        "measure",
        light(
            "provide allocate commit pledge spend invest",
            r"(?:[£$€]\s?\d[\d.,]*\s?(?:bn|billion|million|m)?) (?:of funding|in funding|to help|to support|"
            r"to protect|to train|to fund)",
            most=4,
        ),
        finds=(
            "The department will [provide £5m to help] new arrivals.",
            "Ministers [pledged £10 million in funding] for schools.",
        ),
        silent=("Funding is short.", "They spend £5 on lunch."),
        weight=0.65,
    ),
)
