"""Retention: what has been kept long enough goes, a slice of rows at a time.

How long is the operator's to set (`ECOTOWN_KEEP_*`); the periods that are ours alone
stand here. Audit entries go by `audit.prune`, which keeps their chain provable.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Executable, Select, delete, select, update
from sqlmodel import Session, col

from api.settings import Settings
from api.store import audit, brought, deliveries, forget, invited, outcomes
from api.store.models import (
    Answer,
    Asked,
    Batch,
    Case,
    Consent,
    Delivery,
    Forgotten,
    InboundEvent,
    Invitation,
    ModelTask,
    OfficerSession,
    OneTimeCode,
    OpenQuestion,
    Photo,
    ResponseLink,
    Utterance,
    Wave,
)
from api.store.officers import SESSION_LASTS
from api.store.session import Database
from api.store.words import CaseState, DeliveryState, EventState, WaveState
from surveys import contact

# LINE's reply token is dead after a minute; a day is more than enough.
TOKEN_KEPT = timedelta(days=1)
# A model advises within a minute, or never.
ADVICE_KEPT = timedelta(days=1)
# As long as the limits on inviting look back.
INVITED_KEPT = contact.YEAR
# Waves that take no more answers.
OVER = (WaveState.CLOSED, WaveState.FROZEN)
# Rows a transaction: on SQLite every other writer waits for it.
SLICE = 500
# A picture may be of 20 MB, and SQLite writes over all of it.
PICTURES = 5
# Rows looked up at once, in a transaction that keeps nobody waiting.
LOOK = 20_000


# The sender will record what becomes of it; no sender knows what a page fetched.
_in_a_call = (col(Delivery.state) == DeliveryState.SENDING) & col(
    Delivery.batch_id
).is_not(None)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that goes after its time."""

    name: str
    due: Callable[[datetime], Select[Any]]
    """Moment -> the keys of what is older than it."""
    kept: Callable[[Settings], timedelta]
    let_go: Callable[[Sequence[Any], datetime], Sequence[Executable]]
    """Keys, now -> the statements that let these rows go, in their order."""
    together: int = SLICE
    """Rows a transaction, at the most."""


def run(
    database: Database, settings: Settings, now: datetime, *, rows: int = SLICE
) -> dict[str, int]:
    """Let go of all that is due; how much, by rule. Opens its own transactions."""
    gone = {"invitations": _let_invitations_go(database, settings, now)}
    for rule in RULES:
        gone[rule.name] = _apply(database, rule, settings, now, rows)
    gone["brought_photos"] = _let_brought_go(database, now, rows)
    gone["forgotten_contacts"] = _finish_forgotten(database, now)
    before = now - timedelta(days=settings.keep_audit_days)
    with database.write() as session:
        gone["audit_entries"] = audit.prune(session, before=before, now=now)
    return gone


def _apply(
    database: Database, rule: Rule, settings: Settings, now: datetime, rows: int
) -> int:
    gone = 0
    while True:
        with database.read() as session:
            due = rule.due(now - rule.kept(settings)).limit(LOOK)
            keys = session.scalars(due).all()
        some = min(rows, rule.together)
        for start in range(0, len(keys), some):
            with database.write() as session:
                _let_go(session, rule, keys[start : start + some], now)
        gone += len(keys)
        if len(keys) < LOOK:
            return gone


def _let_go(session: Session, rule: Rule, keys: Sequence[Any], now: datetime) -> None:
    for statement in rule.let_go(keys, now):
        session.execute(statement, execution_options={"synchronize_session": False})


def _let_invitations_go(database: Database, settings: Settings, now: datetime) -> int:
    """What became of invitations is fixed before it is forgotten who answered; who was
    invited is known for as long as the limits on inviting look back."""
    before = now - _days("response_links")(settings)
    with database.read() as session:
        unfixed = session.scalars(_unfixed(before)).all()
    for wave_id in unfixed:
        outcomes.fix(database, wave_id)
    gone = 0
    while True:
        with database.write() as session:
            done = invited.let_go_old(session, now - INVITED_KEPT)
        gone += done
        if not done:
            return gone


