"""Replies to the kinds of question whose answers have a form of their own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.question import Kind, Question
from surveys.replies import age, typed
from tests.surveys import making

TODAY = date(2026, 11, 24)
RULES = {"ask_if": {"==": [{"var": "a"}, 1]}, "constraint": {"!=": [{"var": "."}, 99]}}


def asked(kind, **fields):
    ends = {"low": making.text("none"), "high": making.text("all")}
    given_ = fields | (ends if kind == "scale11" else {})
    return Question.model_validate(
        {"key": "q", "kind": kind, "text": making.text("what"), **given_}
    )


TEN = asked("scale11", **RULES)
KM = asked("number", min=-5, max=50, decimals=1, unit=making.text("กิโล"), **RULES)
DAY = asked("date", **RULES)
HERE = asked("place", choices=making.choices("aa", "bb"), **RULES)
ANYWHERE = asked("place", **RULES)
PHOTO = asked("photo")
CONSENT = asked("consent", **RULES)
CHILDREN = asked(
    "single",
    choices=[
        {"key": key, "label": making.text(key)} for key in ("0", "1", "2", "3 or more")
    ],
)
EVERY = (TEN, KM, DAY, HERE, ANYWHERE, PHOTO, CONSENT)


def understand(question, reply, language="th"):
    return typed.understand(question, reply, language, today=TODAY)


def answer(value):
    return Understood(Meaning.ANSWER, value)


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (TEN, "0", 0),
        (TEN, "๑๐", 10),
        (TEN, "8/10", 8),
        (TEN, "8 เต็ม 10 ค่ะ", 8),
        (TEN, "ให้ 7", 7),
        (TEN, "สิบ", 10),
        (KM, "2.5", 2.5),
        (KM, "๒.๕", 2.5),
        (KM, "ประมาณ 2.5 กิโล", 2.5),
        (KM, "2.0", 2),
        (KM, "-3", -3),
        (KM, "ลบ 3.5", -3.5),
        (KM, "12", 12),
        (DAY, "เมื่อวาน", "2026-11-23"),
        (HERE, "2", "bb"),
        (HERE, "label aa", "aa"),
        (ANYWHERE, "หลังวัด", "หลังวัด"),
        (CONSENT, "ยินยอม", "yes"),
        (CONSENT, "ไม่ยินยอมค่ะ", "no"),
        (CONSENT, "ไม่", "no"),
        (CONSENT, "2", "no"),
    ],
)
def test_an_answer_in_the_form_of_its_kind(question, reply, value):
    assert understand(question, reply) == answer(value)


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("0", "0"),
        ("1", "1"),
        ("๒", "2"),
        ("3", "3 or more"),
        ("7", "3 or more"),
        ("3 or more", "3 or more"),
    ],
)
def test_where_the_choices_are_numbers_a_number_is_no_place(reply, value):
    assert understand(CHILDREN, reply) == answer(value)


@pytest.mark.parametrize("reply", ["ข้อ 2", "อันที่ 2", "1 หรือ 2", "0-1", "555"])
def test_where_the_choices_are_numbers_a_place_is_asked_again(reply):
    assert understand(CHILDREN, reply) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("reply", "is_kept"),
    [
        ("สอง", True),
        ("สองค่ะ", True),
        ("๐๘๑๒๓๔๕๖๗๘", False),
        ("034 123 456", False),
        ("สมชาย ใจดี", False),
        ("a.b@mail.com", False),
        ("บ้านเลขที่ 12 หมู่ 3 ริมคลอง", False),
    ],
)
def test_only_a_short_answer_is_kept_in_memory(reply, is_kept):
    typed._known_answer.cache_clear()
    assert understand(CHILDREN, reply) == understand(CHILDREN, reply)
    assert typed._known_answer.cache_info().currsize == is_kept


@pytest.mark.parametrize("reply", ["๐๘๑๒๓๔๕๖๗๘", "034 123 456", "081-234-5678"])
@pytest.mark.parametrize("question", [CHILDREN, KM, TEN])
def test_a_telephone_number_is_no_number_of_anything(question, reply):
    assert understand(question, reply) == NOT_UNDERSTOOD


def test_an_example_of_choices_that_are_numbers_is_understood():
    said = typed.example(CHILDREN, "th", today=TODAY)
    assert understand(CHILDREN, said) == answer("1")


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (TEN, "11"),
        (TEN, "555"),
        (TEN, "7.5"),
        (TEN, "8/5"),
        (TEN, "8 หรือ 9"),
        (KM, "2.55"),
        (KM, "51"),
        (KM, "-5.5"),
        (KM, "1.5 หรือ 2.5"),
        (KM, "1.2.3"),
        (DAY, "เร็ว ๆ นี้"),
        (HERE, "3"),
        (PHOTO, "รูปอะไรคะ"),
        (PHOTO, "ไม่ทราบ"),
        (CONSENT, "ข้าม"),
        (CONSENT, "ไม่ทราบ"),
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(question, reply):
    assert understand(question, reply) == NOT_UNDERSTOOD


@pytest.mark.parametrize("question", EVERY)
@pytest.mark.parametrize(
    ("reply", "meaning"),
    [("หยุด", Meaning.STOP), ("ย้อนกลับ", Meaning.BACK), ("ข้าม", Meaning.SKIP)],
)
def test_the_words_that_steer_are_understood_everywhere(question, reply, meaning):
    if meaning is Meaning.SKIP and not typed.may_skip(question):
        return
    assert understand(question, reply).kind is meaning


def test_a_picture_may_always_be_left_out_and_a_needed_consent_never():
    assert typed.may_skip(asked("photo", allow_skip=False))
    assert not typed.may_skip(CONSENT)
    assert typed.may_skip(asked("consent", required=False))
    assert not typed.may_not_know(CONSENT)


@pytest.mark.parametrize("question", EVERY)
@given(reply=st.text(max_size=60), language=st.sampled_from(["th", "en", "my"]))
def test_nothing_typed_is_too_odd_and_every_answer_is_one_of_its_kind(
    question, reply, language
):
    found = understand(question, reply, language)
    if found.kind is not Meaning.ANSWER:
        return
    match question.kind:
        case Kind.SCALE11:
            assert found.value in range(11)
        case Kind.NUMBER:
            assert -5 <= found.value <= 50
        case Kind.DATE:
            assert date.fromisoformat(found.value)
        case Kind.PHOTO:
            pytest.fail("no picture is typed")
        case _ if question.choices:
            assert found.value in question.values


@pytest.mark.parametrize("language", ["th", "en", "my"])
@pytest.mark.parametrize("question", [TEN, KM, DAY, HERE, ANYWHERE])
def test_an_example_is_itself_an_answer(question, language):
    example = typed.example(question, language, today=TODAY)
    assert understand(question, example, language).kind is Meaning.ANSWER


def test_the_example_of_a_consent_leans_to_neither_side():
    assert typed.example(CONSENT, "th", today=TODAY) == "ยินยอม / ไม่ยินยอม"


@pytest.mark.parametrize(
    ("reply", "old_enough"),
    [
        ("ใช่ค่ะ", True),
        ("ถึงแล้ว", True),
        ("65", True),
        ("๑๘ ปี", True),
        ("อายุ 17 ปี", False),
        ("ยังไม่ถึง", False),
        ("ไม่ใช่ค่ะ", False),
        ("1", True),
        ("2", False),
        ("ไม่ทราบ", None),
        ("อืม", None),
        ("200", None),
        ("", None),
    ],
)
def test_whether_they_are_old_enough(reply, old_enough):
    assert age.understand(reply, 18, "th") is old_enough
