"""Our second survey and the edition it feeds: complete, plain, and comparable."""

import pytest

from surveys import advice, catalogue, definition, versions
from surveys.catalogue import Status
from surveys.definition import Kind
from surveys.meaning import Meaning
from surveys.question import LANGUAGES
from surveys.replies import understanding
from tests.surveys.making import PARTICIPATION

LIFE = next(each for each in definition.load_all() if each.key == "town_life")
EDITION = next(
    each
    for each in catalogue.load_all()
    if (each.key, each.edition) == ("ecotown_social_draft", "2")
)


def test_it_asks_at_most_fifteen_questions_in_three_languages_as_a_draft() -> None:
    assert len(LIFE.questions) == 14
    assert LIFE.languages == LANGUAGES
    assert LIFE.status == "draft"
    assert LIFE.is_reviewed("th")
    assert not LIFE.is_reviewed("my")
    assert LIFE.estimated_minutes("th") <= 3


def test_what_both_surveys_ask_they_ask_in_the_same_words() -> None:
    for key in ("heard", "took_part", "info_trust", "dialogue", "role"):
        ours, theirs = (each.question(key) for each in (LIFE, PARTICIPATION))
        assert versions.fingerprint(ours) == versions.fingerprint(theirs), key


@pytest.mark.parametrize(
    "question",
    [each for each in LIFE.questions if each.kind in (Kind.SCALE5, Kind.SINGLE)],
    ids=lambda question: question.key,
)
def test_every_word_of_a_choice_is_understood_as_that_choice(question) -> None:
    for index, choice in enumerate(question.choices):
        for language in LANGUAGES:
            for said in (choice.label.say(language), *choice.also):
                heard = understanding.understand(question, said, language)
                # "I do not know" may be taken for what it says of the whole question.
                if heard.kind is Meaning.DONT_KNOW:
                    continue
                assert heard.value == question.values[index], (said, heard)


def test_nothing_but_its_length_could_be_better_for_a_chat() -> None:
    assert [key for key, _ in advice.advice(LIFE)] == [""]


def test_the_second_edition_is_a_draft_of_fifteen_with_no_threshold_made_up() -> None:
    rows = EDITION.indicators()
    assert len(rows) == 15
    assert EDITION.status is Status.DRAFT
    assert all(row.status is Status.DRAFT for row in rows)
    assert all(row.threshold is None for row in rows)
    assert all(row.formula is not None for row in rows)
    assert EDITION.note is not None
    assert "ยังไม่ตั้งเกณฑ์" in EDITION.note.say("th")
    kinds = [row.kind for row in rows]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "index": 1,
        "service": 3,
        "share": 2,
        "top2": 9,
    }
    assert [row.measure.figure for row in rows if row.kind == "service"] == [
        "cases_in_time",
        "questions_answered",
        "broadcast_reach",
    ]


def test_residents_and_workers_are_asked_the_same_and_counted_apart() -> None:
    by_code = {row.code: row.measure for row in EDITION.indicators()}
    residents, workers = by_code["ET-S13"], by_code["ET-S14"]
    assert residents.question == workers.question == "quality_of_life"
    assert residents.where == {"in": [{"var": "role"}, ["lives", "both"]]}
    assert workers.where == {"in": [{"var": "role"}, ["works", "both"]]}
