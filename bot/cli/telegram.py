"""`ecotown telegram`: connect the Telegram bot, and see whether it is."""

from typing import TYPE_CHECKING, Any

import typer

from api import settings as settings_module
from api.settings import Settings
from api.store.keys import Keys
from bot.channels.telegram_updates import ALLOWED_UPDATES
from bot.cli import bilingual, common
from bot.cli.bilingual import tell
from bot.webhooks import telegram_secret
from content import messages
from content.messages import Messages
from content.rendering.text import shorten

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramChannel

app = typer.Typer(help="Telegram: set up the bot, check it.")
PATH = "/webhooks/telegram"
COMMANDS = (
    *("menu", "ask", "survey", "progress", "person"),
    *("settings", "stop", "forget", "help"),
)
# Telegram shows what has no language code to everyone else.
LANGUAGES = {"": "en", "th": "th", "en": "en"}
SHORT_DESCRIPTION_UNITS = 120


@app.command()
def setup() -> None:
    """Set the webhook, the commands and the description."""
    settings = _settings()
    bilingual.run("Telegram", _setup(settings, bilingual.public_url(settings) + PATH))


@app.command()
def check() -> None:
    """Ask Telegram about the bot and its webhook; 1: not all is well."""
    if not bilingual.run("Telegram", _check(_settings())):
        raise typer.Exit(1)


@app.command()
def unhook() -> None:
    """Remove the webhook, for an installation without a public address: it polls."""
    bilingual.run("Telegram", _unhook(_settings()))


async def _setup(settings: Settings, url: str) -> None:
    channel = _channel(settings)
    try:
        await _tell_name(channel)
        await channel.ask(
            "setWebhook",
            url=url,
            secret_token=telegram_secret(
                settings, Keys(settings_module.root_key(settings))
            ),
            allowed_updates=list(ALLOWED_UPDATES),
        )
        tell("channel.setup.webhook_set", url=url)
        await _describe(channel, settings)
        tell("channel.setup.commands", count=len(COMMANDS))
    finally:
        await channel.close()
    tell("channel.setup.telegram_groups")


async def _describe(channel: "TelegramChannel", settings: Settings) -> None:
    said = messages.load()
    towns = {"th": settings.town_th, "en": settings.town_en}
    for code, language in LANGUAGES.items():
        place = {"language_code": code} if code else {}
        commands = _commands(said, language)
        await channel.ask("setMyCommands", commands=commands, **place)
        text = said.say("channel.short_description", language, town=towns[language])
        await channel.ask(
            "setMyShortDescription",
            short_description=shorten(text, SHORT_DESCRIPTION_UNITS),
            **place,
        )


def _commands(said: Messages, language: str) -> list[dict[str, str]]:
    return [
        {"command": name, "description": said.say(f"channel.command.{name}", language)}
        for name in COMMANDS
    ]


async def _check(settings: Settings) -> bool:
    channel = _channel(settings)
    try:
        await _tell_name(channel)
        info: dict[str, Any] = await channel.ask("getWebhookInfo") or {}
    finally:
        await channel.close()
    url = str(info.get("url", ""))
    waiting, trouble = info.get("pending_update_count"), info.get("last_error_message")
    if waiting:
        tell("channel.setup.waiting", count=waiting)
    if trouble:
        tell("channel.setup.last_error", reason=trouble)
    return bilingual.leads_here(settings, url, PATH) and not trouble


async def _unhook(settings: Settings) -> None:
    channel = _channel(settings)
    try:
        await channel.ask("deleteWebhook")
    finally:
        await channel.close()
    tell("channel.setup.webhook_removed")


async def _tell_name(channel: "TelegramChannel") -> None:
    me: dict[str, Any] = await channel.ask("getMe") or {}
    tell("channel.setup.account", name=f"@{me.get('username', '')}")


def _settings() -> Settings:
    settings = common.settings()
    if not settings.telegram_on:
        bilingual.fail("channel.setup.telegram_off")
    return settings


def _channel(settings: Settings) -> "TelegramChannel":
    from bot.channels.telegram import TelegramChannel  # loaded only where it is used

    return TelegramChannel(
        api_url=settings.telegram_api_url,
        token=settings.telegram_token.get_secret_value(),
        account="",
    )
