"""How many browsers one network address has, without keeping any of them."""

from bot.crowd import HOUR_S, MOST_BROWSERS, MOST_NETWORKS, Crowd


def test_browsers_of_one_network_are_told_apart_and_counted():
    crowd = Crowd()
    assert crowd.count("192.0.2.1", "a", 0) == 1
    assert crowd.count("192.0.2.1", "b", 1) == 2
    assert crowd.count("192.0.2.1", "a", 2) == 2
    assert crowd.count("192.0.2.2", "c", 3) == 1


def test_whoever_has_not_written_for_an_hour_is_not_counted():
    crowd = Crowd()
    crowd.count("192.0.2.1", "a", 0)
    crowd.count("192.0.2.1", "b", 600)
    assert crowd.count("192.0.2.1", "c", HOUR_S) == 2


def test_memory_has_a_limit_however_many_come():
    crowd = Crowd()
    for number in range(MOST_BROWSERS + 50):
        found = crowd.count("192.0.2.1", str(number), number / 1000)
    assert found == MOST_BROWSERS
    for number in range(MOST_NETWORKS):
        crowd.count(f"net {number}", "a", 10)
    assert crowd.count("192.0.2.1", "x", 11) == 1


def test_no_address_is_kept():
    crowd = Crowd()
    crowd.count("192.0.2.1", "a cookie", 0)
    kept = repr(vars(crowd))
    assert "192.0.2.1" not in kept
    assert "a cookie" not in kept
    other = Crowd()
    other.count("192.0.2.1", "a cookie", 0)
    assert set(crowd._seen) != set(other._seen)
