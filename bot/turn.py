"""What came in, from whom, in which state, and what we say to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import chain
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.store.events import Taken as Taken
from api.store.models import Contact, Resident
from api.store.responses import Filled
from bot.world import World
from content import asking, emergency
from content.asking import Asked
from content.decide import Decision
from content.emergency import Emergency
from content.messages import LANGUAGES
from content.outbound import Choice, Outbound


class Kind(StrEnum):
    """What a resident, or their app, did."""

    TEXT = "text"
    PRESS = "press"
    STICKER = "sticker"
    PICTURE = "picture"
    FILE = "file"  # video, audio, documents
    LOCATION = "location"
    FOLLOW = "follow"  # began to follow, or unblocked us
    UNFOLLOW = "unfollow"  # blocked us
    JOIN = "join"  # we were added to a group
    UNSEND = "unsend"  # took a message back
    EDITED = "edited"
    OTHER = "other"  # kept, and nothing to do


@dataclass(frozen=True, slots=True)
class Inbound:
    """An event as the conversation sees it, free of any platform."""

    channel: str
    account: str
    address: str | None
    kind: Kind
    at: datetime
    """When it happened, by the platform's clock."""
    text: str = ""
    data: str = ""
    """What a pressed button carried."""
    reply_token: str | None = None
    private: bool = True
    """A conversation of one person with us; False in groups and rooms."""
    mute: bool = False
    """We must not answer (LINE's standby mode)."""
    message_id: str | None = None
    """The platform's id of the message, or of the one taken back."""
    press_id: str | None = None
    """Telegram's id of a button press, to be acknowledged."""
    language_hint: str | None = None
    """The app's language, where the platform tells."""
    latitude: float | None = None
    """Of a shared location, in degrees; with `longitude` or not at all."""
    longitude: float | None = None
    crowd: int = 0
    """On the page: how many browsers of one network address wrote within the hour."""
    picture: str | None = None
    """The platform's reference to a picture that was sent. Fetched only where it
    answers a question."""
    picture_for: str | None = None
    """The question for which it was sent (`short.question`); None: the app has no way
    to tell."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message says by itself, whoever sent it.

    Worked out before the transaction: nobody waits for the database meanwhile.
    """

    text: str
    danger: Emergency | None = None
    asked: tuple[Asked, ...] = ()
    """What to do with it if it is a question in `language`; or several."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a resident said, and what its copies are found by when it is taken back."""

    text: str
    message_hash: str | None = None


@dataclass(slots=True)
class Turn:
    """One turn of a conversation: who is there, what they did, what we know.

    Lives within one transaction; what a topic changes through `session` is
    committed together with the reply.
    """

    session: Session
    world: World
    inbound: Inbound
    heard: Heard
    contact: Contact
    resident: Resident
    now: datetime
    expects: dict[str, Any] | None
    """What we last asked on this channel."""
    event_id: UUID
    """Which event this is; `recall` finds its words again."""
    recall: Callable[[UUID], Said | None]
    """What this resident said in an earlier event; None: no such words are left."""
    message_hash: str | None = None
    """By which copies of this message are found when it is taken back."""
    filled: Mapping[UUID, Filled] = field(default_factory=dict)
    """Responses that were read already, beside those of others."""
    press: str = ""
    """What a button carried, or the choice that was typed instead."""
    did: str = ""
    """What this turn was taken for, in a word: answer, emergency, smalltalk, ..."""
    decided: tuple[Decision, ...] = ()
    """The decisions of its questions, as they were carried out."""
    told_first: tuple[Outbound, ...] = ()
    """Who we are and the notice, for someone whose first word is answered at once."""

    @property
    def language(self) -> str:
        return self.resident.language or guess_language(self.inbound)

    @property
    def text(self) -> str:
        return self.heard.text

    def asked(self) -> tuple[Asked, ...]:
        """What to do with this text as a question, or as several."""
        if not self.heard.asked or self.heard.language != self.language:
            # They read another language than they wrote in.
            return asking.read(self.world.index, self.text, self.language)
        return self.heard.asked

    @property
    def asked_by(self) -> str | None:
        """The topic whose question is open."""
        return (self.expects or {}).get("topic")

    @property
    def buttons(self) -> tuple[list[Any], ...]:
        """The buttons they have before them, as they are kept: the label, what it
        carries, and its other words; those of the question first."""
        expects = self.expects or {}
        return (*expects.get("choices", ()), *expects.get("above", ()))

    def say(self, key: str, /, **values: object) -> str:
        return self.world.say(key, self.language, **values)

    def choice(self, key: str, data: str, /, **values: object) -> Choice:
        """A button named by a message; its name in each language may be typed."""
        also = {self.world.say(key, each, **values) for each in LANGUAGES}
        return Choice(self.say(key, **values), data, tuple(sorted(also)))


