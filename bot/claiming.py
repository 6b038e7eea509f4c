"""What may be sent now: claimed, packed and stored before any call is made."""

import uuid
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from sqlmodel import Session

from api.store import calls, deliveries, jobs, outbox
from api.store.models import Batch
from api.store.outbox import Due, Queue
from api.store.session import Database
from api.store.types import uuid7
from api.store.words import DeliveryState
from bot import outcomes, packing
from bot.channels.base import Channel, Parcel, SendError
from bot.logs import tell_parked, trouble
from bot.outcomes import KEYED, Next, Verdict
from bot.packing import Call, Words
from surveys import contact

log = structlog.get_logger()

# Another process takes over soon enough for the reply tokens that wait meanwhile.
LEASE = timedelta(seconds=15)
RENEW = timedelta(seconds=5)
# How soon a call is found whose maker died, or that waits to be made again.
LOOK = timedelta(seconds=1)
# Calls at once: slow ones of one queue leave room for the others.
# Replies are handled many together, and claiming as many costs hardly more than one.
AT_ONCE = {Queue.TOKEN: 64, Queue.PERSON: 16, Queue.NEWS: 6}


@dataclass(frozen=True, slots=True)
class Flight:
    """A call under way, with what is needed to record its outcome."""

    parcel: Parcel
    contacts: tuple[UUID, ...]
    recipients: int
    queue: Queue
    attempts: int
    expires_at: datetime
    unsure: bool = False
    """An earlier attempt may have arrived."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A call whose outcome nobody will ever know, and what is made of that."""

    batch_id: UUID
    method: str
    verdict: Verdict
    sent: int


