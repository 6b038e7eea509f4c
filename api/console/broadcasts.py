"""Sending in the console: the second officer's decision, and what became of it."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from api import auth
from api.console import preview, view
from api.dependencies import After, database_of, now_of, ports_of, settings_of
from api.errors import DomainError
from api.store import broadcasts, deliveries, quotas, reports
from api.store.models import Officer
from api.store.words import BroadcastState

router = APIRouter(prefix="/broadcasts")

CAN_STOP = (*reports.NOT_BEGUN, *broadcasts.UNDER_WAY)


@router.get("")
def broadcast_list(
    request: Request, officer: auth.SignedIn, after: After = None
) -> Response:
    with database_of(request).read() as session:
        found = broadcasts.with_reports(session, after=after)
        names = view.names(session)
    return view.page(
        request,
        "broadcasts.html",
        officer,
        broadcasts=found.items,
        next=found.next,
        names=names,
    )


@router.get("/{broadcast_id}")
def detail(request: Request, officer: auth.SignedIn, broadcast_id: UUID) -> Response:
    return _detail(request, officer, broadcast_id)


@router.post("/{broadcast_id}/approve")
def approve(
    request: Request,
    officer: auth.SignedIn,
    broadcast_id: UUID,
    seen_sha256: Annotated[str, Form(max_length=64)] = "",
    read: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    """Let it go out; the fingerprint says which words were on the screen."""
    if read != "yes":
        fault = DomainError(422, "console.approve_tick")
        return _detail(request, officer, broadcast_id, faults={"read": fault})
    delay = timedelta(seconds=settings_of(request).broadcast_delay_s)
    try:
        with database_of(request).write() as session:
            broadcasts.approve(
                session,
                broadcast_id,
                officer.id,
                seen_sha256=seen_sha256,
                now=now_of(request),
                delay=delay,
            )
    except DomainError as error:
        return _refused(request, officer, broadcast_id, error)
    ports_of(request).wake()
    return _back(broadcast_id)


@router.post("/{broadcast_id}/refuse")
def refuse(request: Request, officer: auth.SignedIn, broadcast_id: UUID) -> Response:
    try:
        with database_of(request).write() as session:
            broadcasts.refuse(session, broadcast_id, officer.id, now_of(request))
    except DomainError as error:
        return _refused(request, officer, broadcast_id, error)
    return _back(broadcast_id)


@router.post("/{broadcast_id}/cancel")
def cancel(request: Request, officer: auth.SignedIn, broadcast_id: UUID) -> Response:
    """Take it back, or stop what has not gone yet. A large rest takes more slices."""
    try:
        with database_of(request).write() as session:
            broadcasts.cancel(session, broadcast_id, officer.id, now_of(request))
    except DomainError as error:
        return _refused(request, officer, broadcast_id, error)
    ports_of(request).wake()
    return _back(broadcast_id)


@router.get("/{broadcast_id}/ledger")
def ledger(
    request: Request, officer: auth.SignedIn, broadcast_id: UUID, after: After = None
) -> Response:
    """Every recipient's state, without who they are."""
    with database_of(request).read() as session:
        broadcast = broadcasts.get(session, broadcast_id)
        report = reports.get(session, broadcast.report_id)
        counts = broadcasts.ledger(session, broadcast_id)
        rows = broadcasts.ledger_rows(session, broadcast_id, after=after)
    return view.page(
        request,
        "ledger.html",
        officer,
        broadcast=broadcast,
        report=report,
        counts=counts,
        rows=rows,
    )


def _detail(
    request: Request,
    officer: Officer,
    broadcast_id: UUID,
    *,
    status: int = 200,
    faults: view.Faults = view.NO_FAULTS,
) -> Response:
    now, settings = now_of(request), settings_of(request)
    with database_of(request).read() as session:
        broadcast = broadcasts.get(session, broadcast_id)
        report = reports.get(session, broadcast.report_id)
        audience = broadcasts.audience(session)
        on_line = sum(audience.get("line", {}).values())
        quota = quotas.room(
            session, "line", on_line, reserve=settings.line_quota_reserve
        )
        counts = broadcasts.ledger(session, broadcast_id)
        names, inviters = view.names(session), view.inviters(session)
    wait = sum(line.count for line in counts if line.state in deliveries.WAITING)
    some_wait = broadcast.state is BroadcastState.DONE and wait > 0
    starts_in = (
        (broadcast.starts_at - now).total_seconds() if broadcast.starts_at else 0
    )
    return view.page(
        request,
        "broadcast.html",
        officer,
        status=status,
        faults=faults,
        broadcast=broadcast,
        report=report,
        names=names,
        inviters=inviters,
        editors=reports.editors(report),
        shown=preview.of(report, settings.public_url),
        audience=audience,
        quota=quota if on_line else None,
        counts=counts,
        expired=broadcasts.expired(broadcast, now),
        may_decide=broadcasts.may_decide(officer.id, broadcast, report),
        can_stop=broadcast.state in CAN_STOP or some_wait,
        still_wait=wait if some_wait else 0,
        seconds=max(0, round(starts_in)),
    )


def _refused(
    request: Request, officer: Officer, broadcast_id: UUID, error: DomainError
) -> Response:
    """The page again, as it is now, with why it was not done."""
    if error.status == 404:
        raise error
    return _detail(
        request, officer, broadcast_id, status=error.status, faults={"form": error}
    )


def _back(broadcast_id: UUID) -> Response:
    return view.go(f"/console/broadcasts/{broadcast_id}")
