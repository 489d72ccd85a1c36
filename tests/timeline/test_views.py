"""What readers and their programs are answered on the timeline, its lists and its exports."""

import csv
import io
import json

import pytest
from django.core.cache import cache

from tests.makers import content, evidence, make_actor, make_event, make_text, make_theme, make_user
from timeline import curation
from timeline.models import Event
from timeline.paging import SIZE

pytestmark = pytest.mark.django_db

MAX_QUERIES = 25


@pytest.fixture
def text(db):
    return make_text(slug="source", title="The source")


@pytest.fixture
def event(text):
    people = [("China", "source"), ("Japan", "target"), ("Five Eyes", "participant")]
    actors = [(make_actor(name, slug=name.lower().replace(" ", "-")), role) for name, role in people]
    return make_event(text, actors=actors, themes=[make_theme("trade")])


def page(client, address="/", **headers):
    return client.get(address, headers=headers).content.decode()


# --- the timeline ------------------------------------------------------------------------------------


def test_event_is_listed_with_what_it_rests_on(client, event):
    html = page(client)
    assert event.get_absolute_url() in html
    assert "China denied the claims on 3 May 2016." in html
    assert event.primary_passage.get_absolute_url() in html
    assert "Publisher not known" in html
    assert "1 source" in html


def test_arrow_and_with_say_who_acted_on_whom(client, event):
    html = page(client)
    china, arrow, japan, with_, eyes = (
        html.index(words, html.index("</h4>")) for words in (">China<", "→", ">Japan<", ">with<", ">Five Eyes<")
    )
    assert china < arrow < japan < with_ < eyes


def test_event_stands_under_its_year_and_month(client, event):
    html = page(client)
    assert html.index('class="year">2016') < html.index("May 2016</p>") < html.index(event.get_absolute_url())


def test_undated_event_stands_last_under_its_own_heading(client, text, event):
    undated = make_event(text, title="Undated", date="", date_basis="unknown")
    for order in ("newest", "oldest"):
        html = page(client, f"/?sort={order}")
        assert html.index(event.get_absolute_url()) < html.index(undated.get_absolute_url())
        assert 'class="year">Date not known' in html


@pytest.mark.parametrize(("date", "hollow"), [("2016-05-03", False), ("2016-05-03~", True), ("2016-05-03?", True)])
def test_dot_is_hollow_when_the_date_is_approximate(client, text, date, hollow):
    make_event(text, date=date)
    assert ('class="ev words approx"' in page(client)) is hollow


@pytest.mark.parametrize(("assertion", "shown"), [("happened", False), ("planned", True), ("alleged", True)])
def test_what_did_not_surely_happen_wears_a_badge(client, text, assertion, shown):
    make_event(text, assertion=assertion)
    assert ('badge-line unsure">' in page(client)) is shown


def test_same_text_at_two_addresses_is_one_source(client, text, event):
    copy = make_text(text.text, slug="copy")
    said = {"passages": [*_evidence(text), *_evidence(copy)], "title": "Told twice"}
    make_event(**said)
    assert "2 sources" not in page(client)
    other = make_text("Another text. China denied the claims on 3 May 2016.")
    make_event(passages=[*_evidence(text), *_evidence(other)], title="Confirmed")
    assert "2 sources" in page(client)


def _evidence(text):
    return [evidence(text, "China denied the claims on 3 May 2016.")]


def test_chip_of_each_choice_leads_to_the_list_without_it(client, event):
    html = page(client, "/?actor=china&theme=trade&from=2015&q=claims")
    for without in ("q=claims&amp;theme=trade&amp;from=2015", "q=claims&amp;actor=china&amp;from=2015",
                    "q=claims&amp;actor=china&amp;theme=trade", "actor=china&amp;theme=trade&amp;from=2015",
                    ):  # fmt: skip
        assert f'class="chip" href="/?{without}"' in html


def test_search_and_period_keep_what_is_chosen(client, event):
    html = page(client, "/?actor=china")
    assert html.count('<input type="hidden" name="actor" value="china">') == 2


