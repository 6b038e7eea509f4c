"""First contact: who this is, what happens with what is written, which language."""

from api.store import consents
from api.store.words import ConsentPurpose
from bot.topics import answer, introduction, joining, language, menu, smalltalk
from bot.turn import Reply, Turn
from content.notice import NOTICE_VERSION


def take(turn: Turn) -> Reply | None:
    """The first turn of a resident. A question they began with is answered too."""
    if turn.resident.language is not None or _was_told(turn):
        return None
    told = greet(turn)
    if _asks_for_more_than_hello(turn):
        turn.told_first = introduction.say(turn)
        return None
    is_hello = bool(turn.press) or smalltalk.is_all(turn)
    answered = None if is_hello else answer.take(turn)
    if answered is None:
        return told
    return language.ask_after(turn, (*introduction.say(turn), *answered.messages))


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
    return language.ask_after(turn, introduction.say(turn))


def _asks_for_more_than_hello(turn: Turn) -> bool:
    """A menu's button, a command such as "stop", the code of another channel: done at
    once, after the notice."""
    wants_more = turn.press not in ("", "menu", "help")
    return wants_more or joining.is_code(turn)


def _was_told(turn: Turn) -> bool:
    notice = ConsentPurpose.NOTICE
    return consents.in_force(turn.session, turn.resident.id, notice) is not None