class Claims:
    """Claims for one account of one channel. Only one process does, by lease."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        words_of: Callable[[Session, UUID, str], Words | None],
        *,
        quota_reserve: int,
    ) -> None:
        self._database = database
        self._channel = channel
        self._words_of = words_of
        self._reserve = quota_reserve
        self._me = uuid.uuid4()
        self._lease_name = f"sender {channel.name} {channel.account}"
        self._renew_at: datetime | None = None
        self._looked_at: datetime | None = None
        self._look_at = datetime.max.replace(tzinfo=UTC)

    def hold(self, now: datetime) -> bool:
        """Whether we are the account's sender; renews the lease in good time."""
        if self._renew_at is not None and now < self._renew_at:
            return True
        with self._database.write() as session:
            held = jobs.hold(session, self._lease_name, self._me, now, LEASE)
        self._renew_at = now + RENEW if held else None
        return held

    def release(self) -> None:
        with self._database.write() as session:
            jobs.release(session, self._lease_name, self._me)
        self._renew_at = None

    def lapsed(
        self, now: datetime, under_way: Sequence[Flight], resting: Collection[str]
    ) -> tuple[list[Flight], list[Lost]]:
        """Calls to make again, and calls that can never be made again.

        `resting`: methods the platform wants no calls by at the moment. Looked for
        once in a while: most rounds follow upon each other within milliseconds.
        """
        if self._looked_at is not None and self._looked_at <= now < self._look_at:
            return [], []
        flights: list[Flight] = []
        lost: list[Lost] = []
        found = False
        for queue in AT_ONCE:
            found |= _room(queue, under_way) <= 0
            for batch in self._lapsed(now, queue, under_way):
                found = True
                verdict = self._verdict(batch, now)
                if verdict is not None:
                    lost.append(Lost(batch.id, batch.method, verdict, batch.sent))
                elif self._is_for_the_day(batch, queue, now):
                    self._put_off(batch, now)
                elif batch.method not in resting:
                    flights.append(self._again(batch, queue, now))
        # Where there was something there may be more, for which there was no room, or
        # whose method rests for the moment.
        self._looked_at = None if found else now
        self._look_at = now + LOOK
        return flights, lost

    def look_again(self) -> None:
        """A call waits to be made again, perhaps at once."""
        self._looked_at = None

    def fresh(
        self, now: datetime, under_way: Sequence[Flight], resting: Collection[str]
    ) -> tuple[list[Flight], bool]:
        """New calls for what is due: replies first, each queue with its own room; and
        whether there may be more, that has not come since."""
        planned: list[tuple[Queue, packing.Plan, bool]] = []
        paid = 0
        with self._database.read() as session:
            for queue in AT_ONCE:
                room = _room(queue, under_way)
                if room <= 0:
                    continue
                mine = [each for each in under_way if each.queue is queue]
                busy = {id_ for flight in mine for id_ in flight.contacts}
                plan, is_full = self._plan(session, now, queue, room, busy, paid)
                planned.append((queue, plan, is_full))
                paid += sum(len(c.ids) for c in plan.calls if c.method in KEYED)
        wanted: list[tuple[Queue, Call]] = []
        any_due = False
        for queue, plan, is_full in planned:
            self._put_aside(plan, now)
            free = [call for call in plan.calls if call.method not in resting]
            aside = plan.park or plan.gone or plan.skip or plan.later
            any_due |= bool(aside) or (is_full and bool(free))
            wanted += [(queue, call) for call in free]
        flights = self._lease(wanted, now)
        # One that was not leased is to be planned anew.
        return flights, any_due or len(flights) < len(wanted)

    def _lapsed(
        self, now: datetime, queue: Queue, under_way: Sequence[Flight]
    ) -> list[Batch]:
        with self._database.read() as session:
            return calls.lapsed(
                session,
                self._channel.name,
                self._channel.account,
                now,
                queue=queue,
                limit=max(0, _room(queue, under_way)),
                but=[flight.parcel.id for flight in under_way],
            )

    def _verdict(self, batch: Batch, now: datetime) -> Verdict | None:
        """What became of a call that is not made again; None: it is."""
        with self._database.read() as session:
            if batch.outcome is not None and calls.is_cancelled(session, batch.id):
                return outcomes.cancelled(batch.method, sent=batch.sent)
        if batch.outcome is None:
            # Whoever made this call died before its outcome was written down.
            error, unsure = outcomes.interrupted(batch.method), batch.attempts > 1
        elif batch.expires_at > now:
            return None
        else:
            error = SendError("expired")
            unsure = batch.outcome == calls.AGAIN_UNSURE
        verdict = outcomes.judge(
            error,
            method=batch.method,
            recipients=1,
            attempts=batch.attempts,
            now=now,
            expires_at=batch.expires_at,
            unsure=unsure,
        )
        return None if verdict.next is Next.AGAIN else verdict

    def _is_for_the_day(self, batch: Batch, queue: Queue, now: datetime) -> bool:
        """Whether a call invites somebody, and it is night."""
        if queue is not Queue.NEWS or contact.may_write(now):
            return False
        with self._database.read() as session:
            return calls.invites(session, batch.id)

    def _put_off(self, batch: Batch, now: datetime) -> None:
        unsure = batch.outcome == calls.AGAIN_UNSURE
        morning = contact.next_hour(now)
        with self._database.write() as session:
            calls.try_again(session, batch.id, morning, sent=batch.sent, unsure=unsure)

    def _again(self, batch: Batch, queue: Queue, now: datetime) -> Flight:
        with self._database.write() as session:
            batch = session.merge(batch)
            unsure = batch.outcome != calls.AGAIN
            body = calls.take_again(session, batch, now, self._until(now))
            contacts = calls.contacts_of_batch(session, batch.id)
        return Flight(
            parcel=Parcel(batch.id, batch.method, body, batch.sent),
            contacts=contacts,
            recipients=len(contacts),
            queue=queue,
            attempts=batch.attempts,
            expires_at=batch.expires_at,
            unsure=unsure,
        )

    def _plan(
        self,
        session: Session,
        now: datetime,
        queue: Queue,
        room: int,
        busy: set[UUID],
        paid: int,
    ) -> tuple[packing.Plan, bool]:
        """What to do with what is due, and whether that was all there was room for."""
        channel = self._channel
        limit = room * (channel.most_recipients if queue is Queue.NEWS else 1)
        due = outbox.due(
            session,
            channel.name,
            channel.account,
            now,
            limit=limit,
            queue=queue,
        )
        # One message at a time to a contact, or their order may turn around.
        first: dict[UUID, Due] = {}
        for each in due:
            if each.contact_id not in busy:
                first.setdefault(each.contact_id, each)
        if not first:
            return packing.Plan(), False
        planned = packing.plan(
            session,
            channel,
            first.values(),
            self._words_of,
            now=now,
            quota=self._quota(session, queue, paid),
        )
        return planned, len(due) == limit

    def _quota(self, session: Session, queue: Queue, planned: int) -> int | None:
        """Paid messages that may still be planned; None: as many as wanted.

        What is under way is not counted as spent yet, nor what is `planned`. The
        reserve is kept back from broadcasts alone.
        """
        name, account = self._channel.name, self._channel.account
        left = calls.paid_left(session, name, account, KEYED)
        if left is None:
            return None
        return left - planned - (self._reserve if queue is Queue.NEWS else 0)

    def _put_aside(self, planned: packing.Plan, now: datetime) -> None:
        if not any((planned.park, planned.gone, planned.skip, planned.later)):
            return
        with self._database.write() as session:
            for reason in {reason for _, reason in planned.park}:
                ids = [id_ for id_, why in planned.park if why == reason]
                # Somebody may have changed their mind meanwhile.
                parked, among = DeliveryState.PARKED, deliveries.WAITING
                deliveries.settle(session, ids, parked, now, reason=reason, among=among)
            deliveries.skip(session, planned.gone, "no_words", now)
            for reason in {reason for _, reason in planned.skip}:
                ids = [id_ for id_, why in planned.skip if why == reason]
                deliveries.skip(session, ids, reason, now)
            deliveries.put_off(session, planned.later, contact.next_hour(now))
        for reason, count in Counter(why for _, why in planned.park).items():
            tell_parked(reason, count)

    def _lease(self, wanted: list[tuple[Queue, Call]], now: datetime) -> list[Flight]:
        """Pack the calls and store them, all in one transaction; without those of
        which somebody changed their mind meanwhile, or whose words cannot be packed."""
        packed: dict[UUID, tuple[Queue, Call, bytes]] = {}
        for queue, call in wanted:
            body = self._packed(call, now)
            if body is not None:
                packed[uuid7()] = (queue, call, body)
        if not packed:
            return []
        with self._database.write() as session:
            leased = calls.lease(
                session,
                [
                    calls.Planned(
                        batch_id, call.method, call.ids, body, call.expires_at
                    )
                    for batch_id, (_, call, body) in packed.items()
                ],
                channel=self._channel.name,
                account=self._channel.account,
                now=now,
                until=self._until(now),
            )
        return [
            Flight(
                parcel=Parcel(batch_id, call.method, body),
                contacts=tuple(each.contact_id for each in call.due),
                recipients=len(call.due),
                queue=queue,
                attempts=1,
                expires_at=call.expires_at,
            )
            for batch_id, (queue, call, body) in packed.items()
            if batch_id in leased
        ]

    def _packed(self, call: Call, now: datetime) -> bytes | None:
        try:
            return self._channel.pack(
                call.method,
                tuple(each.address for each in call.due),
                call.words,
                call.language,
                reply_token=call.reply_token,
            )
        except Exception as error:
            # It would fail again; the others must not wait behind it.
            log.error("not_packed", method=call.method, **trouble(error))
            with self._database.write() as session:
                ids = [each.id for each in call.due]
                failed, among = DeliveryState.FAILED, deliveries.WAITING
                deliveries.settle(
                    session, ids, failed, now, reason="not_packed", among=among
                )
            return None

    def _until(self, now: datetime) -> datetime:
        """Longer than a call may take: a lapsed lease means that we died."""
        return now + timedelta(seconds=self._channel.timeout_s * 3 + 30)


def _room(queue: Queue, under_way: Sequence[Flight]) -> int:
    return AT_ONCE[queue] - sum(each.queue is queue for each in under_way)
