"""`ecotown wave links`: links and QR codes that lead into a wave."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from api.settings import Settings
from api.store import wave_links, waves
from api.store.models import Wave, WaveLink
from api.store.types import utc_now
from bot.cli import common
from content import messages, qr
from content.qr import Caption
from surveys.definition import Survey

LANGUAGE = "th"  # of what is printed
KINDS: tuple[Literal["svg", "png"], ...] = ("svg", "png")
CHANNELS = ", ".join(wave_links.CHANNELS)


@common.said_plainly
def links(
    key: Annotated[str, typer.Argument(help="The wave's name.")],
    channel: Annotated[
        list[str] | None, typer.Option(help=f"For which channels: {CHANNELS}.")
    ] = None,
    community: Annotated[
        list[str] | None, typer.Option(help="For which communities; one code each.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(file_okay=False, help="Where to write QR codes, SVG and PNG."),
    ] = None,
) -> None:
    """Make links of a wave, if channels are named, and print every one there is."""
    settings = common.settings()
    database = common.open_database(settings)
    if channel:
        with database.write() as session:
            wave = waves.get(session, key)
            for name in channel:
                for place in community or [""]:
                    wave_links.make(session, wave, name, place, utc_now())
    with database.read() as session:
        wave = waves.get(session, key)
        survey = waves.survey_of(session, wave)
        made = wave_links.of_wave(session, wave.id)
    for link in made:
        url = url_of(link, settings)
        typer.echo(f"{link.code}  {link.channel}  {link.community or '-'}  {url}")
        if out is not None:
            _draw(out, wave, survey, link, url)


def url_of(link: WaveLink, settings: Settings) -> str:
    typed = messages.load().say("link.typed", LANGUAGE)
    return wave_links.url(link, settings, typed=typed)


def caption(wave: Wave, survey: Survey, link: WaveLink, url: str) -> Caption:
    """What stands below a code; who cannot scan may type a web address."""
    say = messages.load().say
    title = survey.title.say(LANGUAGE)
    if wave.made_up:
        title = f"{title} ({say('link.made_up', LANGUAGE)})"
    how = say(f"link.{link.channel}", LANGUAGE)
    place = f"{link.community} · {how}" if link.community else how
    return Caption(title, place, url if link.channel == "web" else "")


def _draw(folder: Path, wave: Wave, survey: Survey, link: WaveLink, url: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = caption(wave, survey, link, url)
    for kind in KINDS:
        file = folder / f"{wave.key}-{link.channel}-{link.code}.{kind}"
        file.write_bytes(qr.card(url, words, kind))
        typer.echo(f"  {file}")
