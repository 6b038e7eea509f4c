"""From deliveries that are due to the calls that will carry them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.store import deliveries, invitations, outbox, reports
from api.store.models import Broadcast, Delivery
from api.store.outbox import Due
from api.store.words import DeliveryKind
from bot.channels.base import Channel
from bot.outcomes import KEY_VALID
from bot.turn import without_choices
from content.outbound import Outbound
from surveys import contact

# LINE takes five messages a call (https://developers.line.biz/en/reference/
# messaging-api/#send-reply-message); a long text may need two of them.
MOST_MESSAGES = 5
ROOM_FOR_PARKED = 3
Words = tuple[Outbound, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make: which deliveries, to whom, by which method."""

    method: str
    due: tuple[Due, ...]
    rides_along: tuple[UUID, ...]
    """Parked deliveries that go free with this reply."""
    words: Words
    language: str
    reply_token: str | None
    expires_at: datetime

    @property
    def ids(self) -> tuple[UUID, ...]:
        return (*(each.id for each in self.due), *self.rides_along)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do with the deliveries that are due."""

    calls: tuple[Call, ...] = ()
    park: tuple[tuple[UUID, str], ...] = ()
    """(delivery, why): it waits for the resident's next message."""
    gone: tuple[UUID, ...] = ()
    """Their words are no more."""
    skip: tuple[tuple[UUID, str], ...] = ()
    """(delivery, why): nobody wants it any more."""
    later: tuple[UUID, ...] = ()
    """Not at this hour."""


def plan(
    session: Session,
    channel: Channel,
    due: Iterable[Due],
    words_of: Callable[[Session, UUID, str], Words | None],
    *,
    now: datetime,
    quota: int | None,
) -> Plan:
    """Sort what is due into calls. `quota`: paid messages left, None: no limit."""
    words_of = _remembered(words_of)
    due, skip, later = _sifted(session, due, now)
    if channel.name == "line":
        packed = _for_line(session, channel, due, words_of, now=now, quota=quota)
        return replace(packed, skip=skip, later=later)
    calls, gone = [], []
    for each in due:
        words = _words(session, each, words_of)
        if words is None:
            gone.append(each.id)
        else:
            calls.append(_single(each, "send", words, now + KEY_VALID))
    return Plan(calls=tuple(calls), gone=tuple(gone), skip=skip, later=later)


def _sifted(
    session: Session, due: Iterable[Due], now: datetime
) -> tuple[list[Due], tuple[tuple[UUID, str], ...], tuple[UUID, ...]]:
    """What may go, what is to be skipped and what has to wait: invitations go while
    they are wanted, and by day."""
    due = list(due)
    inviting = [each.id for each in due if each.kind is DeliveryKind.INVITATION]
    skip = invitations.unwanted(session, inviting)
    wanted = [id_ for id_ in inviting if id_ not in skip]
    later = () if contact.may_write(now) else tuple(wanted)
    kept = [each for each in due if each.id not in skip and each.id not in later]
    return kept, tuple(skip.items()), later


def _remembered(
    words_of: Callable[[Session, UUID, str], Words | None],
) -> Callable[[Session, UUID, str], Words | None]:
    """Each report is worded once a plan, however many it goes to."""
    known: dict[tuple[UUID, str], Words | None] = {}

    def remembered(session: Session, broadcast_id: UUID, language: str) -> Words | None:
        key = (broadcast_id, language)
        if key not in known:
            known[key] = words_of(session, broadcast_id, language)
        return known[key]

    return remembered


def report_words(public_url: str) -> Callable[[Session, UUID, str], Words | None]:
    """How a broadcast's words are found: its report, in the delivery's language."""

    def words_of(session: Session, broadcast_id: UUID, language: str) -> Words | None:
        broadcast = session.get(Broadcast, broadcast_id)
        if broadcast is None:
            return None
        report = reports.get(session, broadcast.report_id)
        return reports.messages(report, language, public_url)

    return words_of


