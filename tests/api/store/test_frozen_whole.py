"""All that is told with a wave's figures is frozen with it: the plan, the population,
who was left out and why, what became of everyone asked. Whoever touches it is found
out, by the wave and by each of its values."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from api.errors import DomainError
from api.store import audit, fingerprint, freezing, verifying, waves
from api.store.models import (
    Answer,
    AuditEntry,
    Draw,
    IndicatorValue,
    Invitation,
    Response,
    Wave,
)
from api.store.words import ResponseState
from tests.api import answered
from tests.api.store import evidencing, small_waves, waving
from tests.api.store.evidencing import tamper


@pytest.fixture
def wave(database, clock):
    """A frozen wave of a list, with everything in it that there can be."""
    now = clock()
    with database.write() as session:
        made = waving.opened(
            session,
            now,
            survey=evidencing.SURVEY,
            frame="invited_list",
            min_age=18,
            ends_at=now + timedelta(days=3),
            results_by=date(2027, 1, 31),
            reminders=True,
            margins={
                "source": "ทะเบียนราษฎร",
                "as_of": "2026-01-01",
                "margins": {"role": evidencing.ROLES},
            },
        )
        rows = [{"heard": "yes" if number % 3 else "no"} for number in range(40)]
        answered.fill(session, made, rows, now)
        answered.fill(
            session, made, [{"heard": "no"}], now, excluded="staff", flags=("burst",)
        )
        small_waves.response(
            session, made, now, {"heard": "yes"}, state=ResponseState.STARTED
        )
        small_waves.response(session, made, now, {}, state=ResponseState.DECLINED)
        for code in ("I", "I", "R", "NC"):
            session.add(
                Invitation(
                    wave_id=made.id, invited_at=now, outcome=code, segment="line"
                )
            )
        session.add(
            Draw(
                wave_id=made.id,
                segment="line",
                quota=4,
                seed="s",
                eligible=9,
                left_out={"asked_lately": 2},
                drawn_at=now,
            )
        )
    waving.frozen(database, made, clock.forward(days=4))
    with database.read() as session:
        return session.get_one(Wave, made.id)


@pytest.fixture
def found(database, wave):
    """What the wave and its value say that differs."""

    def find():
        with database.read() as session:
            by_wave = [each.what for each in freezing.verify(session, wave.id)]
            value = session.scalars(
                select(IndicatorValue).where(col(IndicatorValue.wave_id) == wave.id)
            ).first()
            by_value = verifying.verify(session, value).differences
        return by_wave, by_value

    return find


def test_an_untouched_wave_differs_in_nothing(found):
    assert found() == ([], ())


PLAN = {
    "frame": "probability",
    "frame_note": "every house",
    "population": "all Thais",
    "population_size": 66_000_000,
    "drawn": 400,
    "min_age": 15,
    "reminders": False,
    "benchmark": {"question": "heard"},
    "opens_at": "2026-01-01 00:00:00+00:00",
    "ends_at": "2026-01-01 00:00:00+00:00",
    "closes_at": "2026-01-01 00:00:00+00:00",
    "results_by": "2030-01-01",
    "made_up": True,
}


@pytest.mark.parametrize("name", PLAN)
def test_a_plan_that_was_touched_is_found_out(database, wave, found, name):
    """The database refuses; whoever owns it can get round that, and is found out."""
    with pytest.raises(DBAPIError, match="frozen"), database.write() as session:
        session.execute(_plan(wave, name))
    assert found() == ([], ())
    tamper(database, _plan(wave, name))
    by_wave, by_value = found()
    assert by_wave
    assert all(each.startswith(f"plan.{name}") for each in by_wave)
    assert any(line.startswith(f"frozen plan.{name}") for line in by_value)


def _plan(wave, name):
    value = PLAN[name]
    if name.endswith("_at"):
        value = wave.opens_at - timedelta(days=9)
    if name == "results_by":
        value = date.fromisoformat(value)
    return update(Wave).where(col(Wave.id) == wave.id).values({name: value})


def test_the_very_figure_of_the_population_is_told(database, wave, found):
    margins = {**wave.margins, "margins": {"role": {**evidencing.ROLES, "lives": 0.4}}}
    change = update(Wave).values(margins=margins)
    with pytest.raises(DBAPIError, match="frozen"), database.write() as session:
        session.execute(change)
    tamper(database, change)
    by_wave, _ = found()
    assert by_wave == ["plan.margins.margins.role.lives", "margins_sha256"]


def test_the_moment_of_freezing_stands(database, wave, found):
    tamper(database, update(Wave).values(frozen_at=wave.frozen_at + timedelta(days=1)))
    assert found()[0] == ["frozen_at"]


def of(state):
    return (
        select(col(Response.id)).where(col(Response.state) == state).scalar_subquery()
    )


LEFT_OUT = {
    "why somebody was left out": (
        update(Response).where(col(Response.excluded) == "staff"),
        {"excluded": "spoilt"},
        {"excluded.spoilt", "excluded.staff", "standings.complete.spoilt",
         "standings.complete.staff", "standings_sha256"},
    ),
    "somebody half way": (
        update(Response).where(col(Response.state) == "started"),
        {"state": "declined"},
        {"standings.declined.counted", "standings.started.counted",
         "standings_sha256"},
    ),
    "the answer of somebody half way": (
        update(Answer).where(col(Answer.response_id) == of(ResponseState.STARTED)),
        {"value": "no"},
        {"standings_sha256"},
    ),
    "the answer of somebody left out": (
        update(Answer).where(
            col(Answer.response_id).in_(
                select(col(Response.id)).where(col(Response.excluded) == "staff")
            )
        ),
        {"value": "yes"},
        {"standings_sha256"},
    ),
    "a flag of somebody left out": (
        update(Response).where(col(Response.excluded) == "staff"),
        {"flags": ["speeding"]},
        {"standings_sha256"},
    ),
    "when somebody began": (
        update(Response).where(col(Response.state) == "declined"),
        {"started_at": None},
        {"standings_sha256"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT_OUT)
def test_those_who_do_not_count_are_frozen_too(database, wave, found, what):
    statement, values, differing = LEFT_OUT[what]
    if "started_at" in values:
        values = {"started_at": wave.opens_at + timedelta(minutes=1)}
    with pytest.raises(DBAPIError, match="frozen"), database.write() as session:
        session.execute(statement.values(values))
    tamper(database, statement.values(values))
    by_wave, by_value = found()
    assert set(by_wave) == differing
    assert {f"frozen {each}" for each in differing} <= {
        line.split(":")[0] for line in by_value
    }


def test_one_half_way_who_is_gone_is_missed(database, wave, found):
    id_ = of(ResponseState.STARTED)
    tamper(database, delete(Answer).where(col(Answer.response_id) == id_))
    tamper(database, delete(Response).where(col(Response.state) == "started"))
    assert set(found()[0]) == {"standings.started.counted", "standings_sha256"}


@pytest.mark.parametrize(
    ("statement", "differing"),
    [
        (
            update(Invitation)
            .where(col(Invitation.outcome) == "R")
            .values(outcome="NE"),
            ["invitations_sha256"],
        ),
        (
            delete(Invitation).where(col(Invitation.outcome) == "NC"),
            ["invitations_sha256"],
        ),
        (update(Invitation).values(reminded=2), ["invitations_sha256"]),
        (update(Draw).values(quota=1000), ["draws.line.quota"]),
        (update(Draw).values(left_out={}), ["draws.line.left_out.asked_lately"]),
        (delete(Draw), ["draws.line"]),
    ],
)
def test_whom_the_wave_asked_is_frozen(database, wave, found, statement, differing):
    tamper(database, statement)
    by_wave, by_value = found()
    assert all(each.startswith(differing[0]) for each in by_wave)
    assert by_wave
    assert any(line.startswith(f"frozen {differing[0]}") for line in by_value)


def test_evidence_rewritten_to_fit_is_found_out(database, wave, found):
    """By the audit log, and by the record of each value."""
    evidence = {**wave.evidence, "plan": {**wave.evidence["plan"], "population": "all"}}
    tamper(database, update(Wave).values(population="all", evidence=evidence))
    by_wave, by_value = found()
    assert by_wave == ["evidence"]
    told = {line.split(":")[0] for line in by_value}
    assert {"frozen evidence", "evidence.wave_sha256", "population.who"} <= told


def test_without_the_log_the_records_of_the_values_still_tell(database, wave, found):
    evidence = {**wave.evidence, "unheard_of": 7}
    tamper(database, update(Wave).values(evidence=evidence))
    tamper(database, delete(AuditEntry).where(col(AuditEntry.action) == "wave.freeze"))
    by_wave, by_value = found()
    assert by_wave == []
    assert "evidence.wave_sha256" in {line.split(":")[0] for line in by_value}


def test_the_hash_of_the_whole_stands_in_the_log_and_in_every_record(database, wave):
    with database.read() as session:
        whole = freezing.evidence_sha256(wave)
        entry = next(
            each for each in audit.list_(session).items if each.action == "wave.freeze"
        )
        values = session.scalars(select(IndicatorValue)).all()
    assert entry.details["evidence_sha256"] == whole
    assert whole == fingerprint.of_data(wave.evidence)
    assert {each.record["told"]["evidence"]["wave_sha256"] for each in values} == {
        whole
    }


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE response SET state = 'paused' WHERE state = 'started'",
        "DELETE FROM response WHERE state = 'declined'",
        "DELETE FROM answer WHERE response_id IN "
        "(SELECT id FROM response WHERE state = 'started')",
    ],
)
def test_the_database_keeps_those_who_never_finished(database, wave, found, change):
    with pytest.raises(DBAPIError, match="frozen"), database.write() as session:
        session.execute(text(change))
    assert found() == ([], ())


def test_one_who_is_forgotten_while_it_is_prepared_stops_the_freezing(database, clock):
    with database.write() as session:
        made = small_waves.wave(session, clock())
        begun = small_waves.response(
            session, made, clock(), {}, state=ResponseState.STARTED
        )
        waves.close(session, made.id, clock())
    with database.read() as session:
        evidence = freezing.prepare(session, made.id)
    with database.write() as session:
        session.delete(session.get_one(Response, begun.id))
    with (
        pytest.raises(DomainError, match=r"^error\.wave_changed$"),
        database.write() as session,
    ):
        freezing.freeze(session, made.id, evidence, clock())
