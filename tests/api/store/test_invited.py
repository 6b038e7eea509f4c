"""What became of those invited, and that the counts stay when a person is forgotten."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from api.settings import Settings
from api.store import (
    backup,
    codes,
    consents,
    forget,
    invitations,
    invited,
    inviting,
    residents,
    responses,
    retention,
    waves,
)
from api.store.models import Contact, Delivery, Invitation, Response, ResponseLink, Wave
from api.store.words import ConsentPurpose, DeliveryState, ResponseState
from surveys.flow import Answer, State
from tests.inviting import Town, survey

ALL = 99


@pytest.fixture
def town(database, clock):
    return Town(database, clock)


def met(town, count):
    """So many people who have their invitations."""
    found = town.crowd(count)
    town.invite()
    town.send()
    town.arrived()
    return found


def standing(town):
    with town.database.read() as session:
        return list(invited.facts(session, town.wave.id))


def codes_of(town):
    return sorted(each.code for each in standing(town))


def code_of(town, who):
    """The outcome of one of those invited."""
    [row] = [row for row in town.invited() if row.resident_id == who.resident_id]
    return next(each.code for each in standing(town) if each.invitation_id == row.id)


def test_each_way_it_can_end_has_its_code(town, database, clock):
    people = met(town, 9)
    finished, half, little, declined, refused, blocked, silent, failed, spent = people
    town.answer(finished, ALL)
    town.answer(half, 6)
    town.answer(little, 2)
    town.decline(declined)
    town.refuse(refused)
    with database.write() as session:
        residents.block(session, blocked.id)
        for who, state in ((failed, DeliveryState.FAILED), (spent, "parked")):
            row = session.scalars(
                select(Delivery).where(Delivery.contact_id == who.id)
            ).one()
            row.state = state
    assert code_of(town, silent) == "NC"
    found = [code_of(town, who) for who in people]
    assert found == ["I", "P", "R", "R", "R", "R", "NC", "O", "O"]


def test_the_facts_are_told_plainly(town):
    [noi] = met(town, 1)
    [only] = standing(town)
    assert (only.sent, only.response, only.required_answered) == ("sent", None, 0.0)
    town.answer(noi, 5)
    [only] = standing(town)
    assert only.response is ResponseState.STARTED
    assert only.required_answered == pytest.approx(5 / 7)
    assert only.segment == "all"


def test_not_to_know_is_an_answer_and_to_skip_is_none():
    questions = survey().questions
    given = {
        questions[0].key: Answer(State.DONT_KNOW),
        questions[1].key: Answer(State.SKIPPED),
    }
    assert invited.required_answered(survey(), given) == pytest.approx(1 / 7)
    assert invited.required_answered(survey(), {}) == 0


def test_who_was_screened_out_is_not_eligible_and_who_did_not_say_is_unknown(
    town, database, clock
):
    young, shy, grown = met(town, 3)
    with database.write() as session:
        session.get_one(Wave, town.wave.id).min_age = 18
    for who, adult in ((young, False), (shy, None), (grown, True)):
        made = town.answer(who, ALL if adult else 1)
        with database.write() as session:
            response = session.get_one(Response, made.id)
            response.adult = adult
            if adult is False:
                response.state = ResponseState.INELIGIBLE
    assert [code_of(town, who) for who in (young, shy, grown)] == ["NE", "U", "I"]


def test_a_refusal_from_before_the_invitation_is_none_of_this_one(
    town, database, clock
):
    [noi] = met(town, 1)
    with database.write() as session:
        consents.give(
            session, noi.resident_id, ConsentPurpose.NO_INVITATIONS,
            version="1", channel="line", now=clock() - timedelta(days=9),
        )  # fmt: skip
    assert codes_of(town) == ["NC"]


def test_forgetting_people_leaves_every_count_as_it_was(town, database, clock):
    people = met(town, 6)
    town.answer(people[0], ALL)
    town.answer(people[1], 6)
    town.answer(people[2], 1)
    town.decline(people[3])
    town.refuse(people[4])
    before = Counter(codes_of(town))
    for who in people:
        with database.write() as session:
            report = forget.forget(session, who.resident_id, clock())
        assert report.counts["invitation"] == 1
    assert Counter(codes_of(town)) == before == {"I": 1, "P": 1, "R": 3, "NC": 1}
    for row in town.invited():
        assert (row.resident_id, row.delivery_id) == (None, None)
    with database.read() as session:
        assert session.scalars(select(Contact)).all() == []


def test_somebody_who_is_forgotten_before_they_were_written_to_never_is(
    town, database, clock
):
    [noi] = town.crowd(1)
    town.invite()
    with database.write() as session:
        forget.forget(session, noi.resident_id, clock())
    assert not town.send()
    assert codes_of(town) == ["O"]


def test_an_outcome_that_is_fixed_stays_whatever_happens_then(town, database, clock):
    [noi] = met(town, 1)
    with database.write() as session:
        assert invited.fix(session, town.wave.id) == 1
        assert invited.fix(session, town.wave.id) == 0
    town.answer(noi, ALL)
    assert codes_of(town) == ["NC"]
    with database.write() as session:
        forget.forget(session, noi.resident_id, clock())
    assert codes_of(town) == ["NC"]


@pytest.fixture
def two(town, database, clock):
    """One person on two channels that we take for two people, both invited."""
    line = town.meet("U1")
    telegram = town.meet("55", channel="telegram")
    clock.forward(hours=2)
    town.invite()
    return line, telegram


def join(database, clock, line, telegram):
    with database.write() as session:
        code = codes.make(session, codes.JOIN, line.resident_id, clock())
        contact = session.get_one(Contact, telegram.id)
        assert codes.join(session, contact, code, clock()) is codes.Joined.JOINED


def test_who_turns_out_to_be_one_person_was_invited_once(town, database, clock, two):
    town.send()
    join(database, clock, *two)
    [row] = town.invited()
    assert row.resident_id == two[0].resident_id
    assert row.delivery_id is not None
    states = [(each.state, each.reason) for each in town.deliveries()]
    assert states == [("pending", None), ("skipped", "overtaken")]


def test_one_person_has_the_reminders_of_both_that_they_were(
    town, database, clock, two
):
    town.send()
    town.arrived()
    clock.forward(days=2)
    town.remind()
    town.arrived()
    clock.forward(days=3)
    with database.write() as session:
        # Only the second of them got a second reminder.
        rows = session.scalars(select(Invitation).order_by(Invitation.id)).all()
        rows[1].reminded, rows[1].reminded_at = 2, clock()
    join(database, clock, *two)
    [row] = town.invited()
    assert (row.reminded, row.reminded_at) == (2, clock())
    clock.forward(days=9)
    assert not town.remind()


def test_joining_after_the_wave_keeps_both_in_the_list_they_were_counted_in(
    town, database, clock, two
):
    town.send()
    town.arrived()
    town.answer(two[0], ALL)
    with database.write() as session:
        waves.close(session, town.wave.id, clock())
    join(database, clock, *two)
    assert codes_of(town) == ["I", "NC"]
    assert {row.resident_id for row in town.invited()} == {two[0].resident_id, None}


def test_an_invitation_to_another_wave_moves_to_the_joined_person(
    town, database, clock
):
    line = town.meet("U1")
    telegram = town.meet("55", ConsentPurpose.NOTICE, channel="telegram")
    clock.forward(hours=2)
    town.invite()
    join(database, clock, telegram, line)
    assert town.residents() == {telegram.resident_id}


def test_a_refusal_on_one_channel_holds_for_the_person_once_they_are_one(
    town, database, clock, two
):
    town.send()
    town.refuse(two[1])
    join(database, clock, *two)
    waiting = {row.id for row in town.deliveries() if row.state == "pending"}
    with database.read() as session:
        assert set(invitations.unwanted(session, waiting)) == waiting


def test_retention_fixes_outcomes_before_it_forgets_who_answered(town, database, clock):
    people = met(town, 3)
    town.answer(people[0], ALL)
    town.answer(people[1], 6)
    with database.write() as session:
        waves.close(session, town.wave.id, clock())
    clock.forward(days=91)
    retention.run(database, Settings(), clock())
    with database.read() as session:
        assert session.scalars(select(ResponseLink)).all() == []
    assert codes_of(town) == ["I", "NC", "P"]
    assert None not in town.residents()


def test_who_was_invited_is_known_for_the_year_that_the_limits_look_back(
    town, database, clock
):
    met(town, 2)
    with database.write() as session:
        waves.close(session, town.wave.id, clock())
    clock.forward(days=364)
    assert retention.run(database, Settings(), clock())["invitations"] == 0
    assert None not in town.residents()
    clock.forward(days=2)
    assert retention.run(database, Settings(), clock())["invitations"] == 2
    assert town.residents() == {None}
    assert codes_of(town) == ["NC", "NC"]
    assert all(row.delivery_id is None for row in town.invited())


def test_an_open_wave_keeps_its_invitations_however_long_it_lasts(
    town, database, clock
):
    met(town, 1)
    clock.forward(days=400)
    assert retention.run(database, Settings(), clock())["invitations"] == 0
    assert None not in town.residents()


def refuses(database, contact):
    with database.read() as session:
        purpose = ConsentPurpose.NO_INVITATIONS
        return consents.in_force(session, contact.resident_id, purpose) is not None


def test_invitations_refused_since_the_backup_stay_refused(
    town, database, clock, tmp_path
):
    [noi] = met(town, 1)
    backup.backup(database, tmp_path / "b.zip", clock())
    town.refuse(noi)
    done = backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    assert done.withdrawn == 1
    assert refuses(database, noi)


def test_invitations_wanted_again_since_the_backup_are_wanted(
    town, database, clock, tmp_path
):
    [noi] = met(town, 1)
    town.refuse(noi)
    backup.backup(database, tmp_path / "b.zip", clock())
    with database.write() as session:
        invitations.accept(session, noi.resident_id, clock())
    backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    assert not refuses(database, noi)


def test_whoever_refused_and_is_not_in_the_backup_does_not_come_back(
    town, database, clock, tmp_path
):
    backup.backup(database, tmp_path / "b.zip", clock())
    [noi] = met(town, 1)
    town.refuse(noi)
    done = backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    assert done.withdrawn == 0
    assert not refuses(database, noi)


def test_a_backup_brings_lists_and_draws_back(town, database, clock, tmp_path):
    met(town, 3)
    backup.backup(database, tmp_path / "b.zip", clock())
    before = [(row.id, row.resident_id, row.delivery_id) for row in town.invited()]
    backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    after = [(row.id, row.resident_id, row.delivery_id) for row in town.invited()]
    assert after == before
    with database.read() as session:
        assert [draw.quota for draw in inviting.draws(session, town.wave.id)] == [1000]
        assert responses.is_invited(session, before[0][1], town.wave)
