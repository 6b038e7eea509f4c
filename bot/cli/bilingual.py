"""Telling an operator something twice: in Thai, then in English."""

import asyncio
from collections.abc import Coroutine
from typing import Any, NoReturn, TypeVar

import typer

from api.settings import Settings
from bot.channels.base import SendError
from bot.channels.refused import PlatformRefused, PlatformUnreachable
from bot.cli import common
from content import messages

T = TypeVar("T")


def both(key: str, **values: object) -> str:
    """The message in Thai, the English below it."""
    said = messages.load()
    return "\n".join(said.say(key, language, **values) for language in ("th", "en"))


def tell(key: str, **values: object) -> None:
    typer.echo(both(key, **values) + "\n")


def fail(key: str, **values: object) -> NoReturn:
    common.fail(both(key, **values))


def run(platform: str, work: Coroutine[Any, Any, T]) -> T:
    """Run what talks to a platform; its refusal or silence ends the command."""
    try:
        return asyncio.run(work)
    except PlatformRefused as refusal:
        fail("channel.setup.refused", platform=platform, reason=refusal.reason)
    except PlatformUnreachable as silence:
        fail("channel.setup.unreachable", platform=platform, reason=silence.reason)
    except SendError as error:
        fail("channel.setup.unreachable", platform=platform, reason=error.code)


def public_url(settings: Settings) -> str:
    """The address platforms can reach; without one the command ends."""
    if not settings.public_url.startswith("https://"):
        fail("channel.setup.no_public_url")
    return settings.public_url


def leads_here(settings: Settings, url: str, path: str) -> bool:
    """Say where a webhook leads; whether that is this installation."""
    if not url:
        tell("channel.setup.webhook_none")
        return False
    tell("channel.setup.webhook_now", url=url)
    if settings.public_url and url != settings.public_url + path:
        tell("channel.setup.webhook_elsewhere", url=settings.public_url + path)
        return False
    return True
