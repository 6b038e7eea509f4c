"""Keys other systems read and write with: each opens only what its scopes name."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, officers
from api.store.models import ApiKey

SCOPES = frozenset(
    {
        "articles:read",
        "articles:write",
        "indicators:read",
        "questions:read",
        "questions:write",
        "surveys:read",
        "surveys:write",
        "waves:read",
        "waves:write",
        "responses:read",
        "photos:read",
        "updates:read",
        "updates:write",
        "reports:read",
        "reports:write",
        "broadcasts:read",
        "services:read",
    }
)
# What these write carries a person's name: the key acts for one officer.
IN_A_NAME = frozenset({"articles:write", "reports:write"})
ACTS_FOR = "acts-for:"
PREFIX = re.compile(r"[0-9a-f]{12}")


def create(
    session: Session,
    *,
    name: str,
    scopes: Collection[str],
    now: datetime,
    by: str = "cli",
    acts_for: UUID | None = None,
) -> str:
    """The key, `<prefix>.<secret>`, to be shown once: only its hash is kept.

    `acts_for` is the officer in whose name the key writes. They have proved who they
    are, and cannot approve what their key wrote or proposed.
    """
    name = name.strip()
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise DomainError(422, "error.name_shape")
    unknown = sorted(set(scopes) - SCOPES)
    if unknown or not scopes:
        known = ", ".join(sorted(SCOPES))
        raise DomainError(422, "error.scope_unknown", scopes=known)
    if IN_A_NAME & set(scopes) and acts_for is None:
        raise DomainError(422, "error.key_needs_officer")
    kept = sorted(scopes)
    if acts_for is not None:
        kept.append(f"{ACTS_FOR}{officers.get(session, acts_for).id}")
    # Hex digits in the prefix, so that it can be read out on the telephone.
    prefix, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    key = ApiKey(
        prefix=prefix, key_hash=_hash(secret), name=name, scopes=kept, created_at=now
    )
    session.add(key)
    session.flush()
    _record(session, key, "key.create", by=by, now=now, scopes=kept)
    return f"{prefix}.{secret}"


def find(session: Session, token: str) -> ApiKey | None:
    """The key that was shown as `token`, unless it was revoked."""
    prefix, _, secret = token.partition(".")
    key = None
    if PREFIX.fullmatch(prefix):
        key = session.exec(select(ApiKey).where(ApiKey.prefix == prefix)).first()
    fits = hmac.compare_digest(_hash(secret), key.key_hash if key else _hash(""))
    return key if key and fits and key.revoked_at is None else None


def opens(key: ApiKey, scope: str) -> bool:
    return scope in SCOPES and scope in key.scopes


def actor(key: ApiKey) -> str:
    """How the audit log names a key."""
    return f"key:{key.prefix}"


def officer_of(session: Session, key: ApiKey) -> UUID:
    """The officer the key acts for; a 403 when it has none, or none who may act."""
    for scope in key.scopes:
        if scope.startswith(ACTS_FOR):
            return officers.get(session, UUID(scope.removeprefix(ACTS_FOR))).id
    raise DomainError(403, "error.key_needs_officer")


def list_(session: Session) -> list[ApiKey]:
    """Every key, the revoked ones too, newest first."""
    return list(session.exec(select(ApiKey).order_by(col(ApiKey.id).desc())).all())


def revoke(session: Session, prefix: str, *, by: str, now: datetime) -> ApiKey:
    key = session.exec(
        select(ApiKey).where(ApiKey.prefix == prefix).with_for_update()
    ).first()
    if key is None:
        raise not_found("key")
    if key.revoked_at is None:
        key.revoked_at = now
        _record(session, key, "key.revoke", by=by, now=now)
    return key


def _record(
    session: Session,
    key: ApiKey,
    action: str,
    *,
    by: str,
    now: datetime,
    **details: list[str],
) -> None:
    audit.record(
        session, actor=by, action=action, subject=actor(key), now=now, **details
    )


def _hash(secret: str) -> str:
    """A random key needs no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
