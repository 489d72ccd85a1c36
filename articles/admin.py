"""The sources on the curators' desk: publishers, and documents, whose words come in once and never change."""

from dataclasses import fields

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone

from articles import ingestion
from articles.excerpts import Span
from articles.history import AddressedAdmin, HistoryAdmin
from articles.layout import lay_out
from articles.models import Document, DocumentText, Publisher
from articles.reading.plain import ReadError

# Code points. Of a longer text no more is laid out on the page of its document, which would be slow otherwise.
TEXT_SHOWN = 200_000


@admin.register(Publisher)
class PublisherAdmin(AddressedAdmin):
    list_display = ["name", "kind", "country", "homepage"]
    list_filter = ["kind", "country"]
    search_fields = ["name"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


class DocumentForm(forms.ModelForm):
    class Meta:
        widgets = dict.fromkeys(("title", "title_basis"), AdminTextInputWidget({"class": "vLargeTextField"}))
        help_texts = {
            "title": "As the source has it. Readers see it beside every passage.",
            "publisher": "Who answers for the words, not who copies them. Blank if not known.",
            "url": "Where the publication stands. Readers are sent there; it tells this document from others that "
            "have the same text. Blank if not known.",
            "licence": "“Open” shows the whole text to everyone, at once. Choose it only if the publisher allows it.",
            "note": "Readers see it on the page of the document.",
        }


class NewDocumentForm(DocumentForm):
    """A document with its words, pasted or as a file; ``original`` and ``reading`` are those words once it is valid."""

    upload = forms.FileField(
        label="Text file", required=False, help_text="Plain text in UTF-8, up to 25 MB. It is kept as it is."
    )
    pasted = forms.CharField(
        label="Or the text, pasted",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 100}),
        help_text="Up to 1 MB; a longer one as a file. Once stored, a text never changes: passages rest on it.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text += " Left blank, it is guessed from the text."

    def clean(self):
        super().clean()
        self.original = self._bytes()
        self.reading = self._reading()
        # Until the document is stored: what is found out here must still hold then.
        ingestion.wait_for_turn()
        if not self.cleaned_data.get("url"):
            self._check_new()

    def store(self) -> Document:
        """The stored document. Only after ``is_valid``, in the same transaction."""
        said = {field.name: self.cleaned_data.get(field.name) for field in fields(ingestion.DocumentFacts)}
        publisher = said.pop("publisher")
        facts = ingestion.DocumentFacts(**said, publisher=publisher and publisher.name)
        return ingestion.store(self.original, facts, retrieved_at=timezone.now(), reading=self.reading).document

    def _bytes(self) -> bytes:
        upload, pasted = self.cleaned_data.get("upload"), self.cleaned_data.get("pasted")
        if bool(upload) == bool(pasted):
            raise ValidationError("Give the text either as a file or pasted.")
        return upload.read() if upload else pasted.encode()

    def _reading(self):
        try:
            return ingestion.read(self.original)
        except ReadError as error:
            raise ValidationError(str(error)) from error

    def _check_new(self) -> None:
        if held := ingestion.holders(self.reading).first():
            raise ValidationError(
                f"Already held: this text is that of “{held}”. If it stands at another address too, give that address."
            )


@admin.register(Document)
class DocumentAdmin(HistoryAdmin):
    list_display = ["title", "publisher", "published", "licence", "language"]
    list_filter = ["licence", ("publisher", admin.RelatedOnlyFieldListFilter), "language"]
    list_select_related = ["publisher"]
    search_fields = ["title", "publisher__name", "url"]
    search_help_text = "Words of title, publisher or address"
    autocomplete_fields = ["publisher"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    # A document that no public event cites has no page for readers.
    view_on_site = False

    class Media:
        css = {"all": ["css/documents.css"]}

    ABOUT = (
        "title",
        "publisher",
        "via",
        "author",
        "url",
        ("published", "published_basis"),
        "language",
        "licence",
        "note",
    )

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [("The text", {"fields": ["upload", "pasted"]}), ("About it", {"fields": self.ABOUT})]
        about = ("slug", *self.ABOUT[:1], "title_basis", *self.ABOUT[1:])
        return [("About it", {"fields": about}), ("The text, which never changes", {"fields": ["words"]})]

    def get_readonly_fields(self, request, obj=None):
        return ["slug", "words"] if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, form=DocumentForm if obj else NewDocumentForm, **kwargs)

    def save_form(self, request, form, change):
        unsaved = super().save_form(request, form, change)
        return unsaved if change else form.store()

    def save_model(self, request, obj, form, change):
        if change:  # A new one is stored by its form.
            super().save_model(request, obj, form, change)

    @admin.display(description="text")
    def words(self, document):
        texts = document.texts.defer("original").order_by("-number")
        return render_to_string("admin/articles/_texts.html", {"texts": [(text, _blocks(text)) for text in texts]})


def _blocks(text: DocumentText):
    return lay_out(text.text, [Span(0, min(len(text.text), TEXT_SHOWN))])
