"""How dense is the record over time? The geometry of the chart that the server draws as SVG.

Every dated event stands once, in the month of its sort day. Cooperation and words rise above the
line, policy and conflict hang below it. Lengths are in units of the chart's own box, ``0 0 WIDTH HEIGHT``.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.edtf import LAST_YEAR, MONTHS, words
from timeline.bitmaps import Month
from timeline.formatting import listed
from timeline.kinds import Tone
from timeline.paging import page_of
from timeline.selection import Selection

WIDTH, HEIGHT = 1000.0, 100.0
MARGIN = 4.0  # above and below, where segments of the least height may exceed the scale
LEAST = 2.0  # a segment of one event must still be seen beside one of a thousand
GAP = 0.12  # of a bar's room
WIDEST = 30.0  # a bar of few stands in the middle of its room: it tells how many, not for how long
MAX_TICKS = 12
TICK_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)

# From the line outwards.
ABOVE = (Tone.COOPERATION.value, Tone.WORDS.value)
BELOW = (Tone.POLICY.value, Tone.CONFLICT.value)
# Months in a bar and the number of bars up to which it is drawn; what is left is drawn by decades.
UNITS = ((1, 48), (3, 60), (12, 120))
DECADE = 120  # months

Counts = Mapping[tuple[Month, str], int]
Link = Callable[[date, date], str]


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar that one tone takes."""

    tone: str
    y: float
    height: float
    count: int

    @property
    def words(self) -> str:
        """``conflict 2``."""
        return f"{self.tone} {self.count:,}"


@dataclass(frozen=True, slots=True)
class Bar:
    """The events of one span of time; ``query`` narrows the selection to it."""

    first_day: date
    last_day: date
    x: float
    width: float
    segments: list[Segment]
    name: str
    query: str

    @property
    def count(self) -> int:
        return sum(segment.count for segment in self.segments)

    @property
    def label(self) -> str:
        """``March 2024: conflict 2, words 1``."""
        most_first = sorted(self.segments, key=lambda segment: -segment.count)
        return f"{self.name}: {', '.join(segment.words for segment in most_first)}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis with its text."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that hold an event, in order of time, on an axis of whole bars; the period may begin and end inside one.

    ``undated`` and ``outside`` count the events in no bar: those without a date, and those that reach into the
    period but begin or end outside it. ``undated_query`` asks for the page of the list where the former begin.
    """

    axis: tuple[date, date] | None
    first_day: date | None
    last_day: date | None
    bars: list[Bar]
    ticks: list[Tick]
    baseline: float
    undated: int
    outside: int
    undated_query: str = ""
    width: float = WIDTH
    height: float = HEIGHT

    @property
    def notes(self) -> str:
        """What the chart leaves out, in words; empty if nothing."""
        parts = [(self.undated, "without a known date"), (self.outside, "that begin before or end after the period")]
        said = listed([f"{count:,} {what}" for count, what in parts if count])
        return f"Not drawn: {said}." if said else ""


def chart(selection: Selection) -> Chart:
    """The chart of a selection, over its period or, where that is open, over the dates that it has."""
    events = selection.bitmap
    counts = {place: (events & having).bit_count() for place, having in selection.columns.months.items()}
    drawn = draw(
        {place: count for place, count in counts.items() if count},
        first_day=selection.from_day,
        last_day=selection.to_day,
        link=lambda first, last: selection.query(from_day=first, to_day=last),
    )
    return replace(drawn, undated_query=selection.query(page=page_of(len(selection.ids) - drawn.undated)))


def draw(counts: Counts, *, first_day: date | None, last_day: date | None, link: Link) -> Chart:
    """The geometry for numbers of events by ``((year, month), tone)``; the month is None where it is not known."""
    undated = sum(count for (month, _), count in counts.items() if month is None)
    ends = _ends(sorted(month for month, _ in counts if month), first_day, last_day)
    if ends is None:
        return Chart(None, first_day, last_day, [], [], HEIGHT / 2, undated, 0)
    axis = _axis(*ends)
    by_bar = _by_bar(counts, axis)
    period = (first_day or axis.first_day, last_day or min(axis.last_day, date(LAST_YEAR, 12, 31)))
    bars = _Bars(axis, _scale(by_bar), *period, link)
    drawn = sum(sum(tones.values()) for tones in by_bar.values())
    return Chart(
        axis=(axis.first_day, axis.last_day),
        first_day=bars.first_day,
        last_day=bars.last_day,
        bars=[bars.bar(place, tones) for place, tones in sorted(by_bar.items())],
        ticks=list(_ticks(axis)),
        baseline=round(bars.scale.baseline, 2),
        undated=undated,
        outside=sum(counts.values()) - undated - drawn,
    )


# --- across: months are counted from the year 0, so that bars are whole divisions of them -------------


@dataclass(frozen=True, slots=True)
class _Axis:
    """``number`` bars of ``size`` months each, from the month ``start`` on."""

    start: int
    size: int
    number: int

    @property
    def first_day(self) -> date:
        return _first_day_of(self.start)

    @property
    def last_day(self) -> date:
        """That of a decade may lie past the years that dates may have."""
        return _last_day_before(self.start + self.size * self.number)


def _ends(months: list[tuple[int, int]], first_day: date | None, last_day: date | None) -> tuple[int, int] | None:
    """The first and last month to draw: the period's, or where it is open the data's; None without any event."""
    if not months:
        return None
    first = _index(first_day.year, first_day.month) if first_day else _index(*months[0])
    last = _index(last_day.year, last_day.month) if last_day else _index(*months[-1])
    if first > last:  # all that there is lies beyond the end that is given
        return (first, first) if first_day else (last, last)
    return first, last


def _axis(first: int, last: int) -> _Axis:
    size = next((size for size, most in UNITS if (last - first) // size < most), DECADE)
    start = first - first % size
    return _Axis(start, size, (last - start) // size + 1)


def _index(year: int, month: int) -> int:
    return year * 12 + month - 1


def _first_day_of(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def _last_day_before(index: int) -> date:
    return _first_day_of(index) - timedelta(days=1)


def _by_bar(counts: Counts, axis: _Axis) -> dict[int, Counter[str]]:
    """The number of events by tone of each bar that has any, by its place from 0."""
    by_bar: dict[int, Counter[str]] = defaultdict(Counter)
    for (month, tone), count in counts.items():
        place = (_index(*month) - axis.start) // axis.size if month else -1
        if 0 <= place < axis.number:
            by_bar[place][tone] += count
    return by_bar


def _ticks(axis: _Axis) -> Iterator[Tick]:
    """Marks at round months or years: ``2024``, and between years ``Apr``."""
    months = axis.size * axis.number
    step = next(step for step in TICK_MONTHS if months <= step * MAX_TICKS)
    for index in range(axis.start + -axis.start % step, axis.start + months, step):
        text = f"{index // 12}" if index % 12 == 0 else MONTHS[index % 12][:3]
        yield Tick(round((index - axis.start) / months * WIDTH, 2), text)


# --- up and down -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the line lies, and the height of one event."""

    baseline: float
    height: float


