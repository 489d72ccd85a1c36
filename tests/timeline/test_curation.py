"""One decision, one transaction, one revision; nothing lost, nothing overwritten silently."""

import pytest

from articles.models import Passage
from tests.makers import content, evidence, make_actor, make_event, make_proposal, make_text, make_theme, make_user
from timeline import curation
from timeline.models import Event, Proposal, Revision
from timeline.snapshots import snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make_user("ada", group="curator")


# --- proposals -------------------------------------------------------------------------------------


def test_accepting_publishes_what_the_machine_said(curator):
    make_actor("China")
    proposal = make_proposal(themes=[make_theme("trade").slug])
    event = curation.accept(proposal, version=1, by=curator)
    assert (event.status, event.title, event.date) == ("published", "China denied the claims", "2016-05-03")
    assert event.primary_passage.quote == "China denied the claims on 3 May 2016."
    assert [a.name for a in event.actors.all()] == ["China"]
    assert [t.slug for t in event.themes.all()] == ["trade"]


def test_accepting_records_reviewer_and_proposal(curator):
    proposal = make_proposal()
    event = curation.accept(proposal, version=1, by=curator)
    proposal.refresh_from_db()
    assert event.reviewed_by == curator and event.reviewed_at is not None
    assert (proposal.state, proposal.event, proposal.decided_by) == ("accepted", event, curator)


def test_accepting_takes_the_corrections(curator):
    proposal = make_proposal()
    corrected = content(proposal.text, title="Beijing rejects the claims", kind="statement")
    event = curation.accept(proposal, version=1, by=curator, content=corrected)
    assert event.title == "Beijing rejects the claims"
    assert proposal.title == "China denied the claims"


def test_accepting_twice_is_a_conflict(curator):
    proposal = make_proposal()
    curation.accept(proposal, version=1, by=curator)
    with pytest.raises(curation.Conflict):
        curation.accept(proposal, version=1, by=curator)
    assert Event.objects.count() == 1


def test_accepting_what_was_superseded_is_a_conflict(curator):
    proposal = make_proposal(state=Proposal.State.SUPERSEDED)
    with pytest.raises(curation.Conflict):
        curation.accept(proposal, version=1, by=curator)
    assert not Event.objects.exists()


def test_redone_acceptance_does_not_overwrite_a_rejection(curator):
    """Undo, undo again: in between somebody else rejects what waits."""
    proposal = make_proposal()
    event = curation.accept(proposal, version=1, by=curator)
    event = curation.undo(event, version=1, by=curator)
    proposal.refresh_from_db()
    curation.reject(proposal, version=proposal.version, by=make_user("bob"), reason="Opinion.")
    with pytest.raises(curation.Conflict):
        curation.undo(event, version=2, by=curator)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by.username) == ("rejected", "bob")


def test_undoing_an_acceptance_lets_the_proposal_wait_again(curator):
    proposal = make_proposal()
    event = curation.accept(proposal, version=1, by=curator)
    event = curation.undo(event, version=1, by=curator)
    proposal.refresh_from_db()
    assert (event.status, proposal.state, proposal.event) == ("draft", "open", None)
    assert not Event.objects.public().exists()


def test_accepting_again_after_undo_uses_the_same_event(curator):
    proposal = make_proposal()
    event = curation.accept(proposal, version=1, by=curator)
    curation.undo(event, version=1, by=curator)
    proposal.refresh_from_db()
    again = curation.accept(proposal, version=proposal.version, by=curator)
    assert (again.pk, again.version, again.status) == (event.pk, 3, "published")


def test_rejecting_needs_a_reason(curator):
    proposal = make_proposal()
    with pytest.raises(curation.CurationError, match="why"):
        curation.reject(proposal, version=1, by=curator, reason="  ")
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_rejecting_and_reopening(curator):
    proposal = curation.reject(make_proposal(), version=1, by=curator, reason="Opinion.")
    assert (proposal.state, proposal.reason) == ("rejected", "Opinion.")
    proposal = curation.reopen(proposal, version=proposal.version, by=curator)
    assert (proposal.state, proposal.reason) == ("open", "")


def test_two_curators_cannot_both_decide(curator):
    proposal = make_proposal()
    curation.reject(Proposal.objects.get(pk=proposal.pk), version=1, by=curator, reason="Opinion.")
    with pytest.raises(curation.Conflict):
        curation.accept(proposal, version=1, by=make_user())


def test_same_event_adds_the_passage(curator):
    text = make_text()
    event = make_event(text)
    proposal = make_proposal(text, words="Ministers met in London.")
    event = curation.accept_into(proposal, version=1, event=event, event_version=1, by=curator)
    quotes = list(event.citations.values_list("passage__quote", flat=True))
    assert quotes == ["China denied the claims on 3 May 2016.", "Ministers met in London."]
    proposal.refresh_from_db()
    assert (proposal.state, proposal.event) == ("accepted", event)


