"""What is counted of answers is counted rightly: small cases, reckoned by hand."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.answers import (
    dangers,
    larger,
    misses,
    questions,
    scoring,
    sealed,
    sets,
    spoilt,
    trying,
)
from tests.benchmarks.answers.scoring import Share, Tried
from tests.benchmarks.answers.sealed import Sealed
from tests.benchmarks.answers.sets import Asked
from tests.benchmarks.figures import Figure


def asked(gold=("a",), *, name="q", text="ถาม", language="th", style=""):
    return Asked(name, text, language, frozenset(gold), style)


def tried(outcome, ranked, shown=None, gold=("a",), confidence=0.5):
    """A question whose gold are slugs, each the article that answers."""
    if shown is None:
        shown = {"answer": ranked[:1], "suggest": ranked[:3]}.get(outcome, "")
    return Tried(
        asked(gold), frozenset(gold), outcome, tuple(ranked), tuple(shown), confidence
    )


SIX = [
    tried("answer", "abc"),  # rightly
    tried("answer", "bac"),  # wrongly, though second
    tried("suggest", "bca"),  # third
    tried("suggest", "bcda"),  # fourth: neither shown nor among three
    tried("unknown", "abc"),  # first, and yet not told
    tried("emergency", "ba"),  # a card instead
]
NONE = [
    tried("answer", "abc", gold=()),
    tried("suggest", "abc", gold=()),
    tried("unknown", "", gold=()),
    tried("unknown", "abc", gold=()),
]


def test_each_outcome_is_counted_where_it_belongs():
    got = scoring.scores([*SIX, *NONE])
    assert got.recall_1 == Share(2, 6)
    assert got.recall_3 == Share(5, 6)
    assert got.within_three == Share(2, 6)
    assert got.rightly == Share(1, 6)
    assert got.wrong == Share(1, 6)
    assert got.unknown == Share(1, 6)
    assert got.undue == Share(1, 4)
    assert got.refused == Share(3, 4)
    assert got.unknown_rightly == Share(2, 4)


def test_any_of_several_right_ones_will_do():
    both = tried("answer", "bac", gold=("a", "b"))
    third = tried("suggest", "cdba", gold=("a", "b"))
    assert (both.place, both.answered_rightly) == (1, True)
    assert (third.place, third.within) == (3, True)


def test_what_is_not_found_has_no_place():
    assert scoring.place("bcd", frozenset("a")) is None
    assert scoring.place("", frozenset("a")) is None
    assert scoring.place("ba", frozenset()) is None
    assert scoring.recall([None, 1, 2, 4], 3) == Share(2, 4)


def test_an_interval_is_wilsons():
    # Newcombe 1998, table I: 81 of 263 and 0 of 20.
    assert Share(81, 263).interval == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert Share(0, 20).interval == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert Share(20, 20).interval == pytest.approx((0.8389, 1.0), abs=1e-4)
    assert Share(0, 0).interval == (0, 1)


def test_a_tie_counts_half():
    assert scoring.separation([0.9, 0.5], [0.5, 0.1]) == (1 + 1 + 0.5 + 1) / 4
    assert scoring.separation([], [0.1]) == 0.5


def test_questions_of_one_confidence_are_answered_together():
    served = {
        "answerable": [True, True, False, True],
        "right": [True, True, False, True],
        "clear": [True, True, True, True],
    }
    # At 0.8 the third, which nothing answers, would be answered with the second.
    assert scoring.rightly_at([0.9, 0.8, 0.8, 0.7], served, 0.0) == Share(1, 3)
    assert scoring.rightly_at([0.9, 0.8, 0.7, 0.7], served, 0.0) == Share(2, 3)
    assert scoring.rightly_at([0.9, 0.8, 0.8, 0.7], served, 1.0) == Share(3, 3)
    unclear = {**served, "clear": [True, True, False, True]}
    assert scoring.rightly_at([0.9, 0.8, 0.8, 0.7], unclear, 0.0) == Share(3, 3)


def test_a_set_is_read_by_either_of_its_names(tmp_path):
    file = tmp_path / "set.jsonl"
    lines = [
        {"qid": "x1", "query": "ก", "gold": ["d1", "d2"], "split": "test"},
        {"id": 7, "text": "a", "gold": [], "language": "en", "style": "terse"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    assert sets.questions(file) == [
        Asked("x1", "ก", "th", frozenset({"d1", "d2"})),
        Asked("7", "a", "en", frozenset(), "terse"),
    ]


def test_a_fact_and_a_slug_both_name_an_article():
    town = trying.shipped()
    article = next(each for each in town.articles if each.facts)
    assert article.slug in town.right(asked([article.facts[0]]))
    assert town.right(asked([article.slug])) == {article.slug}
    assert town.right(asked(["no such fact"])) == frozenset()


def test_another_corpus_goes_through_our_search(tmp_path):
    docs = [
        {"id": "d1", "title": "", "text": "วัดพระแก้วอยู่ในกรุงเทพ"},
        {"id": "d2", "title": "ช้าง", "text": "ช้างกินกล้วยวันละหลายหวี"},
    ]
    queries = [{"qid": "q", "query": "ช้างกินอะไร", "gold": ["d2"]}]
    for name, lines in (("docs", docs), ("queries", queries)):
        text = "\n".join(map(json.dumps, lines))
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    folder = sets.folder(tmp_path)
    assert trying.places(trying.town(folder.articles), folder.asked) == [1]


def test_a_question_that_noise_leaves_alone_is_no_pair():
    assert spoilt.spoilt(asked(text="มีวัดไหม"), "no_spaces") == []
    [one] = spoilt.spoilt(asked(text="มี วัด ไหม"), "no_spaces")
    assert one.text == "มีวัดไหม"
    typos = spoilt.spoilt(asked(text="เมืองนี้มีวัดไหมครับ"), "typos")
    assert typos == spoilt.spoilt(asked(text="เมืองนี้มีวัดไหมครับ"), "typos")
    assert len(typos) > 1


def test_a_cost_is_in_points_of_the_same_pairs():
    assert spoilt.cost(Share(9, 10), Share(8, 10)) == pytest.approx(10)
    pairs = [(SIX[0], SIX[1]), (SIX[0], SIX[0]), (SIX[1], SIX[0]), (NONE[0], NONE[1])]
    assert spoilt._moved(pairs) == (1, 1)


@pytest.mark.parametrize(
    ("each", "cause"),
    [
        (SIX[0], None),
        (SIX[1], "wrong given as fact"),
        (SIX[2], "ranking: second or third"),
        (SIX[3], "ranking: not among three"),
        (SIX[5], "taken for an emergency"),
        (tried("suggest", "abc", confidence=1.0), "too close to the second"),
        (NONE[0], "undue: answered though nothing does"),
        (NONE[1], None),
    ],
)
def test_a_miss_has_one_cause(each, cause):
    assert misses.cause(trying.shipped(), each) == cause


def test_groups_are_of_all_of_a_set_and_untold_styles_are_none():
    one = [Tried(asked(language="en", style="terse"), *([frozenset()] * 5))]
    names = [row[0] for row in questions.table("set", one).rows]
    assert names == ["all", "en", "terse"]
    assert [row[0] for row in questions.table("set", SIX).rows] == ["all", "th"]


def test_a_larger_town_is_the_same_each_time_and_as_large_as_told():
    town = larger.town(400)
    assert town == larger.town(400)
    assert len({(each.slug, each.language) for each in town}) == 400
    assert {len(each.asked_as) for each in town} == {larger.ASKED_AS}
    assert {len(each.not_told) for each in town} == {larger.NOT_TOLD}


def test_alarms_and_kinds_are_counted(tmp_path):
    danger = [
        {"kind": "fire", "text": "ไฟไหม้บ้านข้างๆ ช่วยด้วย"},
        {"kind": "crime", "text": "ไฟไหม้ค่ะ"},
        {"kind": "fire", "text": "สวัสดีค่ะ"},
    ]
    text = "\n".join(map(json.dumps, danger))
    (tmp_path / dangers.DANGER).write_text(text, encoding="utf-8")
    (tmp_path / dangers.EVERYDAY).write_text("เหม็นขยะ\nไฟไหม้ค่ะ\n", "utf-8")
    got = dangers.heard(tmp_path)
    assert got.heard == Share(2, 3)
    assert got.of_right_kind == Share(1, 2)
    assert got.alarms == Share(1, 2)
    assert len(got.times.cpu) == len(got.times.wall) == 5


@pytest.fixture
def one_sealed(tmp_path, monkeypatch):
    """A set of one file, scored by counting its lines."""

    def measure(folder: Path) -> list[Figure]:
        count = len((folder / "set.txt").read_text("utf-8").split())
        return [Figure("sealed set: lines", "told", str(count))]

    monkeypatch.setattr(sealed, "SETS", (Sealed("set", ("set.txt",), measure),))

    def score(*, again: bool = False) -> list[Figure]:
        told = sealed.score(again=again, folder=tmp_path, kept_in=tmp_path / "kept")
        return list(told.figures)

    return score


def test_a_sealed_set_that_is_not_there_is_said_so(one_sealed, tmp_path):
    [told] = one_sealed()
    assert "not measured: set.txt" in told.note
    assert sealed.last(tmp_path / "kept") == []


def test_a_sealed_set_is_scored_once_over_the_same_content(one_sealed, tmp_path):
    (tmp_path / "set.txt").write_text("one two")
    [first] = one_sealed()
    assert first.reached == "2"
    assert "scorings of this set so far: 1" in first.note
    [refused] = one_sealed()
    assert (refused.reached, "over the same content" in refused.note) == ("", True)
    [again] = one_sealed(again=True)
    assert "scorings of this set so far: 2" in again.note
    assert sealed.last(tmp_path / "kept") == [again]


def test_another_sealed_set_and_other_content_are_scored_anew(
    one_sealed, tmp_path, monkeypatch
):
    (tmp_path / "set.txt").write_text("one two")
    one_sealed()
    monkeypatch.setattr(sealed, "content_digest", lambda: "other")
    [last] = sealed.last(tmp_path / "kept")
    assert "the content has changed since" in last.note
    [other_content] = one_sealed()
    assert "scorings of this set so far: 2" in other_content.note
    (tmp_path / "set.txt").write_text("one two three")
    [other_set] = one_sealed()
    assert other_set.reached == "3"
    assert "scorings of this set so far: 1" in other_set.note


def test_the_content_digest_is_of_what_decides(tmp_path):
    article = tmp_path / "articles" / "th" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text("one")
    before = sealed.content_digest(tmp_path)
    (tmp_path / "font.ttf").write_text("no matter")
    assert sealed.content_digest(tmp_path) == before
    article.write_text("two")
    assert sealed.content_digest(tmp_path) != before
