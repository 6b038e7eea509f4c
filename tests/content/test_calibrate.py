"""Learning how sure to be, and what the shipped file says."""

import json

import numpy as np
import pytest

from content import articles, calibrate, decide, search
from content.calibrate import Checked, Sample
from content.decide import Confidence

FEW = ("five-levels", "five-dimensions", "om-noi-population", "four-bin-colours")


@pytest.fixture(scope="module")
def few():
    return tuple(a for a in articles.load_all() if a.slug in FEW)


def sample(score, *, answerable=True, right=True, clear=True, weight=1.0):
    return Sample(
        {"score": score}, answerable, right and answerable, right, clear, weight
    )


def test_the_same_articles_teach_the_same(few):
    assert calibrate.learn(few) == calibrate.learn(tuple(reversed(few)))


def test_good_evidence_counts_for_an_answer_and_lacks_against(few):
    learnt = calibrate.learn(few)
    assert learnt.weights["score"] > 0
    assert learnt.weights["named"] <= 0
    assert 0 <= learnt.suggest <= learnt.answer <= 1


def knowing(few):
    """A model that knows which article a line is from; and of no other text."""
    slugs = {line: a.slug for a in few for line in a.asked_as}

    def meaning(text, line):
        return {slugs[line]: 1.0} if line in slugs else {}

    return meaning


def test_what_meaning_tells_is_weighed_like_all_other_evidence(few):
    learnt = calibrate.learn(few, meaning=knowing(few))
    assert learnt.weights["meaning"] > 0
    assert learnt.weights.keys() - calibrate.learn(few).weights == {"meaning"}
    decide.check(learnt, by_meaning=True)
    with pytest.raises(ValueError, match="weighs"):
        decide.check(learnt)


def test_a_question_near_in_meaning_makes_us_surer(few):
    learnt = calibrate.learn(few, meaning=knowing(few))
    index = search.build(few)
    far, near = (
        decide.decide(index, "เมืองนี้มีกี่ขั้น", "th", learnt, meant={"five-levels": value})
        for value in (0.0, 1.0)
    )
    assert near.confidence > far.confidence


def test_what_means_nothing_counts_for_nothing(few):
    learnt = calibrate.learn(few, meaning=lambda text, line: {})
    assert learnt.weights["meaning"] == 0


def test_checked_questions_move_what_is_learnt(few):
    facts = frozenset(next(a for a in few if a.slug == "five-levels").facts)
    checked = [
        Checked(text, "th", known)
        for text, known in (
            ("เมืองนิเวศมีกี่ระดับ", facts),
            ("ระดับทั้งห้ามีอะไรบ้าง", facts),
            ("ค่าปรับทิ้งขยะกี่บาท", frozenset()),
            ("ใครเป็นเจ้าของตลาด", frozenset()),
            ("มิติมีกี่ด้าน", frozenset()),
        )
    ]
    assert calibrate.learn(few, checked) != calibrate.learn(few)


def test_the_weights_are_those_of_a_logistic_regression():
    random = np.random.default_rng(4)
    scores = random.normal(size=4000)
    right = random.random(4000) < 1 / (1 + np.exp(-(0.5 + 2 * scores)))
    base, weights = calibrate._fitted(
        [sample(s, right=bool(r)) for s, r in zip(scores, right, strict=True)]
    )
    assert base == pytest.approx(0.5, abs=0.15)
    assert weights["score"] == pytest.approx(2, abs=0.25)


def test_the_threshold_keeps_wrong_and_undue_answers_rare():
    samples = [
        *(sample(0, weight=1) for _ in range(200)),
        *(sample(0, right=False) for _ in range(4)),
        *(sample(0, answerable=False, right=False) for _ in range(100)),
    ]
    sure = np.array([*np.linspace(0.5, 1, 200), 0.99, 0.9, 0.8, 0.7, *[0.6] * 100])
    answer = calibrate._answer_from(sure, samples)
    # Two wrong ones in 204 are within 1 in 100; the third, at 0.8, is not.
    assert 0.8 < answer <= 0.81


def test_what_is_too_close_to_call_spoils_no_threshold():
    samples = [sample(0), sample(0, right=False, clear=False), sample(0)]
    assert calibrate._answer_from(np.array([0.9, 0.8, 0.7]), samples) == 0.7


def test_nothing_is_answered_when_nothing_can_be_told_apart():
    samples = [sample(0, answerable=False, right=False), sample(0)]
    assert calibrate._answer_from(np.array([0.9, 0.8]), samples) == 1.0


def test_what_was_learnt_is_kept_and_read_again(tmp_path):
    learnt = Confidence(-1.5, {"score": 2.0, "mass": 0.25}, 0.75, 0.125)
    decide.keep(learnt, "4 articles", tmp_path / "confidence.json")
    assert decide.read(tmp_path / "confidence.json") == learnt
    assert json.loads((tmp_path / "confidence.json").read_text())["learnt_from"]


def test_the_shipped_file_weighs_the_evidence_there_is():
    decide.check(decide.learnt())


@pytest.mark.parametrize(
    "wrong",
    [
        Confidence(0, {"score": 1.0}, 0.5, 0.25),
        Confidence(0, decide.learnt().weights, answer=0.25, suggest=0.5),
    ],
)
def test_what_cannot_be_used_is_refused(wrong):
    with pytest.raises(ValueError, match=r"weighs|thresholds"):
        decide.check(wrong)
