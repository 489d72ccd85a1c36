"""The page of one event: all its evidence, its neighbours, its history, and what becomes of its address."""

import re

import pytest

from tests.makers import content, evidence, make_actor, make_event, make_publisher, make_text, make_theme, make_user
from timeline import curation
from timeline.models import Event
from timeline.seeding import service_account

pytestmark = pytest.mark.django_db

MAX_QUERIES = 25
DENIAL = "China denied the claims on 3 May 2016."


@pytest.fixture
def text(db):
    return make_text(slug="source", title="The source")


@pytest.fixture
def event(text):
    return make_event(text, actors=[(make_actor("China", slug="china"), "source")], themes=[make_theme("trade")])


def page(client, event):
    return client.get(event.get_absolute_url()).content.decode()


def marked(text, words, kind):
    start = text.text.index(words)
    return (start, start + len(words), kind)


def edited(event, text, **fields):
    return curation.edit(
        event, content(text, **fields), version=event.version, by=make_user(), reason="A better source."
    )


# --- what is said of it --------------------------------------------------------------------------------


def test_page_says_when_and_how_that_is_known(client, text):
    html = page(client, make_event(text, date="2016-05~", date_basis="publication"))
    assert "c. May 2016" in html
    assert "Known to the month: this is the date of publication" in html


def test_page_of_an_undated_event_says_so(client, text):
    html = page(client, make_event(text, date="", date_basis="unknown"))
    assert "Date not known" in html
    assert "No words of the source tell when it happened." in html


def test_page_says_on_which_day_a_person_reviewed_it(client, event):
    Event.objects.update(reviewed_at="2024-02-03T12:00:00Z")
    assert "3 February 2024, by a person" in page(client, event)


def test_event_of_the_reference_set_claims_no_day_of_review(client, text):
    html = page(client, make_event(text, by=service_account()))
    assert "Part of the reference set, coded by hand" in html
    assert "by a person<" not in html
    assert "reference-set" not in html


def test_page_names_actors_by_their_roles(client, text):
    people = [("MI5", "source"), ("Japan", "target"), ("Five Eyes", "participant")]
    html = page(client, make_event(text, actors=[(make_actor(name), role) for name, role in people]))
    for heading, name in [("Done by", "MI5"), ("Towards", "Japan"), ("Together with", "Five Eyes")]:
        assert re.search(rf"<dt>{heading}</dt><dd><a [^>]*>{name}</a></dd>", html)


def test_participants_alone_are_between_themselves(client, text):
    html = page(client, make_event(text, actors=[(make_actor(name), "participant") for name in ("China", "Japan")]))
    assert "<dt>Between</dt>" in html


@pytest.mark.parametrize(
    ("assertion", "words"), [("planned", "The source announces it"), ("alleged", "reports it as an allegation")]
)
def test_page_explains_what_did_not_surely_happen(client, text, assertion, words):
    assert words in page(client, make_event(text, assertion=assertion))


def test_happened_event_needs_no_explanation(client, event):
    assert "badge-line unsure" not in page(client, event)


def test_page_says_who_says_so(client, text):
    assert "<dt>According to</dt><dd>MI5</dd>" in page(client, make_event(text, attributed_to="MI5"))


def test_citation_gives_number_version_and_short_address(client, event, settings):
    settings.SITE_URL = "https://timeline.example"
    html = page(client, event)
    assert f"event {event.pk}, version 1" in html
    assert f"https://timeline.example/events/{event.pk}/" in html


# --- evidence ------------------------------------------------------------------------------------------


def test_marks_differ_by_class_and_have_a_legend(client, text):
    marks = [
        marked(text, "China denied", "actor"),
        marked(text, "3 May 2016", "date"),
        marked(text, "denied", "trigger"),
    ]
    html = page(client, make_event(passages=[evidence(text, DENIAL, marks)]))
    for classes, words in [
        ("m-actor", "China "),
        ("m-actor m-trigger", "denied"),
        ("m-date", "3 May"),
        ("m-date", "when"),
    ]:
        assert f'<mark class="{classes}">{words}' in html


