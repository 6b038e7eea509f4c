"""What a typed reply to a question means. Never raises and never guesses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming, retelling, settling, weighing
from surveys.replies.around import (
    clauses,
    correcting,
    exactly,
    judging,
    lastword,
    misheard,
    steering,
    talking,
    unasked,
    wishing,
)
from surveys.replies.choices import (
    aliases,
    denials,
    endwise,
    plainly,
    ranged,
    ranges,
    remaining,
    solely,
    telltale,
    told_counts,
)
from surveys.replies.counts import (
    counting,
    ended,
    one_clause,
    pared,
    recounted,
    withheld,
)
from surveys.replies.either import circumstance, parting
from surveys.replies.scales import stray_points
from surveys.replies.text import english as english_words
from surveys.replies.text import hearing, listening, numbers, rewriting, wording, words
from surveys.replies.text.hearing import Part
from surveys.replies.text.listening import Said, Typed
from surveys.replies.weighing.heard import Hearing

MAX_CLOSED = 200  # no answer to a closed question is longer


_CHOSEN = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE5)
_NOT = "ไม่"
# Never so many of anything, whatever the options have for "or more".
_TELEPHONE = re.compile("0[0-9](?:[ -]?[0-9]){7,8}")


def understand(
    question: Question, reply: str, language: str, *, weigh: bool = True
) -> Understood:
    """What a typed reply to a question means. Never raises.

    Where no rule is sure, what speaks for each meaning is weighed, unless it must not
    be: `weigh` is False of a consent.
    """
    if (named := _by_name(question, reply, language)) is not None:
        return named
    if question.kind is not Kind.OPEN:
        if _TELEPHONE.fullmatch(plain_text.ascii_digits(reply).strip()):
            return NOT_UNDERSTOOD
        reply = wording.unranked(wording.by_weekday(reply))
        reply = endwise.less_outermost(question, reply)
        if question.kind is Kind.SINGLE and not talking.is_yes_or_no(question):
            reply = wording.turned_to(question, reply)
        if (place := _by_place_or_count(question, reply)) is not None:
            return place
        if unasked.is_misdirected(reply):
            return NOT_UNDERSTOOD
    if weigh and question.kind is Kind.NUMBER and len(reply) <= MAX_CLOSED:
        if (none := ended.told(question, reply)) is not None:
            return none
        reply = pared.told(question, reply)
    heard = Hearing(question, reply)
    found = _meant(question, reply, language, weigh=weigh, heard=heard)
    if not weigh or len(reply) > MAX_CLOSED:
        return found
    hear = partial(_meant, question, language=language, weigh=True)
    found = misheard.mended(question, reply, found)
    if question.kind is Kind.NUMBER and withheld.is_not_it(question, reply, found):
        return NOT_UNDERSTOOD
    found = denials.left(question, heard, found, hear)
    found = lastword.withheld(question, reply, found, hear)
    found = stray_points.withheld(question, reply, found, hear)
    return unasked.withheld(question, reply, found, hear)


def _by_name(question: Question, reply: str, language: str) -> Understood | None:
    """What a choice is called, and nothing else, is that choice, whatever is asked."""
    if question.kind not in _CHOSEN or len(reply) > MAX_CLOSED:
        return None
    known, said = naming.labelled(question, language), plain_text.plain(reply)
    index = known.get(said, known.get(words.without_polite(said)))
    if index is None or index == naming.UNCLEAR:
        return None
    return exactly.chosen(question, {index})


def _by_place_or_count(question: Question, reply: str) -> Understood | None:
    """ "ข้อ 2 จากล่าง", and "สอง" where the choices are counts told in words."""
    if question.kind not in _CHOSEN or len(reply) > MAX_CLOSED:
        return None
    places = endwise.place(question, reply)
    if places is None:
        places = told_counts.by_count(question, reply)
    return None if places is None else exactly.chosen(question, places)


def _meant(
    question: Question,
    reply: str,
    language: str,
    *,
    weigh: bool,
    heard: Hearing | None = None,
) -> Understood:
    if weigh and (first := settling.foremost(question, reply)) is not None:
        return first
    found = by_rules(question, reply, language)
    if not weigh:
        return _agreed_in_full(question, reply, language, found)
    if len(reply) > MAX_CLOSED:
        return found
    ears = _Ears(question, language, heard or Hearing(question, reply), {reply: found})
    hear = ears.hear
    if (better := plainly.corrected(question, reply, hear)) is not None:
        return better
    if plainly.is_unsaid(question, reply) or retelling.is_none(question, reply, hear):
        return NOT_UNDERSTOOD if found.is_answer else found
    if found.is_answer and not retelling.takes_back(reply):
        return settling.unsettled(question, reply, found)
    if found != NOT_UNDERSTOOD and not found.is_answer:
        if found.kind is Meaning.DONT_KNOW and naming.offers_ignorance(question):
            found = telltale.told(question, ears.heard) or found
        own = parting.of_wish(question, reply, found.kind)
        return own or retelling.no_wish(question, reply, found) or found
    return _told_otherwise(question, reply, language, found, ears)


@dataclass(frozen=True, eq=False)
class _Ears:
    """A reply and its pieces: many ask after the same piece, each is heard once."""

    question: Question
    language: str
    heard: Hearing  # the whole reply
    sure: dict[str, Understood]
    likely: dict[str, Understood] = field(default_factory=dict)

    def rules(self, piece: str) -> Understood:
        """What it means, where that is sure word for word."""
        found = self.sure.get(piece)
        if found is None:
            found = self.sure[piece] = by_rules(self.question, piece, self.language)
        return found

    def hear(self, piece: str) -> Understood:
        """What it means, also where that is only likely."""
        found = self.likely.get(piece)
        if found is None:
            found = self.likely[piece] = self._likely(piece)
        return found

    def _likely(self, piece: str) -> Understood:
        found = self.rules(piece)
        if found.is_answer:
            return found
        if named := aliases.meant(self.question, piece):
            return named
        is_whole = piece == self.heard.reply
        heard = self.heard if is_whole else Hearing(self.question, piece)
        return _weighed(self.question, heard, self.language)


def _agreed_in_full(
    question: Question, reply: str, language: str, found: Understood
) -> Understood:
    """What was found, but a "yes" among words that no rule knows is none: "ได้ข่าวว่า",
    "ถูกบังคับให้ยินยอม", "ใช่ ปีหน้า"."""
    if found.value != "yes" or exactly.meaning(question, reply, language) == found:
        return found
    return NOT_UNDERSTOOD


def _told_otherwise(
    question: Question, reply: str, language: str, found: Understood, ears: _Ears
) -> Understood:
    """What its clauses come to, or it means in other words, or is likely enough."""
    rules = ears.rules
    if found == NOT_UNDERSTOOD or talking.is_yes_or_no(question):
        if rewriting.is_tens(question, reply):
            return NOT_UNDERSTOOD
        settled = settling.settled(question, reply, rules)
        if settled != NOT_UNDERSTOOD:
            return settled
    retold = retelling.meant(question, reply, rules, ears.hear)
    if retold:
        return NOT_UNDERSTOOD if settling.ends_asking(reply) else retold
    if found.is_answer:
        return settling.unsettled(question, reply, found)
    if question.kind is Kind.NUMBER and found == NOT_UNDERSTOOD:

        def count_of(piece: str) -> Understood:
            sure = rules(piece)
            return sure if sure.is_answer else settling.settled(question, piece, rules)

        if (count := one_clause.told(question, reply, count_of)) is not None:
            return count
    if (plain := plainly.told(question, reply, rules)) is not None:
        return NOT_UNDERSTOOD if settling.ends_asking(reply) else plain
    found = _weighed(question, ears.heard, language)
    if found != NOT_UNDERSTOOD:
        return found
    return (
        ranged.told(question, reply)
        or remaining.left(question, ears.heard)
        or solely.told(question, reply)
        or telltale.told(question, ears.heard)
        or NOT_UNDERSTOOD
    )


def _weighed(question: Question, heard: Hearing, language: str) -> Understood:
    reply = heard.reply
    if not may_weigh(question, reply, language):
        return NOT_UNDERSTOOD
    found = weighing.weighed(question, heard)
    if not found.is_answer:
        return exactly.allowed(question, found.kind)
    return (
        NOT_UNDERSTOOD
        if settling.ends_asking(reply)
        else settling.unsettled(question, reply, found)
    )


def may_weigh(question: Question, reply: str, language: str) -> bool:
    """Whether a reply that no rule is sure of may be weighed.

    Not where every word of it is one the rules know: they saw that it is no answer.
    """
    is_one = question.kind in (Kind.SINGLE, Kind.SCALE5, Kind.NUMBER)
    is_one = is_one and not question.own_numbers  # "2" is then one of the labels
    if not is_one or len(reply) > MAX_CLOSED or rewriting.is_tens(question, reply):
        return False
    if ranges.of_other_period(question, reply):
        return False
    if question.kind is Kind.NUMBER and recounted.is_doubtful(reply):
        return False
    return not hearing.is_all_known(question, reply, language)


def by_rules(question: Question, reply: str, language: str) -> Understood:
    """What a typed reply means, where the rules are sure of it. Never guesses.

    First the whole reply has to be made of known words, the longest first. Where it
    is not, one clear answer is heard among other words, if none of them turns it
    round, asks, doubts, or speaks for somebody else. Words of all three languages
    count; `language` decides only where one word is a choice in two of them.
    """
    if question.kind is Kind.OPEN:
        return _understand_open(question, reply, language)
    found = _understand_closed(question, reply, language)
    return NOT_UNDERSTOOD if found.is_answer and settling.ends_asking(reply) else found


def _understand_closed(question: Question, reply: str, language: str) -> Understood:
    if len(reply) > MAX_CLOSED or rewriting.is_tens(question, reply):
        return NOT_UNDERSTOOD
    reply = rewriting.rewritten(question, reply)
    whole = exactly.meaning(question, reply, language)
    if whole is not None and whole != NOT_UNDERSTOOD:
        return whole
    typed = listening.typed(reply)
    if talking.is_yes_or_no(question):
        said_so = _of_yes_or_no(question, typed, reply)
        if said_so is not None:
            return said_so
    control = wishing.control(typed.text.rstrip("?")) if whole is None else None
    control = control or wishing.of_the_asked(typed.text)
    said = None
    if control is not None:
        said = listening.parted(question, typed, language)
        if not _names_a_choice(said, len(typed.text)):
            return exactly.allowed(question, Meaning(control))
    found = _in_range(question, typed, language)
    found = found or _corrected(question, typed, language)
    if found or whole:
        return found or whole or NOT_UNDERSTOOD
    said = said or listening.parted(question, typed, language)
    found = _roughly(question, typed, language, said)
    if found != NOT_UNDERSTOOD:
        return found
    return _by_clause(question, typed, language, said)


def _of_yes_or_no(question: Question, typed: Typed, reply: str) -> Understood | None:
    """ "ไม่เคยมีใครชวน", and "ไม่รู้" where it is asked if a thing is known."""
    asked, text = naming.asked(question), wishing.bare(typed.text)
    no = 1 - judging.yes(question) if len(question.choices) == 2 else None
    if no is None:
        return None
    if (english := english_words.said(asked, reply)) is not None:
        return from_choice(question, no if english == "no" else 1 - no)
    if any(cut < len(text) for cut in typed.hard):
        return None
    if circumstance.knows_not(asked, text) or circumstance.says_never(asked, text):
        return from_choice(question, no)
    return None


def _names_a_choice(said: Sequence[Said], size: int) -> bool:
    """Whether most of what sounds like a wish is the question's own word."""
    return any(
        each.token.part in (Part.CHOICE, Part.UNCLEAR)
        and 2 * len(each.token.text) > size
        for each in said
    )


