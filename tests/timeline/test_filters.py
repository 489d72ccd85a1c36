"""From a query string to events: what each parameter means, and what nonsense gets."""

from datetime import date

import pytest
from django.http import HttpResponse, QueryDict

from tests.makers import evidence, make_actor, make_event, make_text, make_theme
from timeline.filters import MAX_VALUES, BadFilter, EventFilter, explained, select
from timeline.selection import Selection


def titles(query: str) -> list[str]:
    return [event.title for event in select(QueryDict(query)).events()]


def complaint(query: str) -> str:
    with pytest.raises(BadFilter) as caught:
        select(QueryDict(query))
    return " ".join(caught.value.messages)


@pytest.fixture
def four(db):
    """Four public events: two with China, one of them with the UK too, and different themes, kinds, sources."""
    china, uk = make_actor("China", slug="china"), make_actor("United Kingdom", slug="uk")
    trade, cyber = make_theme("trade"), make_theme("cyber-security")
    first = make_text(slug="first-source", title="First source")
    make_event(
        first,
        title="Pact",
        kind="agreement",
        date="2015-10-21",
        actors=[(china, "participant"), (uk, "participant")],
        themes=[trade],
    )
    make_event(first, title="Alert", kind="warning", date="2016", actors=[(china, "target")], themes=[cyber, trade])
    make_event(title="Since", kind="measure", date="2018/..", actors=[(uk, "source")], themes=[cyber])
    make_event(title="Undated", kind="statement", date="", date_basis="unknown")


def test_nothing_chosen_gives_every_public_event(four):
    make_event(title="Draft", publish=False)
    assert titles("") == ["Since", "Alert", "Pact", "Undated"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor=china", ["Alert", "Pact"]),
        ("actor=china&actor=uk", ["Pact"]),
        ("actor=china&actor=uk&match=any", ["Since", "Alert", "Pact"]),
        ("theme=trade&theme=cyber-security", ["Alert"]),
        ("theme=trade&theme=cyber-security&match=any", ["Since", "Alert", "Pact"]),
        ("actor=china&theme=cyber-security&match=any", ["Alert"]),
        ("kind=agreement&kind=warning", ["Alert", "Pact"]),
        ("kind=agreement&actor=uk", ["Pact"]),
        ("document=first-source", ["Alert", "Pact"]),
        ("q=pact", ["Pact"]),
        ("q=pact&kind=warning", []),
        ("sort=oldest", ["Pact", "Alert", "Since", "Undated"]),
        ("actor=&theme=&kind=&from=&to=&q=&sort=&match=&page=", ["Since", "Alert", "Pact", "Undated"]),
        ("utm_source=somewhere&kind=measure", ["Since"]),
    ],
)
def test_each_parameter_narrows(four, query, expected):
    assert titles(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("to=2015-10-20", []),
        ("to=2015-10-21", ["Pact"]),
        ("from=2015-10-21&to=2015-10-21", ["Pact"]),
        ("from=2015-10-22&to=2015-12-31", []),
        ("from=2016-12-31&to=2016-12-31", ["Alert"]),
        ("from=2017&to=2017", []),
        ("from=2099", ["Since"]),
        ("from=March+2016&to=autumn+2016", ["Alert"]),
        ("from=1800&to=2100", ["Since", "Alert", "Pact"]),
    ],
)
def test_event_is_in_if_its_interval_meets_the_period(four, query, expected):
    assert titles(query) == expected


def test_interval_open_at_its_start_meets_every_earlier_period(db):
    make_event(title="Until", date="../2010-05-06")
    assert titles("to=1801") == titles("from=2010-05-06") == ["Until"]
    assert titles("from=2010-05-07") == []


def test_event_cited_twice_from_one_document_is_listed_once(db):
    text = make_text(slug="source")
    passages = [evidence(text, "The pact covers trade."), evidence(text, "Ministers met in London.")]
    make_event(title="Twice", passages=passages)
    assert titles("document=source") == ["Twice"]


# --- nonsense ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("parameter", ["actor", "theme", "kind", "document"])
@pytest.mark.parametrize("value", ["nobody", "%00", "%ED%A0%80", "a" * 5000, "1%27%20OR%201=1", "%E2%80%AE", "İ"])
def test_unknown_value_is_named(four, parameter, value):
    assert complaint(f"{parameter}={value}").startswith(f"No {parameter} “")


def test_known_value_beside_an_unknown_one_does_not_save_it(four):
    assert complaint("actor=china&actor=nobody") == "No actor “nobody”: choose from the list."


@pytest.mark.parametrize(
    "query",
    ["from=0", "from=0000", "from=999999", "to=2101", "from=1799", "from=2016-13", "from=2016-02-30", "from=yesterday",
     "from=../2016", "to=2016/..", "from=%00", "to=%F0%9F%99%82", "from=" + "9" * 5000, "from=٢٠١٦"],
)  # fmt: skip
def test_odd_day_is_explained(db, query):
    assert "is not a date we can read: write 2016" in complaint(query)


@pytest.mark.parametrize("page", ["0", "-1", "1.5", "x", "٣", "10001", "9" * 23, "%00", "1e3", "+1"])
def test_odd_page_is_explained(db, page):
    assert "pages are numbered from 1 to 10,000" in complaint(f"page={page}")


