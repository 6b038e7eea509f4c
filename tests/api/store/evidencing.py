"""A frozen wave of the shipped survey with values, for what is told of such a wave."""

import random
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import col, select

from api.store import migrate, wave_plans
from api.store.models import Invitation, Response, Wave
from api.store.session import Database
from surveys import definition
from surveys.flow import State
from surveys.population import Population
from tests.api import answered
from tests.api.store import waving

SURVEY = next(each for each in definition.load_all() if each.key == "participation")
ROLES = {"lives": 0.5, "works": 0.3, "both": 0.1, "business": 0.05, "other": 0.05}
PLAN = {
    "population": "คนอ้อมน้อย",
    "population_size": None,
    "frame_note": "ลิงก์ในกลุ่มชุมชน",
    "responsible": "กองสวัสดิการสังคม",
}
TELLING = "ท่อน้ำหลังวัดเหม็นมาก โทร 081-234-5678"


def given(number: int, dice: random.Random) -> dict[str, object]:
    """One person's answers; made up, and always the same."""
    roles = [role for role in ROLES for _ in range(round(ROLES[role] * 20))]
    return {
        "mode": "telegram" if number % 4 == 0 else "line",
        "heard": dice.choice(["yes", "yes", "no", "unsure"]),
        "took_part": "yes" if number < 3 else "no",
        "info_ease": dice.choice([1, 2, 3, 4, 5]),
        "info_trust": dice.choice([3, 4, 5]),
        "dialogue": dice.choice([2, 3, 4, State.DONT_KNOW]),
        "troubles": dice.choice([["smell"], ["smell", "noise"], ["none"]]),
        "quality_of_life": dice.choice([4, 5, State.SKIPPED]),
        "role": dice.choice(roles),
        "years": dice.choice([1, 10, 20]),
        "suggestion": TELLING.encode(),
    }


def frozen(
    database: Database,
    now: datetime,
    key: str = "w1",
    *,
    people: int = 240,
    burmese: int = 0,
    margins: bool = True,
    counted: bool = True,
    seed: int = 1,
    invited: Sequence[Invitation] = (),
    **details: object,
) -> Wave:
    """A wave that was answered, closed, frozen and counted."""
    dice = random.Random(seed)
    with database.write() as session:
        wave = waving.opened(session, now, key, survey=SURVEY, **PLAN | details)
        if margins:
            known = Population(
                source="ทะเบียนราษฎร", as_of=date(2026, 1, 1), margins={"role": ROLES}
            )
            wave_plans.set_margins(session, wave.id, known, now)
        rows = [given(number, dice) for number in range(people)]
        answered.fill(session, wave, rows, now)
        mine = [given(number, dice) for number in range(burmese)]
        answered.fill(session, wave, mine, now, language="my")
        for each in invited:
            each.wave_id = wave.id
            session.add(each)
        of_it = select(col(Response.id)).where(Response.wave_id == wave.id)
        staff, odd = session.exec(of_it.order_by(col(Response.id)).limit(2)).all()
        _set(session, staff, excluded="staff")
        _set(session, odd, flags=["same_address"])
    waving.frozen(database, wave, now, counted=counted)
    with database.read() as session:
        return session.get_one(Wave, wave.id)


def _set(session, response_id, **changes) -> None:
    session.execute(
        update(Response).where(col(Response.id) == response_id).values(**changes)
    )


def tamper(database: Database, statement) -> None:
    """Change rows as somebody can who owns the database."""
    with database.engine.begin() as connection:
        if database.is_sqlite:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            )
            for (name,) in names.fetchall():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        connection.execute(statement)
        if not database.is_sqlite:
            connection.exec_driver_sql("SET session_replication_role = origin")
    migrate.migrate(database)
