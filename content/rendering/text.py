"""Measuring, cutting and cleaning text, in the units the platforms count in.

LINE and Telegram count texts in UTF-16 units, LINE's labels count in grapheme
clusters, Telegram's button data in bytes; a Thai syllable is several of each.
"""

import unicodedata
from collections.abc import Callable, Iterator

import regex

Measure = Callable[[str], int]

CLUSTER = regex.compile(r"\X")
CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SURROGATE = regex.compile(r"[\ud800-\udfff]")
ASTRAL = regex.compile(r"[\U00010000-\U0010ffff]")
BREAKS = ("\n\n", "\n", " ")  # where a long text is best cut, best first
BLANKS = frozenset({" ", "\n", "\t"})
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
ELLIPSIS = "…"
# They make one cluster of two letters: Burmese virama, the joiner of emoji.
JOINERS = str.maketrans("", "", "\u1039\u200d")
LONGEST_CLUSTER = 16  # characters in one letter that a reader would still read


def utf16(text: str) -> int:
    """UTF-16 code units: an emoji is two, a Thai letter or mark is one."""
    return len(text) + len(ASTRAL.findall(text))


def graphemes(text: str) -> int:
    """What a reader calls a letter: `น้ำ` is one."""
    return sum(1 for _ in CLUSTER.finditer(text))


def letters(text: str) -> int:
    """Grapheme clusters, as LINE counts labels; what is joined counts singly.

    Whether it is one cluster depends on how new LINE's tables are, and for one letter
    too many it refuses the whole reply.
    https://developers.line.biz/en/docs/messaging-api/text-character-count/
    """
    return graphemes(text.translate(JOINERS))


def utf8(text: str) -> int:
    """Bytes: a Thai letter or mark is three."""
    return len(text.encode("utf-8", "surrogatepass"))


def clean(text: str) -> str:
    """The text without what no platform takes: control characters, lone surrogates."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return str(SURROGATE.sub("\ufffd", CONTROL.sub("", lines))).strip()


def one_line(text: str) -> str:
    """The text for a button or a title: no line breaks, single spaces."""
    return " ".join(clean(text).split())


def blank(text: str) -> bool:
    """Whether there is nothing to see: platforms refuse such a text."""
    return all(unicodedata.category(character) in INVISIBLE for character in text)


def shorten(text: str, limit: int, measure: Measure = utf16) -> str:
    """The text, ended by an ellipsis where it measures more than `limit`.

    A cluster is never cut.
    """
    # The beginning is enough to know, and a huge text is not measured whole.
    begun = text[: limit * LONGEST_CLUSTER]
    if begun == text and measure(text) <= limit:
        return text
    kept, room = [], limit - measure(ELLIPSIS)
    for cluster in _clusters(begun):
        room -= measure(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ELLIPSIS


def split(text: str, limit: int) -> Iterator[str]:
    """The text in pieces of at most `limit` UTF-16 units, none of them blank.

    Cut at a paragraph, else a line, else a space, else between clusters: Thai
    writes no spaces between words. Blanks at a cut are dropped. Cut as the pieces
    are asked for, so that nobody waits for those that are not sent.
    """
    start = 0
    while start < len(text):
        if len(text) - start <= limit and utf16(text[start:]) <= limit:
            end = len(text)
        else:
            end = _best_break(text, start, *_reach(text, start, limit))
        piece = text[start:end]
        if not blank(piece):
            yield piece
        start = _past_blanks(text, end)


def _clusters(text: str, start: int = 0) -> Iterator[str]:
    return (found.group() for found in CLUSTER.finditer(text, start))


def _reach(text: str, start: int, limit: int) -> tuple[int, set[int]]:
    """How far `limit` units reach, and the cluster boundaries on the way."""
    end, used, bounds = start, 0, {start}
    for cluster in _clusters(text, start):
        used += 1 if len(cluster) == 1 and cluster <= "\uffff" else utf16(cluster)
        if used > limit:
            break
        end += len(cluster)
        bounds.add(end)
    if end == start:  # one cluster larger than a whole message
        end = start + max(1, limit // 2)
    return end, bounds


def _best_break(text: str, start: int, end: int, bounds: set[int]) -> int:
    if end == len(text):
        return end
    # A break in the first third would leave a piece with hardly anything in it.
    earliest = start + (end - start) // 3
    for separator in BREAKS:
        at = text.rfind(separator, earliest, end)
        while at > start:
            # A mark may sit on a space: the two are one cluster then.
            if at in bounds and at + len(separator) in bounds:
                return at
            at = text.rfind(separator, earliest, at)
    return end


def _past_blanks(text: str, start: int) -> int:
    for cluster in _clusters(text, start):
        if cluster not in BLANKS:
            break
        start += len(cluster)
    return start
