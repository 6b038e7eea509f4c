"""Which expressions are read, as what, and why others are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import rules
from surveys.xlsform import expression
from surveys.xlsform.expression import Unreadable

A, B, C, THIS = {"var": "a"}, {"var": "b"}, {"var": "c"}, {"var": "."}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("${a} = 'yes'", {"==": [A, "yes"]}),
        (" ${ a }='yes' ", {"==": [A, "yes"]}),
        ("${a} = ‘yes’", {"==": [A, "yes"]}),
        ("${a} = “yes”", {"==": [A, "yes"]}),
        ("${a}\u00a0=\u00a01", {"==": [A, 1]}),
        ("${a} != ''", {"!=": [A, ""]}),
        (". >= 0 and . <= 9", {"and": [{">=": [THIS, 0]}, {"<=": [THIS, 9]}]}),
        (".>.5", {">": [{"var": "."}, 0.5]}),
        ("${a} and ${b} and ${c}", {"and": [A, B, C]}),
        ("(${a} and ${b}) and ${c}", {"and": [{"and": [A, B]}, C]}),
        ("${a} or ${b} and ${c}", {"or": [A, {"and": [B, C]}]}),
        ("${a} = ${b} < ${c}", {"==": [A, {"<": [B, C]}]}),
        ("${a} - ${b} - ${c}", {"-": [{"-": [A, B]}, C]}),
        ("${a} + ${b} * ${c}", {"+": [A, {"*": [B, C]}]}),
        ("${a} div ${b} mod ${c}", {"%": [{"/": [A, B]}, C]}),
        ("-${a} - -1", {"-": [{"-": [A]}, -1]}),
        ("not(selected(${a}, 'x'))", {"!": [{"in": ["x", A]}]}),
        ("selected (., 'x')", {"in": ["x", {"var": "."}]}),
        ("count-selected(${a}) > 1", {">": [{"count": [A]}, 1]}),
        ("string-length(.) < 10", {"<": [{"length": [{"var": "."}]}, 10]}),
        ("if(${a}, 1, coalesce(${b}, 2))", {"if": [A, 1, {"coalesce": [B, 2]}]}),
        ("int(round(${a} * 10, 1))", {"int": [{"round": [{"*": [A, 10]}, 1]}]}),
        (". <= today()", {"<=": [{"var": "."}, {"today": []}]}),
        (". >= date('2026-01-31')", {">=": [THIS, "2026-01-31"]}),
        ("true()", True),
        ("false()", False),
        ("yes", True),
        ("FALSE", False),
        ("concat('a', \"'\")", "a'"),
    ],
)  # fmt: skip
def test_an_expression_is_read_so(said: str, rule: Any) -> None:
    assert expression.parse(said) == rule


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("regex(., '^[0-9]+$')", "regex() is not evaluated"),
        ("sqrt(${a})", "sqrt() is not evaluated"),
        ("round(cos(${a}), 2)", "cos() is not evaluated"),
        ("pulldata('f', 'a', 'b', 'c')", "pulldata() is not evaluated"),
        ("instance('x')/list/item", "instance() is not evaluated"),
        ("jr:choice-name(${a}, 'a')", "jr:choice-name() is not evaluated"),
        ("concat(${a}, 'x')", "concat() is not evaluated"),
        ("date(${a}) = 1", "date() is evaluated of a day like '2026-01-31' only"),
        ("/data/a = 1", "paths are not evaluated"),
        ("../a = 1", "paths are not evaluated"),
        ("because I say so", "'because' is no function or operator"),
        ("${a} == 1", "'==' is not expected there"),
        ("${a} AND ${b}", "'AND' is not expected there"),
        ("${a} = 'open", 'the quote in "\'open" is not closed'),
        ("${a} =", "'the end' is not expected there"),
        ("(${a}", "')' is expected before 'the end'"),
        ("${a} ${b}", "'${b}' is not expected there"),
        ("not()", "not() takes 1 to 1, not 0"),
        ("${last-saved#a}", "asks for an answer of another response"),
        ("${} = 1", "${} names no question"),
        ("${a} = 1; 2", "';' means nothing in an expression"),
        ("(" * 60 + "1" + ")" * 60, "is nested too deep"),
        ("1 + " * 300 + "1", "'+' takes 2 to 50"),
        ("'" + "x" * 5000 + "'", "is longer than 4000 characters"),
    ],
)
def test_what_is_not_evaluated_is_refused_by_name(said: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        expression.parse(said)
    assert reason in str(caught.value)


@given(said=st.text(st.sampled_from("${a}'\"()., =<>!-+*0 1andornot‘selected\u00a0;")))
def test_any_text_is_read_as_a_rule_or_refused(said: str) -> None:
    try:
        rule = expression.parse(said)
    except Unreadable:
        return
    rules.check(rule)
    rules.evaluate(rule, {"a": "yes"})
