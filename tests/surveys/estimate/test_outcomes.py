"""Outcome codes and response rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.estimate import outcomes
from surveys.estimate.outcomes import Code, Facts, Frame, Outcomes

EXAMPLE = Outcomes(
    complete=412, partial=38, refusal=25, non_contact=610, other=5, unknown=150
)


def test_the_published_example() -> None:
    found = outcomes.rates(EXAMPLE, Frame.INVITED_LIST, 0.9)
    rates = (found.rr1, found.rr2, found.rr3, found.rr4, found.rr5, found.rr6)
    # RR3 is 412/1225 = .336327: the method prints .33634, wrong in its last digit.
    assert [f"{rate:.5f}" for rate in rates] == [
        "0.33226",
        "0.36290",
        "0.33633",
        "0.36735",
        "0.37798",
        "0.41284",
    ]


def test_the_eligible_share_is_that_of_those_screened() -> None:
    some = Outcomes(
        complete=80, refusal=10, unknown=20, not_eligible=10, screened_in=90
    )
    assert some.eligible_share == 0.9
    found = outcomes.rates(some, Frame.PROBABILITY)
    assert found.e == 0.9
    assert found.rr3 == pytest.approx(80 / (90 + 18))
    # Nobody screened: all unknown count.
    nobody = Outcomes(complete=80, unknown=20)
    assert nobody.eligible_share == 1
    cautious = outcomes.rates(nobody, Frame.PROBABILITY)
    assert cautious.rr3 == cautious.rr1


def test_an_open_link_has_no_response_rate() -> None:
    found = outcomes.rates(EXAMPLE, Frame.OPEN_LINK)
    assert {v for k, v in vars(found).items() if k.startswith("rr")} == {None}
    assert found.reason == outcomes.NO_RATE_OPEN_LINK
    assert outcomes.TOLD[Frame.OPEN_LINK] == ()


def test_nobody_invited_is_no_rate_of_zero() -> None:
    found = outcomes.rates(Outcomes(not_eligible=3), Frame.INVITED_LIST)
    assert (found.rr1, found.reason) == (None, outcomes.NO_RATE_NOBODY)
    # All unknown: RR1 is 0, and RR5 has nobody it could be of.
    unknown = outcomes.rates(Outcomes(unknown=3), Frame.INVITED_LIST, 0.5)
    assert (unknown.rr1, unknown.rr5, unknown.reason) == (0, None, None)


def test_an_open_link_has_other_rates() -> None:
    found = outcomes.open_link(started=200, completed=150, opened=800)
    assert (found.participation_rate, found.completion_rate) == (0.25, 0.75)
    assert outcomes.open_link(200, 150).participation_rate is None
    assert outcomes.open_link(0, 0, 0).completion_rate is None
    with pytest.raises(ValueError, match="cannot be"):
        outcomes.open_link(started=10, completed=11)
    with pytest.raises(ValueError, match="cannot be"):
        outcomes.open_link(started=10, completed=5, opened=9)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (Facts(1.0, key_answered=True, started=True, send_accepted=True), "I"),
        # Blocked us afterwards: the answers stand.
        (Facts(1.0, key_answered=True, started=True, refused=True), "I"),
        (Facts(0.5, key_answered=True, started=True, send_accepted=True), "P"),
        (Facts(0.99, key_answered=True, started=True, refused=True), "P"),
        (Facts(0.9, key_answered=False, started=True), "R"),
        (Facts(0.49, key_answered=True, started=True), "R"),
        (Facts(0.0, started=True, send_accepted=True), "R"),
        (Facts(refused=True, send_accepted=True), "R"),
        (Facts(refused=True, screening_unanswered=True), "R"),
        (Facts(send_accepted=True), "NC"),
        (Facts(send_accepted=True, screening_unanswered=True), "NC"),
        (Facts(send_accepted=True, send_failed=True), "NC"),
        (Facts(send_failed=True), "O"),
        (Facts(), "O"),
        (Facts(started=True, screening_unanswered=True, send_accepted=True), "U"),
        (Facts(1.0, key_answered=True, started=True, screening_unanswered=True), "U"),
        (Facts(screened_out=True, started=True), "NE"),
        (Facts(1.0, screened_out=True, started=True), "NE"),
    ],
)
def test_what_is_known_of_a_person_is_one_code(facts: Facts, code: str) -> None:
    assert outcomes.code_of(facts) is Code(code)


def test_codes_are_counted() -> None:
    codes = [Code.COMPLETE] * 3 + [Code.NOT_ELIGIBLE] + [Code.UNKNOWN] * 2
    found = outcomes.count(codes, screened_in=3)
    assert found == Outcomes(complete=3, unknown=2, not_eligible=1, screened_in=3)


@given(st.lists(st.integers(0, 1000), min_size=8, max_size=8))
def test_rates_keep_their_order(counts: list[int]) -> None:
    found = outcomes.rates(Outcomes(*counts), Frame.INVITED_LIST)
    for few, many in (("rr1", "rr3"), ("rr3", "rr5"), ("rr1", "rr2"), ("rr5", "rr6")):
        low, high = getattr(found, few), getattr(found, many)
        assert low is None or high is None or 0 <= low <= high <= 1


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="no part"):
        Facts(1.1)
    with pytest.raises(ValueError, match="not negative"):
        Outcomes(complete=-1)
    with pytest.raises(ValueError, match="no share"):
        outcomes.rates(EXAMPLE, Frame.INVITED_LIST, 1.1)
