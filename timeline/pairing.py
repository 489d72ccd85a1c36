"""Which of two readings of a document speak of the same event? Pairs them one to one, the likeliest first."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")
Span = tuple[int, int]


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The best share of the shorter passage that two lists of spans have in common, 0 to 1.

    As in docs/codebook.md, section 8: half of the shorter and a quarter of the longer one at least, else 0.
    """
    return max((_share(a, b) for a in one for b in other), default=0.0)


def _share(a: Span, b: Span) -> float:
    shorter, longer = sorted((a[1] - a[0], b[1] - b[0]))
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / shorter if common >= shorter / 2 and common >= longer / 4 else 0.0


def pair(
    left: Sequence[Left], right: Sequence[Right], likeness: Callable[[Left, Right], tuple[Any, ...] | None]
) -> list[tuple[Left, Right]]:
    """One-to-one pairs in the order of ``likeness`` (greatest first; None: never a pair).

    Equal likeness falls to what stands earlier, so the same input gives the same pairs.
    """
    scored = [
        (score, -i, -j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (score := likeness(one, other))
    ]
    pairs: list[tuple[Left, Right]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[-i], right[-j]))
    return pairs
