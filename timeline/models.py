"""What happened: actors, themes, the machine's proposals, and the events that people confirmed.

Events, their participations and citations are written by ``timeline.curation`` alone.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from articles.cleaned import CleanedModel
from articles.models import DocumentText, Passage
from timeline.formatting import BASES
from timeline.kinds import Kind, Tone
from timeline.querysets import ActorQuerySet, EventQuerySet, ProposalQuerySet, ThemeQuerySet


class Actor(CleanedModel):
    """Who takes part in events: a state, body, party, company, person ..."""

    class Kind(models.TextChoices):
        STATE = "state", "State"
        TERRITORY = "territory", "Territory"
        GOVERNMENT_BODY = "government body", "Government body"
        LEGISLATURE = "legislature", "Legislature"
        PARTY = "party", "Party"
        INTELLIGENCE = "intelligence agency", "Intelligence agency"
        MILITARY = "military", "Military"
        THREAT_GROUP = "threat group", "Threat group"
        COMPANY = "company", "Company"
        UNIVERSITY = "university", "University"
        INTERNATIONAL = "international organisation", "International organisation"
        NGO = "ngo", "Non-governmental organisation"
        MISSION = "diplomatic mission", "Diplomatic mission"
        MEDIA = "media", "Media"
        PERSON = "person", "Person"

    name = models.CharField(max_length=200, unique=True, help_text="The usual English name, without titles.")
    slug = models.SlugField("short name in the address", max_length=120, unique=True)
    kind = models.CharField(max_length=30, choices=Kind)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code of two letters; blank if none.")
    description = models.CharField(max_length=400, blank=True)
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True, help_text="Blank unless known for sure.")
    public_role = models.BooleanField(default=True, help_text="Unticked for a private person.")
    history = HistoricalRecords()

    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("timeline:actor", args=[self.slug])


class ActorAlias(CleanedModel):
    """A form under which texts name an actor."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="aliases")
    alias = models.CharField(max_length=200)
    language = models.CharField(max_length=12, default="en")
    case_sensitive = models.BooleanField(default=False, help_text="For short forms such as MSS.")
    needs_context = models.BooleanField(default=False, help_text="Counts only where a supporting word stands near.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["actor", "alias"]
        verbose_name = "alias"
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["actor", "alias"], name="alias_once_for_an_actor")]

    def __str__(self):
        return self.alias


class Theme(CleanedModel):
    """What events are about; the list is the codebook's, section 5."""

    slug = models.SlugField("short name in the address", max_length=60, unique=True)
    name = models.CharField(max_length=80, unique=True)
    description = models.CharField(max_length=400, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    history = HistoricalRecords()

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("timeline:theme", args=[self.slug])


class Event(models.Model):
    """One thing that happened, as a person confirmed it. Rests on passages through ``Citation``."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        MERGED = "merged", "Merged into another event"
        RETRACTED = "retracted", "Retracted"
        WITHHELD = "withheld", "Withheld for legal reasons"

    class Assertion(models.TextChoices):
        HAPPENED = "happened", "Happened"
        PLANNED = "planned", "Planned"
        ALLEGED = "alleged", "Alleged"

    class Salience(models.TextChoices):
        MAIN = "main", "What the document is about"
        BACKGROUND = "background", "Told in passing"

    class DateBasis(models.TextChoices):
        STATED = "stated", BASES["stated"].words.capitalize()
        RELATIVE = "relative", BASES["relative"].words.capitalize()
        PUBLICATION = "publication", BASES["publication"].words.capitalize()
        UNKNOWN = "unknown", BASES["unknown"].words.capitalize()

    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    tone = models.CharField(max_length=12, choices=Tone)
    assertion = models.CharField(max_length=10, choices=Assertion, default=Assertion.HAPPENED)
    attributed_to = models.CharField(max_length=200, blank=True, help_text="Who says so, if not the document itself.")
    salience = models.CharField(max_length=10, choices=Salience, default=Salience.MAIN)
    date = models.CharField(max_length=40, blank=True, help_text="EDTF; blank if not known.")
    date_basis = models.CharField(max_length=12, choices=DateBasis, default=DateBasis.UNKNOWN)
    # Derived from `date` when curation stores the event, for filters and order.
    first_day = models.DateField(null=True, editable=False)
    last_day = models.DateField(null=True, editable=False)
    sort_day = models.DateField(null=True, editable=False)
    sort_year = models.SmallIntegerField(null=True, editable=False)
    coarse = models.BooleanField(default=False, editable=False, help_text="Whether the date is coarser than a month.")

    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_events")
    public_reason = models.TextField(blank=True, help_text="Why it was retracted; shown to readers.")
    themes = models.ManyToManyField(Theme, related_name="events", blank=True)
    actors = models.ManyToManyField(Actor, through="Participation", related_name="events")
    passages = models.ManyToManyField(
        Passage, through="Citation", through_fields=("event", "passage"), related_name="events"
    )
    primary_passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    origin_key = models.CharField(max_length=120, null=True, unique=True, help_text="Its id in a coded set.")
    origin_proposal = models.OneToOneField(
        "Proposal",
        models.PROTECT,
        null=True,
        related_name="made_event",
        help_text="What it was first made from.",
    )
    version = models.PositiveIntegerField(default=1)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    second_reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        default_permissions = ["add", "change", "view"]
        permissions = [("decide", "Can accept, reject, publish, merge and retract")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(primary_passage__isnull=False, reviewed_by__isnull=False),
                name="published_event_has_passage_and_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True) | Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="event_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False) | (~Q(status="merged") & Q(merged_into=None)),
                name="merged_event_has_a_target",
            ),
            models.CheckConstraint(
                condition=~Q(status="retracted") | ~Q(public_reason=""), name="retracted_event_has_a_reason"
            ),
        ]
        indexes = [
            models.Index("status", "sort_year", "coarse", "sort_day", "last_day", "id", name="event_order"),
            models.Index("status", "first_day", "last_day", name="event_period"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("timeline:event", args=[self.pk, slugify(self.title) or "event"])


class Role(models.TextChoices):
    SOURCE = "source", "Does it"
    TARGET = "target", "It is done to"
    PARTICIPANT = "participant", "Side by side"


class Participation(models.Model):
    """An actor's part in an event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="participations")
    role = models.CharField(max_length=12, choices=Role)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["event", "position"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["event", "actor"], name="actor_once_in_event")]

    def __str__(self):
        return f"{self.actor} ({self.role})"


