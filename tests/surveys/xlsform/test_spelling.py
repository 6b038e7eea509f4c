"""Rules as expressions, and back."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from surveys import rules
from surveys.xlsform import expression, spelling
from tests.surveys.xlsform import strategies

NAMES = ["a", "b", "c"]
ANSWERS = st.one_of(
    st.none(),
    st.sampled_from(["yes", "no", "3", "ก", "it's"]),
    st.integers(-5, 5),
    st.sampled_from([0.5, 2.25]),
    st.sampled_from([("x",), ("x", "y")]),
)
TODAY = date(2026, 11, 24)


@given(
    rule=strategies.rules(NAMES),
    answers=st.fixed_dictionaries(dict.fromkeys(NAMES, ANSWERS)),
    this=ANSWERS,
)
def test_any_rule_means_the_same_as_its_expression(
    rule: Any, answers: dict[str, Any], this: Any
) -> None:
    # XPath knows no null, and so not what sets one apart from an empty text.
    assume(not _tells_null_apart(rule))
    back = expression.parse(spelling.spell(rule))

    def value(of: Any) -> Any:
        found = rules.evaluate(of, answers, this=this, today=TODAY)
        return "" if found is None else found

    assert value(back) == value(rule)


def _tells_null_apart(rule: Any) -> bool:
    match rule:
        case None:
            return True
        case {"in": [needle, list(hay)]}:
            return "" in hay or None in hay or _tells_null_apart(needle)
        case dict():
            return any(map(_tells_null_apart, rule.values()))
        case list():
            return any(map(_tells_null_apart, rule))
        case _:
            return False


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"==": [{"var": "a"}, "yes"]}, "${a} = 'yes'"),
        ({"!=": [{"var": "a"}, ""]}, "${a} != ''"),
        ({"in": ["x", {"var": "a"}]}, "selected(${a}, 'x')"),
        ({"in": [{"var": "a"}, ["x", "y"]]}, "${a} = 'x' or ${a} = 'y'"),
        ({"in": [{"var": "a"}, []]}, "false()"),
        (
            {"and": [{"or": [{"var": "a"}, {"var": "b"}]}, {"!": [{"var": "c"}]}]},
            "(${a} or ${b}) and not(${c})",
        ),
        ({"-": [{"-": [1, 2]}, {"-": [3]}]}, "(1 - 2) - (-(3))"),
        ({"and": [{"var": "a"}]}, "${a} and true()"),
        ({"-": [5, -3]}, "5 - -3"),
        ({"/": [{"+": [1, {"var": "a"}, 2.5]}, 2]}, "(1 + ${a} + 2.5) div 2"),
        ({"<=": [{"var": "."}, {"today": []}]}, ". <= today()"),
        ({"round": [{"var": "a"}, 2]}, "round(${a}, 2)"),
        ("it's", '"it\'s"'),
        ("it’s", '"it’s"'),
        ("'\"", "concat('', \"'\", '\"')"),
        (None, "''"),
        (False, "false()"),
        # Of an answer with spaces in it, selected() would see the words one by one.
        ({"in": ["a b", {"var": "q"}]}, "${q} = 'a b'"),
        ({"!": [{"in": ["a b", {"var": "q"}]}]}, "not(${q} = 'a b')"),
        (
            {"==": [{"in": ["a b", {"var": "q"}]}, True]},
            "(${q} = 'a b') = true()",
        ),
        (1e-7, "0.0000001"),
        (1e17, "100000000000000000.0"),
    ],
)
def test_a_rule_is_spelled_so(rule: Any, said: str) -> None:
    assert spelling.spell(rule) == said
