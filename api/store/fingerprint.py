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
from collections.abc import Callable, Iterator
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


def lines(session: Session, wave_id: UUID) -> Iterator[str]:
    """The canonical lines, sorted by pseudonym, whatever the size of the wave."""
    survey = waves.survey_of(session, session.get_one(Wave, wave_id))
    key = keys_of(session).derive(f"pseudonym {survey.key}")
    write = _writer(survey)
    with ExitStack() as open_:
        parts = [
            open_.enter_context(tempfile.SpooledTemporaryFile(max_size=PART_BYTES))
            for _ in range(PARTS)
        ]
        for response in answered.stream(session, wave_id):
            pseudonym = hmac.digest(key, response.id.bytes, "sha256")
            name = pseudonym.hex()
            line = f"{name} {write(response, name)}\n"
            parts[pseudonym[0] * PARTS // 256].write(line.encode())
        for part in parts:
            part.seek(0)
            for row in sorted(part):
                yield row.decode().rstrip("\n").split(" ", 1)[1]


def digest(session: Session, wave_id: UUID) -> tuple[str, int]:
    """SHA-256 over the lines, each ended by a line feed, and how many there are."""
    whole, count = hashlib.sha256(), 0
    for line in lines(session, wave_id):
        whole.update(f"{line}\n".encode())
        count += 1
    return whole.hexdigest(), count


def _told(survey: Survey) -> dict[str, frozenset[object] | None]:
    """The questions in the fingerprint; of a place only one of the list is told."""
    return {
        question.key: frozenset(question.values)
        if question.kind is Kind.PLACE
        else None
        for question in survey.questions
        if question.kind not in (Kind.OPEN, Kind.PHOTO, Kind.NOTE)
    }


def _writer(survey: Survey) -> Callable[[Answered, str], str]:
    """What writes a response's canonical line: keys sorted, no spaces.

    By hand, for most answers are given many times: their text is worked out once.
    """
    told = _told(survey)

    @lru_cache(maxsize=10_000, typed=True)
    def said(key: str, state: str, value: Any) -> str:
        listed = told[key]
        shown = value if listed is None or value in listed else None
        return f"{dump(key)}:{dump([state, shown])}"

    @lru_cache(maxsize=1_000)
    def beside(day: date, language: str, mode: str) -> str:
        whole = dump({"day": day.isoformat(), "language": language, "mode": mode})
        return whole[1:-1]

    def line(response: Answered, pseudonym: str) -> str:
        answers = ",".join(
            said(key, state, tuple(value) if isinstance(value, list) else value)
            for key, state, value in sorted(response.answers, key=itemgetter(0))
            if key in told
        )
        day = response.completed_at.astimezone(BANGKOK).date()
        rest = beside(day, response.language, response.mode)
        return f'{{"answers":{{{answers}}},{rest},"pseudonym":"{pseudonym}"}}'

    return line
