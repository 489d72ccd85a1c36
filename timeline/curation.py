"""The only writer of events: every function here is one decision of one person, in one transaction.

Each function builds the state that the event shall have and hands it to ``_store``, which compares
the version that the person saw, writes, and keeps a revision with who, when and why. A version
that is no longer current raises ``Conflict`` and changes nothing.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles import edtf
from articles.models import DocumentText, Passage
from articles.reading.cleaning import clean_text, says_something
from timeline import search
from timeline.content import Content, Evidence, content_of
from timeline.kinds import Kind, Tone
from timeline.models import Citation, Event, Participation, Proposal, Revision, Role
from timeline.snapshots import CONTENT_FIELDS, State, column_values, snapshot

Status, ProposalState = Event.Status, Proposal.State


class CurationError(ValueError):
    """The decision cannot be carried out; the message says why and what to do. Nothing was changed."""


class Conflict(CurationError):
    """Somebody decided on the same thing in the meantime. Nothing was changed."""


# --- decisions on proposals ------------------------------------------------------------------------


@transaction.atomic
def accept(
    proposal: Proposal,
    *,
    version: int,
    by,
    content: Content | None = None,
    reason: str = "",
    origin_key: str | None = None,
) -> Event:
    """Publish an event made from the proposal, with the person's ``content`` where it was corrected."""
    _claim(proposal, version, by, state=ProposalState.OPEN)
    state = _reviewed(_state(content or content_of(proposal)), by)
    _check_tone(state, reason)
    state["proposals"] = [proposal.pk]
    event = Event.objects.filter(origin_proposal=proposal).first()
    if event is None:
        event = _new_event(origin_key=origin_key, origin_proposal=proposal)
    _require(
        event.status == Status.DRAFT, f"“{event}” was made from this proposal before: add the passage to it instead."
    )
    return _store(event, state, action="accept", by=by, reason=reason)


@transaction.atomic
def accept_into(proposal: Proposal, *, version: int, event: Event, event_version: int, by, reason: str = "") -> Event:
    """Add the proposal's passages to an event that tells the same occurrence."""
    _claim(proposal, version, by, state=ProposalState.OPEN)
    state = _seen(event, event_version)
    _require(
        state["status"] in (Status.DRAFT, Status.PUBLISHED),
        "Only a draft or published event takes a passage.",
    )
    added = _passages(content_of(proposal).passages)
    state["passages"] = _united(state["passages"], added)
    state["proposals"] = sorted([*state["proposals"], proposal.pk])
    return _store(event, state, action="add passage", by=by, reason=reason)


@transaction.atomic
def reject(proposal: Proposal, *, version: int, by, reason: str) -> Proposal:
    """Turn the proposal down for good: a later run of the extractor does not bring it back."""
    _require(says_something(reason), "Say why the proposal is rejected.")
    _claim(proposal, version, by, state=ProposalState.OPEN)
    return _decide(proposal, state=ProposalState.REJECTED, reason=clean_text(reason).strip(), event=None)


@transaction.atomic
def reopen(proposal: Proposal, *, version: int, by) -> Proposal:
    """Undo a rejection: the proposal waits again."""
    _claim(proposal, version, by, state=ProposalState.REJECTED)
    return _decide(proposal, state=ProposalState.OPEN, reason="", event=None)


# --- decisions on events ---------------------------------------------------------------------------


@transaction.atomic
def write(content: Content, *, by, reason: str = "", publish: bool = False, origin_key: str | None = None) -> Event:
    """Make an event by hand, as a draft or published at once."""
    state = _state(content)
    _check_tone(state, reason)
    if publish:
        state = _reviewed(state, by)
    return _store(_new_event(origin_key=origin_key), state, action="write", by=by, reason=reason)


