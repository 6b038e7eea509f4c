"""What an account may still send this month."""

import threading

import pytest

from api.store import calls, quotas


@pytest.fixture
def note(database, clock):
    def noting(allowed, used, account="town"):
        with database.write() as session:
            quotas.note(
                session, "line", account, allowed=allowed, used=used, now=clock()
            )

    return noting


def left(database, account="town"):
    with database.read() as session:
        return calls.paid_left(session, "line", account, ())


def spend(database, count, account="town"):
    with database.write() as session:
        quotas.spend(session, "line", account, count)


def test_an_account_that_was_not_asked_about_has_no_known_limit(database):
    spend(database, 5)
    assert left(database) is None
    with database.read() as session:
        assert quotas.checked_at(session, "line", "town") is None


def test_what_the_platform_says_counts(database, note, clock):
    note(300, 120)
    assert left(database) == 180
    with database.read() as session:
        assert quotas.checked_at(session, "line", "town") == clock()
    clock.forward(minutes=10)
    note(300, 250)
    assert left(database) == 50
    with database.read() as session:
        assert quotas.checked_at(session, "line", "town") == clock()


def test_what_we_send_counts_until_the_platform_is_asked_again(database, note):
    note(300, 0)
    spend(database, 200)
    assert left(database) == 100
    spend(database, 200)
    assert left(database) == -100
    note(300, 220)
    assert left(database) == 80


def test_calls_that_end_at_the_same_time_all_count(database, note):
    note(300, 0)
    threads = [threading.Thread(target=spend, args=(database, 5)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert left(database) == 260


def test_no_limit_is_no_limit(database, note):
    note(None, 12_000)
    spend(database, 500)
    with database.write() as session:
        quotas.exhaust(session, "line", "town")
    assert left(database) is None


def test_refused_for_want_of_quota_nothing_is_left_whatever_we_counted(database, note):
    note(300, 10)
    with database.write() as session:
        quotas.exhaust(session, "line", "town")
    assert left(database) == 0


def test_a_new_month_gives_room_again(database, note):
    note(300, 300)
    note(300, 0)
    assert left(database) == 300


def test_accounts_do_not_share(database, note):
    note(300, 300)
    note(300, 0, account="other")
    spend(database, 1, account="other")
    assert (left(database), left(database, "other")) == (0, 299)


@pytest.mark.parametrize(
    ("allowed", "used", "left", "parked"),
    [(300, 200, 100, 0), (300, 269, 31, 2), (300, 310, 0, 3), (None, 5, None, 0)],
)
def test_what_is_kept_back_or_spent_leaves_less_room(
    database, note, allowed, used, left, parked
):
    note(allowed, used)
    with database.read() as session:
        room = quotas.room(session, "line", 3, reserve=30)
    assert room == quotas.Room(known=True, left=left, parked=parked)


def test_the_room_on_a_channel_nobody_asked_about_is_not_known(database):
    with database.read() as session:
        room = quotas.room(session, "line", 3, reserve=30)
    assert room == quotas.Room(known=False, left=None, parked=0)
