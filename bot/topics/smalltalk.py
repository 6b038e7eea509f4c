"""Thanks, hellos, stickers, pictures: a short human word, never an article."""

from bot.topics import menu
from bot.turn import Kind, Reply, Turn, held
from content import emergency, personal, smalltalk
from content.outbound import Outbound

UNREADABLE = (Kind.PICTURE, Kind.FILE, Kind.LOCATION)


def is_all(turn: Turn) -> bool:
    """Whether there is nothing in it but courtesy: no question that wants an answer."""
    worded = turn.inbound.kind is Kind.TEXT and any(map(str.isalpha, turn.text))
    return not worded or smalltalk.sort(turn.text) is not None


def take(turn: Turn) -> Reply | None:
    kind = turn.inbound.kind
    if kind in UNREADABLE:
        person = turn.choice("answer.person", "person")
        unreadable = turn.say("smalltalk.unreadable")
        return held(turn, Outbound(unreadable, choices=(person,)))
    is_text = kind is Kind.TEXT
    wordless = is_text and not any(letter.isalnum() for letter in turn.text)
    if kind is Kind.STICKER or wordless:
        return held(turn, Outbound(turn.say("smalltalk.sticker")))
    return _worded(turn) if is_text else None


def _worded(turn: Turn) -> Reply | None:
    sort = smalltalk.sort(turn.text)
    if sort is None and _is_all_private(turn.text):
        return held(turn, Outbound(turn.say("smalltalk.private")))
    if sort == "help":
        return _or_menu(turn, _whom_to_call(turn))
    if sort == "hello":
        return _or_menu(turn, turn.say("smalltalk.hello"))
    if sort is not None:
        return held(turn, Outbound(turn.say(f"smalltalk.{sort}")))
    if not any(letter.isalpha() for letter in turn.text):
        # A number that answers nothing we asked: show what there is to choose.
        return _or_menu(turn, turn.say("menu.which"))
    return None


def _is_all_private(text: str) -> bool:
    """A telephone number, an identity card, a link: no words besides."""
    left = personal.without(text)
    return left != text.strip() and not any(map(str.isalpha, left))


def _whom_to_call(turn: Turn) -> str:
    """A bare cry for help may be danger or a question: the numbers, then the menu."""
    language = turn.language
    numbers = [
        f"{hotline.number} {hotline.what.get(language, hotline.what['en'])}"
        for hotline in turn.world.hotlines
        if hotline.number in emergency.numbers()
    ]
    return turn.say("smalltalk.help", numbers="\n".join(numbers))


def _or_menu(turn: Turn, said: str) -> Reply:
    """What there is to choose: of the question that is open, else the menu."""
    if turn.asked_by is not None:
        return held(turn, Outbound(said))
    return menu.show(turn, said)
