"""A choice told by stories and facts, by an amount in them, and by what is left."""

import json

import pytest

from surveys.replies import brief
from surveys.replies.choices import ranged

NUISANCE = ("ปัญหาใดกวนบ้านท่านที่สุด", ("กลิ่น", "เสียง", "ฝุ่น", "น้ำเสีย"))
JOB = ("ท่านทำงานอะไร", ("รับจ้าง", "ค้าขาย", "โรงงาน", "เกษตร", "ราชการ"))
STATUS = ("สถานภาพของท่าน", ("โสด", "แต่งงาน", "หม้าย", "หย่าร้าง"))
PENALTY = ("ควรทำอย่างไรกับโรงงานนี้", ("เตือน", "ปรับ", "ปิดชั่วคราว", "ปิดถาวร"))
CARER = ("ใครพาท่านไปพบแพทย์", ("บุตรหลาน", "คู่สมรส", "เพื่อนบ้าน", "ไปคนเดียว"))
SHIFT = ("ท่านทำงานกะใด", ("เช้า", "บ่าย", "ดึก", "สลับกะ"))
WASTE = ("ขยะเปียกทำอย่างไร", ("ทิ้งถัง", "ทำปุ๋ย", "เลี้ยงสัตว์", "ฝัง"))
WHY_NOT = (
    "เหตุผลที่ไม่ร้องเรียน",
    ("กลัว", "ไม่รู้ช่องทาง", "ไม่มีเวลา", "ไม่ได้ผล"),
)
STAY = (
    "ท่านอยู่ที่นี่มานานเท่าใด",
    ("น้อยกว่า 1 ปี", "1-5 ปี", "6-10 ปี", "มากกว่า 10 ปี"),
)
INCOME = (
    "รายได้ต่อเดือนของท่าน",
    ("ไม่เกิน 10,000 บาท", "10,001-20,000 บาท", "20,001-30,000 บาท", "มากกว่า 30,000 บาท"),
)
AGE = ("ท่านอายุอยู่ในช่วงใด", ("ต่ำกว่า 20 ปี", "20-39 ปี", "40-59 ปี", "60 ปีขึ้นไป"))
DAY = ("วันใดสะดวก", ("จันทร์", "พุธ", "ศุกร์"))
PLACE = ("ควรสร้างที่ใด", ("ริมคลอง", "ข้างวัด", "หน้าตลาด"))


def _said(asked: tuple[str, tuple[str, ...]], reply: str) -> str | None:
    text, options = asked
    question = {"kind": "choice", "text": text, "options": list(options)}
    answer = brief.means(question, reply).get("answer")
    return None if answer is None else str(answer)


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (NUISANCE, "กลางคืนต้องเอาสำลีอุดหูนอน ปั๊มลมมันเดินทั้งคืน", "เสียง"),
        (NUISANCE, "ตากผ้าทีไรต้องซักใหม่ทุกที", "ฝุ่น"),
        (NUISANCE, "ปลาลอยตายเต็มเมื่อวันก่อน ฟองขาวฟอด", "น้ำเสีย"),
        (JOB, "เข็นส้มตำขายหน้าโรงเรียน", "ค้าขาย"),
        (JOB, "คุมเครื่องฉีดพลาสติกอยู่ในนิคม", "โรงงาน"),
        (JOB, "ใครเรียกไปตัดหญ้าก็ไป", "รับจ้าง"),
        (STATUS, "เขาไปมีเมียใหม่ เลยทางใครทางมัน", "หย่าร้าง"),
        (STATUS, "แฟนเสียตอนโควิด เลี้ยงลูกคนเดียวมา", "หม้าย"),
        (PENALTY, "ให้เขาแก้ให้เสร็จก่อนแล้วค่อยเดินเครื่องใหม่", "ปิดชั่วคราว"),
        (PENALTY, "โดนกระเป๋าฉีกสักสิบล้านเดี๋ยวก็เข็ด", "ปรับ"),
        (CARER, "ตาแก่ที่บ้านแกขี่มอไซค์พาไปทุกครั้ง", "คู่สมรส"),
        (CARER, "นั่งวินไปเอง ไม่พึ่งใคร", "ไปคนเดียว"),
        (SHIFT, "เดี๋ยวเช้าเดี๋ยวดึก เปลี่ยนทุกสองอาทิตย์", "สลับกะ"),
        (WASTE, "ขุดหลุมหลังบ้านกลบดินเอา", "ฝัง"),
        (WHY_NOT, "ไม่รู้จะไปบอกตรงไหน เบอร์อะไรก็ไม่มี", "ไม่รู้ช่องทาง"),
        (WHY_NOT, "บอกไปกี่รอบแล้วก็เงียบหาย", "ไม่ได้ผล"),
    ],
)
def test_a_story_tells_the_option_that_it_speaks_of(
    asked: tuple[str, tuple[str, ...]], reply: str, meant: str
) -> None:
    assert _said(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (NUISANCE, "เสียงพอทน ฝุ่นก็ชินแล้ว แต่พอโชยมาทีกินข้าวไม่ลง", "กลิ่น"),
        (PENALTY, "เตือนมาเป็นสิบรอบแล้ว รื้อโรงงานทิ้งไปเลย", "ปิดถาวร"),
    ],
)
def test_what_is_put_up_with_is_set_aside(
    asked: tuple[str, tuple[str, ...]], reply: str, meant: str
) -> None:
    assert _said(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        (NUISANCE, "หูจะแตกด้วย เช็ดโต๊ะไม่ทันด้วย"),
        (NUISANCE, "หนวกหูไหม"),
        (JOB, "เพื่อนขายส้มตำอยู่ตลาด"),
        (SHIFT, "เช้าหรือดึกดี"),
        (WASTE, "วันนี้ฝนตกหนัก"),
        (INCOME, "วันละ 400 ไม่แน่นอน"),
        (INCOME, "เป็นหนี้อยู่แสนนึง"),
        (AGE, "ลูก 20 แล้ว"),
        (AGE, "ออกเรือทีสิบห้าวัน"),
        (DAY, "จันทร์ไม่ว่าง"),
        (DAY, "จันทร์ก็ได้ พุธก็ได้ ศุกร์ก็ได้"),
        (PLACE, "ไม่เอาสักที่"),
    ],
)
def test_what_tells_of_two_of_others_or_of_nothing_is_asked_again(
    asked: tuple[str, tuple[str, ...]], reply: str
) -> None:
    assert _said(asked, reply) is None


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (STAY, "มาได้แปดเดือนเอง ยังหลงซอยอยู่", "น้อยกว่า 1 ปี"),
        (STAY, "ย้ายมาตอนน้ำท่วมใหญ่ ก็ราวเจ็ดแปดปีได้", "6-10 ปี"),
        (STAY, "ฉันเกิดที่นี่ โตที่นี่", "มากกว่า 10 ปี"),
        (STAY, "มาตอนอายุ 20 นี่ก็ 12 ปีแล้ว", "มากกว่า 10 ปี"),
        (INCOME, "ค่าเช่าก็ 3000 เข้าไปแล้ว ได้เดือนละหมื่นสอง", "10,001-20,000 บาท"),
        (INCOME, "วันละสี่ร้อย รวมโอทีแล้วตกหมื่นสองหมื่นสาม", "10,001-20,000 บาท"),
        (INCOME, "มีแค่เบี้ยคนชราหกร้อยนี่แหละ", "ไม่เกิน 10,000 บาท"),
        (AGE, "เจ็ดสิบห้าแล้วหลาน ผมขาวหมดหัว", "60 ปีขึ้นไป"),
        (AGE, "แต่งงานตอน 19 ตอนนี้ 36 ปี", "20-39 ปี"),
        (AGE, "สี่สิบกว่าแล้วจ้ะ", "40-59 ปี"),
    ],
)
def test_an_amount_in_a_story_tells_the_range(
    asked: tuple[str, tuple[str, ...]], reply: str, meant: str
) -> None:
    assert _said(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (DAY, "ไม่จันทร์ ไม่พุธนะ", "ศุกร์"),
        (DAY, "จันทร์ไม่ว่าง ศุกร์ก็ไม่ว่าง", "พุธ"),
        (PLACE, "สองอันแรกไม่เอา", "หน้าตลาด"),
        (("วันใดสะดวก", ("เสาร์", "อาทิตย์")), "เสาร์ไม่ว่าง อีกวันได้", "อาทิตย์"),
    ],
)
def test_the_only_option_that_is_not_set_aside_is_left(
    asked: tuple[str, tuple[str, ...]], reply: str, meant: str
) -> None:
    assert _said(asked, reply) == meant


