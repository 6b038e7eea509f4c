"""What a survey is, and what a wrong file is told."""

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from surveys import definition
from surveys.definition import Kind, Survey, SurveyError, Text
from tests.surveys import making
from tests.surveys.making import PARTICIPATION

Spoil = Callable[[dict[str, Any]], object]

# Of the survey in making.py, taken once.
FINGERPRINT = "fc44703691b3a13411208114b2cb48d485ac1269f0b43b1681a6b2b2bfd05560"


def test_the_shipped_survey_asks_ten_questions_in_three_languages() -> None:
    keys = [survey.key for survey in definition.load_all()]
    assert keys == ["participation", "town_life"]
    assert len(PARTICIPATION.questions) == 10
    assert PARTICIPATION.languages == ("th", "en", "my")
    assert PARTICIPATION.status == "draft"
    assert "ร่าง" in PARTICIPATION.purpose.say("th")
    assert PARTICIPATION.is_reviewed("th")
    assert not PARTICIPATION.is_reviewed("my")
    assert not PARTICIPATION.is_reviewed("fr")


def test_a_question_is_found_by_what_it_says_whoever_made_it() -> None:
    """Its hash is worked out once; a copy that says something else has another."""
    asked = making.question(kind="single", choices=making.choices("a", "b"))
    known = {asked: "known"}
    assert asked in known
    again = pickle.loads(pickle.dumps(asked))
    assert vars(again) == vars(asked)
    assert known[again] == known[copy.deepcopy(asked)] == "known"
    other = asked.model_copy(update={"key": "other"})
    assert hash(other) != hash(asked)
    assert other not in known


def test_every_shipped_scale_runs_from_low_to_high_in_words() -> None:
    scales = [q for q in PARTICIPATION.questions if q.kind is Kind.SCALE5]
    assert [q.choices[4].label.say("en") for q in scales] == [
        "Very easy",
        "Completely",
        "Very satisfied",
        "Very good",
    ]
    assert all(q.values == (1, 2, 3, 4, 5) for q in scales)


def test_words_missing_in_a_language_are_said_in_thai() -> None:
    text = Text(th="สวัสดี", en="hello")
    assert text.say("en") == "hello"
    assert text.say("my") == "hello"
    assert Text(en="hello").say("th") == "hello"
    assert Text(my="မင်္ဂလာပါ").say("en") == "မင်္ဂလာပါ"
    assert text.has("my") is None


def test_minutes_count_words_and_questions_and_are_rounded_up() -> None:
    # The labels have 30 words and the first four questions 8: with the last one's,
    # 38 + n words of 0.3 s, and five questions of 4 s.
    def minutes(words: int) -> int:
        data = making.data()
        data["questions"][4]["text"]["en"] = "word " * words
        return Survey.model_validate(data).estimated_minutes("en")

    assert minutes(95) == 1  # 59.9 s
    assert minutes(96) == 2  # 60.2 s


def test_thai_and_burmese_words_are_counted_without_spaces() -> None:
    assert definition.count_words("one two") == 2
    assert definition.count_words("เมืองอุตสาหกรรม") == 4  # 15 characters
    assert definition.count_words("ကျေးဇူးတင်ပါတယ်") == 3  # 15 characters
    assert definition.count_words("ecotown เมือง") == 3


def test_a_survey_survives_its_canonical_json() -> None:
    text = definition.canonical_json(PARTICIPATION)
    assert Survey.model_validate_json(text) == PARTICIPATION
    assert definition.canonical_json(Survey.model_validate_json(text)) == text


def test_the_fingerprint_of_a_survey_never_changes() -> None:
    # Waves point at a survey by this hash: a release that alters it loses them.
    assert definition.sha256(making.survey()) == FINGERPRINT


def test_the_fingerprint_does_not_depend_on_the_order_of_fields_or_on_defaults() -> (
    None
):
    shuffled = dict(reversed(making.data().items()))
    shuffled["questions"][0]["allow_skip"] = True
    assert definition.sha256(Survey.model_validate(shuffled)) == FINGERPRINT