def test_passage_without_marks_has_no_legend(client, event):
    html = page(client, event)
    assert "<mark" not in html
    assert "legend" not in html


def test_passage_stands_in_its_paragraph(client, text):
    html = page(client, make_event(text))
    assert "The pact covers trade." in html
    assert '<span class="quoted">China denied the claims on 3 May 2016.</span>' in html
    assert "paragraph 2</header>" in html


def test_passage_over_two_paragraphs_shows_both(client, text):
    words = "Ministers met in London.\n\nThe pact covers trade."
    assert "paragraphs 1 and 2</header>" in page(client, make_event(passages=[evidence(text, words)]))


def test_second_panel_of_a_document_does_not_name_it_again(client, text):
    passages = [evidence(text, DENIAL), evidence(text, "Ministers met in London.")]
    html = page(client, make_event(passages=passages))
    assert html.count("Same document") == 1
    assert "2 passages of 1 independent source<" in html


def test_same_text_in_two_documents_is_one_independent_source(client, text):
    passages = [evidence(text, DENIAL), evidence(make_text(), DENIAL)]
    assert "2 passages of 1 independent source<" in page(client, make_event(passages=passages))


def test_text_is_loaded_once_however_many_of_its_passages_are_cited(client, text):
    words = [DENIAL, "Ministers met in London.", "The pact covers trade."]
    event = make_event(passages=[evidence(text, part) for part in words])
    [loaded] = Event.objects.public().for_page().filter(pk=event.pk)
    assert len({id(citation.passage.text) for citation in loaded.citations.all()}) == 1


def test_unknown_publisher_is_said_to_be_unknown(client, event):
    assert "Publisher not known" in page(client, event)


def test_link_leads_to_the_words_at_the_publisher(client):
    text = make_text(url="https://news.example/a", publisher=make_publisher("The Daily Record of Nowhere"))
    html = page(client, make_event(text))
    address = "https://news.example/a#:~:text=China%20denied%20the%20claims%20on%203%20May%202016."
    assert f'href="{address}" rel="noreferrer">Open at the publisher’s page</a>' in html


def test_link_to_a_copy_does_not_claim_to_lead_to_the_publisher(client):
    copied = {"url": "https://copies.example/a", "publisher": make_publisher("The Daily Record of Nowhere")}
    html = page(client, make_event(make_text(via="The Archive of Nowhere", **copied)))
    assert "Open the copy at The Archive of Nowhere</a>" in html
    assert "at the publisher’s page" not in html


def test_document_without_an_address_has_no_such_link(client, event):
    assert "#:~:text" not in page(client, event)


def test_quotation_only_leaves_the_rest_of_the_text_out(client, settings):
    settings.SHOW_FULL_TEXT = False
    long = f"{'Before it stood much else. ' * 40}{DENIAL}{' After it came more still.' * 40}"
    html = page(client, make_event(make_text(long)))
    assert DENIAL in html
    assert html.count("Before it stood much else.") < 10
    assert " … " in html


def test_open_licence_shows_the_whole_paragraph(client, settings):
    settings.SHOW_FULL_TEXT = False
    long = f"{'Before it stood much else. ' * 40}{DENIAL}"
    assert page(client, make_event(make_text(long, licence="open"))).count("Before it stood much else.") == 40


def test_hostile_text_is_shown_as_text(client):
    text = make_text('<script>alert("1")</script> China denied it.')
    html = page(client, make_event(text, words="China denied it.", title="<b>Bold</b> & so on"))
    assert "<script>alert" not in html
    assert "<b>Bold" not in html


# --- beside it -----------------------------------------------------------------------------------------


def test_events_of_the_same_day_and_document_are_told_together(client, text, event):
    near = make_event(text, title="Near", words="Ministers met in London.")
    make_event(text, title="Another day", date="2016-05-04")
    make_event(make_text(), title="Another document")
    html = page(client, event)
    assert near.title in html[html.index("Told together") :]
    assert "Another day" not in html
    assert "Another document" not in html


def test_events_of_the_same_month_are_not_said_to_be_of_the_same_day(client, text):
    event = make_event(text, date="2016-06")
    make_event(text, title="Near", date="2016-06", words="Ministers met in London.")
    html = page(client, event)
    beside = html[html.index("Told together") :]
    assert "June 2016 <a" in beside
    assert "same day" not in beside


