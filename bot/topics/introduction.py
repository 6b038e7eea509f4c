"""Who this is, and what happens with what is written here."""

from bot.channels import terminal, web
from bot.turn import Turn
from content.outbound import Outbound


def say(turn: Turn) -> tuple[Outbound, ...]:
    """Who this is and the privacy notice, in the language of the turn."""
    settings = turn.world.settings
    # Whoever reads these has the town before them; a phone elsewhere would look for
    # a local address on itself.
    is_here = turn.contact.channel in (web.NAME, terminal.NAME)
    town = settings.town_th if turn.language == "th" else settings.town_en
    who = turn.say("welcome.who", town=town)
    notice = turn.say("welcome.privacy")
    if settings.public_url or is_here:
        url = f"{settings.address}/privacy"
        notice += "\n" + turn.say("welcome.privacy_link", url=url)
    return (Outbound(who), Outbound(notice))