def _corrected(question: Question, typed: Typed, language: str) -> Understood | None:
    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    return correcting.corrected(typed, meant)


def _by_clause(
    question: Question, typed: Typed, language: str, said: list[Said]
) -> Understood:
    """What one clause answers, where the reply as a whole does not."""

    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    control = clauses.control(typed.text, said)
    if control is not None:
        return exactly.allowed(question, Meaning(control))
    return clauses.settled(question, said, meant) or NOT_UNDERSTOOD


def _part_meant(question: Question, part: Typed, language: str) -> Understood:
    whole = exactly.meaning(question, part.text, language)
    return whole or _roughly(question, part, language)


def _in_range(question: Question, typed: Typed, language: str) -> Understood | None:
    """A number with its unit, or one that is no place, where the choices are ranges."""
    digits = re.search("[0-9]+", typed.text)
    if (
        not (digits or numbers.THAI.search(typed.text))
        or question.kind is not Kind.SINGLE
        or ranges.place(question, 1e6) is None
        or ranges.of_other_unit(question, typed.text)
        or ranges.of_other_period(question, typed.text)
    ):
        return None
    if (index := ranges.some_over(question, typed.text)) is not None:
        return from_choice(question, index)
    counted = _roughly(ranges.counted(question), typed, language)
    if counted.kind is not Meaning.ANSWER or not isinstance(counted.value, int):
        return None
    is_place = (
        digits
        and not question.own_numbers
        and digits[0] == wishing.bare(typed.text)
        and counted.value <= len(question.choices)
    )
    index = None if is_place else ranges.place(question, counted.value)
    return None if index is None else from_choice(question, index)


