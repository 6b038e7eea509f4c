"""A wave is frozen: its answers are fixed, and one that is touched is found out."""

import hashlib
import json
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from api.errors import DomainError
from api.store import (
    audit,
    fingerprint,
    forget,
    freezing,
    marking,
    responses,
    retention,
    takebacks,
    waves,
)  # fmt: skip
from api.store.models import Answer, Response, ResponseLink, SurveyVersion, Wave
from api.store.session import Database
from api.store.words import ResponseState, WaveState
from surveys import definition, flow
from tests.api.store import small_waves
from tests.api.store.evidencing import tamper
from tests.conftest import KEYS
from tests.surveys import making


@pytest.fixture
def town(database, clock):
    """A wave with three complete responses, one of them left out, and one begun."""

    class Town:
        def __init__(self):
            with database.write() as session:
                self.wave = small_waves.wave(session, clock(), min_age=None)
                self.noi = small_waves.person(session, clock(), "U1")
                self.first = small_waves.response(
                    session, self.wave, clock(), of=self.noi, text="น้ำเสีย",
                    flags=["same_address"],
                )  # fmt: skip
                self.second = small_waves.response(
                    session,
                    self.wave,
                    clock(),
                    {"pick": None, "rate": 2},
                    language="my",
                    mode="web",
                )
                self.staff = small_waves.response(session, self.wave, clock())
                self.begun = small_waves.response(
                    session,
                    self.wave,
                    clock(),
                    {"pick": "blue"},
                    state=ResponseState.STARTED,
                )

        def close(self):
            with database.write() as session:
                waves.close(session, self.wave.id, clock.forward(days=1))
                marking.exclude(
                    session,
                    self.wave.id,
                    [self.staff.id],
                    marking.Exclusion.STAFF,
                    clock(),
                    by="cli",
                )

        def freeze(self):
            self.close()
            return freezing.run(database, self.wave.id, clock.forward(days=1))

        def lines(self):
            with database.read() as session:
                return list(fingerprint.lines(session, self.wave.id))

        def differences(self):
            with database.read() as session:
                found = freezing.verify(session, self.wave.id)
            return {each.what for each in found}

    return Town()


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_line_holds_the_closed_answers_and_nobody(town, database):
    town.close()
    found = {line["language"]: line for line in map(json.loads, town.lines())}
    assert found["my"] == {
        "pseudonym": found["my"]["pseudonym"],
        "language": "my",
        "mode": "web",
        "day": "2026-11-24",
        "answers": {"pick": ["skipped", None], "rate": ["answered", 2]},
    }
    assert found["th"]["answers"] == {
        "pick": ["answered", "red"],
        "rate": ["answered", 4],
        "many": ["answered", ["fox", "owl"]],
        "count": ["answered", 3],
    }
    every = "".join(town.lines())
    assert "say" not in every
    assert str(town.first.id) not in every
    assert town.first.id.hex not in every


