"""`ecotown line`: connect the LINE official account, and see whether it is."""

from typing import TYPE_CHECKING

import typer

from api.settings import Settings
from bot.cli import bilingual, common
from bot.cli.bilingual import tell
from content import messages, richmenu

if TYPE_CHECKING:
    from bot.channels.line import LineChannel

app = typer.Typer(help="LINE: set up the official account, check it.")
PATH = "/webhooks/line"


@app.command()
def setup() -> None:
    """Set the webhook and the rich menu, and say what is left to do by hand."""
    settings = _settings()
    bilingual.run("LINE", _setup(settings, bilingual.public_url(settings) + PATH))


@app.command()
def check() -> None:
    """Ask LINE about the account, its webhook and its quota; 1: not all is well."""
    if not bilingual.run("LINE", _check(_settings())):
        raise typer.Exit(1)


async def _setup(settings: Settings, url: str) -> None:
    said = messages.load()
    image = richmenu.picture(said)
    menu = richmenu.menu(said, image)
    channel = _channel(settings)
    try:
        tell("channel.setup.account", name=await channel.account_name())
        await channel.set_webhook(url)
        tell("channel.setup.webhook_set", url=url)
        await _tell_test(channel)
        removed = await channel.install_menu(menu, image, ours=richmenu.OURS)
        tell("channel.setup.rich_menu", removed=removed)
    finally:
        await channel.close()
    tell("channel.setup.line_switch_off")
    tell("channel.setup.line_switch_on")


async def _check(settings: Settings) -> bool:
    channel = _channel(settings)
    try:
        tell("channel.setup.account", name=await channel.account_name())
        await _tell_quota(channel)
        ours = bilingual.leads_here(settings, await channel.webhook(), PATH)
        return ours and await _tell_test(channel)
    finally:
        await channel.close()


async def _tell_test(channel: "LineChannel") -> bool:
    trouble = await channel.test_webhook()
    if trouble:
        tell("channel.setup.webhook_silent", reason=trouble)
    else:
        tell("channel.setup.webhook_answers")
    return not trouble


async def _tell_quota(channel: "LineChannel") -> None:
    allowed, used = await channel.quota()
    if allowed is None:
        tell("channel.setup.quota_unlimited", used=used)
    else:
        tell("channel.setup.quota", used=used, allowed=allowed)


def _settings() -> Settings:
    settings = common.settings()
    if not settings.line_on:
        bilingual.fail("channel.setup.line_off")
    return settings


def _channel(settings: Settings) -> "LineChannel":
    from bot.channels.line import LineChannel  # takes 100 MB: only where it is used

    return LineChannel(
        api_url=settings.line_api_url,
        access_token=settings.line_access_token.get_secret_value(),
        account="",
    )
