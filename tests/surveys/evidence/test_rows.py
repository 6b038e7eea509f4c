"""Rows stand beside tables without telling what the tables hide."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from surveys.anonymity import HIDDEN, K
from surveys.evidence import rows
from surveys.evidence.pack import Row, Tally
from surveys.question import Text

HEADER = ("channel", "age", "rate")


def tally(*told):
    return Tally(
        question="rate", asked=40, n=40, dont_know=0, skipped=0, missing=0,
        rows=tuple(
            Row(label, Text(th=label, en=label), n, None) for label, n in told
        ),
    )  # fmt: skip


OPEN = tally(("ดี", 20), ("แย่", 20))


def protected(given, *, tallies=(OPEN,), responses=None, unanswered=()):
    return rows.protect(
        "w1",
        HEADER,
        HEADER,
        given,
        identifying={"channel", "age"},
        tallies=tallies,
        responses=len(given) if responses is None else responses,
        unanswered=unanswered,
    )


def test_rows_are_in_the_order_of_what_they_say():
    given = [("line", "30", "ดี")] * 5 + [("line", "18", "แย่")] * 5
    assert protected(given).rows == tuple(sorted(given))


def test_what_a_table_hides_is_hidden_in_every_row():
    hiding = tally(("ดี", None), ("แย่", 20), ("พอใช้", None))
    given = [("line", "30", "ดี")] * 3 + [("line", "30", "แย่")] * 5
    found = protected(given, tallies=[hiding])
    assert Counter(row[2] for row in found.rows) == {HIDDEN: 3, "แย่": 5}


def test_a_few_who_gave_no_answer_are_hidden_in_the_rows_as_in_the_table():
    quiet = replace(OPEN, dont_know=None, skipped=None, missing=None)
    given = [("line", "30", "ดี")] * 5 + [("line", "30", each) for each in ("", "ข้าม")]
    said = {"unanswered": ("", "ข้าม")}
    hidden = protected(given, tallies=[quiet], **said)
    assert Counter(row[2] for row in hidden.rows) == {"ดี": 5, HIDDEN: 2}
    told = protected(given, **said)
    assert Counter(row[2] for row in told.rows) == {"ดี": 5, "": 1, "ข้าม": 1}


def test_a_hidden_point_of_a_scale_is_hidden_though_it_stands_there_as_a_number():
    points = (
        Row("0", Text(th="0 (ไม่เชื่อเลย)", en="0 (not at all)"), None, None),
        Row("3", Text(th="3", en="3"), None, None),
        Row("8", Text(th="8", en="8"), 20, None),
    )
    hiding = replace(tally(), rows=points)
    given = [("line", "30", 3)] * 3 + [("line", "30", 0)] * 2
    found = protected(given + [("line", "30", 8)] * 5, tallies=[hiding])
    assert Counter(row[2] for row in found.rows) == {HIDDEN: 5, 8: 5}


def test_one_hidden_choice_of_several_hides_them_all():
    hiding = tally(("ดี", None), ("แย่", 20))
    found = protected([("line", "30", "แย่; ดี")] * 5, tallies=[hiding])
    assert {row[2] for row in found.rows} == {HIDDEN}


def test_a_table_that_is_not_shown_takes_its_column_with_it():
    found = protected([("line", "30", "ดี")] * 5, tallies=[tally()])
    assert {row[2] for row in found.rows} == {HIDDEN}


def test_where_few_are_left_out_another_group_goes_with_them():
    given = [("line", "18", "ดี")] * 6 + [("line", "30", "ดี")] * 9
    found = protected(given, responses=len(given) + 2)
    assert found.left_out == 8
    assert {row[1] for row in found.rows} == {"30"}


def test_rows_with_something_hidden_are_counted():
    given = [("line", HIDDEN, "ดี")] * 5 + [("line", "30", "ดี")] * 5
    assert protected(given).generalised == 5


row = st.tuples(
    st.sampled_from(["line", "web"]),
    st.sampled_from(["18", "30", HIDDEN]),
    st.sampled_from(["ดี", "แย่"]),
)


@given(st.lists(row, max_size=60), st.integers(0, 12))
def test_nobody_stands_out_and_no_few_are_known_by_the_difference(given, beside):
    found = protected(given, responses=len(given) + beside)
    groups = Counter(each[:2] for each in found.rows)
    assert all(count >= K for count in groups.values())
    assert len(found.rows) + found.left_out == len(given) + beside
    # Where nobody is in a row, nothing is known by a difference.
    assert found.left_out == 0 or found.left_out >= K or not found.rows
    assert not Counter(found.rows) - Counter(given)