def test_undoing_same_event_takes_the_passage_away(curator):
    text = make_text()
    proposal = make_proposal(text, words="Ministers met in London.")
    event = curation.accept_into(proposal, version=1, event=make_event(text), event_version=1, by=curator)
    event = curation.undo(event, version=2, by=curator)
    proposal.refresh_from_db()
    assert event.citations.count() == 1 and event.status == "published"
    assert proposal.state == "open"


# --- events ----------------------------------------------------------------------------------------


def test_writing_makes_a_draft_that_nobody_sees(curator):
    event = curation.write(content(), by=curator)
    assert event.status == "draft" and not Event.objects.public().exists()


def test_publishing_needs_a_passage(curator):
    with pytest.raises(curation.CurationError, match="passage"):
        curation.write(content(passages=[]), by=curator, publish=True)
    assert not Event.objects.exists()


def test_span_outside_the_text_is_refused(curator):
    text = make_text("Short.")
    with pytest.raises(curation.CurationError, match="does not lie inside"):
        curation.write(content(passages=[curation.Evidence(text, 0, 7)]), by=curator)
    assert not Event.objects.exists() and not Passage.objects.exists()


INVISIBLE = ["  ", "\u202e", "\u200b"]


@pytest.mark.parametrize("reason", INVISIBLE)
def test_reason_that_nobody_can_see_is_none(curator, reason):
    event = make_event()
    for decide in (curation.retract, curation.withhold):
        with pytest.raises(curation.CurationError, match="why"):
            decide(event, version=1, by=curator, reason=reason)
    with pytest.raises(curation.CurationError, match="why"):
        curation.reject(make_proposal(), version=1, by=curator, reason=reason)


@pytest.mark.parametrize(("length", "fits"), [(300, True), (301, False)])
def test_title_is_measured_as_it_is_stored(curator, length, fits):
    """One character of typed text can become three when it is composed."""
    assert len(curation.write(content(title="x" * 300), by=curator).title) == 300
    if fits:
        assert curation.write(content(title="é" * length), by=curator).title == "é" * length
    else:
        for title in ("x" * length, "\ufb2c" * 101):
            with pytest.raises(curation.CurationError, match="too long"):
                curation.write(content(title=title), by=curator)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "\u200b"),
        ("kind", "party"),
        ("tone", "loud"),
        ("date", "2016-13"),
        ("date", "soon"),
        ("assertion", "hoped"),
        ("date_basis", "guessed"),
        ("salience", "huge"),
    ],
)
def test_nonsense_is_refused_and_nothing_stored(curator, field, value):
    with pytest.raises(curation.CurationError):
        curation.write(content(**{field: value}), by=curator)
    assert not Event.objects.exists() and not Revision.objects.exists()


def test_tone_follows_kind_unless_given(curator):
    assert curation.write(content(kind="sanction"), by=curator).tone == "conflict"
    event = curation.write(content(kind="sanction", tone="policy"), by=curator, reason="It only renews a list.")
    assert event.tone == "policy"


def test_another_tone_needs_a_reason_once(curator):
    text = make_text()
    with pytest.raises(curation.CurationError, match="another tone"):
        curation.write(content(text, kind="sanction", tone="policy"), by=curator)
    event = curation.write(content(text, kind="sanction", tone="policy"), by=curator, reason="It only renews a list.")
    again = content(text, kind="sanction", tone="policy", title="Clearer")
    assert curation.edit(event, again, version=1, by=curator).tone == "policy"


def test_dates_give_the_columns_of_order(curator):
    event = curation.write(content(date="2015-09"), by=curator)
    assert (str(event.first_day), str(event.last_day), event.sort_year, event.coarse) == (
        "2015-09-01",
        "2015-09-30",
        2015,
        False,
    )
    event = curation.write(content(date="2015"), by=curator)
    assert event.coarse
    event = curation.write(content(date="../2024-05-03"), by=curator)
    assert (event.first_day, str(event.sort_day), event.coarse) == (None, "2024-05-03", True)


def test_editing_replaces_and_keeps_standing(curator):
    text = make_text()
    event = make_event(text)
    event = curation.edit(event, content(text, title="Beijing rejects"), version=1, by=curator, reason="Clearer.")
    assert (event.title, event.status, event.version) == ("Beijing rejects", "published", 2)
    assert event.revisions.get(version=2).reason == "Clearer."


def test_stale_edit_is_a_conflict_and_changes_nothing(curator):
    text = make_text()
    event = make_event(text)
    curation.edit(event, content(text, title="First"), version=1, by=curator)
    with pytest.raises(curation.Conflict):
        curation.edit(event, content(text, title="Second"), version=1, by=make_user())
    event.refresh_from_db()
    assert (event.title, event.revisions.count()) == ("First", 2)


