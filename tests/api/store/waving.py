"""Waves with many answers, put straight into the tables, for tests of figures."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from api.store import freezing, indicators, waves
from api.store.models import Answer, Response, Wave
from api.store.session import Database
from api.store.types import uuid7
from surveys import definition
from surveys.definition import Survey
from surveys.flow import State

LIFE = next(each for each in definition.load_all() if each.key == "town_life")
FILLED = {
    "frame_note": "ลิงก์และ QR ที่ตลาดกับโรงงาน 12 แห่ง",
    "population": "ผู้ที่อยู่หรือทำงานในอ้อมน้อย อายุ 18 ปีขึ้นไป",
    "population_size": 53_821,
    "responsible": "กองสาธารณสุขและสิ่งแวดล้อม",
    "contact": "02-000-0000",
}


def opened(
    session: Session,
    now: datetime,
    key: str = "w1",
    *,
    survey: Survey = LIFE,
    **fields: Any,
) -> Wave:
    """An open wave whose record will have no gap."""
    version = waves.store_version(session, survey, now)
    wave = waves.open_wave(
        session, key=key, version=version, population=FILLED["population"], now=now
    )
    for name, value in {**FILLED, **fields}.items():
        setattr(wave, name, value)
    session.add(wave)
    session.flush()
    return wave


def answered(
    session: Session,
    wave: Wave,
    rows: Iterable[Mapping[str, Any]],
    now: datetime,
    *,
    language: str = "th",
    mode: str = "line",
    flags: tuple[str, ...] = (),
    excluded: str | None = None,
) -> None:
    """Complete responses; a `State` instead of a value: skipped, or not known."""
    responses, answers = [], []
    for row in rows:
        id_ = uuid7()
        responses.append(
            {
                "id": id_,
                "wave_id": wave.id,
                "state": "complete",
                "language": language,
                "mode": mode,
                "flags": list(flags),
                "excluded": excluded,
                "picked": [],
                "started_at": now - timedelta(minutes=5),
                "completed_at": now,
            }
        )
        for key, value in row.items():
            said = value if isinstance(value, State) else State.ANSWERED
            answers.append(
                {
                    "response_id": id_,
                    "question_key": key,
                    "state": said.value,
                    "value": None if isinstance(value, State) else value,
                    "answered_at": now,
                }
            )
    if responses:
        session.execute(insert(Response), responses)
    if answers:
        session.execute(insert(Answer), answers)


def frozen(database: Database, wave: Wave, now: datetime) -> None:
    """The wave closed, frozen and counted."""
    with database.write() as session:
        waves.close(session, wave.id, now)
    freezing.run(database, wave.id, now)
    with database.write() as session:
        indicators.compute(session, wave.id, now)
