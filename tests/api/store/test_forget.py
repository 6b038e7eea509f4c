"""Forgetting a person: no trace of theirs in any table, the town's numbers intact."""

from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import SQLModel, select

from api.store import audit, deliveries, forget, nightly, residents
from api.store.models import (
    Answer,
    Asked,
    AuditEntry,
    Batch,
    Case,
    CaseEvent,
    Contact,
    Delivery,
    InboundEvent,
    ModelTask,
    OpenQuestion,
    Resident,
    Response,
    ResponseLink,
    Utterance,
)
from api.store.words import CaseState, ContactState, DeliveryState, EventState
from api.store.words import ResponseState as State
from tests.api.store import rows

ADDRESS = "U4af4980629aa"
SAID = "ป้าแมว บ้านเลขที่ 12/3 น้ำเน่า"
OTHER, OTHER_SAID = "Ubbbbbbbbbbbb", "ลุงชัยถามเรื่องขยะ"


@pytest.fixture
def met(database, clock):
    """Two people with a row in every table; the first also on the web."""
    with database.write() as session:
        town = rows.town(session, clock())
        one = rows.person(session, clock(), ADDRESS)
        web = rows.person(session, clock(), f"web {ADDRESS}", "web")
        old, web.resident_id = web.resident_id, one.resident_id
        session.flush()
        forget.forget(session, old, clock())
        two = rows.person(session, clock(), OTHER)
        rows.journey(session, one, town, clock(), SAID)
        rows.journey(session, two, town, clock(), OTHER_SAID)
        rows.delivery(session, web, clock(), text=SAID)
    return town, one, web, two


def erase(database, contact, clock, **options):
    with database.write() as session:
        return forget.forget(session, contact.resident_id, clock(), **options)


def traces(contact: Contact) -> list[str]:
    """What would lead to them, for someone who holds the key."""
    return [
        ADDRESS, SAID, contact.address_hash, str(contact.id), str(contact.resident_id)
    ]  # fmt: skip


def test_nothing_of_the_person_is_left_in_any_table(database, met, clock):
    _, one, web, _ = met
    before = rows.readable(database)
    for trace in traces(one) + traces(web):
        assert trace in before
    lane = lane_of(database, one)
    report = erase(database, one, clock)
    assert report.complete
    after = rows.readable(database)
    for trace in [*traces(one), *traces(web), lane]:
        assert trace not in after


def lane_of(database, contact) -> str:
    with database.read() as session:
        return session.exec(
            select(InboundEvent.lane).where(InboundEvent.contact_id == contact.id)
        ).one()


def test_nothing_of_the_next_person_is_touched(database, met, clock):
    _, one, _, two = met
    mine = [row for table in rows.everything(database).values() for row in table]
    erase(database, one, clock)
    kept = [row for table in rows.everything(database).values() for row in table]
    theirs = [row for row in mine if str(two.id) in str(row)]
    assert len(theirs) > 5
    assert [row for row in kept if str(two.id) in str(row)] == theirs
    assert OTHER_SAID in rows.readable(database)


def test_what_stays_is_not_found_by_a_message_any_more(database, met, clock):
    """A mark leads from a nameless answer to the message it came in."""
    _, one, _, two = met
    erase(database, one, clock)
    assert marked(database) == dict.fromkeys(MARKED, 1) | {InboundEvent: 2}
    erase(database, two, clock)
    assert marked(database) == dict.fromkeys(MARKED, 0)


MARKED = (
    InboundEvent, Utterance, OpenQuestion, Asked, CaseEvent, Answer, ModelTask
)  # fmt: skip


def test_every_table_that_is_marked_is_known_here():
    named = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        if "message_hash" in table.columns
    }
    assert named == {model.__tablename__ for model in MARKED}


def marked(database):
    with database.read() as session:
        return {
            model: session.exec(select(func.count(model.message_hash))).one()
            for model in MARKED
        }


def test_the_report_counts_what_went(database, met, clock):
    _, one, _, _ = met
    counts = erase(database, one, clock).counts
    assert counts["contact"] == 2
    assert counts["delivery"] == 3
    assert counts["inbound_event"] == 2
    assert counts["response_link"] == 1
    assert counts["answer_text"] == 1
    assert counts["photo"] == 1
    assert counts["resident"] == 1


