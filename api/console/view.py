"""What every page of the console shares: who reads it, names, faults beside fields."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlmodel import Session

from api.errors import DomainError
from api.pages import render
from api.pages.render import CONSOLE_LANGUAGES
from api.store import officers
from api.store.models import Officer

Faults = Mapping[str, DomainError]
"""Field -> what is wrong with it; the field `form` is the whole form."""
# Which field of its form an error of the store is about.
FIELD_OF = {
    "error.login_shape": "login",
    "error.login_taken": "login",
    "error.name_shape": "name",
    "error.password_length": "password",
    "error.password_simple": "password",
    "error.url_shape": "source_url",
}
NO_FAULTS: Faults = {}


def page(
    request: Request,
    template: str,
    officer: Officer | None,
    *,
    status: int = 200,
    faults: Faults = NO_FAULTS,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page of the console; `officer` is who reads it (None: nobody signed in)."""
    return render.page(
        request,
        f"console/{template}",
        status=422 if faults and status == 200 else status,
        spoken=CONSOLE_LANGUAGES,
        headers=headers,
        officer=officer,
        faults=faults,
        **values,
    )


def go(path: str) -> RedirectResponse:
    """After a form, so that loading the page again does not send it again."""
    return RedirectResponse(path, status_code=303)


def fault(error: DomainError) -> Faults:
    """A domain error beside the field it is about."""
    return {FIELD_OF.get(error.key, "form"): error}


def missing(**fields: str) -> dict[str, DomainError]:
    """A fault for each of these fields that was left empty."""
    return {
        name: DomainError(422, "console.required")
        for name, text in fields.items()
        if not text.strip()
    }


def inviters(session: Session) -> dict[UUID, str | None]:
    """Officer -> the name of who invited them; None: the command line did."""
    named = names(session)
    return {
        officer.id: named[officer.invited_by] if officer.invited_by else None
        for officer in officers.list_(session)
    }


def names(session: Session) -> dict[UUID | None, str]:
    """Officer -> the name others see; the disabled ones too."""
    return {officer.id: officer.name for officer in officers.list_(session)}
