"""Two officers report to residents, on LINE, on Telegram and on the town's page."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import content
from api.store import broadcasts, officers
from bot.cli import app
from tests.api import given
from tests.journeys.city import OnLine, OnTelegram, OnTheWeb, running
from tests.patience import wait_for

REPORT = Path(content.__file__).parent / "reports" / "om-noi-2021-11.yaml"
ROOT = b"a root key for tests, no secret."
SLUG_LINE = "ระดับ 2"


class Office:
    """The officers, at the command line."""

    def __init__(self, database, *logins):
        self.database = database
        for login in logins:
            hashed = officers.hash_password(self.password(login))
            with database.write() as session:
                given.officer(session, login, datetime.now(UTC), password_hash=hashed)

    def password(self, login):
        return f"{given.PASSWORD} of {login}"

    def says(self, *words, as_=None):
        typed = ""
        if as_:
            words += ("--as", as_)
            if words[1] in ("propose", "approve"):
                words += ("--password-stdin",)
                typed = self.password(as_)
        result = CliRunner().invoke(app, list(words), input=typed)
        assert result.exit_code == 0, (words, result.output)
        return result.stdout

    def sends(self, *, author, approver):
        """From the long official news to every subscribed resident."""
        slug = self.says("report", "import", str(REPORT), as_=author).strip()
        self.says("report", "propose", slug, as_=author)
        self.says("report", "approve", slug, as_=approver)
        return slug

    def ledger(self):
        with self.database.read() as session:
            [sent] = broadcasts.list_(session).items
            return {
                (row.channel, row.state.value, row.reason): row.count
                for row in broadcasts.ledger(session, sent.id)
            }


@pytest.fixture
def office(database, tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", database.url)
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("ECOTOWN_SECRET_KEY", ROOT.hex())
    monkeypatch.setenv("ECOTOWN_BROADCAST_DELAY_S", "0")
    return Office(database, "malee", "somsak")


def subscribe(resident, *, language, yes):
    resident.says("สวัสดี")
    resident.says(language)
    resident.says(yes)


def test_a_report_reaches_everyone_subscribed_in_their_language(database, office):
    with running(database) as city, OnTheWeb(city) as aunt:
        noi, joe, silent = OnLine(city), OnTelegram(city), OnLine(city)
        subscribe(noi, language="ไทย", yes="ส่งมาเลย")
        subscribe(joe, language="English", yes="Yes, send it")
        subscribe(aunt, language="ไทย", yes="ส่งมาเลย")
        subscribe(silent, language="ไทย", yes="ไม่ต้องส่ง")
        heard_before = len(silent.has())

        slug = office.sends(author="malee", approver="somsak")

        on_line = wait_for(
            lambda: next((t for t in noi.has() if SLUG_LINE in t), ""), "LINE"
        )
        on_telegram = wait_for(
            lambda: next((t for t in joe.has() if "level 2" in t), ""), "Telegram"
        )
        on_web = wait_for(aunt.pulls, "the web page")
        for said in (on_line, on_web):
            assert "ปีงบประมาณ 2565" in said
            assert "16 พ.ย. 2564" in said
            assert "seangsakhononline.com" in said
        assert "fiscal year 2565" in on_telegram
        assert "16 Nov 2021" in on_telegram
        assert len(silent.has()) == heard_before

        aunt.says("ขอบคุณค่ะ")  # her page comes back: the report has arrived
        wait_for(
            lambda: (
                office.ledger()
                == {
                    ("line", "sent", None): 1,
                    ("telegram", "sent", None): 1,
                    ("web", "sent", None): 1,
                }
            ),
            f"the ledger: {office.ledger()}",
        )
        assert "ระดับ 2 จาก 5" in aunt.reads(f"/reports/{slug}")
        assert SLUG_LINE in noi.says("ความคืบหน้า")


def test_beyond_the_quota_it_is_parked_and_goes_free_with_the_next_message(
    database, office
):
    with running(database, line={"quota_limit": 2}) as city:
        people = [OnLine(city) for _ in range(5)]
        for each in people:
            subscribe(each, language="ไทย", yes="ส่งมาเลย")
        office.sends(author="malee", approver="somsak")
        wait_for(
            lambda: (
                office.ledger()
                == {("line", "sent", None): 2, ("line", "parked", "quota"): 3}
            ),
            "two sent, three parked",
        )
        assert city.line.quota_used == 2
        waiting = [one for one in people if not any(SLUG_LINE in t for t in one.has())]
        assert len(waiting) == 3
        said = waiting[0].says("ขอบคุณค่ะ")
        assert SLUG_LINE in said
        assert "ยินดีค่ะ" in said.splitlines()[-1]
        wait_for(
            lambda: office.ledger().get(("line", "sent", None)) == 3, "one more sent"
        )
        assert city.line.quota_used == 2


def test_who_stops_before_it_goes_is_not_sent_it(database, office):
    with running(database, line={"quota_limit": 0}) as city:
        noi = OnLine(city)
        subscribe(noi, language="ไทย", yes="ส่งมาเลย")
        office.sends(author="malee", approver="somsak")
        wait_for(lambda: ("line", "parked", "quota") in office.ledger(), "parked")
        assert "หยุดส่งข่าวให้แล้ว" in noi.says("หยุด")
        assert not any(SLUG_LINE in text for text in noi.has())
        assert office.ledger() == {("line", "skipped", "unsubscribed"): 1}


def test_an_officer_cannot_approve_their_own_report(database, office):
    slug = office.says("report", "import", str(REPORT), as_="malee").strip()
    office.says("report", "propose", slug, as_="malee")
    words = ["report", "approve", slug, "--as", "malee", "--password-stdin"]
    result = CliRunner().invoke(app, words, input=office.password("malee"))
    assert result.exit_code == 1
    assert "another officer" in result.output
