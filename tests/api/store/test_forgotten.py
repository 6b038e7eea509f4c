"""Whoever was forgotten does not come back with an old backup."""

from datetime import timedelta

import pytest
from sqlmodel import select

from api.store import backup, consents, deliveries, forget, forgotten, residents
from api.store.models import Contact, Forgotten, Resident
from api.store.session import Database
from api.store.words import ConsentPurpose, ContactState, DeliveryState
from tests.api.store import rows
from tests.conftest import KEYS

NOI, SOM = "U4af4980629aa", "Ubbbbbbbbbbbb"
SAID = "บ้านเลขที่ 12/3 น้ำเน่า"
YEAR = timedelta(days=365)


@pytest.fixture
def noi(database, clock):
    """Somebody who used everything once; somebody else beside them."""
    with database.write() as session:
        town = rows.town(session, clock())
        rows.person(session, clock(), SOM)
        made = rows.person(session, clock(), NOI)
        rows.journey(session, made, town, clock(), SAID)
    return made


@pytest.fixture
def old(database, noi, tmp_path, clock):
    """A backup of the day before they were forgotten."""
    target = tmp_path / "old.zip"
    backup.backup(database, target, clock())
    clock.forward(days=1)
    return target


@pytest.fixture
def machine(tmp_path):
    """A new machine, with nothing on it."""
    other = Database(f"sqlite:///{tmp_path / 'other.db'}", KEYS)
    yield other
    other.close()


def erase(database, contact, clock):
    with database.write() as session:
        forget.forget(session, contact.resident_id, clock())


def is_known(database, address=NOI):
    with database.read() as session:
        who = {"channel": "line", "account": "main", "address": address}
        return residents.find(session, **who) is not None


def test_who_was_forgotten_stays_so_when_the_town_is_set_back(
    database, noi, old, clock
):
    erase(database, noi, clock)
    done = backup.restore(database, old, clock.forward(days=1), replace=True)
    assert (done.erased, done.any_list) == (1, True)
    assert not is_known(database)
    assert is_known(database, SOM)
    assert SAID not in rows.readable(database)


def test_set_back_twice_they_are_still_forgotten(database, noi, old, clock):
    """The list survives the restore that used it."""
    erase(database, noi, clock)
    for _ in range(2):
        backup.restore(database, old, clock(), replace=True)
    assert not is_known(database)


def test_the_list_beside_the_backups_is_enough_on_a_new_machine(
    database, noi, old, machine, clock
):
    erase(database, noi, clock)
    assert forgotten.keep_beside_backups(database, old.parent, clock(), YEAR)
    listed = forgotten.read(old.parent)
    done = backup.restore(machine, old, clock(), listed=listed)
    assert (done.erased, done.any_list) == (1, True)
    assert not is_known(machine)
    assert is_known(machine, SOM)


def test_without_any_list_it_says_so(database, noi, old, machine, clock):
    erase(database, noi, clock)
    assert forgotten.read(old.parent) is None
    done = backup.restore(machine, old, clock())
    assert (done.erased, done.any_list) == (0, False)
    assert is_known(machine)


def test_who_came_back_after_being_forgotten_is_not_erased_again(
    database, noi, tmp_path, clock
):
    clock.forward(days=1)
    erase(database, noi, clock)
    with database.write() as session:
        rows.person(session, clock.forward(minutes=1), NOI)
    backup.backup(database, tmp_path / "b.zip", clock())
    done = backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    assert done.erased == 0
    assert is_known(database)


def test_who_wrote_again_while_the_goodbye_went_out_is_not_erased_again(
    database, noi, tmp_path, clock
):
    """Their row is the one that was forgotten; it is an acquaintance of today."""
    with database.write() as session:
        contact = session.get_one(Contact, noi.id)
        goodbye = rows.delivery(session, contact, clock(), state=DeliveryState.PENDING)
        clock.forward(days=1)
        forget.forget(session, noi.resident_id, clock(), keep_delivery=goodbye.id)
    with database.write() as session:
        rows.person(session, clock.forward(seconds=1), NOI)
    backup.backup(database, tmp_path / "b.zip", clock())
    done = backup.restore(database, tmp_path / "b.zip", clock(), replace=True)
    assert done.erased == 0
    assert is_known(database)


