"""Whether a language model may be asked about a turn, and what its advice looks like.

Only about a free question to which we have just suggested articles: never in a
survey, while consent or a language is being asked, in a talk with an officer, or in
danger. The resident waits for nothing: they have the suggestions already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from api.store import advice
from bot.turn import Kind, Reply, Turn, holding
from bot.world import World
from content import articles, prompting
from content.articles import Article
from content.outbound import Choice, Outbound
from content.prompting import Candidate


def wonder(turn: Turn, text: str, suggested: Iterable[Article]) -> None:
    """Let a model choose among the articles that were suggested, if there is one."""
    slugs = [article.slug for article in suggested]
    if not turn.world.settings.advice_on or not _is_free(turn) or not slugs:
        return
    advice.keep(
        turn.session,
        contact_id=turn.contact.id,
        event_id=turn.event_id,
        language=turn.language,
        masked=prompting.masked(text),
        slugs=slugs,
        now=turn.now,
        message_hash=turn.message_hash,
    )


def moved_on(turn: Turn) -> None:
    """The resident went on: advice on what they asked before is not wanted any more.

    On LINE advice waits for their next message, since only replies are free. It goes
    along with words; a button says what they want, and danger comes alone.
    """
    if not turn.world.settings.advice_on:
        return
    is_words = turn.inbound.kind is Kind.TEXT and not turn.press
    advice.moved_on(
        turn.session,
        turn.contact.id,
        turn.now,
        but=turn.event_id,
        rides=is_words and turn.heard.danger is None and _is_free(turn),
    )


def _is_free(turn: Turn) -> bool:
    """Nothing else is being asked, and they have told us their language."""
    return turn.asked_by is None and turn.resident.language is not None


def candidates(
    world: World, slugs: Iterable[str], language: str
) -> dict[str, Candidate]:
    """What the model is shown of the articles that are still there: what a resident
    would read."""
    found = [world.article(slug, language) for slug in slugs]
    return {
        article.slug: Candidate(article.slug, article.title, whole(world, article))
        for article in found
        if article is not None
    }


def whole(world: World, article: Article) -> str:
    """The article as a resident can read it: what a rewording is held against."""
    shown = articles.card(
        article,
        world.messages,
        full=True,
        municipality_phone=world.settings.municipality_phone,
    )
    return shown.plain()


def shown(
    world: World,
    article: Article,
    text: str,
    language: str,
    expects: Mapping[str, Any] | None,
    today: date,
) -> Reply:
    """The advice: the approved card, above it at most a rewording marked as one.

    The suggestions stay open below it.
    """
    card = articles.card(
        article,
        world.messages,
        municipality_phone=world.settings.municipality_phone,
        today=today,
    )
    lines = [world.say("advice.probably", language)]
    if text:
        lines += [text, world.say("advice.reworded", language)]
    more = Choice(world.say("answer.more", language), f"art:{article.slug}:more")
    choices = (more,) if article.more else ()
    reply = holding(expects, Outbound("\n".join(lines), card.card, choices))
    return replace(reply, state={**reply.state, "about": article.slug})