def test_retracting_needs_a_reason_and_hides(curator):
    event = make_event()
    with pytest.raises(curation.CurationError, match="why"):
        curation.retract(event, version=1, by=curator, reason="")
    event = curation.retract(event, version=1, by=curator, reason="The source was withdrawn.")
    assert (event.status, event.public_reason) == ("retracted", "The source was withdrawn.")
    assert not Event.objects.public().exists()


def test_retracted_event_can_be_published_again(curator):
    event = curation.retract(make_event(), version=1, by=curator, reason="Wrong.")
    event = curation.publish(event, version=2, by=curator)
    assert (event.status, event.public_reason) == ("published", "")


def test_withheld_event_is_hidden_without_a_word(curator):
    event = curation.withhold(make_event(), version=1, by=curator, reason="Court order.")
    assert (event.status, event.public_reason) == ("withheld", "")


def test_every_change_is_a_revision_with_the_whole_state(curator):
    event = curation.retract(make_event(), version=1, by=curator, reason="Wrong.")
    last = event.revisions.get(version=2)
    assert last.state == snapshot(event)
    assert (last.action, last.by, last.reason) == ("retract", curator, "Wrong.")


# --- merging ---------------------------------------------------------------------------------------


@pytest.fixture
def two():
    """Two events on one occurrence, from two documents; both cite one passage of the first."""
    text, other = make_text(), make_text("Beijing said no. That was in May.")
    into = make_event(text)
    shared = evidence(text, "China denied the claims on 3 May 2016.")
    event = make_event(other, title="Beijing says no", passages=[evidence(other, "Beijing said no."), shared])
    return event, into


def test_merging_keeps_all_passages_with_their_origin(curator, two):
    event, into = two
    merged = curation.merge(event, version=1, into=into, into_version=1, by=curator, reason="Same denial.")
    cited = [(c.passage.quote, c.origin_event_id) for c in merged.citations.order_by("position")]
    assert cited == [("China denied the claims on 3 May 2016.", None), ("Beijing said no.", event.pk)]


def test_merging_redirects(curator, two):
    event, into = two
    curation.merge(event, version=1, into=into, into_version=1, by=curator)
    event.refresh_from_db()
    assert (event.status, event.merged_into) == ("merged", into)


def test_merging_needs_both_versions(curator, two):
    event, into = two
    for versions in ({"version": 2, "into_version": 1}, {"version": 1, "into_version": 2}):
        with pytest.raises(curation.Conflict):
            curation.merge(event, into=into, by=curator, **versions)
    assert Event.objects.public().count() == 2


def test_event_cannot_merge_into_itself_or_a_draft(curator):
    event, draft = make_event(), make_event(publish=False)
    with pytest.raises(curation.CurationError, match="itself"):
        curation.merge(event, version=1, into=event, into_version=1, by=curator)
    with pytest.raises(curation.CurationError, match="draft"):
        curation.merge(event, version=1, into=draft, into_version=1, by=curator)


def test_undoing_a_merge_brings_both_back(curator, two):
    event, into = two
    before = [snapshot(event), snapshot(into)]
    merged = curation.merge(event, version=1, into=into, into_version=1, by=curator)
    curation.undo(merged, version=2, by=curator)
    event.refresh_from_db(), into.refresh_from_db()
    assert [snapshot(event), snapshot(into)] == before
    assert event.version == into.version == 3


def test_merge_is_not_undone_over_a_later_change(curator, two):
    event, into = two
    curation.merge(event, version=1, into=into, into_version=1, by=curator)
    into.refresh_from_db()
    curation.retract(into, version=2, by=curator, reason="Wrong.")
    event.refresh_from_db()
    with pytest.raises(curation.Conflict, match="undo that change first"):
        curation.undo(event, version=2, by=curator)
    event.refresh_from_db()
    assert event.status == "merged"


# --- undo ------------------------------------------------------------------------------------------


def _edited(event, by):
    return curation.edit(event, content(event.primary_passage.text, title="Other words"), version=event.version, by=by)


def _retracted(event, by):
    return curation.retract(event, version=event.version, by=by, reason="Wrong.")


def _withheld(event, by):
    return curation.withhold(event, version=event.version, by=by, reason="Court order.")


@pytest.mark.parametrize("change", [_edited, _retracted, _withheld])
def test_undo_restores_the_state_before(curator, change):
    event = make_event(themes=[make_theme()], actors=[(make_actor(), "source")])
    before = snapshot(event)
    event = curation.undo(change(event, curator), version=2, by=curator, reason="Too hasty.")
    assert snapshot(event) == before and event.version == 3


def test_undoing_a_publication_makes_a_draft_again(curator):
    event = curation.publish(make_event(publish=False), version=1, by=curator)
    assert curation.undo(event, version=2, by=curator).status == "draft"


def test_undo_of_a_stale_version_is_a_conflict(curator):
    event = _retracted(make_event(), curator)
    with pytest.raises(curation.Conflict):
        curation.undo(event, version=1, by=curator)
