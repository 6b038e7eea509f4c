"""What looks odd about a response. A flag removes nothing: people decide.

Speed: below half of the median of those who finished, once a hundred have, or faster
than the words can be read (C. Zhang and F. G. Conrad, Survey Research Methods 8 (2014),
127-135, take 300 ms a word). Idle time is no time spent on the survey.
"""

import hashlib
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from surveys.definition import WORD_MS, Survey, count_words
from surveys.question import LANGUAGES, Kind, Question

IDLE = timedelta(minutes=10)
MEDIAN_FROM = 100  # responses, before the median says anything
OF_MEDIAN = 0.5
BATTERY = 5  # questions of a group on one scale
ALIKE_WITHIN = timedelta(minutes=60)
# With fewer answers two people give the same ones by chance.
ALIKE_FROM = 5
ANY_ENTERED = "entered"
BURST_WITHIN = timedelta(minutes=10)
BURST_TIMES = 5
# A village meeting scans one code together; so few are no burst.
BURST_FROM = 20


class Flag(StrEnum):
    """What looks odd, by itself no reason to leave a response out."""

    SPEEDING = "speeding"
    STRAIGHT_LINING = "straight_lining"
    DUPLICATE = "duplicate"
    BURST = "burst"
    SAME_ADDRESS = "same_address"  # many browsers behind one network address


# What is worked out from the records of a whole wave; the rest is noted as it happens.
WORKED_OUT = frozenset(Flag) - {Flag.SAME_ADDRESS}
# Where whoever answers has the questions before their eyes, one after the other.
READ_THEMSELVES = frozenset({"line", "telegram", "web", "terminal"})


class Given(NamedTuple):
    """One answer: the value as it is recorded (None: skipped, or not known)."""

    question: str
    value: object
    at: datetime


@dataclass(frozen=True)
class Trace:
    """What one complete response leaves to look at."""

    id: str
    language: str
    mode: str
    source: str | None
    started_at: datetime
    completed_at: datetime
    given: tuple[Given, ...]