@dataclass(frozen=True, slots=True)
class Reply:
    """What we say to a turn; no messages at all: we say nothing."""

    messages: tuple[Outbound, ...] = ()
    topic: str | None = None
    """Whose question is open now, where a typed answer goes."""
    state: dict[str, Any] = field(default_factory=dict)
    """What that topic wants to find again with the answer."""
    forget: bool = False
    """Erase the resident once this reply is written down."""

    def expects(self) -> dict[str, Any] | None:
        """What the answer to this reply may be, as kept on its delivery.

        A number means a choice of the last question. Buttons of the messages `above`
        it are no answer to it; they are typed by their words.
        """
        shown = [_entries(each.choices) for each in self.messages if each.choices]
        if not shown and self.topic is None:
            return None
        *above, choices = shown or [[]]
        beside = {"above": list(chain(*above))} if above else {}
        return {"topic": self.topic, "choices": choices, **beside, **self.state}


def held(turn: Turn, said: Outbound) -> Reply:
    """A word in between: what was asked before stays open.

    Its buttons stand again, for LINE takes them away with the next message, and its
    numbers mean what they meant; a button of `said` is typed by its words.
    """
    return holding(turn.expects, said)


def holding(expects: Mapping[str, Any] | None, said: Outbound) -> Reply:
    """As `held`, where what was asked is known by its delivery alone."""
    state = dict(expects or {})
    topic, asked = state.pop("topic", None), state.pop("choices", [])
    own = _entries(said.choices)
    known = {data for _, data, _ in own}
    above = [each for each in state.pop("above", []) if each[1] not in known]
    again = tuple(
        Choice(label, data, tuple(also))
        for label, data, also in (*asked, *above)
        if data not in known
    )
    shown = replace(said, choices=(*said.choices, *again), listed=True)
    return Reply((shown,), topic, {**state, "choices": asked, "above": own + above})


def _entries(choices: Iterable[Choice]) -> list[list[Any]]:
    return [[each.label, each.data, list(each.also)] for each in choices]


def listen(world: World, inbound: Inbound, *, is_question: bool = True) -> Heard:
    """What the message says by itself. Unless it is likely a question, it is not
    searched ahead: `Turn.asked` does so where it turns out to be one."""
    text = inbound.text.strip()
    if not text:
        return Heard(text)
    danger = emergency.match(text)
    if danger is not None or inbound.kind is not Kind.TEXT or not is_question:
        return Heard(text, danger)
    language = guess_language(inbound)
    return Heard(text, None, asking.read(world.index, text, language), language)


def without_choices(messages: tuple[Outbound, ...]) -> tuple[Outbound, ...]:
    """The same words without their buttons: another question follows them."""
    return tuple(Outbound(each.text, each.card) for each in messages)


def guess_language(inbound: Inbound) -> str:
    """The language a text is written in, else the app's, else Thai."""
    for letter in inbound.text:
        if "\u0e00" <= letter <= "\u0e7f":
            return "th"
        if "\u1000" <= letter <= "\u109f":
            return "my"
    is_command = inbound.text.lstrip().startswith("/")
    if not is_command and any(
        letter.isascii() and letter.isalpha() for letter in inbound.text
    ):
        return "en"
    hint = (inbound.language_hint or "")[:2]
    return hint if hint in LANGUAGES else "th"