@pytest.mark.parametrize("path", ["/?actor=china&sort=oldest", "/method/?seen=1"])
@pytest.mark.parametrize("htmx", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_paper_tells_the_address_once(client, settings, event, path, htmx):
    html = client.get(path, **htmx).content.decode()
    assert html.count("printed") == 1
    assert f"{settings.SITE_URL}{path}</p>".replace("&", "&amp;") in html


def test_chart_leads_to_the_undated(client, text, event):
    assert "#undated" not in page(client)
    make_event(text, date="", date_basis="unknown")
    html = page(client)
    assert 'href="/#undated">' in html
    assert 'id="undated" class="year">Date not known<' in html


def test_list_without_events_offers_no_export_and_no_facet_without_values(client, event):
    html = page(client, "/?actor=china&q=nothingofthekind")
    assert 'id="f-actors"' in html
    for left_out in ('id="f-themes"', 'id="f-kinds"', 'id="f-documents"', "/events.csv?", "oldest first"):
        assert left_out not in html


def test_exports_carry_the_filter(client, event):
    html = page(client, "/?actor=china")
    for address in ("/events.csv?actor=china", "/events.csv?actor=china&amp;rows=passages", "/events.json?actor=china",
                    "/feed.atom?actor=china"):  # fmt: skip
        assert f'href="{address}"' in html


def test_bars_of_the_chart_are_links_and_rows_of_a_table(client, text, event):
    make_event(text, date="2016-06-01")
    html = page(client)
    assert html.count('href="/?from=2016-05&amp;to=2016-05"') == 2


def test_one_bar_alone_would_tell_nothing_and_is_not_drawn(client, event):
    assert 'class="chart"' not in page(client)


def test_empty_list_says_why_and_how_to_get_out(client, text, event):
    make_event(text, title="Other", actors=[(make_actor("France", slug="france"), "source")])
    html = page(client, "/?actor=china&actor=france")
    assert "No events" in html
    assert "No event meets all of this at once: actors China and France" in html
    assert 'href="/?actor=china">without actor France' in html
    assert 'href="/?actor=china&amp;actor=france&amp;match=any"' in html


def test_record_without_any_event_says_so(client, db):
    assert "No event has been published yet" in page(client)


@pytest.mark.parametrize(
    "query",
    [
        "actor=nobody",
        "from=2020&to=2010",
        "from=0",
        "to=999999",
        "page=-1",
        "page=9",
        "q=*",
        "theme=%00",
        "kind=%ED%A0%80",
    ],
)
def test_nonsense_gets_a_message_and_no_events(client, event, query):
    response = client.get(f"/?{query}")
    assert response.status_code == 400
    assert "This cannot be shown" in response.content.decode()
    assert event.title not in response.content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_wrong_period_leaves_the_filters_and_what_was_typed_in_sight(client, event, headers):
    html = page(client, "/?actor=china&from=soon&to=2016", **headers)
    assert "is not a date we can read" in html
    assert 'href="/?actor=china&amp;theme=trade&amp;to=2016"' in html
    assert '<input type="hidden" name="actor" value="china">' in html
    assert 'name="from" size="8" maxlength="40" value="soon"' in html


def test_private_machine_too_shows_a_fault_inside_its_page(client, db, settings):
    """With DEBUG the helper of django-htmx would put the answer in place of the whole page."""
    settings.DEBUG = True
    html = page(client)
    assert "htmx-2.min.js" in html
    assert "django-htmx.js" not in html


def test_masthead_bears_the_name_of_the_installation(client, db, settings):
    settings.SITE_NAME = "Record of Nowhere"
    assert '<a class="brand" href="/">Record of Nowhere</a>' in page(client)


def test_chart_tells_the_days_of_its_axis_and_of_the_period(client, text, event):
    make_event(text, date="2020-05-04")
    html = page(client, "/?from=2016-02-10&to=2020-05-20")
    assert 'data-axis="2016-01-01/2020-06-30" data-period="2016-02-10/2020-05-20"' in html


def test_notice_of_the_desk_is_not_taken_for_a_fault(admin_client, event):
    """Django keeps what the desk has to say under the name `messages` in the context of every page."""
    admin_client.post("/admin/auth/group/add/", {"name": "Readers"})
    html = page(admin_client)
    assert event.title in html
    assert "This cannot be shown" not in html


def test_message_shows_what_was_sent_as_text(client, event):
    assert "<script>alert" not in page(client, "/?actor=<script>alert(1)</script>")


def test_htmx_gets_the_part_that_changes(client, event):
    part = page(client, "/?actor=china", **{"HX-Request": "true"})
    assert "<html" not in part
    assert "<title>" in part
    assert event.get_absolute_url() in part
    assert 'hx-swap-oob="true"' in part


def test_htmx_that_restores_history_gets_the_whole_page(client, event):
    assert "<html" in page(client, "/", **{"HX-Request": "true", "HX-History-Restore-Request": "true"})


def test_pages_lead_on_and_back(client, text):
    for number in range(SIZE + 1):
        make_event(text, title=f"Event {number}")
    first, second = page(client), page(client, "/?page=2")
    assert first.count('class="ev ') == SIZE
    assert 'rel="next" href="/?page=2"' in first
    assert second.count('class="ev ') == 1
    assert 'rel="prev" href="/"' in second


def test_page_of_fifty_events_is_light(client, text):
    actors = [(make_actor(f"Ministry of Something Number {n}"), "source") for n in range(4)]
    words = "China denied the claims on 3 May 2016."
    for number in range(SIZE):
        make_event(text, words=words, title=f"A title of the usual length for event {number}", actors=actors,
                   themes=[make_theme("trade"), make_theme("climate")], date=f"{2000 + number % 25}-05-03")  # fmt: skip
    assert len(client.get("/").content) <= 110_000


def test_filtered_list_is_not_for_search_engines(client, event):
    assert "noindex" not in page(client)
    assert "noindex" in page(client, "/?actor=china")


# --- lists -------------------------------------------------------------------------------------------


def test_every_value_of_a_facet_leads_back_to_the_timeline(client, event):
    html = page(client, "/all/actors/?theme=trade")
    assert 'href="/?actor=japan&amp;theme=trade"' in html


def test_unknown_facet_is_not_found(client, db):
    assert client.get("/all/secrets/").status_code == 404


def test_nonsense_on_a_facet_gets_a_message(client, event):
    assert client.get("/all/actors/?from=x").status_code == 400


def test_actors_stand_by_kind_with_their_counts(client, text, event):
    make_event(text, title="Second", actors=[(make_actor("China"), "source")])
    make_actor("Nobody yet")
    html = page(client, "/actors/")
    assert '>China</a><span class="n">2<' in html
    assert "Nobody yet" not in html


def test_actor_has_its_own_timeline_and_companions(client, text, event):
    make_event(text, title="Without China", actors=[(make_actor("Japan"), "source")])
    html = page(client, "/actors/china/")
    assert event.title in html
    assert "Without China" not in html
    assert 'href="/?actor=china&amp;actor=japan">1 event<' in html


def test_theme_has_its_own_timeline(client, text, event):
    make_event(text, title="Of another theme", themes=[make_theme("climate")])
    html = page(client, "/themes/trade/")
    assert event.title in html
    assert "Of another theme" not in html
    assert "Climate" in page(client, "/themes/")


def test_method_counts_what_is_public(client, event, settings):
    settings.CORRECTIONS_EMAIL = "desk@example.org"
    html = page(client, "/method/")
    assert "<dt>actors</dt><dd>3</dd>" in html
    assert 'href="mailto:desk@example.org' in html


def test_method_says_whom_to_ask_where_no_address_is_set(client, event, settings):
    settings.CORRECTIONS_EMAIL = ""
    html = page(client, "/method/")
    assert "mailto:" not in html
    assert "whoever runs this site" in html


# --- for programs ------------------------------------------------------------------------------------


def test_csv_and_json_hold_the_filtered_set(client, text, event):
    make_event(text, title="Other", actors=[])
    rows = list(csv.DictReader(io.StringIO(client.get("/events.csv?actor=china").getvalue().decode("utf-8-sig"))))
    assert [row["title"] for row in rows] == [event.title]
    answer = json.loads(client.get("/events.json?actor=china").getvalue())
    assert [found["id"] for found in answer["events"]] == [event.pk]
    assert answer["filter"] == "actor China"


@pytest.mark.parametrize("path", ["/events.csv", "/events.json", "/feed.atom"])
@pytest.mark.parametrize("query", ["actor=nobody", "from=2020&to=2010", "page=-1", "rows=x", "q=*"])
def test_nonsense_to_a_machine_format_is_explained(client, event, path, query):
    response = client.get(f"{path}?{query}")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert len(response.content) > 20


def test_sitemap_names_the_address_of_this_installation(client, event, settings):
    settings.SITE_URL = "https://timeline.example"
    assert f"<loc>https://timeline.example{event.get_absolute_url()}</loc>" in page(client, "/sitemap.xml")


def test_sitemap_tells_the_day_of_the_last_change(client, text, event):
    curation.edit(event, content(text, title="New"), version=1, by=make_user())
    Event.objects.update(reviewed_at="2001-01-01T00:00:00Z")
    assert f"<lastmod>{event.revisions.last().at:%Y-%m-%d}</lastmod>" in page(client, "/sitemap.xml")


@pytest.mark.parametrize(("public_role", "told"), [(True, True), (False, False)])
def test_page_of_a_private_person_tells_no_more_than_the_events_and_is_not_for_search_engines(
    client, text, public_role, told
):
    person = make_actor("A. Private", slug="a-private", kind="person", description="Lives somewhere.",
                        wikidata_id="Q1", public_role=public_role)  # fmt: skip
    event = make_event(text, actors=[(person, "target")])
    html = page(client, "/actors/a-private/")
    assert event.title in html
    assert ("Lives somewhere." in html, "Q1" in html, "noindex" not in html) == (told, told, told)
    assert ("/actors/a-private/" in page(client, "/sitemap.xml")) is told


def test_robots_are_kept_off_filtered_views(client, db):
    assert "Disallow: /?\n" in page(client, "/robots.txt")


# --- for all -----------------------------------------------------------------------------------------

ADDRESSES = ["/", "/?actor=china&theme=trade&from=2010&to=2020", "/?q=claims", "/all/actors/", "/actors/",
             "/actors/china/", "/themes/", "/themes/trade/", "/documents/", "/documents/source/", "/method/",
             "/events.csv", "/events.json", "/feed.atom"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_more_events_cost_no_more_queries(client, text, event, django_assert_max_num_queries, address):
    cache.clear()  # both lists are asked for cold, with every card to be made
    with django_assert_max_num_queries(MAX_QUERIES) as few:
        b"".join(client.get(address))
    others = [(make_actor(f"Actor {n}"), "source") for n in range(8)]
    for number in range(30):
        make_event(text, title=f"Event {number}", actors=[(make_actor("China"), "target"), others[number % 8]],
                   themes=[make_theme("trade"), make_theme(f"theme-{number % 5}")])  # fmt: skip
    cache.clear()
    with django_assert_max_num_queries(len(few)):
        b"".join(client.get(address))


@pytest.mark.parametrize("address", [*ADDRESSES[:11], "/nowhere/"])
def test_public_page_has_no_session_and_no_form_that_posts(client, event, address):
    response = client.get(address)
    assert not response.cookies
    assert b"csrf" not in response.content
    assert b'method="post"' not in response.content.lower()
    assert response["Cache-Control"].startswith("public, max-age=0")


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_posted_to_public_pages(client, event, address):
    assert client.post(address).status_code == 405