def test_lines_are_canonical_and_sorted_by_pseudonym(town):
    found = town.lines()
    assert len(found) == 3
    names = [json.loads(line)["pseudonym"] for line in found]
    assert names == sorted(names)
    for line in found:
        again = json.dumps(
            json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        assert line == again


def test_the_digest_is_over_the_lines_that_count(town, database):
    town.close()
    found = town.lines()
    assert len(found) == 2
    whole = "".join(f"{line}\n" for line in found).encode()
    with database.read() as session:
        digest = fingerprint.digest(session, town.wave.id)
    assert digest == (hashlib.sha256(whole).hexdigest(), 2)


def test_a_place_of_the_list_is_told_and_a_shared_location_is_not(database, clock):
    data = making.data()
    data["questions"].append(
        {
            "key": "where",
            "kind": "place",
            "text": making.text("where"),
            "choices": making.choices("north", "south"),
        }
    )
    with database.write() as session:
        wave = small_waves.wave(session, clock(), asked=making.survey(**data))
        for value in ("north", "13.7,100.3"):
            small_waves.response(session, wave, clock(), {"where": value})
        found = [json.loads(line) for line in fingerprint.lines(session, wave.id)]
    told = sorted(str(line["answers"]["where"]) for line in found)
    assert told == ["['answered', 'north']", "['answered', None]"]


def test_evidence_is_fixed_at_freezing(town, database, clock):
    wave = town.freeze()
    assert (wave.state, wave.frozen_at) == (WaveState.FROZEN, clock())
    evidence = wave.evidence
    survey = small_waves.survey()
    assert evidence["responses"] == 2
    assert evidence["excluded"] == {"staff": 1}
    assert evidence["flags"] == {"same_address": 1}
    assert evidence["modes"] == {"line": 1, "web": 1}
    assert evidence["languages"] == {"my": 1, "th": 1}
    assert evidence["survey_sha256"] == definition.sha256(survey)
    assert set(evidence["questions"]) == {each.key for each in survey.questions}
    assert evidence["questions"]["pick"]["version"] == 1
    assert evidence["margins_sha256"] is None
    assert evidence["outcomes"] is None
    assert evidence["rates"] is None
    assert evidence["rates_reason"] == "outcome.no_rate_open_link"
    assert evidence["participation"]["started"] == 3
    assert evidence["participation"]["completed"] == 2
    assert evidence["frozen_at"] == clock().isoformat()
    assert evidence["code_version"]
    assert town.differences() == set()
    with database.read() as session:
        freezing.check(session, wave.id)
        newest, *_ = audit.list_(session).items
    assert newest.action == "wave.freeze"
    assert newest.details["sha256"] == evidence["sha256"]


def test_only_a_closed_wave_is_frozen_and_only_once(town, database, clock):
    with refused("error.wave_not_closed"):
        freezing.run(database, town.wave.id, clock())
    town.freeze()
    with refused("error.wave_not_closed"):
        freezing.run(database, town.wave.id, clock())


def test_what_is_left_out_meanwhile_stops_the_freezing(town, database, clock):
    town.close()
    with database.read() as session:
        evidence = freezing.prepare(session, town.wave.id)
    with database.write() as session:
        spoilt = marking.Exclusion.SPOILT
        marking.exclude(
            session, town.wave.id, [town.second.id], spoilt, clock(), by="cli"
        )
    with refused("error.wave_changed"), database.write() as session:
        freezing.freeze(session, town.wave.id, evidence, clock())
    assert freezing.run(database, town.wave.id, clock()).evidence["responses"] == 1


def test_a_closed_wave_is_due_a_day_later(town, database, clock):
    def due():
        with database.read() as session:
            return freezing.due(session, clock())

    assert due() == []
    town.close()
    clock.forward(hours=23, minutes=59)
    assert due() == []
    clock.forward(minutes=1)
    assert due() == [town.wave.id]
    freezing.run(database, town.wave.id, clock())
    assert due() == []


TOUCHED = {
    "an answer changed": lambda t: (
        update(Answer)
        .where(
            col(Answer.response_id) == t.first.id, col(Answer.question_key) == "rate"
        )
        .values(value=5)
    ),
    "a state changed": lambda t: (
        update(Answer)
        .where(
            col(Answer.response_id) == t.second.id, col(Answer.question_key) == "pick"
        )
        .values(state="dont_know")
    ),
    "an answer gone": lambda t: delete(Answer).where(
        col(Answer.response_id) == t.first.id, col(Answer.question_key) == "many"
    ),
    "a language changed": lambda t: (
        update(Response).where(col(Response.id) == t.first.id).values(language="en")
    ),
    "a response moved to another day": lambda t: (
        update(Response)
        .where(col(Response.id) == t.first.id)
        .values(completed_at=t.first.completed_at + timedelta(days=1))
    ),
    "a response counted after all": lambda t: (
        update(Response).where(col(Response.id) == t.staff.id).values(excluded=None)
    ),
    "one more left out": lambda t: (
        update(Response).where(col(Response.id) == t.first.id).values(excluded="spoilt")
    ),
    "one finished afterwards": lambda t: (
        update(Response)
        .where(col(Response.id) == t.begun.id)
        .values(state="complete", completed_at=t.first.completed_at)
    ),
}


@pytest.mark.parametrize("what", TOUCHED)
def test_an_answer_that_was_touched_is_found_out(town, database, what):
    town.freeze()
    tamper(database, TOUCHED[what](town))
    assert "sha256" in town.differences()
    with refused("error.evidence_broken"), database.read() as session:
        freezing.check(session, town.wave.id)


@pytest.mark.parametrize("what", TOUCHED)
def test_the_database_refuses_to_touch_it(town, database, what):
    town.freeze()
    with (
        pytest.raises(DBAPIError, match="belongs to a frozen wave"),
        database.write() as session,
    ):
        session.execute(TOUCHED[what](town))
    assert town.differences() == set()


def test_other_words_under_the_same_version_are_found_out(town, database):
    town.freeze()
    other = small_waves.survey(title=making.text("other"))
    data = other.model_dump(mode="json", exclude_defaults=True)
    tamper(database, update(SurveyVersion).values(definition=data))
    assert town.differences() == {"survey_sha256"}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE wave SET evidence = NULL",
        "UPDATE wave SET state = 'open'",
        "UPDATE wave SET margins = '{}'",
        "UPDATE wave SET population = 'all Thais'",
        "DELETE FROM wave",
    ],
)
def test_the_frozen_wave_itself_stays_as_it_is(town, database, change):
    town.freeze()
    with (
        pytest.raises(DBAPIError, match="wave belongs to a frozen wave"),
        database.write() as session,
    ):
        session.execute(text(change))


