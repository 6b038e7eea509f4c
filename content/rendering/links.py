"""Addresses behind buttons, written so that every platform takes them."""

import re
from urllib.parse import SplitResult, quote, urlsplit

# LINE took 1,000 characters until 2026-10-27, 10,000 since.
# https://developers.line.biz/en/reference/messaging-api/#uri-action
URI_CHARACTERS = 1_000
# RFC 3986: what may stand in a path, a query or a fragment, and escapes.
IN_PATH = "/:@!$&'()*+,;=-._~%"
IN_QUERY = IN_PATH + "?"
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
PHONE = re.compile(r"\+?[0-9*#]{2,20}")
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
HOST = re.compile(rf"(?:{LABEL}\.)*{LABEL}|\[[0-9A-Fa-f:.]+\]")


def encoded(url: str) -> str | None:
    """The http(s) or `tel:` address percent-encoded; None: nobody can follow it."""
    url = url.strip()
    number = phone(url)
    if number:
        return f"tel:{quote(number, safe='+*')}"
    return _page(url)


def phone(url: str) -> str | None:
    """The number of a `tel:` address, without spaces and dashes."""
    if not url.lower().startswith("tel:"):
        return None
    number = re.sub(r"[\s().-]", "", url[4:])
    return number if PHONE.fullmatch(number) and number.isascii() else None


def public(url: str) -> bool:
    """Whether a page has a name anyone can resolve: Telegram asks for that.

    A telephone number is none, nor an address of this machine or of an office.
    """
    host = urlsplit(url).hostname or ""
    return "." in host and host.rpartition(".")[2].isalpha()


def _page(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or parts.username is not None:
        return None
    if ":" in host:
        host = f"[{host}]"
    if not HOST.fullmatch(host):
        return None
    place = host if port is None else f"{host}:{port}"
    try:
        made = f"{parts.scheme}://{place}{_rest(parts)}"
    except UnicodeError:
        return None
    return made if len(made) <= URI_CHARACTERS else None


def _rest(parts: SplitResult) -> str:
    path = _escaped(parts.path, IN_PATH)
    query = f"?{_escaped(parts.query, IN_QUERY)}" if parts.query else ""
    fragment = f"#{_escaped(parts.fragment, IN_QUERY)}" if parts.fragment else ""
    return path + query + fragment


def _escaped(part: str, safe: str) -> str:
    return quote(STRAY_PERCENT.sub("%25", part), safe=safe)
