"""From how few people on a count is hidden, and what stands in its place."""

from enum import StrEnum

LEAST = 5  # people; a cell with fewer, but not none, is hidden


class Mark(StrEnum):
    """What stands in a cell instead of its count."""

    SMALL = "<5"
    HIDDEN = "-"  # 5 or more, hidden for the sake of another cell