def _let_brought_go(database: Database, now: datetime, rows: int) -> int:
    with database.read() as session:
        ids = brought.unread(session, now - brought.KEPT)
    some = min(rows, PICTURES)
    for start in range(0, len(ids), some):
        with database.write() as session:
            brought.drop(session, ids[start : start + some])
    return len(ids)


def _unfixed(before: datetime) -> Select[Any]:
    return (
        select(col(Invitation.wave_id))
        .join(Wave, col(Wave.id) == col(Invitation.wave_id))
        .where(
            col(Invitation.outcome).is_(None),
            col(Wave.state).in_(OVER),
            col(Wave.closes_at) < before,
        )
        .distinct()
    )


def _finish_forgotten(database: Database, now: datetime) -> int:
    gone = 0
    while True:
        with database.write() as session:
            finished = forget.finish_forgotten(session, now)
        gone += finished
        if not finished:
            return gone


def _days(name: str) -> Callable[[Settings], timedelta]:
    return lambda settings: timedelta(days=getattr(settings, f"keep_{name}_days"))


def _expiry(settings: Settings) -> timedelta:
    return timedelta(days=settings.broadcast_expiry_days)


def _always(period: timedelta) -> Callable[[Settings], timedelta]:
    return lambda settings: period


def _deleted(key: Any) -> Callable[[Sequence[Any], datetime], list[Executable]]:
    return lambda keys, now: [delete(key.class_).where(col(key).in_(keys))]


def _blanked(
    key: Any, *columns: str
) -> Callable[[Sequence[Any], datetime], list[Executable]]:
    return lambda keys, now: [
        update(key.class_).where(col(key).in_(keys)).values(dict.fromkeys(columns))
    ]


def _payloads(before: datetime) -> Select[Any]:
    return select(col(InboundEvent.id)).where(
        col(InboundEvent.taken_at) < before,
        # What was taken back has lost its payload already.
        col(InboundEvent.payload_sealed).is_not(None)
        | col(InboundEvent.message_hash).is_not(None),
        # Without its payload it could never be handled.
        col(InboundEvent.state) != EventState.TAKEN,
    )


def _calls(before: datetime) -> Select[Any]:
    return select(col(Batch.id)).where(
        col(Batch.created_at) < before,
        col(Batch.body_sealed).is_not(None),
        col(Batch.leased_until).is_(None),
    )


def _tokens(before: datetime) -> Select[Any]:
    return select(col(Delivery.id)).where(
        col(Delivery.token_at) < before, col(Delivery.token_sealed).is_not(None)
    )


def _said(before: datetime) -> Select[Any]:
    return select(col(Delivery.id)).where(
        col(Delivery.created_at) < before,
        col(Delivery.body_sealed).is_not(None),
        ~_in_a_call,
    )


def _unsaid(ids: Sequence[Any], now: datetime) -> list[Executable]:
    """Blank what we said; what nobody came to read in all that time is not sent."""
    theirs = col(Delivery.id).in_(ids)
    return [
        *_given_up(ids, now),
        update(Delivery).where(theirs).values(body_sealed=None, token_sealed=None),
    ]


def _news(before: datetime) -> Select[Any]:
    return select(col(Delivery.id)).where(
        col(Delivery.created_at) < before,
        col(Delivery.broadcast_id).is_not(None),
        col(Delivery.state).in_((*deliveries.WAITING, DeliveryState.SENDING)),
        ~_in_a_call,
    )


def _given_up(ids: Sequence[Any], now: datetime) -> list[Executable]:
    """Close the ledger of these: waiting ones are not sent; those a page has fetched
    without ever coming back for more may have been read."""
    theirs = col(Delivery.id).in_(ids)
    return [
        deliveries.skipping("too_old", now, theirs),
        update(Delivery)
        .where(theirs, col(Delivery.state) == DeliveryState.SENDING, ~_in_a_call)
        .values(state=DeliveryState.UNKNOWN, reason="unanswered", done_at=now),
    ]


def _utterances(before: datetime) -> Select[Any]:
    return select(col(Utterance.id)).where(col(Utterance.said_at) < before)


