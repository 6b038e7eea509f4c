"""What a typed reply to a question means. Never raises and never guesses."""

import re
from dataclasses import dataclass, field
from functools import partial

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.question import Kind, Question
from surveys.replies import (
    doubts,
    foremost,
    naming,
    retelling,
    settling,
    unsettling,
    weighing,
)
from surveys.replies.around import (
    asking,
    exactly,
    lastword,
    misheard,
    talking,
    unasked,
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
    ended,
    one_clause,
    pared,
    recounted,
    withheld,
)
from surveys.replies.either import parting
from surveys.replies.ruling import CHOSEN, MAX_CLOSED, by_rules
from surveys.replies.scales import stray_points
from surveys.replies.text import (
    hearing,
    rewriting,
    wording,
    words,
)
from surveys.replies.weighing.heard import Hearing

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
    found = _understood(question, reply, language, weigh=weigh)
    if not weigh or len(reply) > MAX_CLOSED:
        return found
    return doubts.doubted(question, reply, found)


def _understood(
    question: Question, reply: str, language: str, *, weigh: bool
) -> Understood:
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
    if question.kind not in CHOSEN or len(reply) > MAX_CLOSED:
        return None
    known, said = naming.labelled(question, language), plain_text.plain(reply)
    index = known.get(said, known.get(words.without_polite(said)))
    if index is None or index == naming.UNCLEAR:
        return None
    return exactly.chosen(question, {index})


def _by_place_or_count(question: Question, reply: str) -> Understood | None:
    """ "ข้อ 2 จากล่าง", and "สอง" where the choices are counts told in words."""
    if question.kind not in CHOSEN or len(reply) > MAX_CLOSED:
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
    if weigh and (first := foremost.told(question, reply)) is not None:
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
        return unsettling.unsettled(question, reply, found)
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
        return NOT_UNDERSTOOD if asking.ends_asking(reply) else retold
    if found.is_answer:
        return unsettling.unsettled(question, reply, found)
    if question.kind is Kind.NUMBER and found == NOT_UNDERSTOOD:

        def count_of(piece: str) -> Understood:
            sure = rules(piece)
            return sure if sure.is_answer else settling.settled(question, piece, rules)

        if (count := one_clause.told(question, reply, count_of)) is not None:
            return count
    if (plain := plainly.told(question, reply, rules)) is not None:
        return NOT_UNDERSTOOD if asking.ends_asking(reply) else plain
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
        if asking.ends_asking(reply)
        else unsettling.unsettled(question, reply, found)
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