def test_its_values_may_be_computed_again(town, database, clock):
    town.freeze()
    with database.write() as session:
        session.execute(update(Wave).values(computed_at=clock()))


def test_nothing_is_added_to_a_frozen_wave(town, database, clock):
    town.freeze()
    question = small_waves.survey().question("count")
    for add in (
        lambda session: small_waves.response(session, town.wave, clock(), {}),
        lambda session: responses.record(
            session,
            session.get_one(Response, town.second.id),
            question,
            flow.Answer(flow.State.ANSWERED, 4),
            clock(),
        ),
    ):
        with (
            pytest.raises(DBAPIError, match="belongs to a frozen wave"),
            database.write() as session,
        ):
            add(session)
    with refused("error.wave_frozen"), database.write() as session:
        marking.exclude(
            session,
            town.wave.id,
            [town.first.id],
            marking.Exclusion.STAFF,
            clock(),
            by="cli",
        )
    assert town.differences() == set()


def test_an_open_wave_beside_it_goes_on(town, database, clock):
    town.freeze()
    with database.write() as session:
        other = small_waves.wave(session, clock(), "w2")
        added = small_waves.response(session, other, clock())
        session.execute(
            update(Answer)
            .where(col(Answer.response_id) == added.id)
            .values(state="dont_know")
        )
        session.execute(delete(Answer).where(col(Answer.response_id) == added.id))
        session.delete(added)


def test_a_person_is_forgotten_and_the_evidence_holds(town, database, clock):
    town.freeze()
    with database.write() as session:
        forget.forget(session, town.noi.resident_id, clock())
    with database.read() as session:
        assert session.scalars(select(ResponseLink)).all() == []
        texts = session.scalars(select(col(Answer.text_sealed))).all()
    assert set(texts) == {None}
    assert town.differences() == set()


def test_words_are_let_go_of_in_time_and_links_too(town, database, clock, settings):
    town.freeze()
    retention.run(database, settings, clock.forward(days=400))
    with database.read() as session:
        assert session.scalars(select(ResponseLink)).all() == []
        assert set(session.scalars(select(col(Answer.text_sealed)))) == {None}
    assert town.differences() == set()


@pytest.fixture
def settings(tmp_path):
    from api.settings import Settings

    return Settings(data_dir=tmp_path)


def test_a_message_taken_back_takes_its_words_and_not_the_evidence(
    town, database, clock
):
    with database.write() as session:
        mark = takebacks.mark(session, "answer", "abc")
        session.execute(
            update(Answer)
            .where(col(Answer.text_sealed).is_not(None))
            .values(message_hash=mark)
        )
    town.freeze()
    with database.write() as session:
        takebacks.erase(session, "abc")
    with database.read() as session:
        assert set(session.scalars(select(col(Answer.text_sealed)))) == {None}
    assert town.differences() == set()


def test_who_began_and_is_forgotten_leaves_the_evidence_as_it_is(town, database, clock):
    with database.write() as session:
        session.add(
            ResponseLink(
                response_id=town.begun.id,
                wave_id=town.wave.id,
                resident_id=small_waves.person(session, clock(), "U9").resident_id,
            )
        )
    town.freeze()
    with database.write() as session:
        contact = small_waves.person(session, clock(), "U9")
        forget.forget(session, contact.resident_id, clock())
    with database.read() as session:
        # That somebody left half way stays counted; nothing says who it was.
        assert session.get_one(Response, town.begun.id).state is ResponseState.STARTED
        assert session.get(ResponseLink, town.begun.id) is None
    assert town.differences() == set()


def test_under_another_root_key_the_evidence_says_so(town, database):
    town.freeze()
    other = Database(database.url, type(KEYS)(b"another root key, no secret too.."))
    with other.read() as session:
        found = {each.what for each in freezing.verify(session, town.wave.id)}
    other.close()
    # Both are over pseudonyms, which hang on the key.
    assert found == {"key_id", "sha256", "standings_sha256"}
