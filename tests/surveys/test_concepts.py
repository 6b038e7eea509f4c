"""The concepts that replies speak for: rivals are told apart, and no word is idle."""

from collections import Counter, defaultdict

import pytest

from surveys import plain_text, politeness
from surveys.replies.lists.concepts import CONCEPTS, Concept
from surveys.replies.text import words

YES_NO = "yesno:"
# What asks to stop here is, where the reason is asked for, the reason.
BUSY = words.listed("ไม่มีเวลา ไม่ว่าง ติดงาน ติดธุระ busy no_time")
REASONS = "reason_not_joining"
IDLE = (words.FILLERS | politeness.WORDS | words.NEGATIONS).union(
    *words.CONTROLS.values()
)


def _named(concept: Concept) -> str:
    return f"{concept.topic}/{concept.name}"


def _holders(written: str) -> dict[tuple[str, str], list[str]]:
    """(topic, phrase) -> the names of the concepts that hold it in that field."""
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for concept in CONCEPTS:
        for phrase in words.listed(getattr(concept, written)):
            held[concept.topic, phrase].append(concept.name)
    return held


def test_there_are_hundreds_of_concepts_and_thousands_of_phrases() -> None:
    assert len(CONCEPTS) >= 250
    assert sum(len(words.listed(each.evidence)) for each in CONCEPTS) >= 4000


def test_a_concept_is_named_once_in_its_topic() -> None:
    named = Counter(_named(concept) for concept in CONCEPTS)
    assert [name for name, times in named.items() if times > 1] == []


@pytest.mark.parametrize("written", ["heads", "evidence", "against"])
def test_every_phrase_is_written_once_and_leaves_something(written: str) -> None:
    for concept in CONCEPTS:
        forms = Counter(
            plain_text.plain(each) for each in getattr(concept, written).split()
        )
        assert "" not in forms, _named(concept)
        twice = [form for form, times in forms.items() if times > 1]
        assert twice == [], _named(concept)


def test_a_concept_has_heads_and_evidence_in_thai() -> None:
    for concept in CONCEPTS:
        assert words.listed(concept.heads), _named(concept)
        thai = [each for each in words.listed(concept.evidence) if _thai(each)]
        assert len(thai) >= 5, _named(concept)


def _thai(phrase: str) -> bool:
    return any("\u0e01" <= letter <= "\u0e5b" for letter in phrase)


def test_no_evidence_is_a_word_of_talk_a_negation_or_a_request() -> None:
    for concept in CONCEPTS:
        idle = words.listed(concept.evidence) & IDLE
        if concept.topic == REASONS:
            idle -= BUSY
        assert idle == frozenset(), _named(concept)


def test_a_phrase_speaks_for_two_rivals_at_most() -> None:
    held = _holders("evidence")
    assert {key: names for key, names in held.items() if len(names) > 2} == {}


def test_a_head_belongs_to_one_concept_of_its_topic() -> None:
    shared = {
        key: names
        for key, names in _holders("heads").items()
        if len(names) > 1 and not key[0].startswith(YES_NO)
    }
    assert shared == {}


def test_what_speaks_against_a_concept_is_not_its_evidence() -> None:
    for concept in CONCEPTS:
        both = words.listed(concept.evidence) & words.listed(concept.against)
        assert both == frozenset(), _named(concept)


def test_each_word_of_a_question_has_one_yes_and_one_no() -> None:
    answers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for concept in CONCEPTS:
        assert bool(concept.answer) == concept.topic.startswith(YES_NO)
        if concept.answer:
            for head in words.listed(concept.heads):
                answers[concept.topic, head].append(concept.answer)
    uneven = {key for key, said in answers.items() if sorted(said) != ["no", "yes"]}
    assert uneven == set()


def test_no_phrase_says_both_yes_and_no_in_one_family() -> None:
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for concept in CONCEPTS:
        if concept.answer:
            for phrase in words.listed(concept.evidence):
                said[concept.topic, phrase].add(concept.answer)
    assert {key for key, answers in said.items() if len(answers) > 1} == set()


@pytest.mark.parametrize(
    ("topic", "reply", "meant"),
    [
        ("travel", "ปั่นไปเอง", "bicycle"),
        ("travel", "พี่วินหน้าปากซอย", "motorcycle_taxi"),
        ("occupation", "ขายส้มตำ", "trader"),
        ("nuisance", "ตากผ้าแล้วดำหมด", "dust"),
        ("channel", "ฟังเพลงในรถ เปิดคลื่นลูกทุ่ง", "radio"),
        ("tenure", "ผ่อนแบงค์อยู่", "own"),
        ("reason_not_joining", "ลางานไม่ได้", "no_time"),
        ("yesno:done", "เป็นกรรมการอยู่", "joined"),
        ("yesno:done", "ไม่เห็นมีใครชวน", "not_joined"),
    ],
)
def test_what_one_tells_names_the_concept_without_its_heads(
    topic: str, reply: str, meant: str
) -> None:
    said = plain_text.plain(reply)
    rivals = [each for each in CONCEPTS if each.topic == topic]
    longest = {
        each.name: max((len(form) for form in _found(each.evidence, said)), default=0)
        for each in rivals
    }
    assert max(longest, key=longest.__getitem__) == meant
    assert longest[meant] > 0
    held = next(each for each in rivals if each.name == meant)
    assert _found(held.heads, said) == []


def _found(written: str, said: str) -> list[str]:
    return [form for form in words.listed(written) if form in said]
