"""A whole town at work and in trouble: nothing anybody said or owns is in its logs."""

import io
import json
import logging
import sys
from datetime import UTC, datetime
from functools import partial

import httpx2
import pytest
from sqlalchemy.exc import IntegrityError

from api.store import officers
from bot import conversation, logs
from bot.channels.line import LineChannel
from tests.api import given
from tests.conftest import KEYS
from tests.journeys.city import (
    LINE_SECRET,
    TELEGRAM_SECRET,
    OnLine,
    OnTelegram,
    OnTheWeb,
    running,
)
from tests.patience import PATIENCE_S, wait_for
from tests.platforms.faults import Fault

BREAKS = "ข้อความนี้ทำให้ระบบสะดุด"
LOST = "ข้อความนี้ตอบแล้วหายระหว่างทาง"
TEXTS = (
    "อ้อมน้อยอยู่ระดับไหน",
    "ลูกชายชื่อสมหมาย เรียนอยู่วัดนางสาว",
    "โทรกลับ 081-234-5678",
    "ท่อหน้าบ้านเลขที่ 99/1 ตันมาสามวัน",
    "ไฟไหม้โกดังข้างบ้าน",
    "คำตอบของฉันคือไม่ชอบเลย",
)


@pytest.fixture
def printed(monkeypatch, logs_as_before):
    """All that was printed so far, logging as `serve` does, at the level that tells
    most."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "stdout", stream)
    logs.configure("debug")
    return stream.getvalue


@pytest.fixture
def troubled(monkeypatch):
    """Errors whose messages quote what they were given, as databases' do."""
    respond, send = conversation.respond, LineChannel.send

    def breaks(turn):
        if turn.text == BREAKS:
            said = {"text": turn.text, "who": turn.inbound.address}
            raise IntegrityError("INSERT INTO …", said, Exception(said))
        return respond(turn)

    async def loses(channel, parcel):
        if "หายไปเลย" in parcel.body.decode():
            raise RuntimeError(parcel.body)
        await send(channel, parcel)

    monkeypatch.setattr(conversation, "respond", breaks)
    monkeypatch.setattr(LineChannel, "send", loses)


def talks(resident):
    resident.says("สวัสดีค่ะ")
    resident.says("ไทย")
    resident.says("ส่งมาเลย")
    for text in TEXTS[:2]:
        resident.says(text)
    resident.says("ตอบแบบสอบถาม")
    resident.says("ยินดีตอบ")
    for answer in ("เคย", TEXTS[5], "ข้าม", "หยุด"):
        resident.says(answer)
    for text in TEXTS[2:5]:
        resident.says("คุยกับเจ้าหน้าที่")
        resident.says(text)
        resident.says("กลับไปคุยกับบอต")


def forgets(resident):
    resident.says("ลบข้อมูลของฉัน")
    resident.says("1")


def struck(platform, endpoint, fault):
    return any(each.fault is fault for each in platform.calls(endpoint))


def events_of(output):
    return {
        json.loads(line)["event"] for line in output.splitlines() if line[:1] == "{"
    }


def test_no_id_name_text_or_secret_is_in_the_logs(
    database, tmp_path, printed, troubled
):
    now = datetime.now(UTC)
    password = f"{given.PASSWORD} of malee"
    hashed = officers.hash_password(password)
    with database.write() as session:
        officer = given.officer(session, "malee", now, password_hash=hashed)
        key = given.key(session, officer, now, "services:read")
    with running(database, data_dir=tmp_path) as city, OnTheWeb(city) as aunt:
        noi, joe = OnLine(city), OnTelegram(city)
        for resident in (noi, joe, aunt):
            talks(resident)
        for platform, endpoint, speaker, fault in (
            (city.telegram, "sendMessage", joe, Fault.error(502)),
            (city.line, "reply", noi, Fault.error(500)),
            (city.line, "reply", noi, Fault.drop_before_accept()),
        ):
            platform.fail(endpoint, fault, times=1)
            platform.say(speaker.address, TEXTS[0])
            wait_for(partial(struck, platform, endpoint, fault), "a fault")
        for resident in (noi, joe):
            resident.says(BREAKS)
            wait_for(lambda who=resident: "ขอโทษ" in str(who.has()), "an apology")
        city.line.say(noi.address, "หายไปเลย หายไปเลย")
        wait_for(lambda: "event_failed" in printed(), "a failure in the log")
        # A library that quotes what it was sent.
        try:
            raise ValueError(TEXTS[0])
        except ValueError:
            logging.getLogger("telegram.ext").exception(
                "%s of %s", TEXTS[1], joe.address
            )
        forgets(joe)
        with httpx2.Client(base_url=city.url, timeout=PATIENCE_S) as client:
            form = {"login": "malee", "password": password}
            origin = {"Origin": city.url}
            signed = client.post("/console/sign-in", data=form, headers=origin)
            assert signed.status_code == 303
            session_of = client.cookies.jar
            client.get("/console/cases")
            client.get("/api/v1/services/figures", headers=key)
        cookies = [each.value for each in (*session_of, *aunt._client.cookies.jar)]
        tokens = [
            each.body["replyToken"]
            for each in city.line.requests
            if each.endpoint == "reply" and each.body
        ]
        said = [*noi.has(), *joe.has()]
        secrets = [
            LINE_SECRET,
            TELEGRAM_SECRET,
            city.line.token,
            city.telegram.token,
            KEYS.derive("telegram webhook").hex(),
            password,
            key["Authorization"].removeprefix("Bearer "),
        ]
        owned = [noi.address, str(joe.address), *cookies, *tokens, *secrets]
    output = printed()
    assert {"event_failed", "library"} <= events_of(output)
    assert len(tokens) > 10
    assert len(cookies) == 2
    answers = [line for each in said for line in each.splitlines() if len(line) > 12]
    for each in (*TEXTS, BREAKS, *owned, *answers):
        assert each not in output
        # Nor as JSON writes what is not ASCII.
        assert json.dumps(each)[1:-1] not in output


def test_trouble_never_tells_what_an_error_says():
    try:
        raise KeyError(TEXTS[1])
    except KeyError as error:
        told = logs.trouble(error)
    assert told["reason"] == "KeyError"
    assert told["where"].startswith("test_logs.py:")
    assert TEXTS[1] not in str(told)


def test_a_library_is_heard_from_warnings_up(printed):
    for name in ("httpx", "telegram.ext", "somebody.else"):
        logging.getLogger(name).info("GET /bot%s/sendMessage", "100001:token")
        logging.getLogger(name).warning("GET /bot%s/sendMessage", "100001:token")
    output = printed()
    assert "100001" not in output
    lines = [json.loads(line) for line in output.splitlines()]
    heard = [line["logger"] for line in lines]
    assert heard == ["httpx", "telegram.ext", "somebody.else"]
