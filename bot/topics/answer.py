"""Free questions: answered when sure, suggested when near, else kept for a person."""

from uuid import UUID

from api.store import asked, questions
from bot import advice, short
from bot.turn import Kind, Reply, Said, Turn
from content import articles, asking
from content.articles import Article
from content.asking import Asked, Told
from content.decide import Decision, Outcome
from content.outbound import Choice, Outbound

# After this many questions in a row without an answer a person is offered first.
MISSES_TO_PERSON = 2
UP, DOWN = "up", "down"


def take(turn: Turn) -> Reply | None:
    if turn.inbound.kind is not Kind.TEXT or not turn.text:
        return None
    _left_alone(turn)
    found = turn.asked()
    if len(found) > 1:
        turn.did = Outcome.ANSWER
        turn.decided = tuple(each.decision for each in found)
        return _several(turn, found)
    decision = _going_on(turn, found[0].decision)
    turn.did, turn.decided = decision.outcome, (decision,)
    match decision.outcome:
        case Outcome.ANSWER:
            return _answered(turn, decision)
        case Outcome.SUGGEST:
            return _suggested(turn, decision)
        case _:
            return _unknown(turn, decision, Said(turn.text, turn.message_hash))


def sure(turn: Turn) -> Reply | None:
    """The answer if we are sure of it; nothing is kept or counted otherwise."""
    found = turn.asked()
    if len(found) > 1:
        return _several(turn, found)
    [only] = found
    if only.decision.outcome is not Outcome.ANSWER:
        return None
    return _answered(turn, only.decision)


def near(turn: Turn) -> tuple[Choice, ...]:
    """Articles a question may be about, where we are not sure; none, if it is none in
    form. Nothing is kept or counted: it may be an answer to what we asked."""
    if not asking.is_question(turn.text):
        return ()
    found = turn.asked()
    if len(found) > 1 or found[0].decision.outcome is not Outcome.SUGGEST:
        return ()
    hits = found[0].decision.hits
    meant = (turn.world.article(hit.slug, turn.language) for hit in hits)
    return tuple(Choice(each.title, f"art:{each.slug}") for each in meant if each)


def pressed(turn: Turn) -> Reply:
    """`art:<slug>` shows an article, `art:<slug>:more` all of it.

    `art:none:<event>`: none of those suggested for what was asked then.
    """
    _, _, rest = turn.press.partition(":")
    slug, _, more = rest.partition(":")
    article = turn.world.article(slug, turn.language)
    if slug == "none" or article is None:
        event_id = short.read(more)
        said = None if event_id is None else turn.recall(event_id)
        return _missed(turn, said)
    return _show(turn, article, full=bool(more), asked_id=_picked(turn, slug))


def _picked(turn: Turn, slug: str) -> UUID | None:
    """Which question the article was chosen for, of those suggested last."""
    asked_id = short.read(str((turn.expects or {}).get("asked", "")))
    if asked_id is None or not asked.pick(
        turn.session, asked_id, turn.resident.id, slug=slug
    ):
        return None
    return asked_id


def _left_alone(turn: Turn) -> None:
    """Suggestions were answered with other words: they were none, and are a miss."""
    event_id = short.read(str((turn.expects or {}).get("suggested", "")))
    if event_id is None:
        return
    turn.resident.misses += 1
    turn.session.add(turn.resident)
    said = turn.recall(event_id)
    if said is not None:
        _keep(turn, said)


def judged(turn: Turn) -> Reply:
    """`up:<asked>` or `down:<asked>`: whether the answer helped."""
    thumb, _, letters = turn.press.partition(":")
    asked_id = short.read(letters)
    if asked_id is not None:
        asked.thumb(
            turn.session,
            asked_id,
            turn.resident.id,
            helpful=thumb == UP,
            now=turn.now,
        )
    to_person, to_menu = _onward(turn)
    if thumb == UP:
        return Reply((Outbound(turn.say("answer.thanks"), choices=(to_menu,)),))
    choices = (to_person, to_menu)
    return Reply((Outbound(turn.say("answer.sorry"), choices=choices),))


def _going_on(turn: Turn, alone: Decision) -> Decision:
    """The decision in the light of the article told before, if one was."""
    slug = str((turn.expects or {}).get("about", ""))
    article = turn.world.article(slug, turn.language)
    if article is None:
        return alone
    about = Told(slug, article.title)
    return asking.going_on(turn.world.index, turn.text, turn.language, about, alone)


def _answered(turn: Turn, decision: Decision) -> Reply | None:
    article = turn.world.article(decision.hits[0].slug, turn.language)
    if article is None:
        return None
    asked_id = _record(turn, turn.text, decision)
    return _show(turn, article, full=False, asked_id=asked_id)


