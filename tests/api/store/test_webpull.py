"""What the web page is handed by its cursor, on both kinds of database."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from api.store import deliveries, residents, webpull
from api.store.models import Broadcast, Delivery
from api.store.types import uuid7
from api.store.words import ContactState, DeliveryKind, DeliveryState
from content.outbound import Outbound
from tests.api import given as begin

PENDING, PARKED = DeliveryState.PENDING, DeliveryState.PARKED
SENDING, SENT = DeliveryState.SENDING, DeliveryState.SENT


def meet(database, clock, address="browser"):
    with database.write() as session:
        return residents.meet(
            session, channel="web", account="web", address=address, now=clock()
        )


def owe(database, clock, contact, text, state=PENDING):
    with database.write() as session:
        owed = deliveries.owe(
            session,
            contact,
            (Outbound(text=text),),
            kind=DeliveryKind.REPLY,
            now=clock(),
            language="th",
        )
        owed.state = state
    clock.forward(seconds=1)
    return owed


def pull(database, clock, contact, after):
    with database.write() as session:
        found = webpull.pull(session, contact, after, clock())
    return [(each.seq, each.messages[0].plain()) for each in found]


def news(database, clock, contact, after):
    with database.read() as session:
        return webpull.has_news(session, contact, after, clock())


def states(database):
    with database.read() as session:
        return list(
            session.exec(select(Delivery.state).order_by(col(Delivery.created_at)))
        )


def test_what_is_owed_is_handed_over_in_the_order_it_was_written(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "one")
    owe(database, clock, contact, "two", PARKED)
    assert pull(database, clock, contact, 0) == [(1, "one"), (2, "two")]
    assert states(database) == [SENDING, SENDING]


def test_only_the_next_cursor_says_that_it_arrived(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "one")
    owe(database, clock, contact, "two")
    pull(database, clock, contact, 0)
    # The answer was lost: the browser asks with the same cursor and gets the same.
    assert pull(database, clock, contact, 0) == [(1, "one"), (2, "two")]
    assert pull(database, clock, contact, 1) == [(2, "two")]
    assert states(database) == [SENT, SENDING]
    assert pull(database, clock, contact, 2) == []
    assert states(database) == [SENT, SENT]


def test_a_cursor_never_given_hides_nothing(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "one")
    assert pull(database, clock, contact, 999) == [(1, "one")]
    assert states(database) == [SENDING]


def test_the_whole_talk_is_given_again_to_a_page_that_begins_anew(database, clock):
    contact = meet(database, clock)
    for n in range(webpull.MOST + 5):
        owe(database, clock, contact, str(n))
    pull(database, clock, contact, 0)
    pull(database, clock, contact, webpull.MOST + 5)
    again = pull(database, clock, contact, 0)
    assert len(again) == webpull.MOST
    assert again[-1] == (webpull.MOST + 5, str(webpull.MOST + 4))
    assert set(states(database)) == {SENT}


def test_nobody_is_handed_what_belongs_to_another(database, clock):
    mine, theirs = meet(database, clock), meet(database, clock, "another")
    owe(database, clock, theirs, "secret")
    assert not news(database, clock, mine, 0)
    assert pull(database, clock, mine, 0) == []


def test_news_is_seen_without_being_taken(database, clock):
    contact = meet(database, clock)
    assert not news(database, clock, contact, 0)
    owe(database, clock, contact, "one")
    assert news(database, clock, contact, 0)
    assert states(database) == [PENDING]
    pull(database, clock, contact, 0)
    assert news(database, clock, contact, 0)
    assert not news(database, clock, contact, 1)


def test_what_is_not_due_yet_waits(database, clock):
    contact = meet(database, clock)
    owed = owe(database, clock, contact, "later")
    with database.write() as session:
        held = session.get_one(Delivery, owed.id)
        held.not_before = clock() + timedelta(minutes=5)
    assert not news(database, clock, contact, 0)
    assert pull(database, clock, contact, 0) == []
    clock.forward(minutes=5)
    assert pull(database, clock, contact, 0) == [(1, "later")]


def test_a_skipped_delivery_is_never_shown(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "taken back", DeliveryState.SKIPPED)
    assert pull(database, clock, contact, 0) == []


def test_a_goodbye_still_reaches_who_was_forgotten(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "goodbye")
    with database.write() as session:
        residents.find(
            session, channel="web", account="web", address="browser"
        ).state = ContactState.FORGOTTEN
    assert pull(database, clock, contact, 0) == [(1, "goodbye")]


def test_a_blocked_contact_gets_nothing(database, clock):
    contact = meet(database, clock)
    owe(database, clock, contact, "one")
    with database.write() as session:
        residents.block(session, contact.id)
    assert pull(database, clock, contact, 0) == []


def test_a_broadcast_says_its_reports_words_in_the_deliverys_language(database, clock):
    contact = meet(database, clock)
    with database.write() as session:
        author = begin.officer(session, "anna", clock())
        report = begin.report(session, author, clock())
        broadcast = Broadcast(
            report_id=report.id,
            content_sha256="x",
            author_id=author.id,
            proposed_at=clock(),
        )
        session.add(broadcast)
        session.flush()
        session.add(
            Delivery(
                contact_id=contact.id,
                channel="web",
                account="web",
                kind=DeliveryKind.BROADCAST,
                priority=1,
                broadcast_id=broadcast.id,
                language="en",
                created_at=clock(),
                not_before=clock(),
            )
        )
    with database.write() as session:
        found = webpull.pull(
            session, contact, 0, clock(), public_url="https://town.example"
        )
    (card,) = [message.card for message in found[0].messages]
    assert card.title == "Canal water checked"
    assert card.links[0].url == f"https://town.example/reports/{report.slug}"
    assert found[0].language == "en"


def test_a_delivery_whose_words_were_erased_is_left_out(database, clock):
    contact = meet(database, clock)
    owed = owe(database, clock, contact, "old")
    owe(database, clock, contact, "new")
    with database.write() as session:
        session.get_one(Delivery, owed.id).body_sealed = None
    assert [text for _, text in pull(database, clock, contact, 0)] == ["new"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.sampled_from(["owe", "poll", "lost"]), max_size=14))
def test_every_word_arrives_once_and_in_order_however_answers_get_lost(
    sqlite_database, clock, steps
):
    contact = meet(sqlite_database, clock, str(uuid7()))
    said, read, after = [], [], 0
    for step in [*steps, "poll"]:
        if step == "owe":
            said.append(str(len(said)))
            owe(sqlite_database, clock, contact, said[-1])
            continue
        answer = pull(sqlite_database, clock, contact, after)
        if step == "poll" and answer:
            read += [text for _, text in answer]
            after = answer[-1][0]
    assert read == said