@transaction.atomic
def edit(event: Event, content: Content, *, version: int, by, reason: str = "") -> Event:
    """Replace what the event says. It stays where it stands: a draft a draft, a published one published."""
    state = _seen(event, version)
    _require(state["status"] in (Status.DRAFT, Status.PUBLISHED), "Only a draft or published event can be edited.")
    origins = {kept["passage"]: kept["origin"] for kept in state["passages"]}
    new = {**state, **_said(content)}
    if new["tone"] != state["tone"]:
        _check_tone(new, reason)
    new["passages"] = [{**p, "origin": origins.get(p["passage"])} for p in new["passages"]]
    return _store(event, new, action="edit", by=by, reason=reason)


@transaction.atomic
def publish(event: Event, *, version: int, by, reason: str = "") -> Event:
    """Show a draft, or a retracted event again, to readers."""
    state = _seen(event, version)
    _require(
        state["status"] in (Status.DRAFT, Status.RETRACTED),
        "Only a draft or retracted event can be published.",
    )
    return _store(event, _reviewed(state, by), action="publish", by=by, reason=reason)


@transaction.atomic
def retract(event: Event, *, version: int, by, reason: str) -> Event:
    """Take a published event back. Its address stays and tells readers the reason."""
    _require(says_something(reason), "Say why the event is retracted: readers will see the reason.")
    state = _seen(event, version)
    _require(state["status"] == Status.PUBLISHED, "Only a published event can be retracted.")
    state.update(status=Status.RETRACTED, public_reason=clean_text(reason).strip())
    return _store(event, state, action="retract", by=by, reason=reason)


@transaction.atomic
def withhold(event: Event, *, version: int, by, reason: str) -> Event:
    """Hide an event for legal reasons: its address answers as if it had never been."""
    _require(
        says_something(reason),
        "Say why the event is withheld: colleagues will see the reason, readers will not.",
    )
    state = _seen(event, version)
    _require(state["status"] != Status.MERGED, "A merged event is hidden by withholding the one that it leads to.")
    state.update(status=Status.WITHHELD, public_reason="")
    return _store(event, state, action="withhold", by=by, reason=reason)


@transaction.atomic
def merge(event: Event, *, version: int, into: Event, into_version: int, by, reason: str = "") -> Event:
    """Make two records of one occurrence one: ``event`` redirects to ``into``, which gains its passages."""
    _require(event.pk != into.pk, "An event cannot be merged into itself.")
    state, target = _seen(event, version), _seen(into, into_version)
    both = {state["status"], target["status"]}
    _require(both <= {Status.DRAFT, Status.PUBLISHED}, "Only draft or published events can be merged.")
    _require(
        target["status"] == Status.PUBLISHED or state["status"] == Status.DRAFT,
        "A published event cannot be merged into a draft: publish that one first, or merge the other way.",
    )
    group = uuid4()
    brought = [{**p, "origin": p["origin"] or event.pk} for p in state["passages"]]
    target["passages"] = _united(target["passages"], brought)
    state.update(status=Status.MERGED, merged_into_id=into.pk)
    # Both sides are locked in the order of their keys, so that two opposite merges cannot wait for each other.
    sides = sorted([(event, state, "merge"), (into, target, "take in")], key=lambda side: side[0].pk)
    stored = {
        side.pk: _store(side, new, action=action, by=by, reason=reason, group=group) for side, new, action in sides
    }
    return stored[into.pk]


@transaction.atomic
def undo(event: Event, *, version: int, by, reason: str = "") -> Event:
    """Take the event's last change back, as a new revision. A merge is taken back on both sides."""
    last = _last_revision(event, version)
    sides = [last] if last.group is None else list(Revision.objects.filter(group=last.group).select_related("event"))
    group = uuid4() if len(sides) > 1 else None
    for revision in sorted(sides, key=lambda side: side.event_id):
        current = _last_revision(revision.event, revision.event.version)
        _require(current.pk == revision.pk,
                 f"“{revision.event}” was changed after the merge: undo that change first.", Conflict)  # fmt: skip
        _store(revision.event, _state_before(revision), action="undo", by=by, reason=reason, group=group)
    event.refresh_from_db()
    return event


# --- states ----------------------------------------------------------------------------------------


