"""Free questions: several at once, going on from before, thumbs, small talk."""

import json
from datetime import timedelta

import pytest

from api.store import asked, questions
from bot.turn import Kind
from content import articles
from tests.journeys.talk import begins


def kept(database):
    with database.read() as session:
        return [each.text for each in questions.list_(session).items]


def test_two_questions_in_one_message_are_answered_in_turn(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("เมืองนิเวศมีกี่ระดับ แล้ว 5 มิติมีอะไรบ้าง")
    assert said.index("5 ระดับ") < said.index("มิติ")
    assert said.count("ที่มา") == 2
    assert "เมนู" in noi.labels


def test_of_several_questions_the_unknown_ones_are_named_and_kept(arrive, database):
    noi = arrive()
    begins(noi)
    said = noi.says("1. รหัสไปรษณีย์อ้อมน้อย\n2. อ้อมน้อยมีประชากรกี่คน\n3. ค่าเก็บขยะกี่บาท")
    assert "74130" in said
    assert "53,821" in said
    assert "“ค่าเก็บขยะกี่บาท”" in said
    assert kept(database) == ["ค่าเก็บขยะกี่บาท"]


def test_a_story_with_a_question_in_it_stays_one_question(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("ที่บ้านเหม็นมากทุกคืน\nลูกก็ไอ แล้วต้องแจ้งใครคะ")
    assert said.startswith("ใช่เรื่องนี้ไหมคะ") or said.count("ที่มา") == 1


def test_and_what_about_goes_on_from_the_answer_before(arrive):
    noi = arrive()
    begins(noi)
    noi.says("เป้าหมายของสมุทรสาครต้องถึงระดับไหน ปีไหน")
    said = noi.says("แล้วปีหน้าล่ะ")
    assert "ใช่เรื่องนี้ไหมคะ" in said
    assert "เป้าหมาย" in said
    fresh = arrive()
    begins(fresh)
    assert "ยังไม่มีข้อมูลเรื่องนี้" in fresh.says("แล้วปีหน้าล่ะ")


def test_the_same_article_is_not_served_again_for_what_goes_on(arrive):
    noi = arrive()
    begins(noi)
    noi.says("อ้อมน้อยมีประชากรกี่คน")
    said = noi.says("แล้วพื้นที่ล่ะ")
    assert "ที่มา" not in said


def test_a_thumb_down_says_sorry_and_leaves_the_question_to_officers(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร")
    assert "ขอโทษค่ะที่ตอบไม่ตรง" in noi.presses("👎 ไม่ตรง")
    assert "คุยกับเจ้าหน้าที่" in noi.labels
    assert kept(database) == ["รหัสไปรษณีย์อ้อมน้อยคืออะไร"]


def test_thumbs_are_counted_by_week(arrive, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร")
    assert "ขอบคุณที่บอก" in noi.presses("👍 ตรงคำถาม")
    noi.says("บอลคืนนี้ใครชนะ")
    with database.read() as session:
        [week] = asked.weekly(session, clock(), clock.forward(seconds=1))
    assert (week.answered, week.unknown, week.thumbs_up, week.thumbs_down) == (
        1,
        1,
        1,
        0,
    )


def test_somebody_elses_thumb_counts_for_nothing(arrive, database, clock):
    noi, lek = arrive(), arrive()
    for each in (noi, lek):
        begins(each)
    noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร")
    lek.does(Kind.PRESS, data=noi.button("👎 ไม่ตรง"))
    assert kept(database) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ขอบคุณมากๆเลยค่ะน้องบอท", "ยินดีค่ะ"),
        ("5555+", "มีอะไรให้ช่วยอีก"),
        ("ไอ้บอทโง่", "ขอโทษที่ทำให้ไม่พอใจ"),
        ("สวัสดีครับ มีใครอยู่ไหม", "อยากทำอะไรต่อ"),
        ("ช่วยด้วยค่ะ", "199"),
    ],
)
def test_small_talk_gets_a_human_word_and_no_article(arrive, database, text, said):
    noi = arrive()
    begins(noi)
    answered = noi.says(text)
    assert said in answered
    assert "ที่มา" not in answered
    assert kept(database) == []


def test_anger_with_a_matter_in_it_is_heard_as_the_matter(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("โรงงานเหี้ยปล่อยน้ำเสียลงคลองอีกแล้ว แจ้งใครวะ")
    assert "ขอโทษที่ทำให้ไม่พอใจ" not in said


@pytest.mark.parametrize(
    "text",
    [
        "ก" * 5000,
        "โรงงานปล่อยน้ำเสีย " * 270,
        "🔥🏭😷",
        "โรงงาน factory စက်ရုံ 工厂 завод",
        "น้ำ\x00เสีย\x07\x1b[31m",
        "https://example.org/a?b=c",
        "0812345678",
        "1-2345-67890-12-3",
        "?",
        "...",
        "\u200b\u200b",
    ],
)
def test_whatever_is_typed_gets_a_fitting_reply(arrive, text):
    noi = arrive()
    begins(noi)
    said = noi.says(text)
    assert said
    assert "ขัดข้อง" not in said


def test_a_national_id_number_is_masked_before_anything_is_kept(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("เลขบัตร 1-2345-67890-12-3 เอาไปทำบัตรคนพิการที่ไหน")
    [text] = kept(database)
    assert "12-3" not in text
    with database.read() as session:
        rows = asked.recent(session, noi.contact.created_at, 10)
    assert "67890" not in json.dumps([row.text for row in rows])


def test_suggestions_left_alone_are_a_miss_and_the_question_is_kept(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("น้ำเสีย")
    assert "คุยกับเจ้าหน้าที่" in noi.labels
    said = noi.says("บอลคืนนี้ใครชนะ")
    assert "ให้เจ้าหน้าที่ช่วยดีไหม" in said  # the second miss in a row
    assert sorted(kept(database)) == ["น้ำเสีย", "บอลคืนนี้ใครชนะ"]


def test_a_chosen_suggestion_can_be_judged_and_is_remembered(arrive, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("น้ำเสีย")
    answered = noi.presses(noi.labels[1])
    assert "ที่มา" in answered
    noi.presses("👍 ตรงคำถาม")
    with database.read() as session:
        [row] = asked.recent(session, clock() - timedelta(days=1), 10)
    assert row.outcome == "suggest"
    assert row.helpful is True
    titles = {a.title: a.slug for a in articles.load_all()}
    assert row.slug == titles[answered.split("\n")[0]]


def test_a_near_question_beside_an_answered_one_gets_a_button(arrive, database):
    noi = arrive()
    begins(noi)
    said = noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร? น้ำเสียโรงงาน")
    assert "74130" in said
    assert len(noi.labels) >= 3
    assert kept(database) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("you are stupid", "ขอโทษที่ทำให้ไม่พอใจ"),
        ("ทำไมบอทโง่จัง", "ขอโทษที่ทำให้ไม่พอใจ"),
        ("กินข้าวยัง", "ระบบตอบอัตโนมัติ"),
        ("0812345678", "ขออย่าส่งข้อมูลส่วนตัว"),
        ("https://example.org/a?b=c", "ขออย่าส่งข้อมูลส่วนตัว"),
        ("-v86pdy[g0hksohkmuj", "พิมพ์สิ่งที่อยากบอก"),
        ("อยากคุยกับคน ไม่อยากคุยกับบอท", "พิมพ์สิ่งที่อยากบอก"),
        ("ยกเลิก", "ใช่เรื่องนี้ไหมคะ"),
    ],
)
def test_what_is_no_question_for_an_article_gets_none(arrive, text, said):
    noi = arrive()
    begins(noi)
    answered = noi.says(text)
    assert said in answered
    assert "ที่มา" not in answered


def test_a_telephone_number_beside_a_question_changes_no_answer(arrive):
    noi = arrive()
    begins(noi)
    plain = noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร")
    assert noi.says("รหัสไปรษณีย์อ้อมน้อยคืออะไร โทร 081-234-5678") == plain
    assert noi.says("บ้านเลขที่ 12/3 รหัสไปรษณีย์อ้อมน้อยคืออะไร") == plain
