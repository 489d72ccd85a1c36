"""Military moves: deployments, exercises, transits, sales of arms."""

from .language import light, light_passive, noun, verb
from .rule import Rule

FORCES = (
    r"warships?|carriers?|strike group|frigates?|destroyers?|troops|forces|aircraft|jets|fighters?|"
    r"submarines?|vessels?|"
    r"ships?|patrol|bombers|warplanes|HMS|missiles|drones|navy|military planes"
)

RULES = (
    Rule(
        "deployment.sent",
        "deployment",
        light("deploy dispatch send sail station fly scramble", FORCES, most=6),
        finds=(
            "Britain [deployed two patrol] vessels to the region.",
            "Beijing [sent 71 warplanes] towards the island.",
        ),
        silent=("The navy is small.", "He sent a letter."),
        weight=0.7,
    ),
    Rule(
        "deployment.transit",
        "deployment",
        verb(
            "sail|transit|pass|steam|enter|cross|circle|encircle|approach|patrol|breach",
            then=r" (?:(?:through|into|across) )?(?:the )?(?:[\w'-]+ ){0,2}?(?:Taiwan|"
            r"South China Sea|air defen[cs]e|median line|disputed|Pacific|Indo-Pacific)",
        ),
        finds=("The frigate [sailed] through the Taiwan Strait.", "Jets [crossed] the median line."),
        silent=("The bill passed the Commons.", "He crossed the road."),
        weight=0.8,
    ),
    Rule(
        "deployment.exercise",
        "deployment",
        light(
            "hold|conduct|stage|launch|begin|carry|join|complete|take part in|participate in|kick off|wrap up|"
            "announce|mount",
            r"(?:military |naval |joint )*exercises?|drills?|war games|manoeuvres|live-fire|patrols|"
            r"military parade|wargames",
            most=6,
        ),
        finds=("China [held live-fire] drills off the coast.", "The navies [conducted joint exercises]."),
        silent=("Exercise is healthy.", "Drills were sold."),
        weight=0.7,
    ),
    Rule(
        "deployment.arms",
        "deployment",
        noun(
            r"arms sales?|arms package|arms deal|sale of (?:weapons|arms|missiles|fighter jets)",
            then=r" (?:to|worth|for)\b",
        ),
        finds=("Washington approved an [arms sale] to Taipei.", "The [sale of missiles] to the island was approved."),
        silent=("Arms sales fell.", "A sale of work was held."),
        weight=0.7,
        noun=True,
    ),
    Rule(
        "deployment.passive",
        "deployment",
        light_passive("deploy dispatch send", FORCES, most=6),
        finds=("The [carrier was deployed] to the Pacific.", "[Troops have been sent] to the border."),
        silent=("The carrier was painted.", "Ships are large."),
        weight=0.7,
    ),
    Rule(
        "deployment.noun",
        "deployment",
        noun(
            r"deployments?|transits?|live-fire drills?|military (?:drills?|exercises?)|"
            r"naval exercises?|war games|"
            r"freedom of navigation (?:operations?|patrols?)|incursions?",
            then=r" (?:of|by|in|around|off|near|with|through|into|over)\b",
        ),
        finds=(
            "Beijing answered with [military drills] around the island.",
            "It announced the [deployment] of a carrier group.",
        ),
        silent=("The deployment plan is secret.", "Transit visas are cheap."),
        weight=0.4,
        noun=True,
    ),
    Rule(
        "deployment.presence",
        "deployment",
        light(
            "increase strengthen expand boost send station base maintain reinforce assign",
            "military presence|naval presence|presence in the|forces in the|patrol vessels|patrol ships",
            most=5,
        ),
        finds=(
            "Britain has [strengthened its military presence] in the region.",
            "It [stationed two patrol vessels] there.",
        ),
        silent=("The presence of minister and press was noted.", "They increased their pay."),
        weight=0.6,
    ),
    Rule(
        "deployment.fired",
        "deployment",
        light(
            "fire launch test conduct test-fire", r"(?:ballistic |hypersonic )?missiles?|missile tests?|rockets", most=4
        ),
        finds=("The army [fired ballistic missiles] over the island.", "It [tested a hypersonic missile]."),
        silent=("Missiles are costly.", "They fired the chef."),
        weight=0.6,
    ),
    Rule(
        "deployment.sold_arms",
        "deployment",
        light(
            "sell approve supply authorise",
            r"arms to|arms|weapons|fighter jets|missiles|warships|torpedoes|sale of (?:arms|weapons|missiles|"
            r"fighter jets)",
            most=4,
        ),
        finds=("Washington [sold $11bn of arms to] Taipei.", "The department [approved missiles] for the island."),
        silent=("Arms are costly.", "He sold apples."),
        weight=0.7,
    ),
)