def _scale(by_bar: Mapping[int, Counter[str]]) -> _Scale:
    """The scale by which the highest and the deepest bar fill the chart."""
    top, bottom = (
        max((sum(tones[tone] for tone in side) for tones in by_bar.values()), default=0) for side in (ABOVE, BELOW)
    )
    height = (HEIGHT - 2 * MARGIN) / max(1, top + bottom)
    return _Scale(MARGIN + top * height if top + bottom else HEIGHT / 2, height)


@dataclass(frozen=True, slots=True)
class _Bars:
    """All that a bar needs to know of its chart."""

    axis: _Axis
    scale: _Scale
    first_day: date
    last_day: date
    link: Link

    def bar(self, place: int, tones: Counter[str]) -> Bar:
        """The bar at this place; its days do not reach out of the period that was chosen."""
        start, room = self.axis.start + place * self.axis.size, WIDTH / self.axis.number
        width = min(WIDEST, (1 - GAP) * room)
        first = max(_first_day_of(start), self.first_day)
        last = min(_last_day_before(start + self.axis.size), self.last_day)
        return Bar(
            first_day=first,
            last_day=last,
            x=round((place + 0.5) * room - width / 2, 2),
            width=round(width, 2),
            segments=[*self._segments(ABOVE, tones, up=True), *self._segments(BELOW, tones, up=False)],
            name=_name(start, self.axis.size),
            query=self.link(first, last),
        )

    def _segments(self, side: tuple[str, ...], tones: Counter[str], *, up: bool) -> Iterator[Segment]:
        edge = self.scale.baseline
        for tone in (tone for tone in side if tones[tone]):
            height = max(LEAST, tones[tone] * self.scale.height)
            top = edge - height if up else edge
            yield Segment(tone, round(top, 2), round(height, 2), tones[tone])
            edge = top if up else edge + height


def _name(start: int, size: int) -> str:
    """``March 2024``, ``third quarter of 2015``, ``2015``, ``1990s``."""
    year, month = divmod(start, 12)
    if size == DECADE:
        return f"{year}s"
    dates = {1: f"{year}-{month + 1:02}", 3: f"{year}-{33 + month // 3}", 12: f"{year}"}
    return words(dates[size])
