"""Cases in the console: who waits, the talk so far, an answer, an end."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from api import auth
from api.console import view
from api.dependencies import After, database_of, now_of, ports_of
from api.errors import DomainError
from api.store import cases
from api.store.models import Officer
from api.store.words import CaseState

router = APIRouter(prefix="/cases")


@router.get("")
def case_list(
    request: Request,
    officer: auth.SignedIn,
    after: After = None,
    show: Annotated[str, Query(max_length=10)] = "open",
) -> Response:
    state = None if show == "all" else CaseState.OPEN
    now = now_of(request)
    with database_of(request).read() as session:
        found = cases.list_(session, state=state, after=after)
        # Whoever has waited too long is seen first, however long ago they came.
        late = cases.overdue(session, now) if after is None else []
        known = {case.id for case in late}
        shown = [*late, *(case for case in found.items if case.id not in known)]
        words = cases.newest_words(session, [case.id for case in shown])
    return view.page(
        request,
        "cases.html",
        officer,
        cases=shown,
        next=found.next,
        overdue={case.id for case in shown if cases.is_overdue(case, now)},
        words=words,
        show=show,
    )


@router.get("/{case_id}")
def thread(request: Request, officer: auth.SignedIn, case_id: UUID) -> Response:
    return _thread(request, officer, case_id)


@router.post("/{case_id}/reply")
def reply(
    request: Request,
    officer: auth.SignedIn,
    case_id: UUID,
    text: Annotated[str, Form(max_length=10_000)] = "",
) -> Response:
    faults: view.Faults = view.missing(text=text)
    if not faults:
        try:
            with database_of(request).write() as session:
                cases.reply(session, case_id, officer.id, text, now_of(request))
        except DomainError as error:
            if error.status == 404:
                raise
            faults = {"text" if error.status == 422 else "form": error}
        else:
            ports_of(request).wake()
            return view.go(f"/console/cases/{case_id}")
    return _thread(request, officer, case_id, text=text, faults=faults)


@router.post("/{case_id}/close")
def close(request: Request, officer: auth.SignedIn, case_id: UUID) -> Response:
    with database_of(request).write() as session:
        cases.close(session, case_id, officer.id, now_of(request))
    ports_of(request).wake()
    return view.go("/console/cases")


def _thread(
    request: Request,
    officer: Officer,
    case_id: UUID,
    *,
    text: str = "",
    faults: view.Faults = view.NO_FAULTS,
) -> Response:
    with database_of(request).read() as session:
        case = cases.get(session, case_id)
        words = cases.thread(session, case_id)
    return view.page(
        request,
        "case.html",
        officer,
        faults=faults,
        case=case,
        overdue=cases.is_overdue(case, now_of(request)),
        words=words,
        text=text,
        most=cases.MOST_TEXT,
    )
