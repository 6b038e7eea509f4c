"""What a revision would change, on a town of five articles."""

from content import effects
from content.decide import Outcome
from content.effects import Asked, Effects, Expected, Found, Wording
from tests.content.small import RIVER, TOWN, WASTE

DARK = Expected("dark", "คลองดำ", "th", "canal")
WHERE = Expected("where", "ตลาดนัดอยู่ตรงไหน", "th", "market")
TRUCK = Expected("truck", "รถขยะมาวันไหน", "th", "waste")
NO_TRUCK = Expected("no truck", "รถขยะมาวันไหน", "th", None)
REWRITTEN = (RIVER, *TOWN[1:])


def keys(found):
    return [each.expected.key for each in found]


def test_a_new_article_catches_its_question_and_leaves_the_others():
    found = effects.of(TOWN, (*TOWN, WASTE), [TRUCK, WHERE])
    assert keys(found.caught) == ["truck"]
    assert keys(found.unchanged) == ["where"]
    assert found.lost == ()


def test_a_rewritten_article_loses_what_only_it_answered():
    found = effects.of(TOWN, REWRITTEN, [DARK, WHERE])
    assert keys(found.lost) == ["dark"]
    [lost] = found.lost
    assert lost.before == Found(Outcome.ANSWER, ("canal",))
    assert lost.after == Found(Outcome.UNKNOWN, ())


def test_a_question_nobody_may_answer_is_lost_when_one_does():
    found = effects.of(TOWN, (*TOWN, WASTE), [NO_TRUCK])
    assert keys(found.lost) == ["no truck"]
    back = effects.of((*TOWN, WASTE), TOWN, [NO_TRUCK])
    assert keys(back.caught) == ["no truck"]


def test_what_was_wrong_before_is_not_lost():
    found = effects.of(TOWN, REWRITTEN, [TRUCK])
    assert keys(found.unchanged) == ["truck"]
    assert not found.unchanged[0].is_right


def test_suggested_first_is_right_and_suggested_second_is_not():
    first = Found(Outcome.SUGGEST, ("canal", "market"))
    assert DARK.met(first)
    assert not WHERE.met(first)
    assert NO_TRUCK.met(first)
    assert not NO_TRUCK.met(Found(Outcome.ANSWER, ("waste",)))
    assert not DARK.met(Found(Outcome.UNKNOWN, ()))


def test_of_recent_questions_those_are_told_that_are_treated_otherwise():
    recent = [Asked("คลองดำ", "th"), Asked("ตลาดนัดอยู่ตรงไหน", "th")]
    found = effects.of(TOWN, REWRITTEN, [], recent)
    [changed] = found.changed
    assert changed.asked == recent[0]
    assert (changed.before.slugs, changed.after.slugs) == (("canal",), ())
    assert len(found.recent) == 2


def test_without_a_question_nothing_is_computed():
    def never():
        raise AssertionError
        yield

    assert effects.of(never(), never(), []) == Effects()


def test_a_wording_takes_the_place_of_its_article_alone():
    live = [Wording(each.slug, each.language, each.source_text) for each in TOWN]
    new = Wording("canal", "th", RIVER.source_text)
    assert effects.weigh(live, new, [DARK, WHERE]) == effects.of(
        TOWN, REWRITTEN, [DARK, WHERE]
    )


def test_a_live_article_that_cannot_be_read_is_left_out():
    live = [Wording(each.slug, each.language, each.source_text) for each in TOWN]
    new = Wording("canal", "th", RIVER.source_text)
    bad = Wording("bad", "th", "no front matter")
    assert effects.weigh([*live, bad], new, [DARK]) == effects.weigh(live, new, [DARK])
