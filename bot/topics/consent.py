"""What a resident agrees to and takes back: news, and being known at all."""

from api.store import consents, deliveries
from api.store.words import ConsentPurpose
from bot.topics import menu, survey
from bot.turn import Reply, Turn
from content.notice import NOTICE_VERSION
from content.outbound import Outbound

TOPIC = "news"
NEWS = ConsentPurpose.BROADCASTS


def news_question(turn: Turn) -> Outbound:
    return Outbound(
        turn.say("news.question"),
        choices=(
            turn.choice("news.yes", "news:yes"),
            turn.choice("news.no", "news:no"),
        ),
        numbered=True,
    )


def pressed(turn: Turn) -> Reply:
    match turn.press:
        case "news:yes":
            consents.give(
                turn.session,
                turn.resident.id,
                NEWS,
                version=NOTICE_VERSION,
                channel=turn.contact.channel,
                now=turn.now,
            )
            return menu.show(turn, turn.say("news.on"))
        case "news:no":
            _no_more_news(turn)
            return menu.show(turn, turn.say("news.off"))
        case _:
            return Reply((news_question(turn),), TOPIC)


def stopped(turn: Turn) -> Reply:
    """หยุด: in a survey it puts the survey aside, elsewhere it ends the news."""
    if turn.asked_by == survey.TOPIC:
        return survey.pause(turn)
    if turn.asked_by == survey.INTRODUCTION:
        return survey.put_off(turn)
    had = _no_more_news(turn)
    key = "news.stopped" if had else "news.was_off"
    return Reply((Outbound(turn.say(key)),))


def _no_more_news(turn: Turn) -> bool:
    """Effective at once, on every channel; whether there was news before."""
    deliveries.skip_unsubscribed(turn.session, turn.resident.id, turn.now)
    return consents.withdraw(turn.session, turn.resident.id, NEWS, turn.now)


def is_on(turn: Turn) -> bool:
    return consents.in_force(turn.session, turn.resident.id, NEWS) is not None


def forget_pressed(turn: Turn) -> Reply:
    if turn.press == "forget:yes":
        return Reply((Outbound(turn.say("forget.done")),), forget=True)
    if turn.press == "forget:no":
        return menu.show(turn, turn.say("forget.kept"))
    question = Outbound(
        turn.say("forget.question"),
        choices=(
            turn.choice("forget.yes", "forget:yes"),
            turn.choice("forget.no", "forget:no"),
        ),
        numbered=True,
    )
    return Reply((question,))
