"""What a revision would change, as the API tells it."""

from api.routes.shapes import Answer
from content.decide import Outcome
from content.effects import Checked, Effects, Found, Recent


class FoundOf(Answer):
    """What becomes of a question."""

    outcome: Outcome
    articles: list[str]
    """The one served, or those suggested, best first."""


class CheckedEffect(Answer):
    """A checked question before and after."""

    text: str
    language: str
    slug: str | None
    """The article that answers it; null: none does."""
    before: FoundOf
    after: FoundOf


class RecentEffect(Answer):
    """A question of late, masked, before and after."""

    text: str
    language: str
    before: FoundOf
    after: FoundOf


class EffectsOf(Answer):
    """What a wording would change."""

    caught: list[CheckedEffect]
    """Right only with it."""
    lost: list[CheckedEffect]
    """Right only without it: it is refused because of these."""
    unchanged: int
    """How many other checked questions there are."""
    recent: list[RecentEffect]
    """The recent questions that would be treated otherwise."""
    recent_tried: int
    """Of so many."""


def shown(effects: Effects) -> EffectsOf:
    return EffectsOf(
        caught=[_checked(each) for each in effects.caught],
        lost=[_checked(each) for each in effects.lost],
        unchanged=len(effects.unchanged),
        recent=[_recent(each) for each in effects.changed],
        recent_tried=len(effects.recent),
    )


def _checked(each: Checked) -> CheckedEffect:
    return CheckedEffect(
        text=each.expected.text,
        language=each.expected.language,
        slug=each.expected.slug,
        before=_found(each.before),
        after=_found(each.after),
    )


def _recent(each: Recent) -> RecentEffect:
    return RecentEffect(
        text=each.asked.text,
        language=each.asked.language,
        before=_found(each.before),
        after=_found(each.after),
    )


def _found(found: Found) -> FoundOf:
    return FoundOf(outcome=found.outcome, articles=list(found.slugs))