class Entered(NamedTuple):
    """What is known of a form beside its answers."""

    language: str
    mode: str
    source: str | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a response while the others are looked at."""

    id: str
    seconds: float | None
    slow_enough: bool
    straight: bool
    alike: bytes | None
    """The same for those who give the same answers; None: they gave too few."""
    entered: Entered | None
    """By which the entries of an officer are told apart; None: they answered by
    themselves."""
    source: str | None
    started_at: datetime
    completed_at: datetime


class Begun(NamedTuple):
    """A response begun by a link and not finished: it is one of a burst too."""

    source: str
    started_at: datetime


def flags(
    survey: Survey, traces: Iterable[Trace], begun: Iterable[Begun] = ()
) -> dict[str, list[str]]:
    """The flags of each response that has any, by its id, in alphabetical order."""
    batteries, read_ms = _batteries(survey), _read_ms(survey)
    seen = [_look(survey, batteries, read_ms, trace) for trace in traces]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for flag, ids in (
        (Flag.BURST, _bursts(seen, begun)),
        (Flag.DUPLICATE, _alike(seen)),
        (Flag.SPEEDING, _too_fast(seen)),
        (Flag.STRAIGHT_LINING, (each.id for each in seen if each.straight)),
    ):
        for id_ in ids:
            found[id_].append(flag.value)
    return dict(found)


def seconds_spent(trace: Trace) -> float:
    """Seconds from the start to the last answer, pauses longer than ten minutes left
    out whole."""
    moments = [trace.started_at, *sorted(given.at for given in trace.given)]
    gaps = (late - early for early, late in pairwise(moments))
    return sum((gap.total_seconds() for gap in gaps if gap <= IDLE), 0.0)


def _read_ms(survey: Survey) -> dict[tuple[str, str], int]:
    """How long reading a question takes at the least, by question and language."""
    return {
        (question.key, language): _words(question, language) * WORD_MS
        for question in survey.questions
        for language in LANGUAGES
    }


def _look(
    survey: Survey,
    batteries: Sequence[frozenset[str]],
    read_ms: Mapping[tuple[str, str], int],
    trace: Trace,
) -> _Seen:
    seconds, slow_enough = None, True
    if trace.mode in READ_THEMSELVES:
        seconds = seconds_spent(trace)
        read = ((given.question, trace.language) for given in trace.given)
        slow_enough = seconds * 1000 >= sum(read_ms.get(each, 0) for each in read)
    values = {given.question: given.value for given in trace.given}
    return _Seen(
        id=trace.id,
        seconds=seconds,
        slow_enough=slow_enough,
        straight=any(_is_straight(battery, values) for battery in batteries),
        alike=_fingerprint(survey, values),
        entered=None
        if trace.mode in READ_THEMSELVES
        else Entered(trace.language, trace.mode, trace.source),
        source=trace.source,
        started_at=trace.started_at,
        completed_at=trace.completed_at,
    )


def _words(question: Question, language: str) -> int:
    texts = [question.text, *(choice.label for choice in question.choices)]
    if question.kind is Kind.SCALE11:  # the points are numbers: nobody reads them all
        texts = [question.text]
    return sum(count_words(text.say(language)) for text in texts)


def _batteries(survey: Survey) -> list[frozenset[str]]:
    groups: defaultdict[tuple[str, Kind], set[str]] = defaultdict(set)
    for question in survey.questions:
        if question.group and question.kind in (Kind.SCALE5, Kind.SCALE11):
            groups[question.group, question.kind].add(question.key)
    return [frozenset(keys) for keys in groups.values() if len(keys) >= BATTERY]


def _is_straight(battery: frozenset[str], values: Mapping[str, object]) -> bool:
    given = [values[key] for key in battery if values.get(key) is not None]
    return len(given) >= BATTERY and len(set(map(str, given))) == 1


def _fingerprint(survey: Survey, values: Mapping[str, object]) -> bytes | None:
    """The same for those who answer alike; None: too little is known. Who they say they
    are is among the answers."""
    closed = {
        question.key: values[question.key]
        for question in survey.questions
        if question.kind not in (Kind.OPEN, Kind.PHOTO)
        and values.get(question.key) is not None
    }
    if len(closed) < ALIKE_FROM:
        return None
    text = json.dumps(closed, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).digest()[:16]


def _too_fast(seen: Sequence[_Seen]) -> list[str]:
    spent = [each.seconds for each in seen if each.seconds is not None]
    least = OF_MEDIAN * median(spent) if len(spent) >= MEDIAN_FROM else 0.0
    return [
        each.id
        for each in seen
        if not each.slow_enough or (each.seconds is not None and each.seconds < least)
    ]


def _alike(seen: Sequence[_Seen]) -> list[str]:
    """Whoever finished within the hour after somebody who answered the same: the
    first of them is not flagged.

    Whoever answers by themselves may come again by another channel, link or language,
    or to somebody who writes it down; an officer's entries are told apart by these.
    """
    last: dict[tuple[bytes, object], datetime] = {}
    found = []
    for each in sorted(seen, key=lambda one: (one.completed_at, one.id)):
        if each.alike is None:
            continue
        # Of the entries, whoever answered by themselves may be in any.
        of = ANY_ENTERED if each.entered is None else each.entered
        before = (last.get((each.alike, which)) for which in (None, of))
        if any(at and each.completed_at - at <= ALIKE_WITHIN for at in before):
            found.append(each.id)
        last[each.alike, each.entered] = each.completed_at
        if each.entered is not None:
            last[each.alike, ANY_ENTERED] = each.completed_at
    return found


def _bursts(seen: Sequence[_Seen], begun: Iterable[Begun]) -> list[str]:
    """Those who began by one link among more than five times as many as usual, whether
    or not the others finished.

    Usual is the median of the link's ten-minute spans in which anybody began.
    """
    by_source: defaultdict[str, list[tuple[datetime, str | None]]] = defaultdict(list)
    for each in seen:
        if each.source is not None:
            by_source[each.source].append((each.started_at, each.id))
    for source, started_at in begun:
        by_source[source].append((started_at, None))
    found: list[str] = []
    for starts in by_source.values():
        starts.sort(key=lambda start: start[0])
        times = [at for at, _ in starts]
        span = BURST_WITHIN.total_seconds()
        usual = median(Counter(at.timestamp() // span for at in times).values())
        many = max(BURST_FROM, BURST_TIMES * usual)
        reached = 0
        for first, at in enumerate(times):
            end = bisect_right(times, at + BURST_WITHIN)
            if end - first > many:
                inside = starts[max(first, reached) : end]
                found += [id_ for _, id_ in inside if id_ is not None]
                reached = end
    return found
