"""What leaves the house: everything that is public of an event and nothing else."""

from tests.makers import evidence, make_actor, make_event, make_publisher, make_text, make_theme, make_user
from timeline import curation, records
from timeline.exports import Record
from timeline.selection import Selection


def test_record_holds_what_is_public_of_an_event(db):
    text = make_text(slug="source", title="The source", publisher=make_publisher("Ministry"))
    passages = [evidence(text, "The pact covers trade."), evidence(text, "Ministers met in London.")]
    event = make_event(title="Pact", kind="agreement", date="2018/..", passages=passages,
                       actors=[(make_actor("China"), "source")], themes=[make_theme("trade")])  # fmt: skip
    [record] = records.records(Selection(), site_url="https://x.test")
    assert set(record) == set(Record.__annotations__)
    assert record["url"] == f"https://x.test/events/{event.pk}/pact/"
    assert (record["date"], record["first_day"], record["last_day"]) == ("2018/..", "2018-01-01", None)
    assert (record["actors"], record["themes"]) == ([{"name": "China", "role": "source"}], ["trade"])
    first = record["passages"][0]
    assert text.text[first["start"] : first["end"]] == first["quote"] == "The pact covers trade."
    assert first["url"] == f"https://x.test/documents/source/#p{event.primary_passage_id}"
    assert (first["publisher"], len(record["passages"])) == ("Ministry", 2)


def test_records_keep_the_order_over_batches(db, monkeypatch):
    monkeypatch.setattr(records, "BATCH", 2)
    for day in (3, 1, 2, 5, 4):
        make_event(title=str(day), date=f"2020-01-0{day}")
    make_event(title="Draft", publish=False)
    titles = [record["title"] for record in records.records(Selection(sort="oldest"), site_url="")]
    assert titles == ["1", "2", "3", "4", "5"]


def test_event_retracted_while_a_reader_waits_is_not_given_out(db, monkeypatch):
    monkeypatch.setattr(records, "BATCH", 1)
    gone, first = make_event(date="2019"), make_event(date="2020")
    stream = records.records(Selection(), site_url="")
    assert next(stream)["id"] == first.pk
    curation.retract(gone, version=1, by=make_user(), reason="Wrong.")
    assert list(stream) == []


def test_batch_costs_a_constant_number_of_queries(db, django_assert_num_queries):
    for _ in range(3):
        make_event(actors=[(make_actor(), "source")], themes=[make_theme()])
    selection = Selection()
    assert len(selection.ids) == 3
    with django_assert_num_queries(5):
        assert len(list(records.records(selection, site_url=""))) == 3
