"""The sixteen kinds of event and the tone of each. Values are the codebook's (docs/codebook.md, section 4)."""

from django.db.models import TextChoices


class Tone(TextChoices):
    COOPERATION = "cooperation", "Cooperation"
    WORDS = "words", "Words"
    POLICY = "policy", "Policy"
    CONFLICT = "conflict", "Conflict"


class Kind(TextChoices):
    AGREEMENT = "agreement", "Pact or agreement"
    INVESTMENT = "investment", "Investment or trade deal"
    VISIT = "visit", "Visit"
    TALKS = "talks", "Talks or meeting"
    STATEMENT = "statement", "Statement"
    REVIEW = "review", "Audit or review"
    MEASURE = "measure", "Government measure"
    LEGISLATION = "legislation", "Law or bill"
    VOTE = "vote", "Vote or election"
    SANCTION = "sanction", "Sanction"
    RESTRICTION = "restriction", "Ban or restriction"
    WARNING = "warning", "Warning or alert"
    DIPLOMATIC_MEASURE = "diplomatic-measure", "Diplomatic measure"
    LEGAL_ACTION = "legal-action", "Arrest, charge or trial"
    INCIDENT = "incident", "Attack, breach or spying"
    DEPLOYMENT = "deployment", "Military deployment or exercise"

    @property
    def tone(self) -> Tone:
        return TONE_OF_KIND[self]


KINDS_OF_TONE = {
    Tone.COOPERATION: (Kind.AGREEMENT, Kind.INVESTMENT, Kind.VISIT, Kind.TALKS),
    Tone.WORDS: (Kind.STATEMENT,),
    Tone.POLICY: (Kind.REVIEW, Kind.MEASURE, Kind.LEGISLATION, Kind.VOTE),
    Tone.CONFLICT: (
        Kind.SANCTION,
        Kind.RESTRICTION,
        Kind.WARNING,
        Kind.DIPLOMATIC_MEASURE,
        Kind.LEGAL_ACTION,
        Kind.INCIDENT,
        Kind.DEPLOYMENT,
    ),
}
TONE_OF_KIND = {kind: tone for tone, kinds in KINDS_OF_TONE.items() for kind in kinds}
