"""The outbox: what is owed, what may be sent now, in which order."""

import random
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import select

from api.store import deliveries, outbox
from api.store.models import Delivery
from api.store.outbox import Queue
from api.store.session import savepoint
from api.store.words import DeliveryKind, DeliveryState
from content.outbound import Card, Choice, Outbound
from tests.api import given
from tests.patience import PATIENCE_S

REPLY, OFFICER = DeliveryKind.REPLY, DeliveryKind.OFFICER
WORDS = (Outbound("สวัสดีค่ะ"),)


@pytest.fixture
def noi(database, clock):
    with database.write() as session:
        return given.contact(session, "Unoi", clock())


@pytest.fixture
def lek(database, clock):
    with database.write() as session:
        return given.contact(session, "Ulek", clock())


@pytest.fixture
def owe(database, clock):
    def owing(contact, words=WORDS, *, kind=REPLY, **options):
        with database.write() as session:
            return deliveries.owe(
                session,
                contact,
                words,
                kind=kind,
                now=clock.forward(milliseconds=1),
                language="th",
                **options,
            )

    return owing


def due(database, now, *, limit=10, queue=Queue.PERSON, account="town"):
    with database.read() as session:
        return outbox.due(session, "line", account, now, limit=limit, queue=queue)


def change(database, delivery, **values):
    with database.write() as session:
        row = session.get_one(Delivery, delivery.id)
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def settle(database, delivery, state, now, **options):
    with database.write() as session:
        deliveries.settle(session, [delivery.id], state, now, **options)


def row_of(database, delivery):
    with database.read() as session:
        return session.get_one(Delivery, delivery.id)


def test_what_is_owed_is_due_with_all_the_sender_needs(database, clock, noi, owe):
    words = (
        Outbound("หนึ่ง", choices=(Choice("ใช่", "s:1", ("yes",)),), numbered=True),
        Outbound(card=Card("ก", "ข", footer="ที่มา")),
    )
    owed = owe(noi, words, reply_token="token-1", token_at=clock())
    (found,) = due(database, clock(), queue=Queue.TOKEN)
    assert (found.id, found.contact_id, found.address) == (owed.id, noi.id, "Unoi")
    assert found.messages == words
    assert (found.reply_token, found.token_at) == ("token-1", owed.token_at)
    assert (found.kind, found.language, found.broadcast_id) == (REPLY, "th", None)


def test_neither_words_nor_token_can_be_read_in_the_database(database, clock, noi, owe):
    owed = owe(noi, reply_token="token-1", token_at=clock())
    row = row_of(database, owed)
    assert "สวัสดี".encode() not in row.body_sealed
    assert b"token-1" not in row.token_sealed


def test_the_oldest_are_due_first_and_no_more_than_asked_for(database, clock, noi, owe):
    others = [owe(noi) for _ in range(5)]
    assert [each.id for each in due(database, clock(), limit=3)] == [
        each.id for each in others[:3]
    ]


def test_what_is_for_later_other_accounts_and_broadcasts_are_not_due(
    database, clock, noi, owe
):
    owed = owe(noi)
    assert due(database, clock(), account="other") == []
    assert due(database, clock(), queue=Queue.NEWS) == []
    change(database, owed, not_before=clock() + timedelta(seconds=5))
    assert due(database, clock()) == []
    assert len(due(database, clock.forward(seconds=5))) == 1


def test_what_has_a_reply_token_is_due_apart(database, clock, noi, lek, owe):
    without = [owe(noi) for _ in range(3)]
    token = owe(lek, reply_token="t", token_at=clock())
    ids = [each.id for each in due(database, clock(), queue=Queue.TOKEN, limit=1)]
    assert ids == [token.id]
    assert [each.id for each in due(database, clock())] == [e.id for e in without]


@pytest.mark.parametrize("state", sorted(set(DeliveryState) - {DeliveryState.PENDING}))
def test_only_what_is_pending_is_due(sqlite_database, clock, state):
    with sqlite_database.write() as session:
        noi = given.contact(session, "Unoi", clock())
        owed = deliveries.owe(
            session, noi, WORDS, kind=REPLY, now=clock(), language="th"
        )
    change(sqlite_database, owed, state=state)
    assert due(sqlite_database, clock()) == []


