"""Danger is heard however it is typed, and everyday talk is not taken for it."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import articles, emergency, hearing
from content.emergency import Kind

SETS = Path(__file__).parents[1] / "sets"
DANGER = [
    json.loads(line)
    for line in (SETS / "emergencies.jsonl").read_text("utf-8").splitlines()
]
EVERYDAY = (SETS / "everyday.txt").read_text("utf-8").splitlines()
THAI_DANGER = [each["text"] for each in DANGER if not each["text"].isascii()]


def kind_of(text):
    found = emergency.match(text)
    return found.kind if found else None


def test_the_sets_are_as_large_as_they_say():
    assert len({each["text"] for each in DANGER}) == len(DANGER) >= 900
    assert len(set(EVERYDAY)) == len(EVERYDAY) >= 1300
    assert {each["kind"] for each in DANGER} == set(Kind)


@pytest.mark.parametrize("each", DANGER, ids=lambda each: each["text"])
def test_every_cry_for_help_is_heard(each):
    assert kind_of(each["text"]) is not None


def test_the_card_is_nearly_always_of_the_right_kind():
    wrong = [
        (each["text"], kind_of(each["text"]))
        for each in DANGER
        if kind_of(each["text"]) not in {each["kind"], *each.get("also", ())}
    ]
    assert len(wrong) / len(DANGER) <= 0.03, wrong


def test_everyday_talk_hardly_ever_raises_the_alarm():
    alarms = [text for text in EVERYDAY if kind_of(text)]
    assert len(alarms) / len(EVERYDAY) <= 0.02, alarms


def test_what_people_ask_the_town_hardly_ever_raises_the_alarm():
    asked = [
        line
        for article in articles.load_all()
        if article.topic != "safety"
        for line in article.asked_as
    ]
    alarms = [line for line in asked if kind_of(line)]
    assert len(alarms) / len(asked) <= 0.005, alarms


@given(st.sampled_from(THAI_DANGER), st.data())
def test_spaces_and_courtesy_do_not_hide_it(text, data):
    at = data.draw(st.integers(0, len(text)))
    typed = f"{text[:at]} {text[at:]}ครับๆ"
    assert kind_of(typed) is not None


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("สารเคมีรั่ว", Kind.CHEMICAL),
        ("สารเคทีรั่ว", Kind.CHEMICAL),  # one letter mistaken
        ("สารเคมรั่ว", Kind.CHEMICAL),  # one left out
        ("สารเคมีีรัว", Kind.CHEMICAL),  # a mark twice, a tone left out
        ("สารเคีมรั่ว", Kind.CHEMICAL),  # two swapped
        ("ambulannce", Kind.INJURY),
        ("ยุดหายใจ หยุดหายใจ", Kind.INJURY),
    ],
)
def test_one_slip_in_a_long_phrase_does_not_hide_it(typed, kind):
    assert kind_of(typed) == kind


@pytest.mark.parametrize(
    "text", ["กลิ่นเหม็น", "ไฟดับ", "มีโรงงานไหม", "โรงงานใหม่", "i was fired", "น้ำเน่า"]
)
def test_a_complaint_that_can_wait_is_no_emergency(text):
    assert emergency.match(text) is None


def test_a_question_about_the_past_is_a_question():
    assert kind_of("เคยมีไฟไหม้โรงงานแถวนี้ไหม") is None
    assert kind_of("ไม่เคยเห็นแบบนี้ ไฟไหม้ใหญ่มาก") is Kind.FIRE
    assert kind_of("เคยคิดฆ่าตัวตาย") is Kind.SELFHARM


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ซ้อมแผนไฟไหม้วันศุกร์", "ไม่ใช่ซ้อมแผน ไฟไหม้จริง ช่วยด้วย"),
        ("หนังเรื่องนี้ยิงกันสนุก", "ตอนนี้ยิงกันหน้าโรงหนัง"),
        ("กางเกงคับจนหายใจไม่ออก 555", "ยายหายใจไม่ออก"),
        ("tight jeans, i cannot breathe haha", "i cannot breathe"),
    ],
)
def test_what_is_said_lightly_or_of_elsewhere_is_no_danger(said, meant):
    assert kind_of(said) is None
    assert kind_of(meant) is not None


def test_words_that_may_mean_little_count_only_outside_a_question():
    assert kind_of("เด็กตกบันไดเลื่อนตรงนั้น") is Kind.INJURY
    assert kind_of("เพื่อนกินยาแล้วอ้วก") is Kind.INJURY
    assert kind_of("กินยาแล้วอ้วกปกติไหม") is None


def test_fumes_that_hurt_are_chemical_before_injury():
    """That card says to go upwind; the other would keep them there."""
    assert kind_of("หายใจไม่ออก") is Kind.INJURY
    assert kind_of("หายใจไม่ออก กลิ่นจากโรงงาน") is Kind.CHEMICAL
    assert kind_of("cannot breathe, smell from the factory") is Kind.CHEMICAL


def test_a_wish_to_die_comes_before_what_it_is_done_with():
    assert kind_of("อยากตาย กินยาฆ่าหญ้าไปแล้ว") is Kind.SELFHARM


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("waws,h", Kind.FIRE),
        ("waws,hช่วยด้วย", Kind.FIRE),
        ("ซ้อมแผน waws,h", None),  # a drill, though on another keyboard
        ("smell of rain", None),
    ],
)
def test_the_wrong_keyboard_does_not_hide_it(typed, kind):
    assert kind_of(typed) is kind


@given(st.text(max_size=60))
def test_any_text_can_be_heard(text):
    found = emergency.match(text)
    assert found is None or found.kind in Kind


def test_a_long_text_is_heard_in_time():
    # What this thread had of the processor: whoever else is busy does not count.
    began = time.thread_time()
    assert kind_of("เรื่องน้ำในคลอง " * 20 + "ไฟไหม้") is Kind.FIRE
    emergency.match("กลิ่นโรงงานสารเคมี" * 5000)
    assert time.thread_time() - began < 1


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (Kind.FIRE, ["199", "1669", "191"]),
        (Kind.CHEMICAL, ["199", "1669", "1650", "1784"]),
        (Kind.INJURY, ["1669", "199"]),
        (Kind.CRIME, ["191", "1669"]),
        (Kind.SELFHARM, ["1323", "1669"]),
    ],
)
@pytest.mark.parametrize("language", ["th", "en", "my", None])
def test_the_card_names_the_right_numbers_first(kind, numbers, language):
    card = emergency.card(kind, language, emergency.load_hotlines()).card
    assert [link.url for link in card.links] == [f"tel:{n}" for n in numbers]
    assert card.urgent
    assert card.title
    assert card.body


@pytest.mark.parametrize(
    ("language", "words"),
    [("th", "ไม่ได้"), ("en", "cannot send help"), ("my", "မစေလွှတ်နိုင်ပါ")],
)
@pytest.mark.parametrize("kind", list(Kind))
def test_the_card_says_that_we_cannot_send_help(kind, language, words):
    card = emergency.card(kind, language, emergency.load_hotlines()).card
    assert words in card.body


def test_the_towns_own_line_is_on_the_card_where_it_is_set():
    with_line = emergency.card(Kind.FIRE, "th", (), "02 431-0000").card
    assert with_line.links[0].url == "tel:024310000"
    assert emergency.card(Kind.FIRE, "th", ()).card.links == ()


def test_a_number_without_a_source_is_not_shown():
    known = [h for h in emergency.load_hotlines() if h.number != "1650"]
    card = emergency.card(Kind.CHEMICAL, "th", known).card
    assert "1650" not in "".join(link.url for link in card.links)


def test_every_number_on_a_card_is_a_hotline_with_source_and_date():
    known = {hotline.number: hotline for hotline in emergency.load_hotlines()}
    assert emergency.numbers() <= known.keys()
    assert not {"1564", "1567"} & known.keys()
    for hotline in known.values():
        assert hotline.sources
        assert hotline.what["th"]
        assert hotline.what["en"]


def test_a_number_not_checked_for_ninety_days_is_stale():
    known = emergency.load_hotlines()
    checked = known[0].checked_on
    assert checked == date(2026, 11, 23)
    assert emergency.stale(known, date(2027, 2, 21)) == ()
    assert "199" in emergency.stale(known, date(2027, 2, 22))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"199"', "199", "not a quoted number"),
        ("    what_th: a\n", "", "does not say what"),
        ("    sources: [s]\n", "", "has no source"),
        ("2026-11-23", "yesterday", "when it was checked"),
    ],
)
def test_a_hotline_that_lacks_something_is_refused(tmp_path, old, new, reason):
    good = (
        'hotlines:\n  - number: "199"\n    what_th: a\n    what_en: b\n'
        "    sources: [s]\n    checked_on: 2026-11-23\n"
    )
    path = tmp_path / "hotlines.yaml"
    path.write_text(good, encoding="utf-8")
    assert emergency.load_hotlines(path)[0].number == "199"
    path.write_text(good.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"hotlines\.yaml:2: .*{reason}"):
        emergency.load_hotlines(path)


def index(*words, everyday=False):
    return hearing.index({"it": words}, {}, slips=not everyday)


def heard(text):
    return hearing.hear(text, {})


@given(st.sampled_from(["สารเคมีรั่ว", "หายใจไม่ออก", "ambulance"]), st.data())
def test_a_long_word_is_heard_with_any_one_slip_after_its_beginning(word, data):
    at = data.draw(st.integers(hearing.FIXED + 1, len(word) - 1))
    slip = data.draw(st.sampled_from([word[at], "", "ก", "k"]))
    typed = word[:at] + slip + word[at + 1 :]
    assert "it" in hearing.find(index(word), heard(typed))


def test_a_short_word_is_heard_without_its_tone_but_with_no_slip():
    assert "it" in hearing.find(index("แก๊ส"), heard("แกส"))
    assert "it" not in hearing.find(index("แก๊ส"), heard("แบส"))


def test_a_word_that_counts_as_written_keeps_its_tone():
    assert "it" in hearing.find(index("=ไฟไหม"), heard("ไฟไหม"))
    assert "it" not in hearing.find(index("=ไฟไหม"), heard("ไฟไหม้"))
    assert "it" not in hearing.find(index("=ข่าว"), heard("ข้าว"))


def test_english_is_heard_in_whole_words_or_with_any_ending():
    assert "it" not in hearing.find(index("fire"), heard("fired"))
    assert "it" in hearing.find(index("leak*"), heard("leaking"))


def test_everyday_words_are_cut_out_the_longest_first():
    known = index("ไฟแรง", "คนไฟแรงดี", everyday=True)
    assert hearing.cut(known, heard("คนไฟแรงดีนะ")).sounds.startswith("|นะ")


def test_a_rule_may_only_name_cues_that_there_are():
    kinds = {"fire": {"sure": ["smoke"], "likely": (), "perhaps": ()}}
    with pytest.raises(ValueError, match="no cue"):
        list(emergency._rules(kinds, ["fire"]))


def test_the_rules_may_ask_for_an_order():
    rule = emergency._rule("a ~ b - c", emergency.Strength.SURE)
    assert emergency._holds(rule, {"a": [(0, 3)], "b": [(5, 8)]})
    assert not emergency._holds(rule, {"a": [(5, 8)], "b": [(0, 3)]})
    assert not emergency._holds(rule, {"a": [(0, 3)], "b": [(90, 93)]})
    assert not emergency._holds(rule, {"a": [(0, 3)], "b": [(5, 8)], "c": []})
