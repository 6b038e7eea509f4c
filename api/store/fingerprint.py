"""The fingerprint of a wave's answers: canonical lines, and one hash over them.

The SHA-256 is over one line of canonical JSON for each complete response that counts,
sorted by pseudonym. A pseudonym is a keyed hash of the response's own number, under a
key of the survey's programme: it leads to nobody. Free text, pictures and shared
locations are not in it, so that they can be let go of.
"""

import hashlib
import hmac
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.store import answered, waves
from api.store.answered import Answered
from api.store.models import Wave
from api.store.session import keys_of
from content.dates import BANGKOK
from surveys.definition import Survey
from surveys.question import Kind

# Lines are sorted in so many parts, each kept in memory up to this size.
PARTS, PART_BYTES = 64, 256 * 1024
dump = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


# An answer to a question: its key, state and value.
Given = Iterable[list[Any]]


def lines(session: Session, wave_id: UUID) -> Iterator[str]:
    """The canonical lines, sorted by pseudonym, whatever the size of the wave."""
    survey = waves.survey_of(session, session.get_one(Wave, wave_id))
    write = _writer(survey)
    pseudonym = pseudonyms(session, survey)

    def told() -> Iterator[tuple[bytes, str]]:
        for response in answered.stream(session, wave_id):
            name = pseudonym(response.id)
            yield name, write(response, name.hex())

    yield from in_order(told())


def pseudonyms(session: Session, survey: Survey) -> Callable[[UUID], bytes]:
    """What gives a response, or an invitation, the name it has in the evidence."""
    key = keys_of(session).derive(f"pseudonym {survey.key}")
    return lambda id_: hmac.digest(key, id_.bytes, "sha256")


def in_order(named: Iterable[tuple[bytes, str]]) -> Iterator[str]:
    """Lines sorted by the pseudonyms beside them, whatever their number."""
    with ExitStack() as open_:
        parts = [
            open_.enter_context(tempfile.SpooledTemporaryFile(max_size=PART_BYTES))
            for _ in range(PARTS)
        ]
        for pseudonym, line in named:
            kept = f"{pseudonym.hex()} {line}\n".encode()
            parts[pseudonym[0] * PARTS // 256].write(kept)
        for part in parts:
            part.seek(0)
            for row in sorted(part):
                yield row.decode().rstrip("\n").split(" ", 1)[1]


def digest(session: Session, wave_id: UUID) -> tuple[str, int]:
    """SHA-256 over the lines, each ended by a line feed, and how many there are."""
    return over(lines(session, wave_id))


def over(lines: Iterable[str]) -> tuple[str, int]:
    """SHA-256 over any lines, each ended by a line feed, and how many there are."""
    whole, count = hashlib.sha256(), 0
    for line in lines:
        whole.update(f"{line}\n".encode())
        count += 1
    return whole.hexdigest(), count


def of_data(data: Any) -> str:
    """SHA-256 over the canonical JSON of what a database keeps as JSON."""
    return hashlib.sha256(dump(json.loads(json.dumps(data))).encode()).hexdigest()


def _told(survey: Survey) -> dict[str, frozenset[object] | None]:
    """The questions in the fingerprint; of a place only one of the list is told."""
    return {
        question.key: frozenset(question.values)
        if question.kind is Kind.PLACE
        else None
        for question in survey.questions
        if question.kind not in (Kind.OPEN, Kind.PHOTO, Kind.NOTE)
    }


def teller(survey: Survey) -> Callable[[Given], str]:
    """What writes the closed answers of a response as canonical JSON, less the braces.

    By hand, for most answers are given many times: their text is worked out once.
    """
    told = _told(survey)

    @lru_cache(maxsize=10_000, typed=True)
    def said(key: str, state: str, value: Any) -> str:
        listed = told[key]
        shown = value if listed is None or value in listed else None
        return f"{dump(key)}:{dump([state, shown])}"

    def answers(given: Given) -> str:
        return ",".join(
            said(key, state, tuple(value) if isinstance(value, list) else value)
            for key, state, value in sorted(given, key=itemgetter(0))
            if key in told
        )

    return answers


def _writer(survey: Survey) -> Callable[[Answered, str], str]:
    """What writes a response's canonical line: keys sorted, no spaces."""
    answers = teller(survey)

    @lru_cache(maxsize=1_000)
    def beside(day: date, language: str, mode: str) -> str:
        whole = dump({"day": day.isoformat(), "language": language, "mode": mode})
        return whole[1:-1]

    def line(response: Answered, pseudonym: str) -> str:
        day = response.completed_at.astimezone(BANGKOK).date()
        rest = beside(day, response.language, response.mode)
        told = answers(response.answers)
        return f'{{"answers":{{{told}}},{rest},"pseudonym":"{pseudonym}"}}'

    return line
