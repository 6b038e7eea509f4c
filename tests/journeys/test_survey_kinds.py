"""Every kind of question, as it is put and answered in the chat."""

from uuid import uuid4

import pytest

from tests.journeys.polls import question, scale
from tests.journeys.surveying import poll_town as poll_town

PICTURE = b"\xff\xd8\xff\xdb the canal today"
PLACES = ("วัดอ้อมน้อย", "ตลาดเก่า", "ริมคลอง")


def labels(resident):
    return [each.split(". ", 1)[-1] for each in resident.labels]


def test_from_nought_to_ten_with_a_button_for_each(poll_town):
    poll_town.asks(
        question(
            "trust",
            "scale11",
            "เชื่อข้อมูลเรื่องน้ำแค่ไหนคะ",
            low={"th": "ไม่เชื่อเลย"},
            high={"th": "เชื่อมาก"},
        ),
        scale("air", "อากาศวันนี้เป็นอย่างไรคะ"),
    )
    noi = poll_town.begins()
    said = noi.heard[-1].plain()
    assert "0 = ไม่เชื่อเลย\n10 = เชื่อมาก" in said
    assert noi.labels == [*map(str, range(11)), "ไม่ทราบ", "ข้ามข้อนี้"]
    noi.presses("8")
    assert poll_town.answers() == {"trust": 8}


@pytest.mark.parametrize(
    ("typed", "point"),
    [("8", 8), ("๑๐", 10), ("7/10", 7), ("ให้ 9 คะแนนค่ะ", 9), ("0", 0)],
)
def test_a_point_of_ten_is_typed_too(poll_town, typed, point):
    low, high = {"th": "ไม่เชื่อเลย"}, {"th": "เชื่อมาก"}
    poll_town.asks(question("trust", "scale11", "เชื่อแค่ไหนคะ", low=low, high=high))
    poll_town.begins().says(typed)
    assert poll_town.answers() == {"trust": point}


def test_laughter_is_no_point_of_ten(poll_town):
    low, high = {"th": "ไม่เชื่อเลย"}, {"th": "เชื่อมาก"}
    poll_town.asks(question("trust", "scale11", "เชื่อแค่ไหนคะ", low=low, high=high))
    poll_town.begins().says("555")
    assert poll_town.answers() == {}


def test_choices_that_are_numbers_have_no_other_numbers(poll_town):
    """ "1" is one child, and not the first of the answers."""
    labels = ("0", "1", "2", "3 คนขึ้นไป")
    poll_town.asks(question("kids", "single", "ที่บ้านมีเด็กกี่คนคะ", *labels))
    noi = poll_town.begins()
    assert "• 0\n• 1\n• 2\n• 3 คนขึ้นไป\n" in noi.heard[-1].plain() + "\n"
    assert "หน้าคำตอบ" not in noi.heard[-1].plain()
    assert noi.labels == [*labels, "ไม่ทราบ", "ข้ามข้อนี้"]
    assert "ยังไม่เข้าใจคำตอบ" in noi.says("ข้อ 1")
    noi.says("1")
    assert poll_town.answers() == {"kids": "b"}


def test_a_number_with_a_decimal_point(poll_town):
    poll_town.asks(
        question("km", "number", "บ้านห่างคลองกี่กิโลคะ", min=0, max=20, decimals=1)
    )
    noi = poll_town.begins()
    assert "มีจุดทศนิยมได้" in noi.heard[-1].text
    assert "ยังไม่เข้าใจคำตอบ" in noi.says("2.55")
    noi.says("2.5")
    assert poll_town.answers() == {"km": 2.5}


@pytest.mark.parametrize("typed", ["120", "๑๕๐ ปี", "อยู่มาร้อยยี่สิบปีแล้วค่ะ"])
def test_who_types_a_number_that_cannot_be_is_told_what_can(poll_town, typed):
    poll_town.asks(
        question("years", "number", "อยู่ที่นี่มากี่ปีคะ", min=0, max=100),
    )
    noi = poll_town.begins()
    said = noi.says(typed)
    assert said.startswith("ข้อนี้ตอบเป็นตัวเลข 0 ถึง 100 ค่ะ"), said
    assert "ข้อ 1 จาก 1" in said
    assert "ยังไม่เข้าใจคำตอบ" in noi.says("แดดร้อนจังค่ะ")
    assert poll_town.answers() == {}
    noi.says("๓๐")
    assert poll_town.answers() == {"years": 30}


