"""Sanctions and restrictions: who is listed, frozen out, banned, blocked, or made to pay a tariff."""

from .language import light, light_passive, noun, verb
from .rule import Rule

GOODS = (
    r"(?:[\s,]+[\w'&.-]+){0,6}?[\s,]+(?:imports?|exports?|goods|equipment|kit|apps?|cameras?|"
    r"technolog\w+|chips?|semiconductors?|"
    r"BBC|World News|products?|beef|barley|wine|coal|media|broadcasters?|channel|licen[cs]e|deal|"
    r"takeover|bid|sale|acquisition|"
    r"purchase|involvement|networks?|5G|broadband|suppliers?|vendors?|devices?|phones?|firms?|"
    r"compan(?:y|ies)|"
    r"Huawei|ZTE|TikTok|Hikvision|Dahua|CGTN|investment|contracts?)\b"
)

RULES = (
    Rule(
        "sanction.verb",
        "sanction",
        verb("sanction blacklist"),
        finds=(
            "China has [sanctioned] nine British citizens.",
            "Two firms were [blacklisted] by Washington.",
        ),
        silent=(
            "Talk of sanctions continued in the Commons.",
            "The sanctions regime was set up in 2020.",
        ),
        weight=0.8,
    ),
    Rule(
        "sanction.imposed",
        "sanction",
        light(
            "impose announce introduce place slap unveil issue adopt extend renew expand widen lift",
            r"sanctions(?!\s+(?:law|bill|act|regime|list))|counter-?sanctions|asset freezes?|travel bans?|"
            r"countermeasures",
            most=5,
        ),
        finds=(
            "Britain [imposed sanctions] on four officials.",
            "Ottawa [announced further sanctions] against the police chief.",
        ),
        silent=(
            "Sanctions remain under review.",
            "The government announced a review of its policy.",
        ),
        weight=0.9,
    ),
    Rule(
        "sanction.were_imposed",
        "sanction",
        light_passive("impose announce introduce", "sanctions|asset freezes?|travel bans?|countermeasures", most=4),
        finds=("New [sanctions were imposed] on the bureau.", "[Travel bans announced] in March cover ten people."),
        silent=("Conditions were imposed on the licence.", "Sanctions would have little effect."),
        weight=0.9,
    ),
    Rule(
        "sanction.noun",
        "sanction",
        noun(
            "sanctions",
            then=r"(?: that same \w+)? (?:on|against|targeting) ",
            after=r"(?:\w+'s|EU|UK|US|U\.S\.|British|Chinese|American|Canadian|Australian|retaliatory|"
            r"coordinated|joint|retaliated with|responded with|hit back with|answered with|its|new|fresh) ",
        ),
        finds=(
            "The move answers EU [sanctions] on officials in Xinjiang.",
            "It came after British [sanctions] against the firm.",
        ),
        silent=("Calls for sanctions on officials grew.", "The sanctions stayed in place."),
        noun=True,
    ),
    Rule(
        "sanction.assets",
        "sanction",
        light_passive("block freeze", "assets", most=8),
        finds=("All [assets of the group will be frozen].", "Its [assets have been blocked] in the United States."),
        silent=("The assets are held in Jersey.", "The account was frozen by accident."),
    ),
    Rule(
        "restriction.verb",
        "restriction",
        verb(
            "ban|block|prohibit|exclude|bar|remove|strip|restrict|halt|outlaw|veto|unwind|reject|"
            "phase out|curb|revoke|withdraw|rip out|stop installing|stop using|suspend|limit|curtail|tear up|"
            "shut out|freeze out|prevent|scrap|cancel|embargo",
            then=GOODS,
        ),
        finds=(
            "Ministers [banned] Huawei equipment from 5G networks.",
            "Canberra [blocked] the takeover of the port.",
        ),
        silent=("Protesters blocked the road outside.", "The council rejected the complaint."),
        weight=0.6,
    ),
    Rule(
        "restriction.passive",
        "restriction",
        verb(
            "ban|block|prohibit|exclude|bar|remove|strip|restrict|halt|outlaw|veto|unwind",
            then=r" (?:from|in|by|on)\b",
            after=r"(?:apps?|equipment|kit|cameras?|technology|firms?|company|Huawei|ZTE|TikTok|Hikvision|"
            r"takeover|deal|sale|imports?|exports?)(?:[\s,]+[\w'-]+){0,8}? (?:was|were|been|be|being|"
            r"is|are) ",
        ),
        finds=("TikTok was [banned] from official phones.", "Imports of barley were [halted] by Beijing."),
        silent=("The march was banned by the police.", "He was removed from the list."),
    ),
    Rule(
        "restriction.tariff",
        "restriction",
        light(
            "impose raise hike increase double slap place levy introduce tighten expand widen threaten announce",
            "tariffs?|duties|export controls?|quotas?|import bans?|restrictions on exports",
            most=6,
        ),
        finds=("Washington [imposed a 25% tariff] on steel.", "China [introduced export controls] on gallium."),
        silent=("Both sides talked about tariffs.", "The tariff is paid by importers."),
        weight=0.8,
    ),
    Rule(
        "restriction.noun",
        "restriction",
        noun(
            "ban|bans",
            then=r" (?:on|of) (?:[\w'-]+ ){0,4}?(?:Huawei|ZTE|TikTok|Hikvision|imports?|exports?|equipment|"
            r"apps?|cameras?|goods|BBC|beef|wine|coal)",
            after=r"(?:announced|imposed|ordered|introduced|issued|brought in) (?:[\w'-]+ ){0,3}?",
        ),
        finds=("The government announced a [ban] on Huawei equipment.", "China imposed a [ban] on imports of beef."),
        silent=("Campaigners want a ban on the cameras.", "The ban was discussed."),
        weight=0.8,
        noun=True,
    ),
    Rule(
        "sanction.designated",
        "sanction",
        verb(
            "designate|list",
            then=r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:firms?|compan(?:y|ies)|individuals|officials|entities|"
            r"people|persons|bureau|group)\b",
        ),
        finds=("The Treasury [designated] five firms.", "London [listed] two individuals and a bureau."),
        silent=("The list is long.", "A designated driver helps people."),
        weight=0.6,
    ),
    Rule(
        "sanction.on_list",
        "sanction",
        noun("sanctions list|entity list|blacklist", after=r"(?:to|on|onto|added|placed|put) (?:[\w'-]+ ){0,4}?"),
        finds=("The bloc placed four men on its [sanctions list].", "Washington added the firm to its [entity list]."),
        silent=("A blacklist is a list.", "Lists of entities vary."),
        weight=0.6,
        noun=True,
    ),
    Rule(
        "restriction.removal",
        "restriction",
        noun(
            "removal|exclusion|phasing out|sale|divestment",
            then=r" of (?:[\w'-]+ ){0,3}?(?:Huawei|cameras?|equipment|kit|TikTok|Hikvision|apps?|its stake|"
            r"Chinese)",
            after=r"(?:ordered|announced|required|approved|began) (?:the )?",
        ),
        finds=("Ministers ordered the [removal] of Hikvision cameras.", "It announced the [exclusion] of Huawei."),
        silent=("The removal of trees began.", "A sale of goods."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "restriction.ordered_sale",
        "restriction",
        verb("order|force|require", then=r"(?:[\s,]+[\w'-]+){0,4}?[\s,]+to (?:sell|divest|unwind|remove|strip)\b"),
        finds=("The firm was [ordered] to sell its stake.", "Ministers [forced] the group to divest."),
        silent=("He ordered soup.", "The order was clear."),
        weight=0.7,
    ),
    Rule(
        "sanction.hit_with",
        "sanction",
        verb(
            "target|hit|punish|slap",
            then=r"(?:[\s,]+[\w'-]+){0,8}?[\s,]+with (?:[\w-]+ ){0,3}?(?:counter-?sanctions|sanctions|asset freezes?|"
            r"travel bans?)\b",
        ),
        finds=(
            "Washington [targeted] a dozen firms with sanctions.",
            "Nine members were [hit] with Chinese sanctions.",
        ),
        silent=("He hit the ball with force.", "Sanctions hit a target."),
        weight=0.8,
    ),
    Rule(
        "sanction.face",
        "sanction",
        light("face receive incur", "asset freezes?|travel bans?", most=4),
        finds=("The officials now [face asset freezes] and travel bans.", "Two generals [received travel bans]."),
        silent=("The face of the asset is new.", "They received travel advice."),
        weight=0.7,
    ),
    Rule(
        "sanction.freeze_assets",
        "sanction",
        light("freeze seize block", "assets|bank accounts", most=4),
        finds=("The Treasury [froze the assets] of a contractor.", "London [seized their assets] in May."),
        silent=("Assets grew.", "The pipes froze."),
        weight=0.8,
    ),
    Rule(
        "restriction.took_effect",
        "restriction",
        light_passive(
            "take effect|come into force|come into effect|go into effect|kick in",
            r"tariffs?|duties|export controls?|import bans?|ban|restrictions|curbs|quotas?|embargo",
            most=8,
        ),
        finds=("[Tariffs of 25% on steel took effect] on Tuesday.", "The [ban came into force] in May."),
        silent=("The tariff had little effect.", "The act came into force."),
        weight=0.8,
    ),
    Rule(
        "restriction.limits",
        "restriction",
        light(
            "place impose put set announce introduce",
            r"limits on|curbs on|caps? on|restrictions on|controls on|bans? on|freeze on|embargo on|moratorium on",
            most=5,
        ),
        finds=(
            "The United States [placed limits on] such investment.",
            "Beijing [announced new curbs on] rare earths.",
        ),
        silent=("There are limits on speed.", "He set the table."),
        weight=0.75,
    ),
    Rule(
        "restriction.told_to_stop",
        "restriction",
        verb(
            "tell|order|instruct|require|direct",
            then=r"(?:[\s,]+[\w'-]+){1,5}? to (?:stop (?:installing|using|buying|selling)|remove|delete|strip out|"
            rf"rip out|phase out|replace|hand back){GOODS}",
        ),
        finds=(
            "Parliament [told] its staff to delete the app from their phones.",
            "Ministers [ordered] operators to rip out the equipment.",
        ),
        silent=("Staff were told to delete old letters.", "The order of goods came late."),
        weight=0.75,
    ),
    Rule(
        "restriction.off_air",
        "restriction",
        verb(
            "pull|take|force|knock",
            then=r"(?:[\s,]+[\w'-]+){0,5}? (?:off (?:the )?air|from (?:app stores|the shelves))\b",
        ),
        finds=("Beijing [pulled] the broadcaster off the air.", "Shops [took] the phones from the shelves."),
        silent=("He pulled the door.", "The plane took off."),
        weight=0.7,
    ),
    Rule(
        "restriction.bought_out",
        "restriction",
        verb("buy", then=r"(?:[\s,]+[\w'.-]+){0,4}? out\b"),
        finds=(
            "The government [bought] the Chinese partner out of the plant.",
            "The state [bought] it out in November.",
        ),
        silent=("He bought a coat.", "Tickets were sold out."),
        weight=0.75,
    ),
)
