"""Officers: who has an account, invitations, ending an account."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from api import auth
from api.console import view
from api.console.entrance import join_link
from api.dependencies import database_of, now_of, settings_of
from api.errors import DomainError
from api.store import officers
from api.store.models import Officer

router = APIRouter(prefix="/officers")


@router.get("")
def officer_list(request: Request, officer: auth.SignedIn) -> Response:
    return _listed(request, officer)


@router.post("/invite")
def invite(request: Request, officer: auth.SignedIn) -> Response:
    """Shows the link right here: it is kept nowhere, and no page can show it again."""
    with database_of(request).write() as session:
        token = officers.invite(session, now=now_of(request), inviter_id=officer.id)
    address = settings_of(request).public_url or str(request.base_url).rstrip("/")
    return _listed(request, officer, link=join_link(address, token))


@router.post("/{officer_id}/disable")
def disable(
    request: Request,
    officer: auth.SignedIn,
    officer_id: UUID,
    sure: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    if sure != "yes":
        return view.go("/console/officers")
    try:
        with database_of(request).write() as session:
            officers.disable(
                session, officer_id, by=officers.actor(officer.id), now=now_of(request)
            )
    except DomainError as error:
        if error.status == 404:
            raise
        return _listed(request, officer, error=error)
    return view.go("/console/officers")


def _listed(
    request: Request,
    officer: Officer,
    *,
    link: str = "",
    error: DomainError | None = None,
) -> Response:
    with database_of(request).read() as session:
        everyone = officers.list_(session)
        inviters = view.inviters(session)
    return view.page(
        request,
        "officers.html",
        officer,
        status=error.status if error else 200,
        faults={"form": error} if error else view.NO_FAULTS,
        officers=everyone,
        inviters=inviters,
        link=link,
    )
