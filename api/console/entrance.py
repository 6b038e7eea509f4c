"""In and out of the console: sign in, sign out, join by a one-time link."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Query, Request, Response

from api import auth
from api.console import passwords, view
from api.dependencies import database_of, now_of
from api.errors import DomainError
from api.store import officers

router = APIRouter()

Token = Annotated[str, Path(max_length=100)]
Word = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1000)]
# The link in the address bar must not travel to the next site.
UNTOLD = {"Referrer-Policy": "no-referrer"}
ABOUT_PASSWORDS = {
    "console.password_differs": "again",
    "console.password_common": "password",
    "console.password_names_you": "password",
}


def join_link(address: str, token: str) -> str:
    """Where an invitation is opened; `address` is the town's, without a path."""
    return f"{address}/console/join/{token}"


@router.get("/sign-in")
def sign_in_page(
    request: Request,
    officer: auth.MaybeSignedIn,
    next: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    if officer is not None:
        return view.go("/console")
    return view.page(request, "sign_in.html", None, login="", next=_ours(next))


@router.post("/sign-in")
def sign_in(
    request: Request, login: Word = "", password: Password = "", next: Word = ""
) -> Response:
    faults = view.missing(login=login, password=password)
    if not faults:
        try:
            token = auth.sign_in(request, login, password)
        except DomainError as error:
            faults = {"form": error}
        else:
            response = view.go(_ours(next))
            auth.set_cookie(request, response, token)
            return response
    return view.page(
        request, "sign_in.html", None, faults=faults, login=login, next=_ours(next)
    )


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    response = view.go("/console/sign-in")
    auth.drop_cookie(request, response)
    return response


@router.get("/join/{token}")
def join_page(request: Request, token: Token) -> Response:
    _must_stand(request, token)
    return _join_form(request, login="", name="")


@router.post("/join/{token}")
def join(
    request: Request,
    token: Token,
    login: Word = "",
    name: Word = "",
    password: Password = "",
    again: Password = "",
) -> Response:
    """Use the link up; the new officer is signed in at once."""
    _must_stand(request, token)
    login, name = login.strip().lower(), name.strip()
    faults: view.Faults = view.missing(login=login, name=name, password=password)
    if not faults:
        try:
            response = view.go("/console")
            auth.set_cookie(
                request, response, _joined(request, token, login, name, password, again)
            )
            return response
        except DomainError as error:
            field = ABOUT_PASSWORDS.get(error.key)
            faults = {field: error} if field else view.fault(error)
    return _join_form(request, faults=faults, login=login, name=name)


def _joined(
    request: Request, token: str, login: str, name: str, password: str, again: str
) -> str:
    """The new officer's session; hashing happens with no transaction open."""
    passwords.check(password, again, login=login, name=name)
    password_hash = officers.hash_password(password, login=login)
    now = now_of(request)
    with database_of(request).write() as session:
        officer = officers.join(
            session,
            token,
            login=login,
            name=name,
            password_hash=password_hash,
            now=now,
        )
        return officers.start_session(session, officer, now)


def _must_stand(request: Request, token: str) -> None:
    with database_of(request).read() as session:
        if not officers.invitation_stands(session, token, now_of(request)):
            raise DomainError(404, "error.invitation_void")


def _join_form(
    request: Request, *, login: str, name: str, faults: view.Faults = view.NO_FAULTS
) -> Response:
    return view.page(
        request,
        "join.html",
        None,
        faults=faults,
        headers=UNTOLD,
        login=login,
        name=name,
        least=officers.LEAST_PASSWORD,
    )


def _ours(path: str) -> str:
    """A way back inside the console, and nowhere else."""
    inside = path == "/console" or path.startswith("/console/")
    return path if inside and "\\" not in path and "//" not in path else "/console"
