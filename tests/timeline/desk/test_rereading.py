"""The button that reads a document for events: who has it, and what waits in the queue afterwards."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.makers import make_actor, make_proposal, make_text, make_user
from timeline.models import Proposal

pytestmark = pytest.mark.django_db
WORDS = "On 3 May 2016 China denied the claims of the United Kingdom about the attack.\n"


def signed_in(client, group="curator"):
    client.force_login(make_user(group=group), backend="django.contrib.auth.backends.ModelBackend")
    return client


def read(document):
    return reverse("admin:timeline_proposal_read", args=[document.pk])


def page_of(document):
    return reverse("admin:articles_document_change", args=[document.pk])


@pytest.fixture
def document():
    make_actor("China"), make_actor("United Kingdom")
    make_proposal()
    return make_text(WORDS, title="On claims").document


def test_what_is_found_waits_in_the_queue_of_the_document(client, document):
    response = signed_in(client).post(read(document), follow=True)
    assert "1 new proposal was found in “On claims”." in response.content.decode()
    assert response.context["proposal"].text.document == document
    assert response.context["left"] == 1


def test_reading_again_finds_nothing_new(client, document):
    signed_in(client).post(read(document))
    response = client.post(read(document), follow=True)
    assert "No new proposals were found" in response.content.decode()
    assert Proposal.objects.filter(text__document=document).count() == 1


def test_a_document_that_tells_no_event_is_shown_again(client):
    document = make_text("The sky is blue.\n").document
    assert signed_in(client).post(read(document)).url == page_of(document)


def test_a_document_that_is_not_there_is_not_found(client):
    assert signed_in(client).post("/admin/timeline/proposal/read/999/").status_code == 404


def test_a_look_reads_nothing(client, document):
    assert signed_in(client).get(read(document)).status_code == 405
    assert not Proposal.objects.filter(text__document=document).exists()


@pytest.mark.parametrize("right", ["decide", "view_proposal"])
def test_only_who_may_decide_has_the_button(client, document, right):
    curators = Group.objects.get(name="curator")
    assert read(document) in signed_in(client).get(page_of(document)).content.decode()
    curators.permissions.remove(curators.permissions.get(codename=right))
    client.logout()
    assert read(document) not in signed_in(client).get(page_of(document)).content.decode()
    assert client.post(read(document)).status_code == 403
    assert not Proposal.objects.filter(text__document=document).exists()


def test_a_document_that_is_still_to_be_added_has_no_button(client):
    assert "Read it for events" not in signed_in(client, "editor").get("/admin/articles/document/add/").content.decode()