def test_every_table_that_names_a_contact_is_known_here():
    naming = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "contact"
    }
    assert naming == {
        "inbound_event", "utterance", "delivery", "case", "model_task", "photo",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("state", "stays"),
    [
        (State.COMPLETE, True),
        (State.DECLINED, True),
        (State.OFFERED, False),
        (State.STARTED, False),
        (State.PAUSED, False),
    ],
)
def test_a_finished_response_stays_nameless_and_an_unfinished_one_goes(
    database, clock, state, stays
):
    with database.write() as session:
        town = rows.town(session, clock())
        contact = rows.person(session, clock(), ADDRESS)
        rows.response(session, contact, town.wave, clock(), state=state, text=SAID)
    erase(database, contact, clock)
    with database.read() as session:
        assert session.exec(select(ResponseLink)).all() == []
        assert len(session.exec(select(Response)).all()) == stays
        answers = session.exec(select(Answer)).all()
        assert [row.value for row in answers if row.question_key == "a"] == (
            ["good"] if stays else []
        )
        assert all(row.text_sealed is None for row in answers)


def test_a_redelivered_event_is_still_known(database, met, clock):
    _, one, _, _ = met
    with database.read() as session:
        keys = set(session.exec(select(InboundEvent.event_key)))
    assert len(keys) == 4
    erase(database, one, clock)
    with database.read() as session:
        assert set(session.exec(select(InboundEvent.event_key))) == keys
        blanked = select(InboundEvent).where(InboundEvent.payload_sealed.is_(None))
        assert len(session.exec(blanked).all()) == 2


def test_an_event_that_was_said_afterwards_is_left_to_be_handled(database, met, clock):
    _, one, _, _ = met
    with database.write() as session:
        later = rows.event(
            session, one, clock(), "later", "สวัสดีอีกครั้ง", EventState.TAKEN
        )
    erase(database, one, clock)
    with database.read() as session:
        found = session.get_one(InboundEvent, later.id)
        assert found.lane == later.lane
        assert found.payload_sealed is not None


def test_a_case_becomes_a_closed_number_that_is_not_given_twice(database, met, clock):
    _, one, _, _ = met
    with database.read() as session:
        number = session.exec(
            select(Case.number).where(Case.resident_id == one.resident_id)
        ).one()
    erase(database, one, clock)
    with database.read() as session:
        case = session.exec(select(Case).where(Case.number == number)).one()
        assert case.state is CaseState.CLOSED
        assert case.closed_at == clock()
        assert (case.resident_id, case.contact_id) == (None, None)


def test_a_broadcasts_counts_stay_true(database, met, clock):
    town, one, _, two = met
    erase(database, one, clock)
    with database.read() as session:
        erased = forget.erased_deliveries(session, town.broadcast.id)
        left = session.exec(
            select(func.count()).where(Delivery.broadcast_id == town.broadcast.id)
        ).one()
    assert erased == {("line", "sent"): 1}
    assert left == 1
    erase(database, two, clock)
    with database.read() as session:
        erased = forget.erased_deliveries(session, town.broadcast.id)
    assert erased == {("line", "sent"): 2}


def test_the_audit_log_tells_of_it_without_naming_anyone(database, met, clock):
    _, one, _, _ = met
    erase(database, one, clock)
    with database.read() as session:
        entry = session.exec(
            select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)
        ).one()
        assert (entry.actor, entry.action) == ("resident", forget.ACTION)
        assert entry.subject == "resident"
        assert audit.verify(session) is None


def test_a_goodbye_is_still_sent_and_then_its_address_goes(database, met, clock):
    _, one, web, _ = met
    with database.write() as session:
        contact = session.get_one(Contact, one.id)
        asked = rows.event(session, contact, clock(), "bye", "ลบข้อมูล", EventState.TAKEN)
        goodbye = rows.delivery(
            session, contact, clock(), text="ลาก่อนค่ะ",
            state=DeliveryState.PENDING, event=asked,
        )  # fmt: skip
        report = forget.forget(
            session, one.resident_id, clock(), keep_delivery=goodbye.id
        )
        asked = session.get_one(InboundEvent, asked.id)
        asked.contact_id, asked.state = contact.id, EventState.HANDLED
    assert not report.complete
    with database.write() as session:
        kept = session.get_one(Contact, one.id)
        assert kept.state is ContactState.FORGOTTEN
        assert residents.address(session, kept) == ADDRESS
        assert session.get(Contact, web.id) is None
        assert SAID not in rows.readable(database)
        assert forget.finish_forgotten(session, clock()) == 0
        session.get_one(Delivery, goodbye.id).state = DeliveryState.SENT
    with database.write() as session:
        assert forget.finish_forgotten(session, clock()) == 1
        assert session.get(Resident, one.resident_id) is None
    after = rows.readable(database)
    for trace in [*traces(one), asked.lane, "ลาก่อนค่ะ", "ลบข้อมูล"]:
        assert trace not in after


