"""First contact: who this is, what happens with what is written, which language."""

from dataclasses import replace

from api.store import consents
from api.store.words import ConsentPurpose
from bot.topics import answer, introduction, language, menu
from bot.turn import Kind, Reply, Turn, without_choices
from content import commands
from content.notice import NOTICE_VERSION
from content.outbound import Outbound


def take(turn: Turn) -> Reply | None:
    """The first turn of a resident. A question they began with is answered too."""
    if turn.resident.language is not None or _was_told(turn):
        return None
    told = greet(turn)
    if _asks_for_more_than_hello(turn):
        turn.told_first = introduction.say(turn)
        return None
    asked = _answered(turn)
    messages = (*introduction.say(turn), *asked, told.messages[-1])
    return replace(told, messages=messages)


def greet(turn: Turn) -> Reply:
    """Introduce ourselves, or welcome back whoever knows us already."""
    if turn.resident.language is not None:
        return menu.show(turn, turn.say("welcome.back"))
    consents.give(
        turn.session,
        turn.resident.id,
        ConsentPurpose.NOTICE,
        version=NOTICE_VERSION,
        channel=turn.contact.channel,
        now=turn.now,
    )
    messages = (*introduction.say(turn), language.question(turn))
    return Reply(messages, language.TOPIC)


def _asks_for_more_than_hello(turn: Turn) -> bool:
    """A menu's button, or a command such as "stop": done at once, after the notice."""
    wanted = turn.inbound.data or commands.find(turn.text) or ""
    return wanted not in ("", "menu", "help")


def _was_told(turn: Turn) -> bool:
    notice = ConsentPurpose.NOTICE
    return consents.in_force(turn.session, turn.resident.id, notice) is not None


def _answered(turn: Turn) -> tuple[Outbound, ...]:
    if turn.inbound.kind is not Kind.TEXT or commands.find(turn.text):
        return ()
    found = answer.sure(turn)
    return without_choices(found.messages) if found else ()