def test_events_of_the_same_actors_stand_before_and_after(client, text, event):
    china = [(make_actor("China"), "target")]
    for year in (2011, 2013, 2014, 2019):
        make_event(text, title=f"In {year}", date=str(year), actors=china)
    make_event(text, title="Of somebody else", date="2015", actors=[(make_actor("Japan"), "source")])
    html = page(client, event)
    before, after = html.index("Before and after"), html.index(": this event")
    assert before < html.index("In 2013") < html.index("In 2014") < after < html.index("In 2019")
    assert "In 2011" not in html
    assert "Of somebody else" not in html


# --- what becomes of it ----------------------------------------------------------------------------------


def test_history_tells_what_changed_and_why(client, text, event):
    html = page(client, edited(event, text, date="2016-05~", title=event.title))
    assert "date changed from “3 May 2016” to “c. May 2016”" in html
    assert "A better source." in html


def test_history_names_nobody(client, text):
    by = make_user("a-curator-of-note")
    event = make_event(text, by=by)
    curation.edit(event, content(text, title="New"), version=1, by=by)
    assert "a-curator-of-note" not in page(client, event)


@pytest.mark.parametrize("slug", ["", "wrong/"])
def test_any_other_slug_leads_to_the_right_one(client, event, slug):
    response = client.get(f"/events/{event.pk}/{slug}")
    assert response.status_code == 301
    assert response.url == event.get_absolute_url()


def test_merged_event_leads_to_the_one_that_took_it_in(client, text, event):
    into = make_event(make_text(), title="The other record")
    curation.merge(event, version=1, into=into, into_version=1, by=make_user())
    response = client.get(event.get_absolute_url())
    assert (response.status_code, response.url) == (301, into.get_absolute_url())


def test_event_merged_twice_leads_to_the_last(client, text, event):
    second, third = make_event(make_text(), title="Second"), make_event(make_text(), title="Third")
    curation.merge(event, version=1, into=second, into_version=1, by=make_user())
    curation.merge(second, version=2, into=third, into_version=1, by=make_user())
    assert client.get(event.get_absolute_url()).url == third.get_absolute_url()


def test_retracted_event_is_gone_and_says_why(client, event):
    curation.retract(event, version=1, by=make_user(), reason="It was another country.")
    response = client.get(event.get_absolute_url())
    assert response.status_code == 410
    assert "It was another country." in response.content.decode()
    assert event.title not in response.content.decode()


def test_merged_into_a_retracted_event_is_gone_as_well(client, event):
    into = make_event(make_text(), title="The other record")
    curation.merge(event, version=1, into=into, into_version=1, by=make_user())
    curation.retract(into, version=2, by=make_user(), reason="It was another country.")
    assert client.get(event.get_absolute_url()).status_code == 410


def test_merged_into_a_withheld_event_is_not_found(client, event):
    into = make_event(make_text(), title="The other record")
    curation.merge(event, version=1, into=into, into_version=1, by=make_user())
    curation.withhold(into, version=2, by=make_user(), reason="A court said so.")
    assert client.get(event.get_absolute_url()).status_code == 404


def test_more_passages_and_neighbours_cost_no_more_queries(client, text, event, django_assert_max_num_queries):
    with django_assert_max_num_queries(MAX_QUERIES) as few:
        page(client, event)
    words = ["Ministers met in London.", "The pact covers trade.", "A third paragraph closes the text."]
    passages = [evidence(source, part) for source in (text, make_text()) for part in (DENIAL, *words)]
    actors = [(make_actor(f"Actor {number}"), "source") for number in range(9)]
    for number in range(9):
        make_event(text, title=f"Beside {number}", actors=actors, date=["2016-05-03", "2015", "2017"][number % 3])
    large = make_event(passages=passages, actors=actors, themes=[make_theme(f"theme-{n}") for n in range(3)])
    large = edited(large, text, passages=passages, actors=actors)
    with django_assert_max_num_queries(len(few)):
        page(client, large)
