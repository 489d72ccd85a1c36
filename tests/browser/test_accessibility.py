"""Axe finds nothing on any type of page, on a telephone and on a desk."""

from tests.browser.conftest import violations
from tests.makers import evidence, make_event, make_text, make_user
from timeline import curation
from timeline.models import Event

WIDTHS = (320, 1280)


def public_pages() -> dict[str, tuple[str, int]]:
    """One page of every type by name: its path and the status with which it answers."""
    event, retracted = Event.objects.public().first(), Event.objects.public().last()
    retracted = curation.retract(
        retracted, version=retracted.version, by=make_user(), reason="Taken back for the test."
    )
    return {
        "timeline": ("/", 200),
        "filtered": ("/?actor=china&theme=cyber-security&from=2015&to=2016&sort=oldest", 200),
        "empty": ("/?q=nothingofthekind", 200),
        "mistaken": ("/?actor=nobody", 400),
        "event": (event.get_absolute_url(), 200),
        "retracted": (retracted.get_absolute_url(), 410),
        "not found": ("/events/999999/", 404),
        "documents": ("/documents/", 200),
        "document": (event.primary_passage.text.document.get_absolute_url(), 200),
        "overlapping passages": (document_with_overlapping_passages().get_absolute_url(), 200),
        "actors": ("/actors/", 200),
        "actor": ("/actors/china/", 200),
        "all actors": ("/all/actors/?theme=espionage", 200),
        "all themes": ("/all/themes/", 200),
        "all kinds": ("/all/kinds/", 200),
        "all documents": ("/all/documents/", 200),
        "all, mistaken": ("/all/actors/?actor=nobody", 400),
        "themes": ("/themes/", 200),
        "theme": ("/themes/cyber-security/", 200),
        "method": ("/method/", 200),
    }


def document_with_overlapping_passages():
    text = make_text()
    make_event(text, words="The pact covers trade. China denied the claims", title="One")
    make_event(text, passages=[evidence(text, "China denied the claims on 3 May 2016.")], title="Another")
    return text.document


def test_no_violation_on_any_public_page(site, page):
    found = {}
    for name, (path, status) in public_pages().items():
        assert page.goto(site + path).status == status, name
        if status >= 400:  # Chromium counts such an answer as an error of the page
            assert f"status of {status}" in page.faults.pop()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if faults := violations(page):
                found[name, width] = faults
    assert found == {}
