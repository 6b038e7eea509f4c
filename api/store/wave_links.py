"""Links that lead into a wave, one for each channel and community.

LINE opens a chat with a text typed already (https://developers.line.biz/en/docs/
messaging-api/using-line-url-scheme/), Telegram sends a payload with /start
(https://core.telegram.org/bots/features#deep-linking), the web page takes a query.
"""

import re
import secrets
from datetime import datetime
from urllib.parse import quote
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError
from api.settings import PREFIX, Settings
from api.store import waves
from api.store.models import Wave, WaveLink

CHANNELS = ("line", "telegram", "web")
# No letter that is read as another, no vowel that would make a word.
SIGNS = "bcdfghjkmnpqrstvwxz23456789"
LENGTH = 8
MARK = "w-"
MOST_COMMUNITY = 80
_CODE = re.compile(rf"(?:^|\s){MARK}([{SIGNS}]{{{LENGTH}}})$", re.IGNORECASE)
# Nobody types more than a word or two in front of a code.
MOST_TEXT = 80


def make(
    session: Session,
    wave: Wave,
    channel: str,
    community: str | None,
    now: datetime,
    *,
    by: str = "cli",
) -> WaveLink:
    """The link of this channel and community: one, however often it is asked for."""
    if channel not in CHANNELS:
        raise DomainError(422, "error.link_channel", channels=", ".join(CHANNELS))
    community = (community or "").strip() or None
    if community is not None and len(community) > MOST_COMMUNITY:
        raise DomainError(422, "error.text_shape", most=MOST_COMMUNITY)
    for link in of_wave(session, wave.id):
        if (link.channel, link.community) == (channel, community):
            return link
    link = WaveLink(
        wave_id=wave.id,
        code="".join(secrets.choice(SIGNS) for _ in range(LENGTH)),
        channel=channel,
        community=community,
        created_at=now,
    )
    session.add(link)
    session.flush()
    waves.record(session, wave, "link", by=by, now=now, link=link.id, channel=channel)
    return link


def of_wave(session: Session, wave_id: UUID) -> list[WaveLink]:
    """The links of a wave, the oldest first."""
    return list(
        session.scalars(
            select(WaveLink)
            .where(col(WaveLink.wave_id) == wave_id)
            .order_by(col(WaveLink.id))
        )
    )


def find(session: Session, code: str) -> WaveLink | None:
    return session.scalars(
        select(WaveLink).where(col(WaveLink.code) == code.lower())
    ).first()


def code_in(text: str) -> str | None:
    """The code that a text ends with, as the links have it typed; None: it has none."""
    found = _CODE.search(text.strip()) if len(text) <= MOST_TEXT else None
    return found[1].lower() if found else None


def url(link: WaveLink, settings: Settings, *, typed: str) -> str:
    """What the link or QR code holds; `typed` are the words that LINE puts before the
    code. Raises DomainError where a setting that it needs is not set."""
    payload = f"{MARK}{link.code}"
    match link.channel:
        case "line":
            account = _needed(settings, "line_basic_id")
            text = quote(f"{typed} {payload}", safe="")
            return f"https://line.me/R/oaMessage/{quote(account, safe='')}/?{text}"
        case "telegram":
            return f"{_needed(settings, 'telegram_bot_url')}?start={payload}"
        case _:
            return f"{_needed(settings, 'public_url')}/chat?w={link.code}"


def _needed(settings: Settings, name: str) -> str:
    found = str(getattr(settings, name)).rstrip("/")
    if not found:
        raise DomainError(409, "error.link_setting", setting=f"{PREFIX}{name.upper()}")
    return found
