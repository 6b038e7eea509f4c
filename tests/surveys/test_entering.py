"""What is written on a form becomes an answer, or a fault that says what is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import entering
from surveys.entering import Fault
from surveys.flow import Answer, State
from surveys.question import Question
from tests.surveys import making

TODAY = date(2026, 11, 24)


def survey(**changes):
    data = making.data()
    data["questions"][0] |= changes
    data["questions"] += [
        {"key": "day", "kind": "date", "text": making.text("day")},
        {
            "key": "shot",
            "kind": "photo",
            "text": making.text("shot"),
            "required": False,
        },
        {"key": "told", "kind": "note", "text": making.text("told")},
    ]
    data["questions"][2]["choices"][2]["exclusive"] = True
    return making.survey(**data)


def read(key, written):
    return entering.read(survey().question(key), written)


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("pick", "red", "red"),
        ("pick", "label blue", "blue"),
        ("pick", " Label  RED en ", "red"),
        ("rate", "4", 4),
        ("rate", "level dd", 4),
        ("many", "fox, dog", ("fox", "dog")),
        ("many", "dog;fox", ("fox", "dog")),
        ("many", ["dog", "fox"], ("fox", "dog")),
        ("many", "owl", ("owl",)),
        ("count", "7", 7),
        ("count", "7.0", 7),
        ("say", "  น้ำเสีย  ", "น้ำเสีย"),
        ("day", "2026-11-03", "2026-11-03"),
        ("day", "2569-11-3", "2026-11-03"),
    ],
)
def test_an_answer_is_read_by_key_label_or_number(key, written, value):
    assert read(key, written) == Answer(State.ANSWERED, value)


LISTED = [{"key": "a", "label": making.text("Moo 1")}]


@pytest.mark.parametrize(
    ("choices", "written", "value"),
    [
        ([], "13.7012345, 100.3267891", "13.701,100.327"),
        ([], "13.7,-100", "13.700,-100.000"),
        (LISTED, "13.7012345,100.3267891", "13.701,100.327"),
        ([], " หน้าวัดอ้อมน้อย ", "หน้าวัดอ้อมน้อย"),
    ],
)
def test_a_place_is_kept_no_finer_than_in_the_chat_and_may_be_named(
    choices, written, value
):
    place = {"key": "p", "kind": "place", "text": making.text("p"), "choices": choices}
    question = Question.model_validate(place)
    assert entering.read(question, written) == Answer(State.ANSWERED, value)


@pytest.mark.parametrize(
    "given",
    [Answer(State.ANSWERED, "no"), Answer(State.SKIPPED), Answer(State.DONT_KNOW)],
)
@pytest.mark.parametrize("required", [True, False])
def test_a_form_without_the_consent_it_needs_is_not_entered(given, required):
    data = making.data()
    asked = {"key": "ok", "kind": "consent", "text": making.text("ok")}
    data["questions"] = [{**asked, "required": required}]
    consent = making.survey(**data)
    fault = {"ok": Fault("entry.not_agreed")} if required else {}
    assert entering.faults(consent, {"ok": given}, today=TODAY) == fault
    agreed = {"ok": Answer(State.ANSWERED, "yes")}
    assert entering.faults(consent, agreed, today=TODAY) == {}


@pytest.mark.parametrize(
    ("key", "written", "fault"),
    [
        ("pick", "green", "entry.unknown"),
        ("pick", "red, blue", "entry.unknown"),
        ("rate", "6", "entry.unknown"),
        ("many", "fox, cow", "entry.unknown"),
        ("many", "fox, owl", "entry.exclusive"),
        ("count", "many", "entry.no_number"),
        ("count", "10", "entry.out_of_range"),
        ("count", "2.5", "entry.no_number"),
        ("count", "nan", "entry.no_number"),
        ("day", "3/11/2569", "entry.no_day"),
        ("day", "2026-02-30", "entry.no_day"),
    ],
)
def test_what_is_no_answer_is_a_fault(key, written, fault):
    found = read(key, written)
    assert isinstance(found, Fault)
    assert found.key == fault


def test_skipped_and_not_known_are_replies_and_nothing_is_nothing():
    assert read("pick", "-") == Answer(State.SKIPPED)
    assert read("pick", "?") == Answer(State.DONT_KNOW)
    assert read("pick", "  ") is None
    assert read("many", []) is None


def test_what_may_not_be_skipped_is_not():
    strict = survey(allow_skip=False, allow_dont_know=False).question("pick")
    assert entering.read(strict, "-") == Fault("entry.no_skip")
    assert entering.read(strict, "?") == Fault("entry.no_dont_know")


def test_neither_a_note_nor_a_photo_can_be_entered():
    keys = [question.key for question in entering.questions(survey())]
    assert keys == ["pick", "rate", "many", "count", "say", "day"]


ANSWERS = {
    "pick": Answer(State.ANSWERED, "red"),
    "rate": Answer(State.SKIPPED),
    "many": Answer(State.DONT_KNOW),
    "count": Answer(State.ANSWERED, 3),
    "say": Answer(State.ANSWERED, "น้ำ"),
    "day": Answer(State.ANSWERED, "2026-11-03"),
}


def faults(answers, of=None):
    found = entering.faults(of or survey(), answers, today=TODAY)
    return {key: fault.key for key, fault in found.items()}


def test_a_whole_form_has_no_fault():
    assert faults(ANSWERS) == {}


def test_a_required_answer_that_is_missing_is_told():
    without = {key: each for key, each in ANSWERS.items() if key not in ("pick", "day")}
    assert faults(without) == {"pick": "entry.missing", "day": "entry.missing"}


def branching():
    data = making.data()
    data["questions"][1] |= {
        "ask_if": {"==": [{"var": "pick"}, "blue"]},
        "constraint": {">": [{"var": "."}, 2]},
        "constraint_message": making.text("more than two"),
    }
    return making.survey(**data)


def test_the_other_answers_say_what_is_asked():
    base = {key: each for key, each in ANSWERS.items() if key not in ("rate", "day")}
    assert faults(base, branching()) == {}
    rated = base | {"rate": Answer(State.ANSWERED, 4)}
    assert faults(rated, branching()) == {"rate": "entry.astray"}
    blue = base | {"pick": Answer(State.ANSWERED, "blue")}
    assert faults(blue, branching()) == {"rate": "entry.missing"}
    assert faults(blue | {"rate": Answer(State.ANSWERED, 4)}, branching()) == {}


def test_an_answer_its_constraint_refuses_is_told_in_the_questions_words():
    answers = {key: each for key, each in ANSWERS.items() if key != "day"}
    answers["pick"] = Answer(State.ANSWERED, "blue")
    answers["rate"] = Answer(State.ANSWERED, 2)
    found = entering.faults(branching(), answers, today=TODAY)
    assert found["rate"].key == "entry.refused"
    assert found["rate"].message.say("en") == "more than two en"


@given(st.text(max_size=60))
def test_whatever_is_written_is_an_answer_a_fault_or_nothing(written):
    for question in entering.questions(survey()):
        found = entering.read(question, written)
        assert found is None or isinstance(found, Answer | Fault)
        if isinstance(found, Answer) and question.kind == "number":
            assert found.value is None or 0 <= found.value <= 9
