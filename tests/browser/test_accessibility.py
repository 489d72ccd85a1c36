"""Axe finds nothing on any type of page, on a telephone and on a desk."""

import pytest

from tests.browser.conftest import violations
from tests.makers import make_user
from timeline import curation
from timeline.models import Event


def public_pages():
    event = Event.objects.public().first()
    retracted = Event.objects.public().last()
    retracted = curation.retract(
        retracted, version=retracted.version, by=make_user(), reason="Taken back for the test."
    )
    return {
        "timeline": "/",
        "filtered": "/?actor=china&theme=cyber-security&from=2015&to=2016&sort=oldest",
        "empty": "/?q=nothingofthekind",
        "mistaken": "/?actor=nobody",
        "event": event.get_absolute_url(),
        "retracted": retracted.get_absolute_url(),
        "not found": "/events/999999/",
        "documents": "/documents/",
        "document": event.primary_passage.text.document.get_absolute_url(),
        "actors": "/actors/",
        "actor": "/actors/china/",
        "all actors": "/all/actor/",
        "themes": "/themes/",
        "theme": "/themes/cyber-security/",
        "method": "/method/",
    }


@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation_on_any_public_page(site, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name, path in public_pages().items():
        page.goto(site + path)
        if faults := violations(page):
            found[name] = faults
    page.faults[:] = [
        fault for fault in page.faults if "status of 4" not in fault
    ]  # the mistaken, retracted and missing
    assert found == {}
