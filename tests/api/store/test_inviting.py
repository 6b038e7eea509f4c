"""Who is drawn and invited: none who is to be left alone, the same by the same seed."""

import threading

import pytest
from sqlalchemy import select

from api.errors import DomainError
from api.store import (
    audit,
    consents,
    invitations,
    inviting,
    residents,
    responses,
    waves,
)
from api.store.eligible import Segment
from api.store.models import Contact, Draw, Resident
from api.store.words import ConsentPurpose, ResponseState
from surveys.contact import rank
from tests.inviting import EVERYONE, Town, survey

NEWS, SURVEYS = ConsentPurpose.BROADCASTS, ConsentPurpose.SURVEYS


@pytest.fixture
def town(database, clock):
    return Town(database, clock)


def left_out(drawn):
    return dict(drawn.left_out)


def test_whoever_agreed_to_news_or_to_a_survey_before_may_be_invited(town):
    news = town.meet("U1", NEWS)
    surveys = town.meet("U2", SURVEYS)
    town.meet("U3", ConsentPurpose.NOTICE)
    drawn = town.invite()
    assert town.residents() == {news.resident_id, surveys.resident_id}
    assert (drawn.eligible, left_out(drawn)) == (2, {"not_agreed": 1})


def test_whoever_took_their_word_back_or_refused_is_not_invited(town, database, clock):
    gone, refused = town.meet("U1"), town.meet("U2")
    with database.write() as session:
        consents.withdraw(session, gone.resident_id, NEWS, clock())
        invitations.refuse(
            session, refused.resident_id, version="1", channel="line", now=clock()
        )
    drawn = town.invite()
    assert town.residents() == set()
    assert left_out(drawn) == {"not_agreed": 1, "no_invitations": 1}


def test_a_refusal_that_was_undone_counts_no_more(town, database, clock):
    noi = town.meet("U1")
    with database.write() as session:
        invitations.refuse(
            session, noi.resident_id, version="1", channel="line", now=clock()
        )
        assert invitations.accept(session, noi.resident_id, clock())
        assert not invitations.accept(session, noi.resident_id, clock())
    town.invite()
    assert town.residents() == {noi.resident_id}


def test_whoever_blocked_every_channel_or_sits_at_a_terminal_is_not_invited(
    town, database
):
    blocked = town.meet("U1")
    town.meet("dev", channel="terminal")
    with database.write() as session:
        residents.block(session, blocked.id)
    drawn = town.invite()
    assert town.residents() == set()
    assert left_out(drawn) == {"unreachable": 1}


@pytest.mark.parametrize(
    ("state", "invited"),
    [
        (ResponseState.OFFERED, True),
        (ResponseState.STARTED, False),
        (ResponseState.PAUSED, False),
        (ResponseState.COMPLETE, False),
        (ResponseState.DECLINED, False),
        (ResponseState.INELIGIBLE, False),
    ],
)
def test_whoever_took_part_by_themselves_is_not_invited(
    town, database, clock, state, invited
):
    noi = town.meet("U1")
    with database.write() as session:
        response = responses.offer(
            session, noi.resident_id, town.wave, language="th", mode="line", now=clock()
        )
        responses.set_state(session, response, state, clock())
    drawn = town.invite()
    assert bool(town.residents()) is invited
    assert left_out(drawn) == ({} if invited else {"took_part": 1})


def other_survey():
    return survey().model_copy(update={"key": "another_one"})


def test_nobody_is_invited_twice_in_thirty_days_whatever_it_is_to(town, clock):
    noi = town.meet("U1")
    town.invite()
    second = town.another("w2", survey=other_survey())
    clock.forward(days=29)
    assert left_out(town.invite(key="w2")) == {"invited_lately": 1}
    clock.forward(days=1)
    town.invite(key="w2")
    assert town.residents(second) == {noi.resident_id}


def test_ninety_days_lie_between_two_waves_of_one_survey(town, clock):
    noi = town.meet("U1")
    town.invite()
    clock.forward(days=89)
    second = town.another("w2")
    assert left_out(town.invite(key="w2")) == {"same_survey_lately": 1}
    clock.forward(days=1)
    town.invite(key="w2")
    assert town.residents(second) == {noi.resident_id}


def test_whoever_answered_the_survey_unasked_is_left_alone_for_ninety_days(
    town, database, clock
):
    noi = town.meet("U1")
    with database.write() as session:
        response = responses.offer(
            session, noi.resident_id, town.wave, language="th", mode="line", now=clock()
        )
        responses.set_state(session, response, ResponseState.COMPLETE, clock())
    town.another("w2")
    clock.forward(days=50)
    assert left_out(town.invite(key="w2")) == {"same_survey_lately": 1}


def test_there_are_four_invitations_to_one_survey_a_year(town, clock):
    town.meet("U1")
    town.invite()
    for number in range(2, 5):
        clock.forward(days=90)
        town.another(f"w{number}")
        town.invite(key=f"w{number}")
    clock.forward(days=90)
    town.another("w5")
    assert left_out(town.invite(key="w5")) == {"often_enough_this_year": 1}
    clock.forward(days=5)
    assert len(town.invite(key="w5").chosen) == 1


def test_a_segment_is_a_channel_a_language_or_both(town):
    town.meet("U1")
    burmese = town.meet("U2", language="my")
    telegram = town.meet("55", language="my", channel="telegram")
    town.invite(segment=Segment("line", "my"))
    assert town.residents() == {burmese.resident_id}
    drawn = town.invite(segment=Segment(language="my"))
    assert town.residents() == {burmese.resident_id, telegram.resident_id}
    assert left_out(drawn) == {"invited_already": 1}
    drawn = town.invite(segment=Segment("line", "th"))
    assert [row.segment for row in town.invited()] == ["line my", "my", "line th"]
    assert drawn.by_channel == {"line": 1}