def test_the_fingerprint_changes_with_a_word() -> None:
    changed = making.survey(title=making.text("another title"))
    assert definition.sha256(changed) != FINGERPRINT


def test_a_survey_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        PARTICIPATION.version = 2
    assert hash(PARTICIPATION) == hash(PARTICIPATION.model_copy())


def test_questions_that_are_equal_have_one_hash() -> None:
    read = making.survey().questions
    for one, other in zip(read, making.survey().questions, strict=True):
        assert one == other
        assert hash(one) == hash(other)


def test_a_question_is_found_by_its_key() -> None:
    assert PARTICIPATION.question("years").max == 100
    with pytest.raises(KeyError):
        PARTICIPATION.question("age")


def _pick(data: dict[str, Any]) -> dict[str, Any]:
    question: dict[str, Any] = data["questions"][0]
    return question


WRONG: list[tuple[str, Spoil, str, str]] = [
    # what is wrong, how it is made, the text of the line named, part of the reason
    (
        "a key with capitals",
        lambda d: d.update(key="Small"),
        "key: Small",
        "key: string should match pattern",
    ),
    ("version nought", lambda d: d.update(version=0), "version: 0", "greater than or"),
    ("a version in quotes", lambda d: d.update(version="1"), "version:", "integer"),
    (
        "a level a survey cannot reach",
        lambda d: d.update(level="empower"),
        "level: empower",
        "level: should be 'inform' or 'consult', not 'empower'",
    ),
    (
        "a field nobody knows",
        lambda d: _pick(d).update(colour="red"),
        "colour: red",
        "colour: is not a field here",
    ),
    ("no languages", lambda d: d.update(languages=[]), "languages: []", "at least 1"),
    (
        "a language nobody speaks here",
        lambda d: d.update(languages=["th", "fr"]),
        "- fr",
        "should be 'th', 'en' or 'my', not 'fr'",
    ),
    (
        "a language named twice",
        lambda d: d.update(languages=["th", "th"]),
        "languages:",
        "names a language twice",
    ),
    (
        "a review of a language not offered",
        lambda d: d.update(languages=["en", "my"]),
        "th: true",
        "is not among the languages",
    ),
    (
        "a label missing in Burmese",
        lambda d: _pick(d)["choices"][1]["label"].pop("my"),
        "label:",
        "label: has no words in my",
    ),
    (
        "a hint missing in English",
        lambda d: _pick(d).update(hint={"th": "a", "my": "b"}),
        "hint:",
        "questions.hint: has no words in en",
    ),
    (
        "blank words",
        lambda d: d["title"].update(en="  "),
        "en: '  '",
        "at least 1 character",
    ),
    ("no words at all", lambda d: d.update(title={}), "title: {}", "empty in every"),
    (
        "a question key used twice",
        lambda d: d["questions"][1].update(key="pick"),
        "key: pick",
        "pick is used twice",
    ),
    (
        "a choice key used twice",
        lambda d: _pick(d)["choices"][1].update(key="red"),
        "key: red",
        "red is used twice",
    ),
    ("no questions", lambda d: d.update(questions=[]), "questions: []", "at least 1"),
    (
        "questions that are no list",
        lambda d: d.update(questions={"a": 1}),
        "questions:",
        "questions: should be a list",
    ),
    (
        "a bound that is no number",
        lambda d: d["questions"][3].update(min=float("nan")),
        "min: .nan",
        "finite number",
    ),
    (
        "a bound without end",
        lambda d: d["questions"][3].update(max=float("inf")),
        "max: .inf",
        "finite number",
    ),
    (
        "one choice",
        lambda d: _pick(d)["choices"].pop(),
        "choices:",
        "1 choices; 2 to 60 are allowed",
    ),
    (
        "61 choices",
        lambda d: _pick(d).update(
            choices=making.choices(*(f"c{n}" for n in range(61)))
        ),
        "choices:",
        "61 choices; 2 to 60",
    ),
    (
        "a scale of four",
        lambda d: d["questions"][1]["choices"].pop(),
        "choices:",
        "five points",
    ),
    (
        "a scale from high to low",
        lambda d: d["questions"][1]["choices"].reverse(),
        "choices:",
        "five points",
    ),
    (
        "choices to a number",
        lambda d: d["questions"][3].update(choices=making.choices("a", "b")),
        "choices:",
        "are for single, multiple, place and scale5",
    ),
    (
        "a number without bounds",
        lambda d: d["questions"][3].pop("max"),
        "- key: count",
        "needs min and max",
    ),
    (
        "bounds the wrong way round",
        lambda d: d["questions"][3].update(min=10),
        "- key: count",
        "the smaller first",
    ),
    (
        "bounds on a choice",
        lambda d: _pick(d).update(max=3),
        "max: 3",
        "max: is for numbers only",
    ),
    (
        "an exclusive choice among singles",
        lambda d: _pick(d)["choices"][0].update(exclusive=True),
        "exclusive: true",
        "is for multiple only",
    ),
    (
        "two labels that read the same",
        lambda d: _pick(d)["choices"][1]["label"].update(en="Label RED en!"),
        "- key: blue",
        "reads the same as another choice",
    ),
    (
        "a label that is the number of another choice",
        lambda d: _pick(d)["choices"][0]["label"].update(en="two"),
        "- key: red",
        "is the number of another choice",
    ),
    (
        "a label of nothing but politeness",
        lambda d: _pick(d)["choices"][0]["label"].update(th="ค่ะ"),
        "- key: red",
        "a label without a word in it",
    ),
    ("a missing field", lambda d: d.pop("thanks"), "key: small", "thanks: is missing"),
    (
        "a key that is not text",
        lambda d: _pick(d).update(key=12),
        "key: 12",
        "should be text; put 12 in quotes",
    ),
]