def test_an_answer_waits_for_an_earlier_one_to_the_same_contact(
    database, clock, noi, lek, owe
):
    first, second = owe(noi), owe(noi)
    other = owe(lek)
    change(database, first, state=DeliveryState.SENDING)
    assert [each.id for each in due(database, clock())] == [other.id]
    settle(database, first, DeliveryState.SENT, clock())
    assert [each.id for each in due(database, clock())] == [second.id, other.id]


def test_a_crowd_of_answers_to_one_contact_does_not_hide_the_others(
    database, clock, noi, lek, owe
):
    first = owe(noi)
    for _ in range(20):
        owe(noi)
    other = owe(lek)
    change(database, first, state=DeliveryState.SENDING)
    assert [each.id for each in due(database, clock(), limit=3)] == [other.id]


def test_an_answer_does_not_wait_for_a_broadcast_or_an_officers_push(
    database, clock, noi, owe
):
    pushed = owe(noi, kind=OFFICER)
    change(database, pushed, state=DeliveryState.SENDING)
    broadcast = owe(noi, kind=DeliveryKind.BROADCAST)
    change(database, broadcast, state=DeliveryState.SENDING, priority=1)
    answer = owe(noi)
    assert [each.id for each in due(database, clock())] == [answer.id]


def test_an_officers_word_waits_for_a_reply_that_is_owed_by_its_token(
    database, clock, noi, lek, owe
):
    reply = owe(noi, reply_token="t", token_at=clock())
    word, other = owe(noi, kind=OFFICER), owe(lek, kind=OFFICER)
    assert [each.id for each in due(database, clock())] == [other.id]
    # Nobody waits for what is not sent yet.
    change(database, reply, not_before=clock() + timedelta(hours=1))
    assert [each.id for each in due(database, clock())] == [word.id, other.id]


def test_a_reply_by_its_token_never_waits_for_an_officers_word(
    database, clock, noi, owe
):
    owe(noi, kind=OFFICER)
    reply = owe(noi, reply_token="t", token_at=clock())
    found = due(database, clock(), queue=Queue.TOKEN)
    assert [each.id for each in found] == [reply.id]


def test_what_is_parked_waits_oldest_first(database, clock, noi, lek, owe):
    owed = [owe(noi) for _ in range(4)]
    random.Random(3).shuffle(owed)
    for each in owed:
        settle(database, each, DeliveryState.PARKED, clock(), reason="late")
    owe(lek)
    with database.read() as session:
        found = deliveries.parked(session, noi.id)
        assert [each.id for each in found] == sorted(each.id for each in owed)[:3]
        assert deliveries.parked(session, lek.id) == []


def test_a_token_is_forgotten_once_it_may_have_been_used(sqlite_database, clock):
    with sqlite_database.write() as session:
        noi = given.contact(session, "Unoi", clock())
    for state, kept in (
        (DeliveryState.SENT, False),
        (DeliveryState.PARKED, False),
        (DeliveryState.UNKNOWN, False),
        (DeliveryState.PENDING, True),
    ):
        with sqlite_database.write() as session:
            owed = deliveries.owe(
                session,
                noi,
                WORDS,
                kind=REPLY,
                now=clock(),
                language="th",
                reply_token="t",
                token_at=clock(),
            )
        settle(sqlite_database, owed, state, clock())
        assert (row_of(sqlite_database, owed).token_sealed is not None) is kept


def test_what_is_done_has_its_moment_and_what_waits_has_none(database, clock, noi, owe):
    owed = owe(noi)
    settle(database, owed, DeliveryState.PARKED, clock(), reason="quota")
    assert row_of(database, owed).done_at is None
    settle(database, owed, DeliveryState.PENDING, clock())
    assert (row_of(database, owed).done_at, row_of(database, owed).reason) == (
        None,
        None,
    )
    settle(database, owed, DeliveryState.FAILED, clock(), reason="refused")
    row = row_of(database, owed)
    assert (row.state, row.reason, row.done_at) == (
        DeliveryState.FAILED,
        "refused",
        clock(),
    )


