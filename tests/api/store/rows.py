"""Rows made by hand: a town with a survey and a broadcast, and people who used it."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, select
from sqlmodel import Session, SQLModel

from api.store import advice, consents, events, residents, takebacks
from api.store import asked as store
from api.store.keys import SealBroken
from api.store.models import (
    Answer,
    Asked,
    Batch,
    Broadcast,
    Case,
    CaseEvent,
    Contact,
    Delivery,
    InboundEvent,
    Officer,
    OneTimeCode,
    OpenQuestion,
    Photo,
    ProgressUpdate,
    Report,
    Response,
    ResponseLink,
    SurveyVersion,
    Utterance,
    Wave,
)
from api.store.session import Database, keys_of
from api.store.types import uuid7
from api.store.words import (
    BroadcastState,
    ConsentPurpose,
    DeliveryKind,
    DeliveryState,
    EventState,
    PhotoState,
    ResponseState,
    WaveState,
)
from content.decide import Outcome

AGREED = tuple(each for each in ConsentPurpose if each != "no_invitations")


@dataclass(frozen=True)
class Town:
    officer: Officer
    wave: Wave
    broadcast: Broadcast


def town(session: Session, now: datetime) -> Town:
    """An officer, an open wave and a broadcast that is being sent."""
    officer = Officer(login="somsri", name="สมศรี", password_hash="-", created_at=now)
    version = SurveyVersion(
        survey_key="canal", version=1, definition={"q": 1}, sha256="0", created_at=now
    )
    session.add_all([officer, version])
    session.flush()
    update = ProgressUpdate(
        title="t", body="b", source_name="s", happened_on=date(2026, 11, 1),
        author_id=officer.id, created_at=now,
    )  # fmt: skip
    session.add(update)
    session.flush()
    report = Report(
        slug="one", update_id=update.id, texts={"th": {"title": "ก", "body": "ข"}},
        source_name="s", as_of=date(2026, 11, 1), author_id=officer.id, created_at=now,
    )  # fmt: skip
    session.add(report)
    session.flush()
    broadcast = Broadcast(
        report_id=report.id, content_sha256="0", state=BroadcastState.SENDING,
        author_id=officer.id, proposed_at=now,
    )  # fmt: skip
    wave = wave_of(session, version.id, "canal-1", now)
    session.add(broadcast)
    session.flush()
    return Town(officer, wave, broadcast)


def wave_of(session: Session, version_id: UUID, key: str, now: datetime) -> Wave:
    wave = Wave(
        key=key, survey_version_id=version_id, population="all",
        state=WaveState.OPEN, opens_at=now,
    )  # fmt: skip
    session.add(wave)
    session.flush()
    return wave


def person(session: Session, now: datetime, address: str, channel: str = "line"):
    """Someone with a contact who agreed to everything."""
    contact = residents.meet(
        session, channel=channel, account="main", address=address, now=now
    )
    for purpose in AGREED:
        consents.give(
            session, contact.resident_id, purpose, version="1", channel=channel, now=now
        )
    return contact


def response(
    session: Session,
    contact: Contact,
    wave: Wave,
    now: datetime,
    *,
    state: ResponseState = ResponseState.COMPLETE,
    text: str = "",
    message_hash: str | None = None,
) -> Response:
    """A response of theirs: one closed answer, and an open one if there is a text."""
    made = Response(
        wave_id=wave.id, state=state, language="th", mode="line", started_at=now,
        completed_at=now if state is ResponseState.COMPLETE else None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add(
        ResponseLink(
            response_id=made.id, wave_id=wave.id, resident_id=contact.resident_id
        )
    )
    session.add(
        Answer(
            response_id=made.id, question_key="a", state="answered", value="good",
            answered_at=now,
        )
    )  # fmt: skip
    if text:
        sealed = keys_of(session).seal("answer", made.id, text.encode())
        session.add(
            Answer(
                response_id=made.id, question_key="z", state="answered", value="text",
                text_sealed=sealed, answered_at=now,
                message_hash=takebacks.mark(session, "answer", message_hash),
            )
        )  # fmt: skip
    session.flush()
    return made


def photo(
    session: Session, response_id: UUID, now: datetime, content: bytes | None = None
) -> Photo:
    """The picture that the open answer of a response is; still to be fetched, if
    there is no content."""
    made = Photo(
        id=uuid7(), response_id=response_id, question_key="z", channel="line",
        account="line", next_at=now, sent_at=now,
    )  # fmt: skip
    if content is not None:
        made.state, made.media_type = PhotoState.STORED, "image/jpeg"
        made.content_sealed = keys_of(session).seal("photo", made.id, content)
    session.add(made)
    session.flush()
    return made


def delivery(
    session: Session,
    contact: Contact,
    now: datetime,
    *,
    text: str = "สวัสดี",
    state: DeliveryState = DeliveryState.SENT,
    broadcast: Broadcast | None = None,
    batch: Batch | None = None,
    event: InboundEvent | None = None,
) -> Delivery:
    id_ = uuid7()
    made = Delivery(
        id=id_,
        contact_id=contact.id,
        channel=contact.channel,
        account=contact.account,
        kind=DeliveryKind.BROADCAST if broadcast else DeliveryKind.REPLY,
        state=state,
        broadcast_id=broadcast.id if broadcast else None,
        batch_id=batch.id if batch else None,
        event_id=event.id if event else None,
        body_sealed=keys_of(session).seal("delivery", id_, text.encode()),
        token_sealed=keys_of(session).seal("delivery", id_, b"a reply token"),
        token_at=now,
        expects={"choices": ["1"]},
        created_at=now,
        not_before=now,
    )
    session.add(made)
    session.flush()
    return made


def batch(
    session: Session, now: datetime, body: str, *, recorded: bool = True
) -> Batch:
    """A call to the platform; one that is not recorded is still being made."""
    id_ = uuid7()
    made = Batch(
        id=id_, channel="line", account="main", method="push", created_at=now,
        body_sealed=keys_of(session).seal("batch", id_, body.encode()),
        expires_at=now + timedelta(days=1),
        leased_until=None if recorded else now + timedelta(minutes=1),
        outcome="sent" if recorded else None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def event(
    session: Session,
    contact: Contact,
    now: datetime,
    key: str,
    text: str,
    state: EventState = EventState.HANDLED,
) -> InboundEvent:
    """Something they sent, as the inbox keeps it."""
    taken = events.Taken(
        channel=contact.channel, account=contact.account, event_key=key,
        address=residents.address(session, contact), order=1, payload=text.encode(),
    )  # fmt: skip
    row = events.row(keys_of(session), taken, now)
    made = InboundEvent(
        **{
            **row,
            "state": state,
            "contact_id": contact.id if state is EventState.HANDLED else None,
            "message_hash": None
            if state is EventState.TAKEN
            else takebacks.hash_of(keys_of(session), row["lane"], key, private=True),
        }
    )
    session.add(made)
    session.flush()
    return made


def utterance(session: Session, event_: InboundEvent, now: datetime, text: str) -> None:
    id_ = uuid7()
    assert event_.contact_id is not None
    made = Utterance(
        id=id_, contact_id=event_.contact_id, event_id=event_.id,
        message_hash=takebacks.mark(session, "utterance", event_.message_hash),
        said_at=now,
        text_sealed=keys_of(session).seal("utterance", id_, text.encode()),
    )  # fmt: skip
    session.add(made)
    session.flush()


def question(
    session: Session,
    contact: Contact,
    now: datetime,
    text: str,
    message_hash: str | None = None,
) -> None:
    id_ = uuid7()
    session.add(
        OpenQuestion(
            id=id_, resident_id=contact.resident_id, language="th", asked_at=now,
            text_sealed=keys_of(session).seal("open_question", id_, text.encode()),
            message_hash=takebacks.mark(session, "open_question", message_hash),
        )
    )  # fmt: skip
    session.flush()


def asked(
    session: Session,
    contact: Contact,
    now: datetime,
    text: str,
    message_hash: str | None = None,
) -> Asked:
    """A question of theirs that was answered badly, and whether it did not help."""
    id_ = store.record(
        session, resident_id=contact.resident_id, language="th", text=text,
        outcome=Outcome.ANSWER, slug="five-levels", confidence=0.9,
        message_hash=message_hash, now=now,
    )  # fmt: skip
    found = session.get(Asked, id_)
    assert found is not None
    return found


def case(
    session: Session,
    contact: Contact,
    now: datetime,
    text: str,
    number: int = 1,
    message_hash: str | None = None,
) -> Case:
    made = Case(
        number=number, resident_id=contact.resident_id, contact_id=contact.id,
        opened_at=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    id_ = uuid7()
    sealed = keys_of(session).seal("case_event", id_, text.encode())
    session.add(
        CaseEvent(
            id=id_, case_id=made.id, happened_at=now, text_sealed=sealed,
            message_hash=takebacks.mark(session, "case_event", message_hash),
        )
    )  # fmt: skip
    session.flush()
    return made


def journey(
    session: Session, contact: Contact, town: Town, now: datetime, text: str
) -> None:
    """A row in every table that a person's use of the service leaves one in."""
    address = residents.address(session, contact)
    key = hashlib.sha256(address.encode()).hexdigest()
    said = event(session, contact, now, key, text)
    event(session, contact, now, f"failed {key}", text, EventState.FAILED)
    utterance(session, said, now, text)
    came_in = said.message_hash
    question(session, contact, now, text, came_in)
    asked(session, contact, now, text, came_in)
    advice.keep(
        session, contact_id=contact.id, event_id=said.id, language="th", masked=text,
        slugs=["five-levels"], now=now, message_hash=came_in,
    )  # fmt: skip
    number = int.from_bytes(address.encode()[-2:])
    case(session, contact, now, text, number, came_in)
    made = response(session, contact, town.wave, now, text=text, message_hash=came_in)
    photo(session, made.id, now, text.encode())
    call = batch(session, now, f"{address} {text}")
    delivery(session, contact, now, text=text, batch=call, event=said)
    call = batch(session, now, f"{address} {text}")
    delivery(session, contact, now, broadcast=town.broadcast, batch=call)
    session.add(
        OneTimeCode(
            code_hash=f"code {key}", purpose="join", made_at=now,
            subject_id=contact.resident_id, expires_at=now + timedelta(minutes=5),
        )
    )  # fmt: skip
    session.flush()


def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, in an order that both kinds of database share."""
    found = {}
    with database.read() as session:
        for table in SQLModel.metadata.sorted_tables:
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            found[table.name] = sorted(rows, key=repr)
    return found


def readable(database: Database) -> str:
    """Every value of every column as someone with the key could read it."""
    words = []
    for table, rows in everything(database).items():
        columns = SQLModel.metadata.tables[table].columns
        for row in rows:
            for column in columns:
                value = row[column.name]
                words.append(str(value))
                if isinstance(column.type, LargeBinary) and value:
                    words.append(_unsealed(database, table, row, value))
    return "\n".join(words)


def _unsealed(database: Database, table: str, row: dict[str, Any], value: bytes) -> str:
    for key in ("id", "response_id"):
        if key in row:
            return database.keys.unseal(table, row[key], value).decode()
    raise SealBroken(table)
