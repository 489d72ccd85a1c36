"""Every string that a model of ours stores is clean."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Document, Publisher

pytestmark = pytest.mark.django_db
DIRTY = " Caf\u0065\u0301\x0b\u202e \ud800of\r\nParis\x00\t"


def test_a_name_is_cleaned_when_saved():
    publisher = Publisher.objects.create(name=DIRTY, slug="cafe")
    assert Publisher.objects.get(pk=publisher.pk).name == "Café of Paris"


def test_a_note_keeps_its_lines():
    document = Document.objects.create(title="A title", slug="a", note="One\r\n\r\n  two\x00")
    assert Document.objects.get(pk=document.pk).note == "One\n\n  two"


def test_a_title_of_control_characters_is_blank():
    with pytest.raises(ValidationError) as refused:
        Document(title="\x01\u202e\x7f", slug="a").full_clean()
    assert "title" in refused.value.message_dict


def test_an_unknown_stays_unknown():
    assert Document.objects.create(title="A title", slug="a", url=None).url is None
