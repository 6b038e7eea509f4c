"""Who asks: another system by its key, an officer by the cookie of their browser."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes

from api.dependencies import database_of, now_of
from api.errors import DomainError
from api.store import api_keys, officers
from api.store.models import ApiKey, Officer
from api.store.session import Database

_bearer = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="`Authorization: Bearer <prefix>.<secret>`, made by "
    "`ecotown officer key create`",
)
_Presented = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def api_key(request: Request, scopes: SecurityScopes, presented: _Presented) -> ApiKey:
    """The key of the request, for `Security(api_key, scopes=[...])`.

    401 without a key that is in force, 403 where it lacks one of the scopes.
    """
    if presented is None:
        raise DomainError(401, "error.key_missing")
    return _checked(request, scopes, presented)


def api_key_if_any(
    request: Request, scopes: SecurityScopes, presented: _Presented
) -> ApiKey | None:
    """For what everyone may read: None without a key; a wrong key is refused."""
    return _checked(request, scopes, presented) if presented else None


def _checked(
    request: Request, scopes: SecurityScopes, presented: HTTPAuthorizationCredentials
) -> ApiKey:
    with database_of(request).read() as session:
        key = api_keys.find(session, presented.credentials)
    if key is None:
        raise DomainError(401, "error.key_unknown")
    for scope in scopes.scopes:
        if not api_keys.opens(key, scope):
            raise DomainError(403, "error.scope_missing", scope=scope)
    return key


def officer_if_any(request: Request) -> Officer | None:
    """The officer whose browser asks; their idle time begins anew."""
    token = request.cookies.get(cookie_name(request))
    if not token:
        return None
    database, now = database_of(request), now_of(request)
    with database.read() as session:
        officer = officers.of_session(session, token, now)
        stale = officer is not None and officers.is_stale(session, token, now)
    if stale:
        with database.write() as session:
            officers.seen(session, token, now)
    return officer


def officer(
    found: Annotated[Officer | None, Depends(officer_if_any)],
) -> Officer:
    """The officer who is signed in; 401 where nobody is."""
    if found is None:
        raise DomainError(401, "error.sign_in_first")
    return found


SignedIn = Annotated[Officer, Depends(officer)]
MaybeSignedIn = Annotated[Officer | None, Depends(officer_if_any)]


def prove(database: Database, login: str, password: str, now: datetime) -> Officer:
    """The officer whose login and password these are. 401 where they are not.

    Opens its own transactions: none is open while the password is hashed.
    """
    with database.write() as session:
        found = officers.sign_in_candidate(session, login, now)
    if not officers.verify(password, found.password_hash if found else None):
        raise DomainError(401, "error.sign_in")
    assert found is not None
    with database.write() as session:
        return officers.signed_in(session, found.id)


def sign_in(request: Request, login: str, password: str) -> str:
    """Check a password; the token of a new session. 401 where it is not right."""
    database, now = database_of(request), now_of(request)
    proven = prove(database, login, password, now)
    with database.write() as session:
        return officers.start_session(session, proven, now)


def set_cookie(request: Request, response: Response, token: str) -> None:
    response.set_cookie(
        cookie_name(request),
        token,
        max_age=int(officers.SESSION_LASTS.total_seconds()),
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def drop_cookie(request: Request, response: Response) -> None:
    """Sign the browser out, here and in the database."""
    token = request.cookies.get(cookie_name(request))
    if token:
        with database_of(request).write() as session:
            officers.end_session(session, token)
    response.delete_cookie(
        cookie_name(request),
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def cookie_name(request: Request) -> str:
    """Over https the browser itself holds the cookie to this host (`__Host-`)."""
    return "__Host-ecotown" if request.url.scheme == "https" else "ecotown"
