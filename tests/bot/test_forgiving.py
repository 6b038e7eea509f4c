"""What does not count as an attempt is told the database once, and not forgotten."""

from uuid import uuid4

import pytest

from bot.forgiving import Unforgiven


def test_what_one_takes_no_other_finds():
    kept, ids = Unforgiven(), {uuid4(), uuid4()}
    kept.add(ids)
    with kept.taken() as mine, kept.taken() as yours:
        assert (mine, yours) == (ids, frozenset())
    with kept.taken() as left:
        assert left == frozenset()


def test_where_the_database_cannot_be_told_it_is_kept_beside_what_came_since():
    kept, first, second = Unforgiven(), uuid4(), uuid4()
    kept.add([first])

    def fail():
        with kept.taken():
            kept.add([second])
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        fail()
    with kept.taken() as left:
        assert left == {first, second}
