"""What speaks against an answer: numbers, places, moments, aspects it lacks."""

import pytest

from content import against, thai


def lacking(question, article):
    article = against.said(thai.normalise(article))
    return against.lacking(thai.normalise(question), article)


@pytest.mark.parametrize(
    ("question", "article", "named"),
    [
        ("ปี 2564", "เมื่อ 2021", ()),
        ("in 2021", "พ.ศ. 2564", ()),
        ("ปี 64", "16 พ.ย. 2564", ()),
        ("53,821 คน", "มี 53821 คน", ()),
        ("ระดับ 6", "ระดับ 1 ถึง 5", ("6",)),
        ("หมู่บ้านสี่สิบหลัง", "เกิน 100 หลัง", ("40",)),
        ("ทั้งยี่สิบด้าน", "มี 20 ด้าน", ()),
        ("pm2.5", "ฝุ่น", ()),
        ("วันนี้", "ดูวันนี้ได้", ()),
        ("วันนี้ฝุ่นเท่าไหร่", "ค่ามาตรฐานฝุ่น", ("วันนี้",)),
        ("chiang mai", "chiang rai", ("chiang mai",)),
        ("zip code for Sam Phran", "zip code of Om Noi", ("sam phran",)),
        ("จังหวัดเลย", "จังหวัด", ("จังหวัดเลย",)),
        ("ดีมากเลย", "ดี", ()),
    ],
)
def test_numbers_places_and_moments_are_looked_for(question, article, named):
    assert lacking(question, article).named == named


@pytest.mark.parametrize(
    ("question", "article", "aspects"),
    [
        ("ค่าธรรมเนียมกี่บาท", "ยื่นที่อำเภอ", ("price",)),
        ("ค่าธรรมเนียมกี่บาท", "เสียค่าธรรมเนียม 20 บาท", ()),
        ("how much is the fine", "report illegal dumping", ("penalty",)),
        ("fine particles", "fine dust", ()),
        ("เจ้าของโรงงานเป็นใคร", "โรงงานถูกปิด", ("owner",)),
        ("will they find out who reported", "report by app", ("secrecy",)),
        ("กลิ่นเหม็น", "กลิ่นจากโรงงาน", ()),
    ],
)
def test_what_is_wanted_of_a_subject_must_be_spoken_of(question, article, aspects):
    assert lacking(question, article).aspects == aspects