@pytest.mark.parametrize(
    ("spoil", "line", "reason"), [pytest.param(*case, id=name) for name, *case in WRONG]
)
def test_a_wrong_file_is_told_the_line_and_the_reason(
    tmp_path: Path, spoil: Spoil, line: str, reason: str
) -> None:
    data = making.data()
    spoil(data)
    path = making.write(tmp_path / "small.yaml", data)
    with pytest.raises(SurveyError) as caught:
        definition.load(path)
    error = caught.value
    assert error.file == str(path)
    assert reason in error.reason
    assert line in path.read_text(encoding="utf-8").splitlines()[error.line - 1]
    assert str(error) == f"{path}:{error.line}: {error.reason}"


def test_a_key_used_twice_is_refused_outside_a_file_too() -> None:
    with pytest.raises(ValidationError) as caught:
        making.survey(questions=[*making.data()["questions"][:1] * 2])
    assert "pick is used twice" in str(caught.value)


def test_a_label_may_be_the_number_of_its_own_place() -> None:
    one, two = making.choices("a", "b")
    one["label"]["en"], two["label"]["en"] = "one", "2"
    assert making.question(choices=[one, two]).values == ("a", "b")


def test_sixteen_questions_are_too_many() -> None:
    questions = [
        making.data()["questions"][0] | {"key": f"q{number}"} for number in range(16)
    ]
    assert len(making.survey(questions=questions[:15]).questions) == 15
    with pytest.raises(ValidationError, match="more than 15 need a reason"):
        making.survey(questions=questions)


def test_versions_of_a_survey_load_in_order(tmp_path: Path) -> None:
    making.write(tmp_path / "a.yaml", making.data() | {"version": 2})
    making.write(tmp_path / "b.yaml", making.data())
    loaded = definition.load_all(tmp_path)
    assert [(each.key, each.version) for each in loaded] == [("small", 1), ("small", 2)]


def test_the_same_version_in_two_files_is_refused(tmp_path: Path) -> None:
    making.write(tmp_path / "a.yaml", making.data())
    making.write(tmp_path / "b.yaml", making.data())
    with pytest.raises(SurveyError, match="small version 1 is in another") as caught:
        definition.load_all(tmp_path)
    assert (Path(caught.value.file).name, caught.value.line) == ("b.yaml", 2)
