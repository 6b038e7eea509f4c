"""Free questions: answered when sure, suggested when near, else kept for a person."""

from api.store import questions
from bot import short
from bot.turn import Kind, Reply, Said, Turn
from content import articles
from content.articles import Article
from content.decide import Decision, Outcome
from content.outbound import Choice, Outbound

# After this many questions in a row without an answer a person is offered first.
MISSES_TO_PERSON = 2


def take(turn: Turn) -> Reply | None:
    if turn.inbound.kind is not Kind.TEXT or not turn.text:
        return None
    decision = turn.decide()
    match decision.outcome:
        case Outcome.ANSWER:
            return _answered(turn, decision)
        case Outcome.SUGGEST:
            return _suggested(turn, decision)
        case _:
            return _unknown(turn, Said(turn.text, turn.message_hash))


def sure(turn: Turn) -> Reply | None:
    """The answer if we are sure of it; nothing is kept or counted otherwise."""
    decision = turn.decide()
    return _answered(turn, decision) if decision.outcome is Outcome.ANSWER else None


def pressed(turn: Turn) -> Reply:
    """`art:<slug>` shows an article, `art:<slug>:more` all of it.

    `art:none:<event>`: none of those suggested for what was asked then.
    """
    _, _, rest = turn.press.partition(":")
    slug, _, more = rest.partition(":")
    article = turn.world.article(slug, turn.language)
    if slug == "none" or article is None:
        event_id = short.read(more)
        return _unknown(turn, None if event_id is None else turn.recall(event_id))
    return _show(turn, article, full=bool(more))


def _answered(turn: Turn, decision: Decision) -> Reply | None:
    article = turn.world.article(decision.hits[0].slug, turn.language)
    return None if article is None else _show(turn, article, full=False)


def _show(turn: Turn, article: Article, *, full: bool) -> Reply:
    turn.resident.misses = 0
    turn.session.add(turn.resident)
    said = articles.card(
        article,
        turn.world.messages,
        full=full,
        municipality_phone=turn.world.settings.municipality_phone,
        today=turn.now.date(),
    )
    choices = [
        turn.choice("answer.person", "person"),
        turn.choice("answer.menu", "menu"),
    ]
    if article.more and not full:
        more = turn.choice("answer.more", f"art:{article.slug}:more")
        choices.insert(0, more)
    return Reply((Outbound(said.text, said.card, tuple(choices)),))


def _suggested(turn: Turn, decision: Decision) -> Reply:
    found = [turn.world.article(hit.slug, turn.language) for hit in decision.hits]
    choices = [
        Choice(article.title, f"art:{article.slug}")
        for article in found
        if article is not None
    ]
    none = f"art:none:{short.write(turn.event_id)}"
    choices.append(turn.choice("answer.none_of_these", none))
    text = turn.say("answer.did_you_mean")
    return Reply((Outbound(text, choices=tuple(choices), numbered=True),))


def _unknown(turn: Turn, asked: Said | None) -> Reply:
    """Keep what was asked, where there are words, for officers to answer."""
    turn.resident.misses += 1
    turn.session.add(turn.resident)
    if asked is not None:
        questions.keep(
            turn.session,
            resident_id=turn.resident.id,
            language=turn.language,
            text=asked.text,
            now=turn.now,
            message_hash=asked.message_hash,
        )
    often = turn.resident.misses >= MISSES_TO_PERSON
    text = turn.say("answer.unknown_again" if often else "answer.unknown")
    choices = (
        turn.choice("answer.person", "person"),
        turn.choice("answer.menu", "menu"),
    )
    return Reply((Outbound(text, choices=choices, numbered=True),))