def _for_line(
    session: Session,
    channel: Channel,
    due: Iterable[Due],
    words_of: Callable[[Session, UUID, str], Words | None],
    *,
    now: datetime,
    quota: int | None,
) -> Plan:
    calls: list[Call] = []
    park: list[tuple[UUID, str]] = []
    gone: list[UUID] = []
    groups: dict[tuple[UUID, str, int], list[Due]] = {}
    left = quota
    for each in due:
        words = _words(session, each, words_of)
        if words is None:
            gone.append(each.id)
            continue
        if _token_works(each, channel, now):
            calls.append(_reply(session, each, words, words_of, channel, now))
        elif each.kind in (DeliveryKind.REPLY, DeliveryKind.APOLOGY):
            # A push would cost quota for what can wait for the next message.
            park.append((each.id, "late"))
        elif left is not None and left <= 0:
            park.append((each.id, "quota"))
        else:
            left = None if left is None else left - 1
            if each.broadcast_id is None:
                calls.append(_single(each, "push", words, now + KEY_VALID))
            else:
                size = each.together or channel.most_recipients
                key = (each.broadcast_id, each.language, size)
                groups.setdefault(key, []).append(each)
    for (broadcast_id, language, size), members in groups.items():
        words = words_of(session, broadcast_id, language) or ()
        calls += _multicasts(members, words, size, now)
    return Plan(tuple(calls), tuple(park), tuple(gone))


def _multicasts(
    members: list[Due], words: Words, size: int, now: datetime
) -> list[Call]:
    return [
        Call(
            method="multicast",
            due=tuple(members[start : start + size]),
            rides_along=(),
            words=words,
            language=members[0].language,
            reply_token=None,
            expires_at=now + KEY_VALID,
        )
        for start in range(0, len(members), size)
    ]


def _reply(
    session: Session,
    due: Due,
    words: Words,
    words_of: Callable[[Session, UUID, str], Words | None],
    channel: Channel,
    now: datetime,
) -> Call:
    assert due.token_at is not None
    rides: list[UUID] = []
    # The reply's own buttons must stay last, so what was parked goes first.
    before: Words = ()
    waiting = _riding(session, due.contact_id, now) if due.has_parked else ()
    for parked in waiting:
        said = _parked_words(session, parked, words_of)
        size = len(before) + len(said or ()) + len(words)
        # A long one rides alone; it would wait for ever otherwise.
        room = ROOM_FOR_PARKED + 1 if rides else MOST_MESSAGES
        if said is None or size > room:
            continue
        rides.append(parked.id)
        before += without_choices(said)
    return Call(
        method="reply",
        due=(due,),
        rides_along=tuple(rides),
        words=(*before, *words)[:MOST_MESSAGES],
        language=due.language,
        reply_token=due.reply_token,
        expires_at=outbox.token_deadline(due.token_at, channel.timeout_s),
    )


def _riding(session: Session, contact_id: UUID, now: datetime) -> list[Delivery]:
    """What waits for this contact's next message and may go with our answer to it."""
    parked = deliveries.parked(session, contact_id, invitations=contact.may_write(now))
    inviting = [each.id for each in parked if each.kind is DeliveryKind.INVITATION]
    unwanted = invitations.unwanted(session, inviting)
    return [each for each in parked if each.id not in unwanted]


def _single(due: Due, method: str, words: Words, expires_at: datetime) -> Call:
    return Call(
        method=method,
        due=(due,),
        rides_along=(),
        words=words,
        language=due.language,
        reply_token=None,
        expires_at=expires_at,
    )


def _words(
    session: Session,
    due: Due,
    words_of: Callable[[Session, UUID, str], Words | None],
) -> Words | None:
    if due.broadcast_id is None:
        return due.messages
    return words_of(session, due.broadcast_id, due.language)


def _parked_words(
    session: Session,
    parked: Delivery,
    words_of: Callable[[Session, UUID, str], Words | None],
) -> Words | None:
    if parked.broadcast_id is None:
        return deliveries.messages_of(session, parked)
    return words_of(session, parked.broadcast_id, parked.language)


def _token_works(due: Due, channel: Channel, now: datetime) -> bool:
    if due.reply_token is None or due.token_at is None:
        return False
    return now < outbox.token_deadline(due.token_at, channel.timeout_s)
