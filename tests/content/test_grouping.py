"""Questions put together by likeness: what residents ask in other words is one."""

import random
import time

import pytest

from content import articles, grouping, noise


def grouped(*texts, language="th"):
    return grouping.grouped(texts, lambda text: (language, text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ขยะเก็บวันไหน", "เก็บขยะวันไหนคะ"),
        ("ถังขยะสีอะไร", "ถังขยะมีสีอะไรบ้างคะ"),
        ("จ่ายภาษีที่ดินที่ไหน", "ภาษีที่ดินจ่ายได้ที่ไหนบ้าง"),
        ("ที่จอดรถเทศบาลอยู่ตรงไหน", "ที่จอดรดเทศบาลอยู่ตรงไหน"),
        ("Where is the park?", "where  is\nthe PARK"),
        ("😀 😀", "😀  😀"),
    ],
)
def test_the_same_question_in_other_words_is_one_group(one, other):
    assert grouped(one, "สวนสาธารณะเปิดกี่โมง", other)[0] == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ขยะเก็บวันไหน", "น้ำประปาไม่ไหลแจ้งที่ไหน"),
        ("จ่ายภาษีที่ดินที่ไหน", "จ่ายค่าน้ำที่ไหน"),
        ("ทะเบียนบ้านหายทำไง", "บัตรประชาชนหายทำไง"),
        ("ครับ", "ครับ มีรถเมล์ไปมหาชัยไหมครับ"),
        ("😀", "👍"),
    ],
)
def test_other_subjects_asked_alike_stay_apart(one, other):
    assert len(grouped(one, other)) == 2


def test_two_languages_are_never_one_group():
    said = [("th", "pm2.5?"), ("en", "pm2.5?")]
    assert len(grouping.grouped(said, lambda each: each)) == 2


def test_the_biggest_group_stands_first_and_inside_it_the_order_is_kept():
    texts = ["รถเมล์มากี่โมง", "ขยะเก็บวันไหน", "เก็บขยะวันไหนคะ", "ขยะเก็บวันไหนครับ"]
    assert grouped(*texts) == [texts[1:], texts[:1]]


def test_nothing_is_lost_and_nothing_is_told_twice():
    texts = [line for article in some_articles() for line in article.asked_as]
    groups = grouped(*texts)
    assert sorted(text for group in groups for text in group) == sorted(texts)


def test_no_pair_is_missed_by_comparing_only_the_rarest_terms(monkeypatch):
    """Every pair compared gives the same groups."""
    texts = [line for article in some_articles() for line in article.asked_as]
    texts += [noise.typos(text, random.Random(1)) for text in texts]
    expected = grouped(*texts)
    monkeypatch.setattr(grouping, "_rarest", lambda vector, order: list(vector))
    assert grouped(*texts) == expected


def test_slips_of_the_finger_mostly_stay_with_their_question():
    texts = [article.asked_as[0] for article in some_articles()]
    slips = {text: noise.typos(text, random.Random(text)) for text in texts}
    groups = grouped(*texts, *slips.values())
    together = [
        text
        for text, slip in slips.items()
        if any(text in group and slip in group for group in groups)
    ]
    assert len(together) >= 0.7 * len(texts)


def test_five_thousand_questions_take_seconds_not_minutes():
    """Each compared with each would be twelve million comparisons."""
    lines = [line for article in articles.load_all() for line in article.asked_as]
    random.Random(1).shuffle(lines)
    began = time.process_time()
    groups = grouped(*lines[:5000])
    assert time.process_time() - began < 15
    assert len(groups) > 1000


def some_articles():
    found = [each for each in articles.load_all() if each.language == "th"]
    return random.Random(1).sample(found, 20)
