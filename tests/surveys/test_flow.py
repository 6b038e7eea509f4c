"""Which question comes next, and what replies to it mean."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from surveys import flow, number_words
from surveys.definition import Kind, Question
from surveys.flow import Answer, State
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.replies.text import words
from surveys.replies.understanding import understand
from tests.surveys import making
from tests.surveys.making import PARTICIPATION

REPLIES = [
    (key, *case)
    for key, cases in yaml.safe_load(
        Path(__file__).with_name("replies.yaml").read_text(encoding="utf-8")
    ).items()
    for case in cases
]
CLOSED = [each for each in PARTICIPATION.questions if each.choices]
LANGUAGES = ("th", "en", "my")

questions = st.sampled_from(PARTICIPATION.questions)
closed = st.sampled_from(CLOSED)
languages = st.sampled_from(LANGUAGES)
pieces = st.sampled_from(
    [
        *"๑๒๓၁၂၃123 ,.-+/?",
        *words.FILLERS,
        *words.PLACES,
        *words.NEGATIONS,
        *(word for said in words.CONTROLS.values() for word in said),
        *(said for q in CLOSED for c in q.choices for said in c.spoken("th")),
        *list(number_words.NUMBERS)[::37],
    ]
)


@st.composite
def labels(draw: st.DrawFn) -> tuple[Question, int, str]:
    """A question, the place of one of its choices, and that choice's label."""
    question = draw(closed)
    index = draw(st.integers(0, len(question.choices) - 1))
    return question, index, question.choices[index].label.say(draw(languages))


def test_the_hand_written_cases_are_many() -> None:
    assert len(REPLIES) >= 150


@pytest.mark.parametrize("case", REPLIES, ids=lambda case: f"{case[0]}: {case[1]!r}")
def test_a_reply_means_what_a_person_would_say(case: tuple[Any, ...]) -> None:
    key, reply, meaning, *value = case
    expected = value[0] if value else None
    if isinstance(expected, list):
        expected = tuple(expected)
    understood = understand(PARTICIPATION.question(key), reply, "th")
    assert understood == Understood(Meaning(meaning), expected)


@given(questions, st.text(), languages)
def test_no_text_makes_it_raise(question: Question, reply: str, language: str) -> None:
    understood = understand(question, reply, language)
    assert (understood.kind is Meaning.ANSWER) == (understood.value is not None)


@given(questions, st.lists(pieces, max_size=6).map("".join), languages)
def test_no_heap_of_known_words_makes_it_raise_or_answer_out_of_range(
    question: Question, reply: str, language: str
) -> None:
    value = understand(question, reply, language).value
    if question.kind is Kind.NUMBER and value is not None:
        assert value in range(101)
    elif question.kind is Kind.MULTIPLE and value is not None:
        assert isinstance(value, tuple)
        assert set(value) <= set(question.values)
        assert value == ("none",) or "none" not in value
    elif question.choices and value is not None:
        assert value in question.values


@given(questions, st.characters(categories=["Cs", "Cc"]))
def test_broken_characters_do_not_make_it_raise(question: Question, bad: str) -> None:
    understood = understand(question, f"{bad}ดี{bad}", "th")
    assert bad not in str(understood.value) or bad == "\n"


@given(
    st.sampled_from([*CLOSED, PARTICIPATION.question("years")]),
    st.from_regex(r"\A[0-9]{1,4}([ ,.][0-9]{1,2}){0,2}\Z"),
    st.sampled_from(["๐๑๒๓๔๕๖๗๘๙", "၀၁၂၃၄၅၆၇၈၉", "０１２３４５６７８９", "႐႑႒႓႔႕႖႗႘႙"]),
)
def test_digits_of_every_script_agree(
    question: Question, reply: str, script: str
) -> None:
    other = reply.translate(str.maketrans("0123456789", script))
    assert understand(question, other, "th") == understand(question, reply, "th")