def _said(content: Content) -> State:
    """The part of a state that a person's words decide."""
    state = {name: clean_text(str(getattr(content, name))).strip() for name in CONTENT_FIELDS}
    if not state["tone"] and state["kind"] in Kind.values:
        state["tone"] = Kind(state["kind"]).tone.value
    state["themes"] = sorted(theme.pk for theme in content.themes)
    state["actors"] = [[actor.pk, str(role)] for actor, role in content.actors]
    state["passages"] = _passages(content.passages)
    return state


def _state(content: Content) -> State:
    """The state of a new draft that says this."""
    standing = {"status": Status.DRAFT.value, "public_reason": "", "merged_into_id": None, "proposals": [],
                "reviewed_by_id": None, "second_reviewed_by_id": None, "reviewed_at": None}  # fmt: skip
    return {**standing, **_said(content)}


def _reviewed(state: State, by) -> State:
    return {**state, "status": Status.PUBLISHED.value, "public_reason": "", "reviewed_by_id": by.pk,
            "reviewed_at": timezone.now().isoformat()}  # fmt: skip


def _state_before(revision: Revision) -> State:
    """The state that the revision replaced; before its first revision an event was no event, so a bare draft."""
    if revision.version > 1:
        return Revision.objects.get(event=revision.event_id, version=revision.version - 1).state
    return {
        **revision.state,
        "status": Status.DRAFT.value,
        "proposals": [],
        "reviewed_by_id": None,
        "reviewed_at": None,
    }


def _seen(event: Event, version: int) -> State:
    """The event's state now, provided that it is still the version that the person saw."""
    event.refresh_from_db()
    if event.version != version:
        raise Conflict(f"“{event}” was changed by somebody else: you saw version {version}, it is now {event.version}.")
    return snapshot(event)


def _last_revision(event: Event, version: int) -> Revision:
    _seen(event, version)
    return event.revisions.get(version=event.version)


def _passages(evidence: Sequence[Evidence]) -> list[State]:
    """Passages as a state holds them; a span that stands in its text is stored if it is new."""
    return [
        {
            "passage": passage_at(each.text, each.start, each.end).pk,
            "marks": [list(m) for m in each.marks],
            "origin": None,
        }
        for each in evidence
    ]


def passage_at(text: DocumentText, start: int, end: int) -> Passage:
    """The stored passage of this span. Raises CurationError where the span is not inside the text."""
    _require(0 <= start < end <= len(text.text), f"The span {start}–{end} does not lie inside “{text}”.")
    return Passage.objects.get_or_create(text=text, start=start, end=end, defaults={"quote": text.text[start:end]})[0]


def _united(passages: list[State], more: list[State]) -> list[State]:
    held = {kept["passage"] for kept in passages}
    return passages + [new for new in more if new["passage"] not in held]


# --- writing ---------------------------------------------------------------------------------------


def _new_event(**keys) -> Event:
    """A row at version 0, which no reader and no form has seen; ``_store`` makes it version 1."""
    return Event.objects.create(version=0, **keys)


def _store(event: Event, state: State, *, action: str, by, reason: str, group: UUID | None = None) -> Event:
    """Write the state as the event's next version, with its revision. Raises Conflict if the version moved on."""
    _check(state)
    _lock_proposals(event, state)
    row = Event.objects.filter(pk=event.pk, version=event.version)
    if not row.update(version=event.version + 1, **column_values(state), **_derived(state["date"])):
        raise Conflict(f"“{event}” was changed by somebody else in the meantime.")
    _write_lists(event, state)
    _sync_proposals(event, state, by)
    event.refresh_from_db()
    Revision.objects.create(
        event=event, version=event.version, action=action, at=timezone.now(), by=by,
        reason=clean_text(reason).strip(), group=group, state=snapshot(event),
    )  # fmt: skip
    search.reindex(event)
    return event