def test_every_channel_of_a_joined_person_is_erased_again(database, noi, old, clock):
    """The backup has two people, of whom one code made one since."""
    with database.write() as session:
        som = session.exec(select(Contact).where(Contact.id != noi.id)).one()
        lonely, som.resident_id = som.resident_id, noi.resident_id
        session.flush()
        forget.forget(session, lonely, clock())
    erase(database, noi, clock)
    assert backup.restore(database, old, clock(), replace=True).erased == 2
    with database.read() as session:
        assert session.exec(select(Resident)).all() == []


def test_news_called_off_since_the_backup_stay_called_off(database, noi, old, clock):
    with database.write() as session:
        consents.withdraw(session, noi.resident_id, ConsentPurpose.BROADCASTS, clock())
        deliveries.skip_unsubscribed(session, noi.resident_id, clock())
    done = backup.restore(database, old, clock(), replace=True)
    assert done.withdrawn == 1
    with database.read() as session:
        wanted = {
            purpose
            for purpose in ConsentPurpose
            if consents.in_force(session, noi.resident_id, purpose)
        }
    assert wanted == {ConsentPurpose.NOTICE, ConsentPurpose.SURVEYS}


def test_news_called_off_and_wanted_again_are_not_called_off(database, noi, old, clock):
    with database.write() as session:
        consents.withdraw(session, noi.resident_id, ConsentPurpose.BROADCASTS, clock())
        consents.give(
            session, noi.resident_id, ConsentPurpose.BROADCASTS,
            version="1", channel="line", now=clock.forward(minutes=1),
        )  # fmt: skip
    assert backup.restore(database, old, clock(), replace=True).withdrawn == 0


def test_the_list_holds_no_address_and_no_hash_that_finds_one(
    database, noi, tmp_path, clock
):
    erase(database, noi, clock)
    forgotten.keep_beside_backups(database, tmp_path, clock(), YEAR)
    [file] = tmp_path.glob(f"*{forgotten.NAME}")
    assert file.stat().st_mode & 0o777 == 0o600
    text = file.read_text()
    assert len(text.splitlines()) == 1
    for secret in (NOI, noi.address_hash, str(noi.id), noi.id.hex):
        assert secret not in text


def test_the_list_is_written_when_there_is_news_and_forgets_in_its_time(
    database, noi, tmp_path, clock
):
    def keep():
        return forgotten.keep_beside_backups(database, tmp_path, clock(), YEAR)

    assert not keep()
    assert forgotten.read(tmp_path) is None
    erase(database, noi, clock)
    assert keep()
    assert not keep()
    clock.forward(days=365)
    assert keep()
    assert forgotten.read(tmp_path) == {}


def test_an_emptier_database_does_not_shorten_the_list(
    database, noi, machine, old, clock
):
    erase(database, noi, clock)
    forgotten.keep_beside_backups(database, old.parent, clock(), YEAR)
    backup.restore(machine, old, clock())
    assert not forgotten.keep_beside_backups(machine, old.parent, clock(), YEAR)
    assert len(forgotten.read(old.parent)) == 1


def test_forgotten_twice_the_later_time_counts(database, noi, clock):
    clock.forward(days=1)
    erase(database, noi, clock)
    with database.write() as session:
        again = rows.person(session, clock.forward(days=1), NOI)
    assert again.state is ContactState.ACTIVE
    clock.forward(days=1)
    erase(database, again, clock)
    with database.read() as session:
        [row] = session.exec(select(Forgotten))
    assert row.at == clock()