def test_who_gives_more_than_ten_of_ten_is_told_what_can_be_given(poll_town):
    low, high = {"th": "ไม่เชื่อเลย"}, {"th": "เชื่อมาก"}
    poll_town.asks(question("trust", "scale11", "เชื่อแค่ไหนคะ", low=low, high=high))
    assert "ตัวเลข 0 ถึง 10 ค่ะ" in poll_town.begins().says("15")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 ม.ค. 2569", "2026-01-15"),
        ("๑๕/๑/๖๙", "2026-01-15"),
        ("วันนี้ค่ะ", "2026-11-24"),
        ("เมื่อวาน", "2026-11-23"),
    ],
)
def test_a_day_as_people_type_it(poll_town, typed, day):
    poll_town.asks(question("last", "date", "เจอน้ำเสียครั้งล่าสุดวันไหนคะ"))
    noi = poll_town.begins()
    assert "15 ม.ค. 2569" in noi.heard[-1].text
    noi.says(typed)
    assert poll_town.answers() == {"last": day}


def test_a_day_that_may_be_two_days_is_asked_again(poll_town):
    poll_town.asks(question("last", "date", "เกิดวันไหนคะ"))
    noi = poll_town.begins()
    said = noi.says("15/1/26")
    assert "ลองตอบแบบนี้นะคะ: 15 ม.ค. 2569" in said
    assert poll_town.answers() == {}
    assert "ข้อ 1 จาก 1" in said


def test_a_place_from_the_list_by_its_name_its_number_or_its_button(poll_town):
    poll_town.asks(
        *(question(f"p{n}", "place", "อยู่แถวไหนคะ", *PLACES) for n in range(3))
    )
    noi = poll_town.begins()
    assert "1. วัดอ้อมน้อย\n2. ตลาดเก่า\n3. ริมคลอง" in noi.heard[-1].text
    assert noi.heard[-1].wants == "location"
    noi.says("2")
    noi.says("ริมคลองค่ะ")
    noi.presses("วัดอ้อมน้อย")
    assert poll_town.answers() == {"p0": "b", "p1": "c", "p2": "a"}


def test_a_long_list_of_places_has_no_buttons_but_numbers(poll_town):
    places = [f"ชุมชน {letter}" for letter in "กขคงจฉชซญดตถ"]
    poll_town.asks(question("home", "place", "อยู่ชุมชนไหนคะ", *places))
    noi = poll_town.begins()
    assert "12. ชุมชน ถ" in noi.heard[-1].text
    assert "พิมพ์ตัวเลขหน้าคำตอบ\nหรือกด" in noi.heard[-1].text
    assert noi.labels == ["ไม่ทราบ", "ข้ามข้อนี้"]
    noi.says("12")
    assert poll_town.answers() == {"home": "l"}


def test_on_the_page_a_place_of_the_list_is_pressed_or_typed(poll_town):
    poll_town.asks(question("where", "place", "บ้านอยู่ที่ไหนคะ", "หมู่ 1", "หมู่ 2"))
    noi = poll_town.begins(channel="web")
    assert noi.heard[-1].text.endswith("กดปุ่มหรือพิมพ์ตัวเลขหน้าคำตอบ")
    noi.presses("หมู่ 2")
    assert poll_town.answers() == {"where": "b"}


def test_a_shared_location_is_kept_to_a_hundred_metres(poll_town):
    poll_town.asks(question("where", "place", "เจอน้ำเสียที่ไหนคะ"))
    noi = poll_town.begins()
    assert "ราว ๆ 100 เมตร" in noi.heard[-1].text
    noi.does("location", latitude=13.7012345, longitude=100.3198765)
    assert poll_town.answers() == {"where": "13.701,100.320"}


def test_a_place_that_is_typed_freely_is_kept_apart_like_other_words(poll_town):
    poll_town.asks(question("where", "place", "เจอน้ำเสียที่ไหนคะ"))
    noi = poll_town.begins(channel="web")
    assert "ส่งตำแหน่ง" not in noi.heard[-1].text
    noi.says("หลังวัดใหม่ ซอย 5")
    assert poll_town.answers() == {"where": "text"}
    assert poll_town.sealed("where") == "หลังวัดใหม่ ซอย 5"


def test_a_location_is_no_answer_to_another_question(poll_town):
    poll_town.asks(scale("air", "อากาศเป็นอย่างไรคะ"))
    noi = poll_town.begins()
    said = noi.does("location", latitude=13.7, longitude=100.3)
    assert "อ่านได้เฉพาะข้อความ" in said
    assert poll_town.answers() == {}
    noi.says("4")
    assert poll_town.answers() == {"air": 4}


