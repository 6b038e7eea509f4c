"""What a resident agrees to and takes back: news, invitations to surveys, and being
known at all."""

from api.store import consents, deliveries, eligible, invitations
from api.store.words import ConsentPurpose
from bot.inviting import INVITED
from bot.topics import menu, survey
from bot.turn import Reply, Turn
from content.notice import NOTICE_VERSION
from content.outbound import Outbound

TOPIC = "news"
NEWS = ConsentPurpose.BROADCASTS
NEVER = "invited:never"


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
            return menu.show(turn, turn.say("news.on"), *menu.to_go_on(turn))
        case "news:no":
            _no_more_news(turn)
            return menu.show(turn, turn.say("news.off"), *menu.to_go_on(turn))
        case _:
            return Reply((news_question(turn),), TOPIC)


def invitations_pressed(turn: Turn) -> Reply:
    """`invited:never`: no invitation to any survey; `invited:again`: they may come."""
    if turn.press == "invited:again":
        refused = invitations.accept(turn.session, turn.resident.id, turn.now)
        if not refused and not _may_be_invited(turn):
            # Nothing is sent to whoever never agreed to be written to.
            return menu.show(turn, turn.say("invitation.not_agreed"))
        return menu.show(turn, turn.say("invitation.again_on"))
    return Reply((Outbound(turn.say(_no_more_invitations(turn))),))


def _no_more_invitations(turn: Turn) -> str:
    """Effective at once, on every channel; the key of what is said of it."""
    invitations.refuse(
        turn.session,
        turn.resident.id,
        version=NOTICE_VERSION,
        channel=turn.contact.channel,
        now=turn.now,
    )
    return "invitation.stopped_news_on" if is_on(turn) else "invitation.stopped"


def _may_be_invited(turn: Turn) -> bool:
    return any(
        consents.in_force(turn.session, turn.resident.id, purpose)
        for purpose in eligible.AGREED
    )


def stopped(turn: Turn) -> Reply:
    """หยุด: to an invitation it ends invitations, in a survey it puts the survey aside,
    elsewhere it ends the news."""
    if (turn.expects or {}).get(INVITED):
        return Reply((Outbound(turn.say(_no_more_invitations(turn))),))
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