@pytest.mark.parametrize(
    ("reply", "meant"),
    [("ก ไก่", "ริมคลอง"), ("ข. ไข่ ค่ะ", "ข้างวัด"), ("ค ควาย ครับ", "หน้าตลาด")],
)
def test_an_option_is_pointed_at_by_what_its_letter_is_called(
    reply: str, meant: str
) -> None:
    assert _said(PLACE, reply) == meant


def test_a_rank_is_no_place_among_the_options() -> None:
    asked = ("ควรแก้เรื่องใดก่อน", ("น้ำท่วม", "ขยะ", "ไฟถนน"))
    assert _said(asked, "ซอยมืดตื้อ หลอดขาดหมด ขอเรื่องนี้อันแรกเลย") == "ไฟถนน"
    assert _said(asked, "อันแรก") == "น้ำท่วม"


@pytest.mark.parametrize(
    ("reply", "meant"),
    [
        ("บ้านน้าผมเป็นไม้ทั้งหลัง", None),
        ("บ้านเพื่อนเป็นปูน", None),
        ("บ้านป้าเป็นปูน แต่บ้านผมไม้ทั้งหลัง", "ไม้"),
        ("บ้านผมเป็นปูน", "ปูน"),
    ],
)
def test_the_house_of_somebody_else_is_no_answer(reply: str, meant: str | None) -> None:
    asked = ("บ้านท่านทำด้วยอะไร", ("ไม้", "ปูน", "ครึ่งไม้ครึ่งปูน"))
    assert _said(asked, reply) == meant


def test_a_word_that_only_sounds_like_a_letter_of_the_list_is_no_choice() -> None:
    asked = ("ท่านซื้อน้ำดื่มที่ใด", ("ตลาด", "ห้าง", "รถเร่", "โรงน้ำ"))
    assert _said(asked, "ตอบข้อ ง ค่ะ") == "โรงน้ำ"
    assert _said(asked, "ของฮาลาล") is None


@pytest.mark.parametrize(
    ("reply", "is_told"),
    [("ตาเสียไปสามปีแล้ว", False), ("ปาเข้าไปหกสิบแปดปีแล้ว", True)],
)
def test_how_long_a_thing_has_lasted_is_no_age(reply: str, is_told: bool) -> None:
    text, options = AGE
    told = {"kind": "choice", "text": text, "options": list(options)}
    question, _ = brief.asked(json.dumps(told, ensure_ascii=False))
    assert (ranged.told(question, reply) is not None) is is_told