class Citation(models.Model):
    """A passage on which an event rests.

    ``marks`` are ``[start, end, "trigger"|"date"|"actor"]``, code points in the document's text that
    lie inside the passage. ``origin_event`` is the event that brought the passage along by a merge.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="citations")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="citations")
    position = models.PositiveSmallIntegerField()
    marks = models.JSONField(default=list, blank=True)
    origin_event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["event", "position"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["event", "passage"], name="passage_once_in_event"),
            models.UniqueConstraint(fields=["event", "position"], name="citation_position_once"),
        ]

    def __str__(self):
        return f"{self.event}: {self.passage}"


class Proposal(models.Model):
    """An event as the extractor reads it. What the machine said is never edited."""

    class State(models.TextChoices):
        OPEN = "open", "Waiting"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"
        SUPERSEDED = "superseded", "No longer found"

    text = models.ForeignKey(DocumentText, models.PROTECT, related_name="proposals")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind)
    date = models.CharField(max_length=40, blank=True)
    actors = models.JSONField(default=list, help_text="[name, role] as the machine said them.")
    confidence = models.FloatField()
    payload = models.JSONField(default=dict, help_text="The whole candidate, with rules and reasons.")
    extractor_version = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    reason = models.TextField(blank=True, help_text="Why it was rejected.")
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="proposals")
    version = models.PositiveIntegerField(default=1)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        default_permissions = ["view"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="proposal_start_before_end"),
            models.CheckConstraint(
                condition=Q(state="accepted", event__isnull=False) | (~Q(state="accepted") & Q(event=None)),
                name="accepted_proposal_has_an_event",
            ),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(reason=""), name="rejected_proposal_has_a_reason"
            ),
        ]
        indexes = [models.Index("state", F("confidence").desc(), "id", name="proposal_queue")]

    def __str__(self):
        return self.title


class Revision(models.Model):
    """The whole state of an event after one call of ``timeline.curation``. Append-only.

    ``state`` is what ``timeline.snapshots.snapshot`` gives; ``group`` joins the two sides of a merge.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    action = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    group = models.UUIDField(null=True, db_index=True)
    state = models.JSONField()

    class Meta:
        ordering = ["event", "version"]
        verbose_name_plural = "history of events"
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["event", "version"], name="revision_once_a_version")]

    def __str__(self):
        return f"{self.event_id}, version {self.version}: {self.action}"


class SearchEntry(models.Model):
    """The words of a public event as ``timeline.search`` finds them; the engine's own index stands on this table."""

    event = models.OneToOneField(Event, models.CASCADE, primary_key=True, related_name="search_entry")
    words = models.TextField()

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.words[:80]