def test_what_is_being_sent_is_erased_once_the_call_is_recorded(database, met, clock):
    """The sender, who has no transaction open, finds its delivery and its call."""
    _, one, _, two = met
    with database.write() as session:
        call = rows.batch(session, clock(), f"{ADDRESS} {OTHER}", recorded=False)
        theirs, others = (
            rows.delivery(
                session, contact, clock(), state=DeliveryState.SENDING, batch=call
            )
            for contact in (one, two)
        )
    assert not erase(database, one, clock).complete
    with database.write() as session:
        assert session.get_one(Batch, call.id).body_sealed is not None
        assert forget.finish_forgotten(session, clock()) == 0
        for delivery in (theirs, others):
            session.get_one(Delivery, delivery.id).state = DeliveryState.SENT
        # Its outcome is not recorded yet: the same call may be made again.
        session.flush()
        assert forget.finish_forgotten(session, clock()) == 0
        session.get_one(Batch, call.id).leased_until = None
    with database.write() as session:
        assert forget.finish_forgotten(session, clock()) == 1
        assert session.get_one(Batch, call.id).body_sealed is None
        assert session.get(Delivery, others.id) is not None
    for trace in traces(one):
        assert trace not in rows.readable(database)


def test_a_broadcast_erased_in_flight_is_counted_when_it_is_done(database, met, clock):
    town, one, _, _ = met
    with database.write() as session:
        sent = session.exec(
            select(Delivery).where(
                Delivery.contact_id == one.id,
                Delivery.broadcast_id == town.broadcast.id,
            )
        ).one()
        sent.state = DeliveryState.SENDING
    erase(database, one, clock)
    with database.write() as session:
        assert forget.erased_deliveries(session, town.broadcast.id) == {}
        session.get_one(Delivery, sent.id).state = DeliveryState.UNKNOWN
    with database.write() as session:
        forget.finish_forgotten(session, clock())
        erased = forget.erased_deliveries(session, town.broadcast.id)
        assert erased == {("line", "unknown"): 1}


def test_a_goodbye_nobody_comes_for_is_given_up_after_two_days(database, met, clock):
    _, _, web, _ = met
    with database.write() as session:
        contact = session.get_one(Contact, web.id)
        goodbye = rows.delivery(session, contact, clock(), state=DeliveryState.PENDING)
        forget.forget(session, web.resident_id, clock(), keep_delivery=goodbye.id)
    clock.forward(days=2, seconds=-1)
    with database.write() as session:
        assert forget.finish_forgotten(session, clock()) == 0
        assert forget.finish_forgotten(session, clock.forward(seconds=1)) == 1


def test_who_blocks_us_right_after_is_erased_all_the_same(database, met, clock):
    """Many do both at once: the goodbye then finds nobody."""
    _, one, _, _ = met
    with database.write() as session:
        contact = session.get_one(Contact, one.id)
        goodbye = rows.delivery(session, contact, clock(), state=DeliveryState.PENDING)
        forget.forget(session, one.resident_id, clock(), keep_delivery=goodbye.id)
    with database.write() as session:
        residents.block(session, one.id)
        deliveries.skip_blocked(session, one.id, clock())
    with database.write() as session:
        assert forget.finish_forgotten(session, clock()) == 1
        assert session.get(Contact, one.id) is None


def test_whoever_writes_again_is_a_new_acquaintance(database, met, clock):
    _, one, _, _ = met
    with database.write() as session:
        contact = session.get_one(Contact, one.id)
        goodbye = rows.delivery(session, contact, clock(), state=DeliveryState.PENDING)
        forget.forget(session, one.resident_id, clock(), keep_delivery=goodbye.id)
    clock.forward(minutes=1)
    with database.write() as session:
        again = residents.meet(
            session, channel="line", account="main", address=ADDRESS, now=clock()
        )
        resident = session.get_one(Resident, again.resident_id)
        assert resident.language is None
        session.get_one(Delivery, goodbye.id).state = DeliveryState.SENT
    with database.write() as session:
        assert forget.finish_forgotten(session, clock()) == 0
        assert session.get(Contact, again.id) is not None


def test_the_file_itself_has_no_trace_after_the_night(sqlite_database, tmp_path, clock):
    """Deleted rows are overwritten, and the write-ahead log is emptied."""
    with sqlite_database.write() as session:
        town = rows.town(session, clock())
        contact = rows.person(session, clock(), ADDRESS)
        rows.journey(session, contact, town, clock(), SAID)
        rows.person(session, clock(), OTHER)
        sealed = contact.address_sealed
    nightly.scrub(sqlite_database)
    assert sealed in on_disk(tmp_path)
    erase(sqlite_database, contact, clock)
    nightly.scrub(sqlite_database)
    left = on_disk(tmp_path)
    assert sealed not in left
    assert contact.address_hash.encode() not in left
    assert contact.id.hex.encode() not in left


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("ecotown.db*"))