def test_a_picture_is_kept_as_a_reference_apart(poll_town):
    poll_town.asks(question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"))
    noi = poll_town.begins()
    assert noi.heard[-1].wants == "photo"
    assert noi.labels == ["ข้ามข้อนี้"]
    assert "ข้อนี้ตอบด้วยรูปค่ะ" in noi.says("คลองเขียวมาก")
    noi.does("picture", picture="325708", message_id="325708")
    assert poll_town.answers() == {"photo": "photo"}
    assert poll_town.sealed("photo") == "325708"


@pytest.mark.parametrize(
    "said", ["ไม่มีรูปค่ะ", "ไม่มีค่ะ", "ไม่ได้ถ่ายไว้ค่ะ", "ส่งรูปไม่เป็น", "ถ่ายไม่เป็นค่ะ"]
)
def test_who_has_no_picture_leaves_it_out(poll_town, said):
    poll_town.asks(question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"))
    poll_town.begins().says(said)
    assert poll_town.answers() == {"photo": "skipped"}


def test_a_word_about_the_picture_is_not_that_there_is_none(poll_town):
    poll_town.asks(question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"))
    assert "ข้อนี้ตอบด้วยรูปค่ะ" in poll_town.begins().says("ไม่มีคนดูแลคลองเลย")
    assert poll_town.answers() == {}


def test_where_no_picture_can_be_sent_it_is_skipped(poll_town):
    poll_town.asks(question("photo", "photo", "มีรูปคลองไหมคะ", allow_skip=False))
    noi = poll_town.begins(channel="terminal")
    assert "หน้านี้ส่งรูปไม่ได้ค่ะ" in noi.heard[-1].text
    noi.presses("ข้ามข้อนี้")
    assert poll_town.answers() == {"photo": "skipped"}


def test_a_picture_from_the_town_s_page_goes_on_like_one_from_an_app(poll_town):
    """Two of one tap: the second is no answer to the question that follows."""
    poll_town.asks(
        question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"),
        question("why", "open", "เพราะอะไรคะ"),
    )
    noi = poll_town.begins(channel="web")
    assert noi.heard[-1].wants == "photo"
    assert noi.labels == ["ข้ามข้อนี้"]
    assert "ถ่ายรูปหรือเลือกรูป" in noi.heard[-1].text
    assert "ข้อนี้ตอบด้วยรูปค่ะ" in noi.says("คลองเขียวมาก")
    one, other = noi.brings(PICTURE), noi.brings(PICTURE)
    asked = noi.heard[-1].wants_for
    assert "เพราะอะไรคะ" in noi.does("picture", picture=one, picture_for=asked)
    assert "เลยไม่ได้เก็บรูป" in noi.does("picture", picture=other, picture_for=asked)
    assert "เพราะอะไรคะ" in noi.heard[-1].text
    assert poll_town.answers() == {"photo": "photo"}
    assert poll_town.sealed("photo") == one
    assert [str(each) for each in poll_town.pictures()] == [one]
    assert "ขอบคุณ" in noi.says("ไม่มีใครดูแล")


def test_a_picture_that_was_long_on_its_way_answers_no_other_question(poll_town):
    """Of a survey with two pictures, and the first answered meanwhile."""
    poll_town.asks(
        question("canal", "photo", "มีรูปคลองวันนี้ไหมคะ"),
        question("home", "photo", "แล้วรูปหน้าบ้านล่ะคะ"),
    )
    noi = poll_town.begins(channel="web")
    canal, late, home = (noi.brings(PICTURE) for _ in range(3))
    first = noi.heard[-1].wants_for
    assert "แล้วรูปหน้าบ้านล่ะคะ" in noi.does("picture", picture=canal, picture_for=first)
    second = noi.heard[-1].wants_for
    said = noi.does("picture", picture=late, picture_for=first)
    assert "รูปนี้ส่งมาสำหรับข้ออื่นค่ะ" in said
    assert "แล้วรูปหน้าบ้านล่ะคะ" in said
    assert (noi.heard[-1].wants, noi.heard[-1].wants_for) == ("photo", second)
    assert poll_town.answers() == {"canal": "photo"}
    noi.does("picture", picture=home, picture_for=second)
    assert poll_town.answers() == {"canal": "photo", "home": "photo"}
    assert {str(each) for each in poll_town.pictures()} == {canal, home}
    assert poll_town.sealed("home") == home


def test_a_picture_for_the_survey_of_another_is_no_answer_to_mine(poll_town):
    poll_town.asks(question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"))
    noi, lek = poll_town.begins(channel="web"), poll_town.begins(channel="web")
    asked = lek.heard[-1].wants_for
    one = noi.brings(PICTURE)
    assert "สำหรับข้ออื่น" in noi.does("picture", picture=one, picture_for=asked)
    assert poll_town.answers() == {}


@pytest.mark.parametrize("channel", ["line", "telegram"])
def test_an_app_has_no_way_to_tell_what_a_picture_is_for(poll_town, channel):
    """The one that is open is what it answers."""
    poll_town.asks(
        question("canal", "photo", "มีรูปคลองวันนี้ไหมคะ"),
        question("home", "photo", "แล้วรูปหน้าบ้านล่ะคะ"),
    )
    noi = poll_town.begins(channel=channel)
    assert (noi.heard[-1].wants, noi.heard[-1].wants_for) == ("photo", "")
    noi.does("picture", picture="325708", message_id="325708")
    noi.does("picture", picture="325709", message_id="325709")
    assert poll_town.answers() == {"canal": "photo", "home": "photo"}
    assert poll_town.sealed("home") == "325709"


def test_a_picture_from_the_town_s_page_that_is_gone_is_to_be_sent_again(poll_town):
    """Nobody keeps it there for us."""
    poll_town.asks(
        question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ"),
        question("why", "open", "เพราะอะไรคะ"),
    )
    noi, lek = poll_town.begins(channel="web"), poll_town.arrives(channel="web")
    for gone in (str(uuid4()), "325708", lek.brings(PICTURE)):
        said = noi.does("picture", picture=gone)
        assert "รบกวนส่งรูปอีกครั้งนะคะ" in said
        assert "มีรูปคลองวันนี้ไหมคะ" in said
    assert poll_town.answers() == {}
    one = noi.brings(PICTURE)
    assert "เพราะอะไรคะ" in noi.does("picture", picture=one)
    assert poll_town.answers() == {"photo": "photo"}
    assert one in [str(each) for each in poll_town.pictures()]


def test_several_are_ticked_one_by_one_and_the_ticks_are_seen(poll_town):
    options = ("กลิ่น", "เสียง", "ฝุ่น")
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", *options))
    noi = poll_town.begins(channel="telegram")
    noi.presses("กลิ่น")
    assert noi.labels[:3] == ["✓ 1. กลิ่น", "2. เสียง", "3. ฝุ่น"]
    noi.presses("ฝุ่น")
    noi.does("press", data=noi.heard[-1].choices[0].data)
    assert "เลือกไว้แล้ว: ฝุ่น" in noi.heard[-1].text
    noi.presses("เสียง")
    noi.presses("ครบแล้ว")
    assert poll_town.answers() == {"what": ["b", "c"]}


@pytest.mark.parametrize("channel", ["line", "telegram", "web"])
def test_a_double_tap_on_an_option_ticks_it_once(poll_town, channel):
    options = ("กลิ่น", "เสียง", "ฝุ่น")
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", *options))
    noi = poll_town.begins(channel=channel)
    ticks = noi.button("กลิ่น")
    noi.does("press", data=ticks)
    assert "เลือกไว้แล้ว: กลิ่น\n" in noi.does("press", data=ticks)
    takes_away = noi.heard[-1].choices[0].data
    noi.presses("ฝุ่น")
    noi.does("press", data=takes_away)
    assert "เลือกไว้แล้ว: ฝุ่น\n" in noi.does("press", data=takes_away)
    noi.presses("ครบแล้ว")
    assert poll_town.answers() == {"what": ["c"]}


@pytest.mark.parametrize("choice", ["-9", "9", "-", "--1", "x"])
def test_a_button_that_names_no_option_ticks_nothing(poll_town, choice):
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", "กลิ่น", "เสียง"))
    noi = poll_town.begins()
    data = noi.button("กลิ่น").removesuffix("0")
    assert "ปุ่มนี้" in noi.does("press", data=data + choice)
    assert poll_town.response().picked == []


@pytest.mark.parametrize("typed", ["1 3", "1,3", "กลิ่น ฝุ่น"])
def test_several_are_typed_by_their_numbers_or_words(poll_town, typed):
    options = ("กลิ่น", "เสียง", "ฝุ่น")
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", *options))
    poll_town.begins().says(typed)
    assert poll_town.answers() == {"what": ["a", "c"]}


def test_typed_one_after_another_and_ended_in_words(poll_town):
    options = ("กลิ่น", "เสียง", "ฝุ่น")
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", *options))
    noi = poll_town.begins()
    noi.presses("กลิ่น")
    assert "เลือกไว้แล้ว: กลิ่น, ฝุ่น" in noi.says("3")
    noi.says("ครบแล้ว")
    assert poll_town.answers() == {"what": ["a", "c"]}


def test_a_long_list_of_several_is_typed(poll_town):
    options = [f"ตัวเลือก {letter}" for letter in "กขคงจฉชซญดต"]
    poll_town.asks(question("what", "multiple", "เจออะไรบ้างคะ", *options))
    noi = poll_town.begins()
    assert "ตอบได้หลายข้อ เช่น 1,3" in noi.heard[-1].text
    assert noi.labels == ["ไม่ทราบ", "ข้ามข้อนี้"]
    noi.says("2 11")
    assert poll_town.answers() == {"what": ["b", "k"]}


def test_a_note_is_told_with_the_next_question_and_not_counted(poll_town):
    poll_town.asks(
        scale("air", "อากาศเป็นอย่างไรคะ"),
        question("note", "note", "ต่อไปเป็นเรื่องน้ำในคลองค่ะ"),
        scale("water", "น้ำเป็นอย่างไรคะ"),
    )
    noi = poll_town.begins()
    assert "ข้อ 1 จาก 2" in noi.heard[-1].text
    noi.says("4")
    assert [each.text.split("\n")[0] for each in noi.heard] == [
        "ต่อไปเป็นเรื่องน้ำในคลองค่ะ",
        "ข้อ 2 จาก 2 (เหลืออีก 1 ข้อ)",
    ]
    # Asked again, the note is not told again.
    assert "ต่อไปเป็นเรื่อง" not in noi.says("อืม")
    noi.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_a_note_at_the_end_is_told_with_the_thanks(poll_town):
    poll_town.asks(
        scale("air", "อากาศเป็นอย่างไรคะ"),
        question("note", "note", "แจ้งเรื่องด่วนได้ที่เทศบาลค่ะ"),
    )
    said = poll_town.begins().says("4")
    assert "แจ้งเรื่องด่วนได้ที่เทศบาลค่ะ" in said
    assert "ขอบคุณที่ช่วยตอบค่ะ" in said


def test_a_no_to_a_consent_that_is_needed_ends_it_and_keeps_nothing(poll_town):
    poll_town.asks(
        scale("air", "อากาศเป็นอย่างไรคะ"),
        question("agree", "consent", "ต่อไปถามเรื่องสุขภาพ ยินยอมไหมคะ"),
        scale("lungs", "หายใจเป็นอย่างไรคะ"),
    )
    noi = poll_town.begins()
    noi.says("4")
    assert labels(noi) == ["ยินยอม", "ไม่ยินยอม"]
    # Silence is no consent: it cannot be skipped.
    assert "ยินยอม / ไม่ยินยอม" in noi.says("ข้าม")
    said = noi.says("ไม่ยินยอมค่ะ")
    assert "ลบคำตอบที่ให้ไว้ทั้งหมดแล้ว" in said
    assert poll_town.answers() == {}
    assert poll_town.response().state == "declined"


def test_a_no_to_a_consent_that_is_not_needed_goes_on(poll_town):
    poll_town.asks(
        question("agree", "consent", "ขอถามเรื่องสุขภาพไหมคะ", required=False),
        scale(
            "lungs",
            "หายใจเป็นอย่างไรคะ",
            ask_if={"==": [{"var": "agree"}, "yes"]},
        ),
        scale("air", "อากาศเป็นอย่างไรคะ"),
    )
    noi = poll_town.begins()
    assert "อากาศเป็นอย่างไรคะ" in noi.presses("ไม่ยินยอม")
    noi.says("4")
    assert poll_town.answers() == {"agree": "no", "air": 4}
    assert poll_town.response().state == "complete"


def test_skipped_and_not_known_are_kept_apart_from_each_other(poll_town):
    poll_town.asks(
        scale("air", "อากาศเป็นอย่างไรคะ"),
        scale("water", "น้ำเป็นอย่างไรคะ"),
        scale("noise", "เสียงเป็นอย่างไรคะ", required=False),
    )
    noi = poll_town.begins()
    noi.says("ข้าม")
    noi.presses("ไม่ทราบ")
    assert poll_town.answers() == {"air": "skipped", "water": "dont_know"}