@pytest.mark.parametrize("ended", [DeliveryState.SENT, DeliveryState.SKIPPED])
def test_how_one_has_ended_stands(database, clock, noi, owe, ended):
    owed = owe(noi)
    settle(database, owed, ended, clock(), reason="first")
    settle(database, owed, DeliveryState.PARKED, clock(), reason="later")
    row = row_of(database, owed)
    assert (row.state, row.reason) == (ended, "first")


def test_nothing_more_goes_to_a_contact_who_is_gone(database, clock, noi, lek, owe):
    pending, parked, sent = owe(noi), owe(noi), owe(noi)
    settle(database, parked, DeliveryState.PARKED, clock())
    settle(database, sent, DeliveryState.SENT, clock())
    other = owe(lek)
    with database.write() as session:
        deliveries.skip_blocked(session, noi.id, clock())
    for each in (pending, parked):
        row = row_of(database, each)
        assert (row.state, row.reason) == (DeliveryState.SKIPPED, "contact_gone")
        assert row.done_at == clock()
    assert row_of(database, sent).state is DeliveryState.SENT
    assert row_of(database, other).state is DeliveryState.PENDING


def test_what_we_last_asked_is_found_and_a_broadcast_asks_nothing(
    database, clock, noi, owe
):
    def asked():
        with database.read() as session:
            return deliveries.last_expectation(session, noi.id)

    assert asked() is None
    owe(noi, expects={"topic": "survey"})
    owe(noi, expects={"topic": "person"})
    assert asked() == {"topic": "person"}
    news = owe(noi, kind=DeliveryKind.BROADCAST)
    assert asked() == {"topic": "person"}
    assert row_of(database, news).expects is None
    owe(noi)
    assert asked() is None


def test_an_event_is_answered_by_one_delivery(database, clock, noi, owe):
    from api.store.models import InboundEvent
    from tests.api.store import rows

    with database.write() as session:
        event = rows.event(session, noi, clock(), "k", "สวัสดี")
    owe(noi, event_id=event.id)
    with pytest.raises(Exception, match=r"(?i)unique"):
        owe(noi, event_id=event.id)
    with database.read() as session:
        assert len(session.scalars(select(Delivery)).all()) == 1
        assert session.get_one(InboundEvent, event.id)


def test_a_blanked_delivery_has_no_words(database, clock, noi, owe):
    owed = owe(noi)
    change(database, owed, body_sealed=None)
    with database.read() as session:
        row = session.get_one(Delivery, owed.id)
        assert deliveries.messages_of(session, row) is None
    assert due(database, clock())[0].messages is None


def test_a_reply_token_is_tried_only_while_the_call_fits_into_its_minute(clock):
    assert outbox.token_deadline(clock(), 10) == clock() + timedelta(seconds=40)


def test_senders_in_other_processes_are_told(postgres_database, clock):
    import psycopg

    url = postgres_database.engine.url.set(drivername="postgresql")
    with psycopg.connect(
        url.render_as_string(hide_password=False), autocommit=True
    ) as listening:
        listening.execute(f"LISTEN {deliveries.OWED_SIGNAL}")
        with postgres_database.write() as session:
            noi = given.contact(session, "Unoi", clock())
            deliveries.owe(session, noi, WORDS, kind=REPLY, now=clock(), language="th")
        heard = next(listening.notifies(timeout=PATIENCE_S, stop_after=1))
    assert heard.channel == deliveries.OWED_SIGNAL


def test_what_is_owed_after_a_part_was_undone_wakes_other_processes(
    postgres_database, clock
):
    with postgres_database.write() as session:
        noi = given.contact(session, "Unoi", clock())

    def owe_one(session):
        deliveries.write_down(
            session, noi, WORDS, kind=REPLY, now=clock(), language="th"
        )

    def owe_in_vain(session):
        with savepoint(session):
            owe_one(session)
            raise RuntimeError

    url = postgres_database.url.replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as other:
        other.execute(f"LISTEN {deliveries.OWED_SIGNAL}")
        with postgres_database.write() as session:
            with pytest.raises(RuntimeError):
                owe_in_vain(session)
            owe_one(session)
            owe_one(session)
        told = list(other.notifies(timeout=10, stop_after=1))
    assert [each.channel for each in told] == [deliveries.OWED_SIGNAL]
