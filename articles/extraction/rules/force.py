"""Military moves: deployments, exercises, transits, sales of arms."""

from .language import light, light_passive, noun, verb
from .rule import Rule

FORCES = (
    r"warships?|carriers?|strike group|frigates?|destroyers?|troops|forces|aircraft|jets|fighters?|submarines?|vessels?|"
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
            "sail|transit|pass|steam|enter|cross",
            then=r" (?:(?:through|into|across) )?(?:the )?(?:[\w'-]+ ){0,2}?(?:Taiwan Strait|South China Sea|air defen[cs]e|median line|disputed|Pacific|Indo-Pacific)",
        ),
        finds=("The frigate [sailed] through the Taiwan Strait.", "Jets [crossed] the median line."),
        silent=("The bill passed the Commons.", "He crossed the road."),
        weight=0.8,
    ),
    Rule(
        "deployment.exercise",
        "deployment",
        light(
            "hold conduct stage launch begin carry join complete",
            r"exercises?|drills?|war games|manoeuvres|live-fire|patrols",
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
)