def _check(state: State) -> None:
    _require(says_something(state["title"]), "An event needs a title.")
    for name in ("title", "attributed_to", "date"):
        longest = Event._meta.get_field(name).max_length
        _require(len(state[name]) <= longest, f"“{state[name][:40]}…” is too long: at most {longest} characters.")
    _require(state["kind"] in Kind.values, f"“{state['kind']}” is no kind of event.")
    _require(state["tone"] in Tone.values, f"“{state['tone']}” is no tone.")
    _require(state["assertion"] in Event.Assertion.values, f"“{state['assertion']}” is no way to assert an event.")
    _require(state["salience"] in Event.Salience.values, f"“{state['salience']}” is no salience.")
    _require(state["date_basis"] in Event.DateBasis.values, f"“{state['date_basis']}” is no basis of a date.")
    _require(all(role in Role.values for _, role in state["actors"]), "An actor has an unknown role.")
    _require(len({actor for actor, _ in state["actors"]}) == len(state["actors"]), "An actor stands in twice.")
    _require(len({p["passage"] for p in state["passages"]}) == len(state["passages"]), "A passage stands in twice.")
    if state["status"] == Status.PUBLISHED:
        _require(bool(state["passages"]), "An event can be published only with a passage that supports it.")


def _check_tone(state: State, reason: str) -> None:
    usual = Kind(state["kind"]).tone if state["kind"] in Kind.values else state["tone"]
    _require(state["tone"] == usual or says_something(reason), "Say why the event has another tone than its kind.")


def _derived(date: str) -> State:
    """The columns that filters and order use, from the EDTF date."""
    if not date:
        return {"first_day": None, "last_day": None, "sort_day": None, "sort_year": None, "coarse": False}
    try:
        known = edtf.parse(date)
    except edtf.EdtfError as error:
        raise CurationError(str(error)) from error
    long = not (known.first_day and known.last_day) or (known.last_day - known.first_day).days > 30
    return {"first_day": known.first_day, "last_day": known.last_day, "sort_day": known.sort_day,
            "sort_year": known.sort_day.year, "coarse": long}  # fmt: skip


def _write_lists(event: Event, state: State) -> None:
    event.themes.set(state["themes"])
    event.participations.all().delete()
    Participation.objects.bulk_create(
        Participation(event=event, actor_id=actor, role=role, position=position)
        for position, (actor, role) in enumerate(state["actors"])
    )
    event.citations.all().delete()
    Citation.objects.bulk_create(
        Citation(
            event=event,
            passage_id=p["passage"],
            marks=p["marks"],
            origin_event_id=p["origin"],
            position=position,
        )
        for position, p in enumerate(state["passages"])
    )


def _lock_proposals(event: Event, state: State) -> None:
    """Proposals before events, as ``accept`` takes them: two decisions that cross cannot wait for each other."""
    touched = Proposal.objects.filter(Q(event=event) | Q(pk__in=state["proposals"]))
    list(touched.select_for_update().order_by("pk").values_list("pk"))


def _sync_proposals(event: Event, state: State, by) -> None:
    """Proposals that led to this state are accepted; those that no longer do (an undo) wait again."""
    wanted, held = set(state["proposals"]), set(event.proposals.values_list("pk", flat=True))
    for proposal in Proposal.objects.filter(pk__in=wanted ^ held):
        leaves = proposal.pk in held
        _claim(proposal, proposal.version, by, state=ProposalState.ACCEPTED if leaves else ProposalState.OPEN)
        _decide(proposal, state=ProposalState.OPEN if leaves else ProposalState.ACCEPTED, reason="",
                event=None if leaves else event)  # fmt: skip


def _claim(proposal: Proposal, version: int, by, *, state: str) -> None:
    """Compare and set: only one of two people who decide on the same version gets past this line."""
    claimed = Proposal.objects.filter(pk=proposal.pk, version=version, state=state).update(
        version=version + 1, decided_by=by, decided_at=timezone.now()
    )
    _require(claimed == 1, f"The proposal “{proposal}” was decided by somebody else in the meantime.", Conflict)
    proposal.refresh_from_db()


def _decide(proposal: Proposal, *, state: str, reason: str, event: Event | None) -> Proposal:
    proposal.state, proposal.reason, proposal.event = state, reason, event
    proposal.save(update_fields=["state", "reason", "event"])
    return proposal


def _require(holds: bool, message: str, error: type[CurationError] = CurationError) -> None:
    if not holds:
        raise error(message)