@given(labels(), languages, st.sampled_from([str.upper, str.lower, str.title, str]))
def test_a_label_typed_as_it_stands_is_its_choice(
    chosen: tuple[Question, int, str], language: str, case: Any
) -> None:
    question, index, label = chosen
    expected = from_choice(question, index)
    assert understand(question, case(label), language) == expected


@given(labels(), st.data())
def test_the_spacing_of_a_label_does_not_matter(
    chosen: tuple[Question, int, str], data: st.DataObject
) -> None:
    question, index, label = chosen
    letters = label.replace(" ", "")
    spaces = data.draw(
        st.lists(
            st.sampled_from(["", "", " ", "  ", "\n", "\u200b"]),
            min_size=len(letters),
            max_size=len(letters),
        )
    )
    typed = "".join(map("".join, zip(spaces, letters, strict=True)))
    assert understand(question, typed, "th") == from_choice(question, index)


@given(labels(), st.sampled_from(["ค่ะ", "ครับ", "คะ", "จ้า", "นะ", "นะคะ", " please"]))
def test_a_polite_word_after_a_label_changes_nothing(
    chosen: tuple[Question, int, str], polite: str
) -> None:
    question, index, label = chosen
    assert understand(question, label + polite, "th") == from_choice(question, index)


# Each a whole "no" of its own: who says it before a "no" says it twice.
NAY = ("เปล่า", "ป่าว", "nope", "nah", "no ")
SAYS_NO = ("ไม่", "ไม", "บ่", "มิ", "not", "no", "No", "Not", "မ")
NEGATIONS = (*sorted(words.NEGATIONS), "ไม่ ", "Not ", "no ", "isn't ")


