"""Who this is, and what happens with what is written here."""

from bot.turn import Turn
from content.outbound import Outbound


def say(turn: Turn) -> tuple[Outbound, ...]:
    """Who this is and the privacy notice, in the language of the turn."""
    settings = turn.world.settings
    town = settings.town_th if turn.language == "th" else settings.town_en
    who = turn.say("welcome.who", town=town)
    notice = turn.say("welcome.privacy")
    if settings.public_url:
        notice += "\n" + turn.say(
            "welcome.privacy_link", url=f"{settings.public_url}/privacy"
        )
    return (Outbound(who), Outbound(notice))
