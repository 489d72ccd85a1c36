"""What was said, and where: publishers, documents, their frozen texts, exact passages.

What must always hold of a text and its passages is held by the database: constraints here,
triggers in ``articles.triggers``.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles import edtf
from articles.cleaned import CleanedModel
from articles.querysets import DocumentQuerySet


class Publisher(CleanedModel):
    """Who answers for a document's words."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "Government"
        PARLIAMENT = "parliament", "Parliament"
        NEWS = "news", "News"
        THINK_TANK = "think-tank", "Think tank"
        COMPANY = "company", "Company"
        EMBASSY = "embassy", "Embassy"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField("short name in the address", max_length=80, unique=True)
    homepage = models.URLField(max_length=500, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code of two letters; blank if unknown.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Document(CleanedModel):
    """One publication: what is known about it. Its words are in ``DocumentText``."""

    class Licence(models.TextChoices):
        QUOTATION = "quotation only", "Quotation only"
        OPEN = "open", "Open: the whole text may be shown"

    slug = models.SlugField("short name in the address", max_length=120, unique=True)
    title = models.CharField(max_length=400)
    title_basis = models.CharField(
        max_length=200, default="stated", help_text="Where the title comes from: “stated”, or in words."
    )
    publisher = models.ForeignKey(
        Publisher,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        help_text="Blank if not known.",
    )
    via = models.CharField(max_length=200, blank=True, help_text="Who reproduces it, if not the publisher.")
    author = models.CharField(max_length=200, blank=True)
    url = models.URLField(
        "address",
        max_length=1000,
        null=True,
        blank=True,
        unique=True,
        help_text="Where the publication stands.",
    )
    published = models.CharField(
        max_length=40,
        blank=True,
        help_text="12 May 2025, May 2025, c. 2025, or EDTF such as 2025-11-18~; blank if unknown.",
    )
    published_first_day = models.DateField(null=True, blank=True, editable=False)
    published_last_day = models.DateField(null=True, blank=True, editable=False)
    published_basis = models.CharField(
        "how its date is known",
        max_length=40,
        default="unknown",
        help_text="Stated in text, in the address, inferred, or unknown.",
    )
    language = models.CharField(max_length=12, default="en")
    licence = models.CharField(max_length=20, choices=Licence, default=Licence.QUOTATION)
    note = models.TextField(blank=True, help_text="What a reader of the source should know about it.")
    created_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-published_first_day", "title", "pk"]

    def __str__(self):
        return self.title

    def clean(self):
        try:
            if self.published:
                self.published = edtf.read(self.published)
        except edtf.EdtfError as error:
            raise ValidationError({"published": str(error)}) from error

    def save(self, **kwargs):
        date = edtf.parse(self.published) if self.published else None
        self.published_first_day = date.first_day if date else None
        self.published_last_day = date.last_day if date else None
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("articles:document", args=[self.slug])

    @property
    def current_text(self) -> "DocumentText":
        return self.texts.get(is_current=True)


class DocumentText(models.Model):
    """One version of a document's words, cleaned once and frozen; ``original`` is what arrived, byte for byte."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64, db_index=True)
    original = models.BinaryField()
    original_sha256 = models.CharField(max_length=64)
    reader = models.CharField(max_length=80, help_text="Name and version of the reader that made the text.")
    retrieved_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="text_number_once"),
            models.UniqueConstraint(fields=["document", "text_sha256"], name="text_once_in_document"),
            models.UniqueConstraint(fields=["document"], condition=Q(is_current=True), name="one_current_text"),
        ]

    def __str__(self):
        return f"{self.document}, text {self.number}"


class Passage(models.Model):
    """A verbatim, contiguous part of a text: ``text[start:end] == quote``, in code points, end exclusive."""

    text = models.ForeignKey(DocumentText, models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ["text", "start", "end"]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "end"], name="passage_once"),
            models.CheckConstraint(condition=Q(start__gte=0, end__gt=F("start")), name="passage_start_before_end"),
        ]

    def __str__(self):
        return f"“{self.quote[:80]}”"

    def get_absolute_url(self):
        return f"{self.text.document.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The fragment of the document page at which the passage stands."""
        return f"p{self.pk}"