def test_a_resident_with_two_channels_is_one_person_on_the_one_they_used_last(
    town, database, clock
):
    line = town.meet("U1")
    clock.forward(days=1)
    other = town.meet("55", channel="telegram")
    with database.write() as session:
        moved = session.get_one(Contact, other.id)
        left, moved.resident_id = moved.resident_id, line.resident_id
        session.delete(consents.in_force(session, left, NEWS))
        session.flush()
        session.delete(session.get_one(Resident, left))
    assert town.invite().by_channel == {"telegram": 1}
    with database.write() as session:
        residents.block(session, other.id)
    town.another("w2", survey=other_survey())
    clock.forward(days=31)
    assert town.invite(key="w2").by_channel == {"line": 1}


def test_the_quota_is_drawn_by_the_seed_and_anyone_can_draw_it_again(town, database):
    people = {each.resident_id for each in town.crowd(40)}
    drawn = town.invite(15, seed="s")
    assert town.residents() == set(drawn.chosen)
    assert len(drawn.chosen) == 15
    assert set(drawn.chosen) < people
    with database.read() as session:
        [kept] = inviting.draws(session, town.wave.id)
        told = audit.list_(session).items[0]
    assert (kept.seed, kept.quota, kept.eligible, kept.segment) == ("s", 15, 40, "all")
    assert told.action == "wave.invite"
    assert told.details["seed"] == "s"


def test_it_is_only_looked_at_before_anybody_is_invited(town, database, clock):
    town.crowd(9)
    with database.read() as session:
        drawn = inviting.draw(
            session, town.wave, segment=EVERYONE, quota=4, seed="s", now=clock()
        )
    assert town.invited() == []
    assert town.invite(4, seed="s").chosen == drawn.chosen


def test_done_again_it_invites_nobody_twice_and_a_larger_quota_goes_on_with_the_lot(
    town, clock
):
    town.crowd(30)
    first = town.invite(10, seed="s")
    again = town.invite(10)
    assert (again.chosen, again.invited, again.eligible) == ((), 10, 30)
    more = town.invite(25)
    assert len(town.residents()) == 25
    whole = [*first.chosen, *more.chosen]
    assert whole == sorted(whole, key=lambda each: rank("s", each))


def test_a_draw_that_was_interrupted_is_finished_with_the_same_people(
    town, database, clock
):
    town.crowd(30)
    with database.read() as session:
        drawn = inviting.draw(
            session, town.wave, segment=EVERYONE, quota=20, seed="s", now=clock()
        )
    with database.write() as session:
        done = inviting.freeze(
            session, town.wave.id, drawn, drawn.chosen[:7], by="cli", now=clock()
        )
    assert done == 7
    town.invite(20)
    assert town.residents() == set(drawn.chosen)


def test_another_seed_for_a_segment_that_was_drawn_is_refused(town):
    town.crowd(3)
    town.invite(1, seed="s")
    with pytest.raises(DomainError) as refused:
        town.invite(2, seed="t")
    assert refused.value.key == "error.invite_seed"
    assert len(town.invited()) == 1


def test_whoever_refuses_between_the_draw_and_the_list_is_not_in_it(
    town, database, clock
):
    noi, som = town.crowd(2)
    with database.read() as session:
        drawn = inviting.draw(
            session, town.wave, segment=EVERYONE, quota=2, now=clock()
        )
    with database.write() as session:
        invitations.refuse(
            session, noi.resident_id, version="1", channel="line", now=clock()
        )
    with database.write() as session:
        assert (
            inviting.freeze(
                session, town.wave.id, drawn, drawn.chosen, by="cli", now=clock()
            )
            == 1
        )
    assert town.residents() == {som.resident_id}


def test_two_draws_at_once_for_two_waves_invite_each_person_once(town, database, clock):
    town.crowd(12)
    second = town.another("w2", survey=other_survey())
    together = threading.Barrier(2)
    failures = []

    def run(key):
        together.wait()
        try:
            town.invite(key=key)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(key,)) for key in ("w1", "w2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(town.invited()) + len(town.invited(second)) == 12
    assert not town.residents() & town.residents(second)


@pytest.mark.parametrize("frame", ["open_link", "probability"])
def test_only_a_wave_of_an_invited_list_invites(town, frame):
    town.another("w2", frame=frame)
    with pytest.raises(DomainError) as refused:
        town.invite(key="w2")
    assert refused.value.key == "error.invite_frame"


def test_a_wave_that_is_over_invites_nobody(town, database, clock):
    town.crowd(2)
    with database.write() as session:
        waves.close(session, town.wave.id, clock())
    with pytest.raises(DomainError) as refused:
        town.invite()
    assert refused.value.key == "error.invite_not_open"


@pytest.mark.parametrize("quota", [0, -1, 1_000_001])
def test_a_quota_is_a_number_of_people(town, quota):
    with pytest.raises(DomainError) as refused:
        town.invite(quota)
    assert refused.value.key == "error.invite_quota"


def test_everyone_in_the_segment_is_either_eligible_or_left_out_for_one_reason(
    town, database, clock
):
    met = town.crowd(12)
    town.meet("U-a", ConsentPurpose.NOTICE)
    with database.write() as session:
        for noi in met[:3]:
            residents.block(session, noi.id)
        for noi in met[2:6]:
            invitations.refuse(
                session, noi.resident_id, version="1", channel="line", now=clock()
            )
    drawn = town.invite()
    assert drawn.eligible + sum(drawn.left_out.values()) == 13
    with database.read() as session:
        [kept] = session.scalars(select(Draw)).all()
        assert kept.left_out == drawn.left_out
        assert kept.drawn_at == clock()