@pytest.mark.parametrize("page", ["1", "007", "10000"])
def test_page_in_bounds_is_taken(db, page):
    assert EventFilter(QueryDict(f"page={page}")).number == int(page)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2016&to=2015", "from 1 January 2016 to 31 December 2015 ends before it starts"),
        ("sort=rank", "“rank” is not to be chosen here: write “newest” or “oldest”"),
        ("match=none", "write “all” or “any”"),
        ("rows=all", "write “events” or “passages”"),
        ("q=%22", "has no word in it"),
        ("q=%00", "has no word in it"),
        ("q=***", "has no word in it"),
        ("q=" + "x" * 401, "at most 400 characters"),
        ("q=" + "+".join(f"w{n}" for n in range(33)), "at most 32"),
    ],
)
def test_wrong_value_is_explained(db, query, words):
    assert words in complaint(query)


def test_thirty_two_words_are_not_too_many(db):
    assert titles("q=" + "+".join(f"w{n}" for n in range(32))) == []


def test_too_many_values_are_refused(db):
    known = {f"a{n}": str(n) for n in range(MAX_VALUES + 1)}
    assert complaint("&".join(f"actor={slug}" for slug in known)) == "Choose at most 20 actors at once."
    assert "too many parts" in complaint("&".join(["sort=newest"] * 201))


def test_lone_surrogate_is_never_echoed(db):
    data = QueryDict(mutable=True)
    data.update({"actor": "a\ud800b", "from": "\ud800"})
    assert all(message.encode() for message in EventFilter(data).messages)


def test_all_that_is_wrong_is_said_at_once(db):
    assert len(EventFilter(QueryDict("actor=nobody&from=0&page=-1")).messages) == 3


def test_wrong_filter_shows_nothing(four):
    for query in ("actor=nobody", "from=2016&to=2015"):
        with pytest.raises(BadFilter):
            EventFilter(QueryDict(query)).qs.exists()
    assert EventFilter(QueryDict("actor=china")).qs.count() == 2


def test_query_string_is_validated_once_however_much_is_read_from_it(four, django_assert_num_queries):
    asked = EventFilter(QueryDict("actor=china"))
    with django_assert_num_queries(1):
        assert (asked.messages, asked.number, asked.by_passage) == ([], 1, False)
        assert asked.selection == asked.understood


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("actor=china&from=soon", "actor=china"),
        ("actor=nobody&from=2015", "from=2015"),
        ("kind=visit&from=2016&to=2015", "kind=visit"),
        ("actor=nobody&q=pact&from=2016&to=2015", "q=pact"),
        ("kind=visit&sort=rank&page=0", "kind=visit"),
        ("actor=china", "actor=china"),
        ("&".join(["sort=oldest"] * 201), ""),
    ],
)
def test_what_is_right_beside_what_is_wrong_is_understood(four, query, understood):
    assert EventFilter(QueryDict(query)).understood.query() == understood


# --- the public gate ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("parameter", "slug"), [("actor", "shy"), ("theme", "shy"), ("document", "shy")])
def test_what_only_drafts_reach_is_unknown_in_the_same_words(db, parameter, slug):
    make_event(
        make_text(slug="shy"),
        publish=False,
        actors=[(make_actor("Shy", slug="shy"), "source")],
        themes=[make_theme("shy")],
    )
    assert complaint(f"{parameter}={slug}") == complaint(f"{parameter}=absent").replace("absent", slug)


# --- selections --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    ["", "actor=china&actor=uk&match=any", "kind=sanction&kind=visit", "document=first-source",
     "q=%E2%80%9Ca+b%E2%80%9D", "from=2015&to=2016-02", "from=2015-03&to=2016-12-30", "from=2015-03-02",
     "theme=trade&sort=oldest"],
)  # fmt: skip
def test_query_string_reads_back_as_the_same_selection(four, query):
    selection = select(QueryDict(query))
    assert selection.query() == query
    assert hash(select(QueryDict(selection.query()))) == hash(selection)


def test_order_and_repetition_in_the_address_make_no_difference(four):
    assert select(QueryDict("actor=uk&actor=china&actor=uk")) == select(QueryDict("actor=china&actor=uk"))


def test_query_takes_changes_and_a_page():
    selection = Selection(actors=("china",), sort="oldest")
    assert selection.query(sort="newest", page=2) == "actor=china&page=2"
    assert selection.query(from_day=date(1800, 1, 1), to_day=date(2100, 12, 31)).endswith(
        "from=1800&to=2100&sort=oldest"
    )


def test_values_are_added_and_dropped():
    selection = Selection(actors=("uk",)).adding("actors", "china", "China")
    assert selection.actors == ("china", "uk") and selection.name_of("actors", "china") == "China"
    assert selection.adding("actors", "uk") == selection
    assert selection.dropping("actors", "uk").dropping("actors", "china") == Selection()


def test_selection_in_words(four):
    query = "actor=china&actor=uk&theme=trade&theme=cyber-security&kind=visit&kind=vote&document=first-source&from=2015&q=pact"  # noqa: E501
    assert select(QueryDict(query)).words() == (
        "actors China and United Kingdom; themes Cyber security and Trade; kinds Visit or Vote or election; "
        "document First source; from 1 January 2015; containing “pact”"
    )
    assert "China or United Kingdom" in select(QueryDict("actor=china&actor=uk&match=any")).words()
    assert Selection(sort="oldest").words() == "all events"


def test_empty_means_that_no_event_is_left_out():
    assert Selection(sort="oldest", match="any").is_empty
    assert not Selection(q="pact").is_empty
    assert not Selection(to_day=date(2015, 1, 1)).is_empty


def test_machine_formats_answer_nonsense_with_400(rf):
    @explained
    def view(request):
        select(request.GET)
        return HttpResponse("fine")

    refused = view(rf.get("/?from=0&page=-1"))
    assert refused.status_code == 400 and refused["Content-Type"].startswith("text/plain")
    assert refused.content.decode().count("\n") == 2
    assert view(rf.get("/")).content == b"fine"
