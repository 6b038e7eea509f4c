"""Row-level files of a wave: one response a row, nobody recognisable in it.

Closed answers only, no times, and at least five rows look alike in what might tell
who somebody is (`surveys.anonymity`), channel and language included. Streamed: memory
does not grow with the number of rows.
"""

import hmac
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlmodel import Session

from api.errors import DomainError
from api.store import answered, computing, waves
from api.store.answered import Answered
from api.store.models import Wave
from api.store.session import keys_of
from api.store.words import WaveState
from surveys import anonymity
from surveys.anonymity import Features, Recoding
from surveys.cells import Cell
from surveys.definition import Survey
from surveys.flow import State
from surveys.question import Kind, Question

# Rows read at a time: what is in memory at once.
SLICE = 1_000
# What is told of a response beside its answers.
ABOUT = ("channel", "language")
# Kept beside the answers, and told to nobody.
UNTOLD = (Kind.OPEN, Kind.PHOTO, Kind.NOTE)
STATES = {
    "th": {State.SKIPPED: "ข้าม", State.DONT_KNOW: "ไม่ทราบ"},
    "en": {State.SKIPPED: "skipped", State.DONT_KNOW: "don't know"},
}
FIRST_COLUMNS = {
    "th": ("ช่องทาง", "ภาษา"),
    "en": ("channel", "language"),
}
MISSING = ""
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file of a wave will hold, known before its first row is read."""

    wave: str
    made_up: bool
    survey: Survey
    questions: tuple[Question, ...]
    identifying: tuple[str, ...]
    recoding: Recoding
    rows: int
    """How many rows it will have."""
    left_out: int
    """How many responses are in no row, for too few are like them."""
    language: str


def plan(session: Session, wave: Wave, *, language: str = "th") -> Plan:
    """Count who is like whom, so that rows can be written one after the other.

    A wave still open is refused: two files of it, taken one after the other, would
    tell what those said who answered in between.
    """
    if wave.state in (WaveState.PLANNED, WaveState.OPEN):
        raise DomainError(409, "error.wave_not_closed", key=wave.key)
    survey = waves.survey_of(session, wave)
    told = tuple(each for each in survey.questions if each.kind not in UNTOLD)
    # What the population is counted by is known of people outside the survey.
    margins = [margin.name for margin in computing.margins_of(wave)]
    keys = tuple(each.key for each in anonymity.identifying(survey, margins))
    counts: Counter[Features] = Counter()
    for response, answers in _responses(session, wave):
        counts[_features(response, answers, keys)] += 1
    recoding = anonymity.recode(counts)
    left_out = sum(n for features, n in counts.items() if recoding[features] is None)
    return Plan(
        wave=wave.key,
        made_up=wave.made_up,
        survey=survey,
        questions=told,
        identifying=keys,
        recoding=recoding,
        rows=counts.total() - left_out,
        left_out=left_out,
        language=language,
    )


def header(plan: Plan) -> list[str]:
    """The columns' keys; `labels` are the same in words."""
    return ["channel", "language", *(each.key for each in plan.questions)]


def labels(plan: Plan) -> list[str]:
    about = FIRST_COLUMNS.get(plan.language, FIRST_COLUMNS["en"])
    return [*about, *(each.text.say(plan.language) for each in plan.questions)]


def unanswered(language: str) -> tuple[str, ...]:
    """What stands in a row where somebody gave no answer."""
    return MISSING, *STATES.get(language, STATES["en"]).values()


def rows(session: Session, wave: Wave, plan: Plan) -> Iterator[list[Cell]]:
    """The rows in words. Within a slice their order says nothing of who came first."""
    for response, answers in _responses(session, wave):
        features = _features(response, answers, plan.identifying)
        shown = plan.recoding.get(features)
        if shown is None:
            continue
        hidden = {
            key
            for key, feature in zip((*ABOUT, *plan.identifying), shown, strict=True)
            if feature == anonymity.HIDDEN
        }
        yield [
            *shown[: len(ABOUT)],
            *(
                anonymity.HIDDEN
                if question.key in hidden
                else _cell(question, answers.get(question.key), plan.language)
                for question in plan.questions
            ),
        ]


Given = dict[str, tuple[str, Any]]


def _responses(session: Session, wave: Wave) -> Iterator[tuple[Answered, Given]]:
    """The complete responses that count, with their answers."""
    key = keys_of(session).derive("export order")
    responses = answered.stream(session, wave.id)
    while some := list(islice(responses, SLICE)):
        # They come much as people did; a keyed hash of them is in no such order.
        some.sort(key=lambda each: hmac.digest(key, each.id.bytes, "sha256"))
        for response in some:
            given = {
                question: (state, value) for question, state, value in response.answers
            }
            yield response, given


def _features(row: Answered, answers: Given, keys: tuple[str, ...]) -> Features:
    """What might tell who this is: what is first is hidden last."""
    return (row.mode, row.language, *(str(answers.get(key, ("", ""))) for key in keys))


def _cell(question: Question, given: tuple[str, Any] | None, language: str) -> Cell:
    """An answer in words: labels for choices, numbers as numbers."""
    if given is None:
        return MISSING
    state, value = given
    if state != State.ANSWERED:
        words = STATES.get(language, STATES["en"])
        return words[State(state)]
    named = {choice.key: choice.label.say(language) for choice in question.choices}
    if isinstance(value, list):
        return BETWEEN.join(named.get(str(each), str(each)) for each in value)
    if question.kind in (Kind.NUMBER, Kind.SCALE11):
        return value if isinstance(value, int | float) else str(value)
    return named.get(str(value), str(value))
