"""Which strings may a model hold? Clean ones only: a model whose fields people write derives from ``CleanedModel``."""

from django.db import models

from articles.reading.cleaning import clean_line, clean_text


class CleanedModel(models.Model):
    """Passes each of its strings through ``clean_text``, before it is validated and before it is saved.

    White space around the value of a one-line field goes too, and a line break in it becomes a space.
    """

    class Meta:
        abstract = True

    def save(self, **kwargs):
        clean_strings(self)
        super().save(**kwargs)

    def clean_fields(self, exclude=None):
        clean_strings(self)
        super().clean_fields(exclude=exclude)


def clean_strings(instance: models.Model) -> None:
    for field in instance._meta.concrete_fields:
        value = getattr(instance, field.attname)
        if isinstance(value, str):
            clean = clean_line if isinstance(field, models.CharField) else clean_text
            setattr(instance, field.attname, clean(value))
