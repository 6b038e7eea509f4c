"""One row of counts as it may be published: no number of 1 to 4 people follows from it.

Small counts become "<5", and further ones are hidden until neither what is hidden nor
several such counts together can be worked out from the rest and the total. What is
told of hidden counts is taken to be known: "<5" is 1 to 4, any other 5 or more.

What this does not see: figures of the same answers, and other tables of them. Those
are held against each other in `surveys.telling`.
"""

from collections.abc import Collection, Sequence

from surveys.estimate import exposure
from surveys.estimate.exposure import Either, Many
from surveys.estimate.hiding import LEAST, Mark
from surveys.estimate.proportion import MIN_N

__all__ = ["LEAST", "Mark", "publish"]


def publish(counts: Sequence[int]) -> tuple[int | Mark, ...] | None:
    """The counts, or what stands in their place; their total is told with them.

    None: fewer than thirty people are in them, or nothing is left to hide a few
    behind. Raises ValueError for a negative count.
    """
    if any(count < 0 for count in counts):
        raise ValueError("a count is not negative")
    if sum(counts) < MIN_N:
        return None
    hidden = _hidden(counts)
    if hidden is None:
        return None
    return tuple(
        _mark(count) if at in hidden else count for at, count in enumerate(counts)
    )


def _hidden(counts: Sequence[int]) -> set[int] | None:
    """Which are hidden; None: not even all of them would be enough."""
    hidden = {at for at, count in enumerate(counts) if 0 < count < LEAST}
    beside: list[int] = []
    # The smallest goes next: least is lost with it.
    left = sorted((count, at) for at, count in enumerate(counts) if count >= LEAST)
    while _exposes(counts, hidden):
        if not left:
            return None
        beside.append(left.pop(0)[1])
        hidden.add(beside[-1])
    for at in beside:
        # A later one may have made it needless.
        if not _exposes(counts, hidden - {at}):
            hidden.remove(at)
    return hidden


def _exposes(counts: Sequence[int], hidden: Collection[int]) -> bool:
    """Whether a few people's number follows from the sum of what is hidden, which the
    total and the rest give, and from the marks."""
    sizes = [counts[at] for at in hidden]
    told = [
        Either(frozenset({at}), frozenset()) if size < LEAST else Many(frozenset({at}))
        for at, size in enumerate(sizes)
    ]
    return bool(sizes) and exposure.exposes(sizes, [[1] * len(sizes)], told)


def _mark(count: int) -> Mark:
    return Mark.SMALL if count < LEAST else Mark.HIDDEN
