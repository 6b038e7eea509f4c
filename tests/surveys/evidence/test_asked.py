"""The questionnaire is told with every rule that decides what is asked of whom."""

from surveys import definition, versions
from surveys.evidence import asked, parts, pdf
from surveys.flow import Answer, State
from tests.surveys import making as small
from tests.surveys.evidence import making

DATA = small.data()
DATA["questions"][0] |= {"group": "first"}
DATA["questions"][1] |= {"group": "first"}
DATA["questions"][2]["ask_if"] = {"==": [{"var": "pick"}, "red"]}
DATA["questions"][2]["choices"][2]["exclusive"] = True
DATA["questions"][3] |= {
    "constraint": {"<=": [{"var": "."}, 5]},
    "constraint_message": small.text("five at most"),
}
DATA["questions"].append({"key": "bye", "kind": "note", "text": small.text("bye")})
DATA |= {
    "groups": [{"key": "first", "shuffle": True}],
    "quotas": [{"question": "pick", "value": "red", "at_most": 50}],
    "calculations": [{"key": "twice", "value": {"*": [{"var": "count"}, 2]}}],
    "key_question": "rate",
}
SURVEY = definition.Survey.model_validate(DATA)
WAVE = making.wave(
    survey=SURVEY,
    versions=versions.of(SURVEY, [SURVEY]),
    tallies=(
        making.counting.tally(
            SURVEY.question("pick"), [(Answer(State.ANSWERED, "red"), 40)], asked=40
        ),
    ),
)


def test_every_rule_is_told_in_words():
    told = [each.said.say("en") for each in asked.everything(SURVEY)]
    assert told == [
        "asked if question 1 (pick) is “label red en”",
        "an answer is accepted if this answer ≤ 5",
        "the questions of first come in a new order for each person",
        "the calculated value twice = question 4 (count) × 2",
        "at most 50 people who answer pick with “label red en”",
    ]


def test_every_rule_is_in_the_workbook_as_it_is_evaluated():
    tables = {each.key: each for each in parts.parts(making.pack(waves=(WAVE,)))}
    kept = [row[-1] for row in tables["rules"].rows]
    assert kept[0] == '{"==": [{"var": "pick"}, "red"]}'
    assert kept[2] is None


def test_a_note_has_no_number_and_every_text_is_a_line():
    numbers = {each.key: number for number, each in asked.numbered(SURVEY)}
    assert (numbers["pick"], numbers["say"], numbers["bye"]) == (1, 5, None)
    lines = [(each.part, each.code) for each in asked.lines(SURVEY.question("count"))]
    assert lines == [("text", None), ("constraint_message", None)]
    many = list(asked.lines(SURVEY.question("many")))
    assert many[-1].code == "owl"
    assert many[-1].note is not None


def test_how_a_question_is_answered_is_told():
    rate = [each.say("en") for each in asked.traits(SURVEY, SURVEY.question("rate"))]
    assert rate[:3] == [
        "five-point scale", "counts towards a complete response", "the key question",
    ]  # fmt: skip
    bye = [each.say("en") for each in asked.traits(SURVEY, SURVEY.question("bye"))]
    assert bye == ["note, not a question"]


def test_a_survey_with_rules_is_printed():
    made = pdf.render(making.pack(waves=(WAVE,)), **making.WHERE)
    assert made.startswith(b"%PDF-")