@pytest.mark.parametrize("negation", NEGATIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_after_a_negation_is_never_its_choice(
    negation: str, language: str
) -> None:
    for question in CLOSED:
        for index, choice in enumerate(question.choices):
            label = choice.label.say(language)
            if not (negation in NAY and any(part in label for part in SAYS_NO)):
                said = negation + label
                _is_not(question, index, understand(question, said, language))


def _is_not(question: Question, index: int, understood: Understood) -> None:
    assert understood != from_choice(question, index)
    if understood.kind is Meaning.ANSWER and isinstance(understood.value, tuple):
        assert question.choices[index].key not in understood.value


@given(
    st.lists(st.text(min_size=1, max_size=8), min_size=2, max_size=4),
    st.sampled_from(["single", "multiple"]),
    st.data(),
)
def test_labels_of_any_survey_are_understood_and_their_negations_are_not(
    said: list[str], kind: str, data: st.DataObject
) -> None:
    choices = [
        {"key": key, "label": {"en": label}}
        for key, label in zip("abcd", said, strict=False)
    ]
    try:
        question = making.question(kind=kind, choices=choices)
    except ValueError:  # labels nobody could tell apart are refused
        assume(False)
    index = data.draw(st.integers(0, len(said) - 1))
    expected = from_choice(question, index)
    assert understand(question, said[index], "en") == expected
    assert understand(question, "ไม่" + said[index], "en") != expected


@given(questions, languages)
def test_the_example_given_when_asking_again_is_a_good_answer(
    question: Question, language: str
) -> None:
    example = flow.example(question, language)
    assert understand(question, example, language).kind is Meaning.ANSWER


def test_the_example_of_a_count_stays_within_its_bounds() -> None:
    small = making.survey().question("count")
    assert flow.example(small, "th") == "9"
    assert flow.example(PARTICIPATION.question("years"), "th") == "12 ปี"


def test_what_is_allowed_to_be_skipped_or_unknown_is_the_questions_to_say() -> None:
    strict = making.question(allow_skip=False, allow_dont_know=False)
    for reply in ("ข้าม", "ไม่ทราบ"):
        assert understand(strict, reply, "th") == NOT_UNDERSTOOD
    assert understand(strict, "หยุด", "th").kind is Meaning.STOP


def test_a_choice_wins_over_a_control_word() -> None:
    question = making.question(
        choices=[
            {"key": "go", "label": {"th": "เปิดต่อ"}},
            {"key": "halt", "label": {"th": "หยุด"}},
        ]
    )
    assert understand(question, "หยุด", "th").value == "halt"
    assert understand(question, "พอแล้ว", "th").kind is Meaning.STOP


def test_a_bare_number_that_another_label_holds_is_not_a_place() -> None:
    question = making.question(
        choices=[
            {"key": "never", "label": {"th": "0 ครั้ง"}},
            {"key": "once", "label": {"th": "1 ครั้ง"}},
            {"key": "more", "label": {"th": "2 ครั้งขึ้นไป"}},
        ]
    )
    assert understand(question, "2", "th") == NOT_UNDERSTOOD
    assert understand(question, "ข้อ 2", "th").value == "once"
    assert understand(question, "1 ครั้ง", "th").value == "once"
    assert understand(question, "3", "th").value == "more"
    assert understand(question, "11 ครั้ง", "th") == NOT_UNDERSTOOD


def test_a_word_of_two_languages_is_taken_in_the_language_of_the_talk() -> None:
    question = making.question(
        choices=[
            {"key": "a", "label": {"th": "มา", "en": "come", "my": "လာ"}},
            {"key": "b", "label": {"th": "ไป", "en": "มา", "my": "သွား"}},
        ]
    )
    assert understand(question, "มา", "th").value == "a"
    assert understand(question, "มา", "en").value == "b"
    assert understand(question, "มา", "my") == NOT_UNDERSTOOD
    assert understand(question, "มา 1", "my") == NOT_UNDERSTOOD


def test_a_label_that_ends_in_a_number_is_not_heard_in_a_longer_number() -> None:
    question = making.question(
        choices=[
            {"key": "low", "label": {"th": "ชั้น 1"}},
            {"key": "high", "label": {"th": "ชั้น 4"}},
        ]
    )
    assert understand(question, "ชั้น 4", "th").value == "high"
    assert understand(question, "ชั้น 42", "th") == NOT_UNDERSTOOD


def test_free_text_is_kept_to_a_thousand_characters() -> None:
    question = PARTICIPATION.question("suggestion")
    assert understand(question, "ก" * 1500, "th").value == "ก" * 1000
    assert understand(question, "ล\x00ด\nกลิ่น", "th").value == "ลด\nกลิ่น"


def test_a_very_long_reply_to_a_closed_question_is_not_understood() -> None:
    question = PARTICIPATION.question("years")
    assert understand(question, "0" * 198 + "12", "th").value == 12
    assert understand(question, "0" * 199 + "12", "th") == NOT_UNDERSTOOD


def test_a_pressed_button_is_its_choice() -> None:
    def press(key: str, index: int) -> Understood:
        return from_choice(PARTICIPATION.question(key), index)

    assert press("heard", 0) == Understood(Meaning.ANSWER, "yes")
    assert press("dialogue", 4) == Understood(Meaning.ANSWER, 5)
    assert press("troubles", 2) == Understood(Meaning.ANSWER, ("noise",))
    assert press("heard", 3) == NOT_UNDERSTOOD
    assert press("heard", -1) == NOT_UNDERSTOOD
    assert press("years", 0) == NOT_UNDERSTOOD
    assert press("suggestion", 0) == NOT_UNDERSTOOD


def test_an_answer_read_back_from_json_is_the_same() -> None:
    answer = Answer(State.ANSWERED, ("smell", "noise"))
    stored = json.loads(json.dumps({"state": answer.state, "value": answer.value}))
    assert Answer(State(stored["state"]), stored["value"]) == answer


@pytest.mark.parametrize(
    ("state", "value"),
    [(State.ANSWERED, None), (State.SKIPPED, 3), (State.DONT_KNOW, "yes")],
)
def test_an_answer_has_a_value_exactly_when_answered(state: State, value: Any) -> None:
    with pytest.raises(ValueError, match="exactly when it is answered"):
        Answer(state, value)
