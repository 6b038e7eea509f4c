"""Whether a reply is a wish, not an answer: to skip, stop, go back; or ignorance."""

from collections.abc import Sequence

from surveys.replies.text import words
from surveys.replies.text.hearing import NUMERIC, Part
from surveys.replies.text.listening import Said

# With one of these a reply is no answer, however the rest of it is spelt.
FINAL = frozenset(
    (
        *(Part.ASK, Part.SARCASM, Part.UNCLEAR, Part.CONTRAST),
        *(Part.HEDGE, Part.BOUND, Part.OTHERS),
    )
)
EMPTY = frozenset((Part.FILLER, Part.POLITE, Part.LAUGHTER))
_REASONS = words.listed(words.LISTS["reasons"])
_MAY = words.listed("ได้ไหม ได้มั้ย ไหม มั้ย ? ได้ไหมคะ")
_WHETHER = words.listed(
    "ว่า จะ เลย if whether what how why which when where who about the that much many"
)


def control(said: Sequence[Said]) -> str | None:
    """Skip, dont_know, stop or back, where the reply is that and no answer."""
    found = [i for i, each in enumerate(said) if each.token.part is Part.CONTROL]
    if not found:
        return None
    if _ends_unknowing(said) or _knows_not_whether(said, found[0]):
        return "dont_know"
    parts = {each.token.part for each in said}
    asks = {each.token.text for each in said if each.token.part is Part.ASK}
    alone = [i for i in found if stands_alone(said, i)]
    if _wants_out(said, alone):
        return said[alone[0]].token.control
    if parts & (NUMERIC | _NO_CONTROL) or not asks <= _MAY:
        return None
    names = {said[i].token.control for i in alone or found}
    if len(names) > 1:
        names.discard("dont_know")
    if len(names) > 1 or (asks and "dont_know" in names):
        return None
    is_sure = alone or ("dont_know" in names and _starts(said, found[0], parts))
    return names.pop() if is_sure else None


def _wants_out(said: Sequence[Said], alone: Sequence[int]) -> bool:
    """ "พอก่อนนะ ไปหุงข้าว": first to stop, politely, and then the reason."""
    if not alone or said[alone[0]].token.control not in ("stop", "skip"):
        return False
    first = said[alone[0]].token
    if first.text in _REASONS and any(each.token.part is Part.CHOICE for each in said):
        return False  # "ไม่ว่างค่ะ ไม่สนใจ"
    before, after = phrase(said, alone[0])
    is_first = alone[0] == len(before)
    return is_first and any(each.token.part is Part.POLITE for each in after)


_NO_CONTROL = frozenset((Part.CHOICE, Part.UNCLEAR, Part.SARCASM, Part.CONTRAST))


def _starts(said: Sequence[Said], place: int, parts: set[Part]) -> bool:
    """Whether "don't know" comes first, whatever it is that is not known."""
    leads = {each.token.part for each in said[:place]}
    return leads <= EMPTY | {Part.ECHO, Part.NEUTRAL, Part.AROUND} and not parts & FINAL


def _knows_not_whether(said: Sequence[Said], place: int) -> bool:
    rest = said[place + 1 : place + 2]
    is_first = {each.token.part for each in said[:place]} <= EMPTY
    knows_not = is_first and said[place].token.control == "dont_know"
    return knows_not and bool(rest) and rest[0].token.text in _WHETHER


def _ends_unknowing(said: Sequence[Said]) -> bool:
    """ "เคยหรือเปล่าลืมแล้ว": what is asked or guessed first, and then not known."""
    kept = [each.token for each in said if each.token.part not in EMPTY]
    is_last = kept[-1].control == "dont_know"
    return is_last and bool({token.part for token in kept} & {Part.ASK, Part.HEDGE})


def stands_alone(said: Sequence[Said], place: int) -> bool:
    """Whether the phrase of a wish to stop or go on holds nothing else."""
    before, after = phrase(said, place)
    allowed = EMPTY | {Part.STRONG, Part.CONTROL, Part.ASK}
    # "จำไม่ได้แล้วหลานเอ๊ย": whom it is said to.
    said_to = allowed | {Part.OTHERS}
    return all(each.token.part in allowed for each in before) and all(
        each.token.part in said_to for each in after
    )


def first_phrase(said: Sequence[Said]) -> int:
    """How many words the first phrase has."""
    ends = (place for place, each in enumerate(said, 1) if each.ends)
    return next(ends, len(said))


def phrase(said: Sequence[Said], place: int) -> tuple[list[Said], list[Said]]:
    """What stands in the same phrase before a word, and after it."""
    start = place
    while start and not said[start - 1].ends:
        start -= 1
    end = place
    while end + 1 < len(said) and not said[end].ends:
        end += 1
    return list(said[start:place]), list(said[place + 1 : end + 1])
