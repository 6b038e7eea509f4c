"""A helper that fails again and again is left alone for a while."""

from bot.breaker import LONGEST_REST, Breaker


def test_three_failures_in_a_row_are_followed_by_a_rest(clock):
    breaker = Breaker()
    for _ in range(2):
        breaker.failed(clock())
    assert not breaker.rests(clock())
    breaker.failed(clock())
    assert breaker.rests(clock())
    assert not breaker.rests(clock.forward(seconds=30))


def test_a_success_in_between_starts_the_count_anew(clock):
    breaker = Breaker()
    for _ in range(2):
        breaker.failed(clock())
    breaker.succeeded()
    breaker.failed(clock())
    assert not breaker.rests(clock())


def test_the_rest_grows_and_has_an_end(clock):
    breaker = Breaker()
    for _ in range(4):
        breaker.failed(clock())
    assert breaker.rests(clock.forward(seconds=59))
    for _ in range(2000):
        breaker.failed(clock())
    assert not breaker.rests(clock() + LONGEST_REST)


def test_whoever_asks_to_be_left_alone_is_at_once(clock):
    breaker = Breaker()
    breaker.failed(clock(), 5)
    assert breaker.rests(clock.forward(seconds=4))
    assert not breaker.rests(clock.forward(seconds=1))
    breaker.failed(clock(), 10**9)
    assert not breaker.rests(clock() + LONGEST_REST)