def _model_tasks(before: datetime) -> Select[Any]:
    return select(col(ModelTask.id)).where(col(ModelTask.asked_at) < before)


def _questions(before: datetime) -> Select[Any]:
    return select(col(OpenQuestion.id)).where(col(OpenQuestion.asked_at) < before)


def _asked(before: datetime) -> Select[Any]:
    return select(col(Asked.id)).where(
        col(Asked.asked_at) < before,
        col(Asked.text_sealed).is_not(None) | col(Asked.resident_id).is_not(None),
    )


def _unasked(ids: Sequence[Any], now: datetime) -> list[Executable]:
    return [forget.question_anonymised(col(Asked.id).in_(ids))]


def _open_answers(before: datetime) -> Select[Any]:
    """Responses with an open text; the closed answers beside it stay."""
    return (
        select(col(Answer.response_id))
        .where(col(Answer.answered_at) < before, col(Answer.text_sealed).is_not(None))
        .distinct()
    )


def _photos(before: datetime) -> Select[Any]:
    return select(col(Photo.id)).where(col(Photo.sent_at) < before)


def _cases(before: datetime) -> Select[Any]:
    return select(col(Case.id)).where(
        col(Case.state) == CaseState.CLOSED,
        col(Case.closed_at) < before,
        # What erasure or an earlier night has anonymised names nobody any more.
        col(Case.contact_id).is_not(None),
    )


def _links(before: datetime) -> Select[Any]:
    return (
        select(col(ResponseLink.response_id))
        .join(Wave, col(Wave.id) == col(ResponseLink.wave_id))
        .where(col(Wave.state).in_(OVER), col(Wave.closes_at) < before)
    )


def _consents(before: datetime) -> Select[Any]:
    return select(col(Consent.id)).where(col(Consent.withdrawn_at) < before)


def _forgotten(before: datetime) -> Select[Any]:
    return select(col(Forgotten.trace)).where(col(Forgotten.at) < before)


def _codes(before: datetime) -> Select[Any]:
    return select(col(OneTimeCode.code_hash)).where(
        col(OneTimeCode.expires_at) < before
    )


def _sessions(before: datetime) -> Select[Any]:
    return select(col(OfficerSession.token_hash)).where(
        col(OfficerSession.created_at) < before
    )


_payload = _blanked(InboundEvent.id, "payload_sealed", "message_hash")
_call = _blanked(Batch.id, "body_sealed")
_token = _blanked(Delivery.id, "token_sealed")
_open_answer = _blanked(Answer.response_id, "text_sealed", "message_hash")

RULES = (
    Rule("payloads", _payloads, _days("payloads"), _payload),
    Rule("calls", _calls, _days("payloads"), _call),
    Rule("reply_tokens", _tokens, _always(TOKEN_KEPT), _token),
    Rule("messages", _said, _days("texts"), _unsaid),
    Rule("news", _news, _expiry, _given_up),
    Rule("utterances", _utterances, _days("texts"), _deleted(Utterance.id)),
    Rule("advice", _model_tasks, _always(ADVICE_KEPT), _deleted(ModelTask.id)),
    Rule("questions", _questions, _days("texts"), _deleted(OpenQuestion.id)),
    Rule("asked", _asked, _days("texts"), _unasked),
    Rule("open_answers", _open_answers, _days("texts"), _open_answer),
    Rule("photos", _photos, _days("texts"), _deleted(Photo.id), PICTURES),
    Rule("cases", _cases, _days("cases"), forget.case_anonymised),
    Rule(
        "response_links",
        _links,
        _days("response_links"),
        _deleted(ResponseLink.response_id),
    ),
    Rule("consents", _consents, _days("consents"), _deleted(Consent.id)),
    Rule("forgotten", _forgotten, _days("forgotten"), _deleted(Forgotten.trace)),
    Rule("codes", _codes, _always(timedelta(0)), _deleted(OneTimeCode.code_hash)),
    Rule(
        "sessions",
        _sessions,
        _always(SESSION_LASTS),
        _deleted(OfficerSession.token_hash),
    ),
)