def _show(
    turn: Turn, article: Article, *, full: bool, asked_id: UUID | None = None
) -> Reply:
    _found(turn)
    choices = [] if asked_id is None else _thumbs(turn, asked_id)
    choices += _onward(turn)
    if article.more and not full:
        more = turn.choice("answer.more", f"art:{article.slug}:more")
        choices.insert(0, more)
    said = _card(turn, article, full=full)
    shown = Outbound(said.text, said.card, tuple(choices))
    return Reply((shown,), state={"about": article.slug})


def _several(turn: Turn, found: tuple[Asked, ...]) -> Reply:
    """Each question in its turn; those without an answer are named and kept."""
    said: list[Outbound] = []
    choices: list[Choice] = []
    left: list[str] = []
    about = ""
    for each in found:
        _record(turn, each.text, each.decision)
        slug = each.decision.hits[0].slug if each.decision.hits else ""
        article = turn.world.article(slug, turn.language)
        if article is None:
            left.append(each.text)
            continue
        if each.decision.outcome is Outcome.SUGGEST:
            choices.append(Choice(article.title, f"art:{article.slug}"))
            continue
        about = article.slug
        said.append(_card(turn, article, full=False))
        if article.more:
            label = turn.say("answer.more_about", title=article.title)
            choices.append(Choice(label, f"art:{article.slug}:more"))
    if left:
        for text in left:
            _keep(turn, Said(text, turn.message_hash))
        said.append(Outbound(turn.say("answer.rest_unknown", texts=left)))
    choices += _onward(turn)
    _found(turn)
    last = said.pop()
    shown = Outbound(last.text, last.card, tuple(choices), numbered=True)
    return Reply((*said, shown), state={"about": about})


def _card(turn: Turn, article: Article, *, full: bool) -> Outbound:
    return articles.card(
        article,
        turn.world.messages,
        full=full,
        municipality_phone=turn.world.settings.municipality_phone,
        today=turn.now.date(),
    )


def _onward(turn: Turn) -> tuple[Choice, Choice]:
    """Where to go from any answer, or from none: a person, the menu."""
    return (
        turn.choice("answer.person", "person"),
        turn.choice("answer.menu", "menu"),
    )


def _thumbs(turn: Turn, asked_id: UUID) -> list[Choice]:
    letters = short.write(asked_id)
    return [
        turn.choice("answer.up", f"{UP}:{letters}"),
        turn.choice("answer.down", f"{DOWN}:{letters}"),
    ]


def _suggested(turn: Turn, decision: Decision) -> Reply:
    asked_id = _record(turn, turn.text, decision)
    found = [turn.world.article(hit.slug, turn.language) for hit in decision.hits]
    choices = [
        Choice(article.title, f"art:{article.slug}")
        for article in found
        if article is not None
    ]
    none = f"art:none:{short.write(turn.event_id)}"
    choices.append(turn.choice("answer.none_of_these", none))
    choices.append(turn.choice("answer.person", "person"))
    advice.wonder(turn, turn.text, filter(None, found))
    text = turn.say("answer.did_you_mean")
    state = {
        **_about(turn),
        "suggested": short.write(turn.event_id),
        "asked": short.write(asked_id),
    }
    said = Outbound(text, choices=tuple(choices), numbered=True)
    return Reply((said,), state=state)


def _about(turn: Turn) -> dict[str, object]:
    """The article we talked of last, still."""
    slug = (turn.expects or {}).get("about")
    return {"about": slug} if slug else {}


def _unknown(turn: Turn, decision: Decision, said: Said) -> Reply:
    _record(turn, said.text, decision)
    return _missed(turn, said)


def _missed(turn: Turn, said: Said | None) -> Reply:
    """Keep what was asked, where there are words, for officers to answer."""
    turn.resident.misses += 1
    turn.session.add(turn.resident)
    if said is not None:
        _keep(turn, said)
    often = turn.resident.misses >= MISSES_TO_PERSON
    text = turn.say("answer.unknown_again" if often else "answer.unknown")
    choices = _onward(turn)
    told = Outbound(text, choices=choices, numbered=True)
    return Reply((told,), state=_about(turn))


def _found(turn: Turn) -> None:
    turn.resident.misses = 0
    turn.session.add(turn.resident)


def _keep(turn: Turn, said: Said) -> None:
    questions.keep(
        turn.session,
        resident_id=turn.resident.id,
        language=turn.language,
        text=said.text,
        now=turn.now,
        message_hash=said.message_hash,
    )


def _record(turn: Turn, text: str, decision: Decision) -> UUID:
    return asked.record(
        turn.session,
        resident_id=turn.resident.id,
        language=turn.language,
        text=text,
        outcome=decision.outcome,
        slug=decision.hits[0].slug if decision.hits else None,
        confidence=decision.confidence,
        message_hash=turn.message_hash,
        now=turn.now,
    )