def _understand_open(question: Question, reply: str, language: str) -> Understood:
    """Free text, unless the whole of it is one control word, politely said or not."""
    text = plain_text.kept(reply)
    tokens = None
    if len(text) <= MAX_CLOSED:
        tokens = hearing.take_apart(question, text, language)
    if tokens and any(token.part is Part.CONTROL for token in tokens):
        return exactly.control(question, tokens) or NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, text) if text else NOT_UNDERSTOOD


def _roughly(
    question: Question, typed: Typed, language: str, said: list[Said] | None = None
) -> Understood:
    """One clear answer among other words; then the same with misspellings forgiven.

    `said` is the reply already taken apart.
    """
    said = said or listening.parted(question, typed, language)
    found = _judged(question, typed, said)
    parts = {each.token.part for each in said}
    labels = naming.together(question)  # "ค่อนข้าง" is one of their own words
    final = {each.token.part for each in said if each.token.text not in labels}
    may_be_misspelt = Part.UNKNOWN in parts and not final & (
        steering.FINAL - {Part.UNCLEAR}
    )
    denies_twice = any(
        each.token.part is Part.UNCLEAR and each.token.text.count(_NOT) > 1
        for each in said
    )
    if found is None and may_be_misspelt and not denies_twice:
        typed, said = listening.forgiving(question, typed, language)
        found = _judged(question, typed, said)
    return found or NOT_UNDERSTOOD


def _judged(question: Question, typed: Typed, said: list[Said]) -> Understood | None:
    control = steering.control(said)
    if control is not None:
        return exactly.allowed(question, Meaning(control))
    if question.kind is Kind.NUMBER:
        number = counting.count(question, said)
        return None if number is None else Understood(Meaning.ANSWER, number)
    if question.kind not in _CHOSEN:
        return None
    indexes = judging.choices(question, typed, said)
    found = exactly.chosen(question, indexes) if indexes else NOT_UNDERSTOOD
    return found if found.kind is Meaning.ANSWER else None
