"""Waves opened with all that a record tells of them, and frozen with their values."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from api.store import freezing, indicators, waves
from api.store.models import Wave
from api.store.session import Database
from surveys import definition
from surveys.definition import Survey

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


def frozen(
    database: Database, wave: Wave, now: datetime, *, counted: bool = True
) -> None:
    """The wave closed, frozen and, unless told otherwise, counted."""
    with database.write() as session:
        waves.close(session, wave.id, now)
    freezing.run(database, wave.id, now)
    if counted:
        with database.write() as session:
            indicators.compute(session, wave.id, now)
