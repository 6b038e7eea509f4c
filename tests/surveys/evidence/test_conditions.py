"""Rules are told in words that an assessor understands."""

import pytest

from surveys import rules
from surveys.evidence import conditions
from tests.surveys import making

PICK = {"var": "pick"}
RATE = {"var": "rate"}
MANY = {"var": "many"}
SURVEY = making.survey(
    calculations=[{"key": "twice", "value": {"*": [{"var": "count"}, 2]}}]
)


def english(rule, question=None):
    rules.check(rule)
    return conditions.in_words(rule, SURVEY, question).say("en")


def test_an_answer_is_told_by_its_label_in_each_language():
    said = conditions.in_words({"==": [PICK, "red"]}, SURVEY)
    assert said.say("th") == "ข้อ 1 (pick) คือ “label red”"
    assert said.say("en") == "question 1 (pick) is “label red en”"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"!=": ["blue", PICK]}, "“label blue en” is not question 1 (pick)"),
        ({">=": [RATE, 4]}, "question 2 (rate) ≥ “level dd en”"),
        ({"<": [{"var": "count"}, 18]}, "question 4 (count) < 18"),
        ({"in": ["fox", MANY]}, "question 3 (many) includes “label fox en”"),
        (
            {"in": [PICK, ["red", "blue"]]},
            "question 1 (pick) is one of “label red en”, “label blue en”",
        ),
        (
            {"and": [{"==": [PICK, "red"]}, {"or": [PICK, {"!": RATE}]}]},
            "question 1 (pick) is “label red en” and (question 1 (pick) is answered or "
            "(it is not so that question 2 (rate) is answered))",
        ),
        ({"==": [PICK, None]}, "question 1 (pick) is no answer"),
        (
            {">": [{"+": [{"var": "count"}, {"*": [2, {"var": "count"}]}]}, 3]},
            "question 4 (count) + (2 × question 4 (count)) > 3",
        ),
        (
            {"<=": [{"count": MANY}, 2]},
            "the number of options in question 3 (many) ≤ 2",
        ),
        ({">": [{"var": "twice"}, 1]}, "the calculated value twice > 1"),
        ({"if": [PICK, 1, 2]}, "if question 1 (pick) is answered then 1, else 2"),
        ({"<": [{"length": {"var": "say"}}, 9]},
         "the number of characters of question 5 (say) < 9"),
        ({"==": [{"today": []}, "2026-01-01"]},
         "the day of the answer is “2026-01-01”"),
        ({"==": [{"coalesce": [PICK, RATE]}, 1]},
         "the first there is of question 1 (pick), question 2 (rate) is 1"),
        (True, "always"),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_words(rule, said):
    assert english(rule) == said


def test_the_answer_being_given_is_told_as_this_answer():
    question = SURVEY.question("pick")
    rule = {"!=": [{"var": "."}, "blue"]}
    assert english(rule, question) == "this answer is not “label blue en”"


def test_every_operator_there_is_has_words_in_both_languages():
    for language in ("th", "en"):
        for operator, (least, _) in rules.ARGUMENTS.items():
            if operator == "var":
                continue
            arguments = [1, [1, 2]] if operator == "in" else [1] * max(least, 1)
            rule = {operator: [] if operator == "today" else arguments}
            said = conditions.in_words(rule, SURVEY).say(language)
            assert said
            assert "{" not in said
