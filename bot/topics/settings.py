"""What a resident may set: language, news, a second channel, being forgotten."""

from bot.topics import consent
from bot.turn import Reply, Turn
from content.outbound import Outbound


def pressed(turn: Turn) -> Reply:
    on = consent.is_on(turn)
    news = ("settings.news_off", "news:no") if on else ("settings.news_on", "news:yes")
    options = (
        turn.choice("settings.language", "lang"),
        turn.choice(*news),
        turn.choice("settings.join", "join"),
        turn.choice("settings.forget", "forget"),
        turn.choice("settings.back", "menu"),
    )
    text = turn.say("settings.title_on" if on else "settings.title_off")
    return Reply((Outbound(text, choices=options, numbered=True),))
