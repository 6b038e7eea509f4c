"""Meeting residents, finding them again, and where to write to them."""

from sqlalchemy import func, select

from api.store import residents
from api.store.models import Contact, Resident
from api.store.words import ContactState

NOI = {"channel": "line", "account": "town", "address": "Unoi"}


def meet(database, now, **fields):
    with database.write() as session:
        return residents.meet(session, **(NOI | fields), now=now)


def count(database, model):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(model))


def test_whoever_writes_twice_is_met_once(database, clock):
    first = meet(database, clock())
    again = meet(database, clock.forward(days=1))
    assert again.id == first.id
    assert again.seen_at == clock()
    assert again.created_at < clock()
    assert count(database, Resident) == 1


def test_the_same_address_on_another_account_or_channel_is_someone_else(
    database, clock
):
    ids = {
        meet(database, clock(), **other).resident_id
        for other in ({}, {"account": "b"}, {"channel": "telegram"}, {"address": "U2"})
    }
    assert len(ids) == 4


def test_the_address_can_be_used_and_cannot_be_read_in_the_database(database, clock):
    contact = meet(database, clock())
    with database.read() as session:
        row = session.get_one(Contact, contact.id)
        assert residents.address(session, row) == "Unoi"
    assert b"Unoi" not in row.address_sealed
    assert "Unoi" not in row.address_hash


def test_whoever_blocked_us_and_writes_again_is_back(database, clock):
    contact = meet(database, clock())
    with database.write() as session:
        residents.block(session, contact.id)
    with database.read() as session:
        assert session.get_one(Contact, contact.id).state is ContactState.BLOCKED
    assert meet(database, clock()).state is ContactState.ACTIVE


def test_a_stranger_is_not_found(database):
    with database.read() as session:
        assert residents.find(session, **NOI) is None


def test_a_moved_contact_is_found_under_its_new_address_only(database, clock):
    contact = meet(database, clock(), channel="telegram", address="-10")
    with database.write() as session:
        assert residents.move(session, contact.id, "-10012345678901")
    with database.read() as session:
        where = {"channel": "telegram", "account": "town"}
        assert residents.find(session, address="-10", **where) is None
        found = residents.find(session, address="-10012345678901", **where)
        assert found.id == contact.id
        assert residents.address(session, found) == "-10012345678901"


def test_a_contact_does_not_move_to_where_we_met_somebody_meanwhile(database, clock):
    contact = meet(database, clock(), channel="telegram", address="-10")
    met = meet(database, clock(), channel="telegram", address="-100")
    with database.write() as session:
        assert not residents.move(session, contact.id, "-100")
        assert residents.move(session, met.id, "-100")
    with database.read() as session:
        where = {"channel": "telegram", "account": "town"}
        assert residents.find(session, address="-100", **where).id == met.id
        assert residents.find(session, address="-10", **where).id == contact.id


def test_the_contacts_of_a_resident_are_listed_oldest_first(database, clock):
    first = meet(database, clock())
    with database.write() as session:
        second = residents.meet(
            session,
            channel="web",
            account="web",
            address="w",
            now=clock.forward(days=1),
        )
        second.resident_id = first.resident_id
        session.add(second)
    with database.read() as session:
        listed = residents.contacts_of(session, first.resident_id)
        assert [each.id for each in listed] == [first.id, second.id]


def test_the_resident_is_locked_for_the_transaction(postgres_database, clock):
    contact = meet(postgres_database, clock())
    with postgres_database.write() as session:
        residents.lock(session, contact.resident_id)
        with postgres_database.write() as other:
            free = other.execute(
                select(Resident.id)
                .where(Resident.id == contact.resident_id)
                .with_for_update(skip_locked=True)
            ).all()
    assert free == []
