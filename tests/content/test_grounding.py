"""A reworded answer says nothing that its article does not say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import articles, grounding, messages
from content.grounding import Kind, unfounded

ARTICLE = (
    "แจ้งน้ำเสียที่ไหน\n"
    "ยื่นคำร้องที่เทศบาลภายใน 15 วัน เสียค่าธรรมเนียม 1,500 บาท เริ่ม 11 มี.ค. 2567 "
    "เจ็บป่วยฉุกเฉิน โทร 1669 น้ำเสีย โทร 034-123-456 ดูที่ https://www.example.go.th/water\n"
    "ไม่ต้องนำบัตรประชาชนมา ห้ามทิ้งขยะลงคลอง มีสามแห่ง ตั้งแต่ปี 2566"
)
FAITHFUL = "ยื่นคำร้องที่เทศบาลภายใน 15 วันค่ะ"


def kinds(reply: str, article: str = ARTICLE, *, rules: str = "") -> set[Kind]:
    return {finding.kind for finding in unfounded(reply, article, rules=rules)}


@pytest.mark.parametrize(
    "reply",
    [
        FAITHFUL,
        "ยื่นคำร้องที่เทศบาลภายใน ๑๕ วันนะคะ",
        "เสียค่าธรรมเนียม ๑๕๐๐ บาท ยื่นคำร้องที่เทศบาล",
        "ยื่นคำร้องที่เทศบาล เริ่ม 11 มีนาคม พ.ศ. 2567 ค่ะ",
        "ยื่นคำร้องที่เทศบาล เริ่ม 11 มีนาคม ค.ศ. 2024 ค่ะ",
        "ถ้าเจ็บป่วยฉุกเฉินให้ โทร 1669 นะคะ\nแจ้งน้ำเสีย โทร 034 123 456",
        "แจ้งน้ำเสีย ดูที่ https://www.example.go.th/water ยื่นคำร้องที่เทศบาล",
        "มี 3 แห่ง ยื่นคำร้องที่เทศบาลค่ะ",
    ],
)
def test_what_the_article_says_may_be_said(reply):
    assert unfounded(reply, ARTICLE) == ()


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        (Kind.NUMBER, "ยื่นคำร้องที่เทศบาลภายใน 30 วัน"),
        (Kind.NUMBER, "ยื่นคำร้องที่เทศบาลภายในสามสิบวัน"),
        (Kind.NUMBER, "ยื่นคำร้องที่เทศบาลภายในห้าวัน"),
        (Kind.NUMBER, "ยื่นคำร้องที่เทศบาลภายใน ၃၀ วัน"),
        (Kind.NUMBER, "เสียค่าธรรมเนียม 15 บาท ยื่นคำร้องที่เทศบาล"),
        (Kind.NUMBER, "ยื่นคำร้องที่เทศบาลน้ำเสีย โทร 1669"),
        (Kind.DATE, "ยื่นคำร้องที่เทศบาล เริ่ม 12 มี.ค. 2567"),
        (Kind.DATE, "ยื่นคำร้องที่เทศบาล เริ่ม 11 มี.ค. 2568"),
        (Kind.DATE, "ยื่นคำร้องที่เทศบาล เริ่ม 11/04/2567"),
        (Kind.DATE, "ยื่นคำร้องที่เทศบาล เริ่ม 11 March 2567 BE 2025-03-11"),
        (Kind.PHONE, "น้ำเสีย โทร 034-123-457 ยื่นคำร้องที่เทศบาล"),
        (Kind.PHONE, "น้ำเสีย โทร ๐ ๘ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ยื่นคำร้องที่เทศบาล"),
        (Kind.PHONE, "ยื่นคำร้องที่เทศบาลน้ำเสีย โทร 034-123-456-1669"),
        (Kind.LINK, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน https://www.example.go.th"),
        (Kind.LINK, "ยื่นคำร้องที่เทศบาล https://www.example.go.th.evil.com/water"),
        (Kind.LINK, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน evil.com"),
        (Kind.LINK, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน ไลน์ @ecohelp"),
        (Kind.LINK, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน javascript://x"),
        (Kind.WORD, "ยื่นคำร้องที่เทศบาลกับคุณสมชาย ใจดี"),
        (Kind.WORD, "ยื่นคำร้องที่เทศบาลกับ Somchai Jaidee"),
        (Kind.WORD, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน เอาสำเนาทะเบียนบ้านมา"),
        (Kind.TURNED, "ยื่นคำร้องที่เทศบาล ต้องนำบัตรประชาชนมา"),
        (Kind.TURNED, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน ไม่เสียค่าธรรมเนียม"),
        (Kind.TURNED, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน ทิ้งขยะลงคลอง"),
        (Kind.PROMISE, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน แล้วเราจะติดต่อกลับ"),
        (Kind.PROMISE, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน we guarantee it"),
        (Kind.LETTERS, "ยื่นคำร้องที่เทศบาลภายใน １５ วัน"),
        (Kind.LETTERS, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน\u202e"),
        (Kind.LETTERS, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน 0️⃣8️⃣1️⃣"),
        (Kind.LETTERS, "ยื่นคำร้องที่เทศบาลภายใน 15 วัน ехаmple"),
        (Kind.LONG, FAITHFUL * 20),
        (Kind.EMPTY, ""),
        (Kind.EMPTY, "ได้ค่ะ"),
        (Kind.EMPTY, "1669"),
    ],
)  # fmt: skip
def test_what_the_article_does_not_say_is_found(kind, reply):
    assert kind in kinds(reply)


def test_a_piece_of_the_instructions_is_found():
    rules = "You only choose or reword approved articles of the town. Never add."
    leak = "approved articles of the town"
    article = "town articles of the approved water"
    assert Kind.RULES in kinds(leak, article, rules=rules)
    assert Kind.RULES not in kinds(leak, leak, rules=rules)


def test_every_shipped_short_answer_is_faithful_to_its_own_article():
    said = messages.load()
    checked = 0
    for article in articles.load_all():
        if article.language == "my":
            continue
        short, full = (
            articles.card(article, said, full=full, municipality_phone="02 431 0000")
            for full in (False, True)
        )
        assert short.card is not None
        found = unfounded(short.card.body[: grounding.LONGEST], full.plain())
        # A sentence of three words is too little to be shown, and nothing else.
        assert {each.kind for each in found} <= {Kind.EMPTY}, article.slug
        checked += 1
    assert checked > 200


PLACES = st.sampled_from([at for at, c in enumerate(FAITHFUL) if c == " "])
DIGITS = {
    "arabic": "0123456789", "thai": "๐๑๒๓๔๕๖๗๘๙", "burmese": "၀၁၂၃၄၅၆၇၈၉",
    "wide": "０１２３４５６７８９",
}  # fmt: skip


def put(what: str, at: int) -> str:
    return f"{FAITHFUL[:at]} {what} {FAITHFUL[at:]}"


@settings(deadline=None, max_examples=300)
@given(
    st.integers(0, 10**12).filter(
        lambda n: str(n) not in {"15", "1500", "1669", "2567", "2566", "3", "11",
                                 "2024", "2023", "123", "456", "34"}
    ),
    st.sampled_from(sorted(DIGITS)),
    PLACES,
)  # fmt: skip
def test_any_number_put_in_is_found(number, script, at):
    written = str(number).translate(str.maketrans(DIGITS["arabic"], DIGITS[script]))
    assert kinds(put(written, at)) & {Kind.NUMBER, Kind.PHONE, Kind.LETTERS}


@settings(deadline=None, max_examples=300)
@given(
    st.text("0123456789", min_size=8, max_size=8),
    st.sampled_from(["{}{}-{}-{}", "0{}{} {} {}", "(0{}){} {}{}", "+66 {}{}.{}.{}"]),
    PLACES,
)
def test_any_phone_number_put_in_is_found(digits, form, at):
    phone = form.format(digits[:2], digits[2:4], digits[4:6], digits[6:])
    assert kinds(put(phone, at)) & {Kind.NUMBER, Kind.PHONE, Kind.DATE}


@settings(deadline=None, max_examples=300)
@given(
    st.from_regex(r"[a-z][a-z0-9-]{1,12}\.(com|net|go\.th|co|io)", fullmatch=True),
    st.sampled_from(["{}", "https://{}", "http://{}/a?b=1", "www.{}", "line.me@{}"]),
    PLACES,
)
def test_any_link_put_in_is_found(host, form, at):
    assert Kind.LINK in kinds(put(form.format(host), at))


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(["นาย", "คุณ", "ดร. ", "Mr. ", ""]),
    st.sampled_from(["สมชาย", "วิไลวรรณ", "ธนพล", "ประเสริฐ", "Somchai", "John", "May"]),
    st.sampled_from([" ใจดี", " แซ่ตั้ง", " รักไทย", " Smith", ""]),
    PLACES,
)  # fmt: skip
def test_any_name_put_in_is_found(title, name, family, at):
    # May and a number make a date.
    assert kinds(put(f"{title}{name}{family}", at)) & {Kind.WORD, Kind.DATE}


@settings(deadline=None, max_examples=500)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_an_error(text):
    unfounded(text, ARTICLE, rules=text)
    unfounded(FAITHFUL, text)
