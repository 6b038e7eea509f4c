"""A photograph keeps every pixel, and loses what its camera wrote beside it."""

import pytest
import typst
from hypothesis import assume, example, given
from hypothesis import strategies as st

from surveys import picture, picture_metadata
from tests.surveys.photographed import (
    EXIF,
    NAMES,
    SECRET,
    bare,
    chunk,
    exif,
    in_jpeg,
    in_png,
    in_webp,
    riff,
    segment,
    taken,
)
from tests.surveys.photographed import picture as picture_of

names = st.sampled_from(NAMES)
orientations = st.sampled_from([None, 0, *range(1, 9), 9, 0xFFFF])


def without(content):
    return picture_metadata.without(content, picture.media_type(content))


@given(names, orientations, st.booleans(), st.binary(max_size=30))
def test_what_is_left_is_the_picture_byte_for_byte_and_which_way_up_it_is(
    name, orientation, is_big, after
):
    turned = orientation if orientation in range(2, 9) else None
    content = taken(name, orientation, is_big=is_big, after=after)
    assert SECRET in content
    assert without(content) == bare(name, turned)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_without_metadata_stays_as_it_is(name):
    assert without(picture_of(name)) == picture_of(name)


@given(names, orientations)
def test_taking_it_off_twice_is_taking_it_off_once(name, orientation):
    once = without(taken(name, orientation))
    assert without(once) == once


def shown(folder, name, content):
    """As somebody sees it, turned as it says."""
    (folder / name).write_bytes(content)
    page = "#set page(width: auto, height: auto, margin: 0pt)\n"
    page += f'#image("{name}", width: 16pt)'
    (folder / "page.typ").write_text(page)
    return typst.compile(folder / "page.typ", format="png", ppi=72)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("orientation", [1, 6])
def test_it_looks_the_same_and_stands_the_same_way_up(tmp_path, name, orientation):
    content = taken(name, orientation, after=SECRET)
    before = shown(tmp_path, name, content)
    assert shown(tmp_path, name, without(content)) == before
    assert (before != shown(tmp_path, name, picture_of(name))) == (orientation == 6)


def test_what_its_colours_need_stays():
    profile = segment(0xE2, b"ICC_PROFILE\0\1\1colours")
    adobe = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
    content = in_jpeg(picture_of("baseline.jpg"), profile, adobe)
    assert without(content) == content
    names = (b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs")
    content = in_png(picture_of("plain.png"), *(chunk(n, b"1234") for n in names))
    assert without(content) == content


JPEGS = [name for name in NAMES if name.endswith(".jpg")]
# Frames, tables, scans: what T.81 has beside notes and what it reserves.
DRAWN = {*range(0xC0, 0xE0)} - {0xC8, 0xDE, 0xDF}
# Exif's has tests of its own.
TOLD = sorted({*range(0x02, 0xC0), *range(0xC0, 0xFF)} - DRAWN - {0xE1})


@given(st.sampled_from(JPEGS), st.sampled_from(TOLD), st.binary(max_size=20))
@example("baseline.jpg", 0xE0, b"JFXX\0")
@example("baseline.jpg", 0xE0, b"AVI1")
@example("baseline.jpg", 0xFD, b"")
def test_of_a_jpeg_nothing_stays_that_no_decoder_needs(name, code, begins):
    assume(not any(begins.startswith(each) for each in (b"JFIF\0", b"ICC", b"Adobe")))
    content = in_jpeg(picture_of(name), segment(code, begins + SECRET))
    assert without(content) == picture_of(name)


@pytest.mark.parametrize("name", JPEGS)
def test_the_small_picture_within_jfif_goes(name):
    """It may show what was cut off from the large one."""
    content = picture_of(name)
    jfif = segment(0xE0, content[6:18] + b"\2\5" + SECRET)
    assert without(content[:2] + jfif + content[20:]) == content


@given(names, orientations, st.data())
def test_a_file_that_was_cut_off_tells_nothing_either(name, orientation, data):
    content = taken(name, orientation, after=SECRET)
    left = data.draw(st.integers(12, len(content)))
    found = without(content[:left])
    assert b"SECRET" not in found
    assert picture.media_type(found) == picture.media_type(content)


@given(names, st.data())
def test_a_broken_file_is_still_a_picture_and_no_longer(name, data):
    content = bytearray(taken(name, 6))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(12, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    found = without(bytes(content))
    assert picture.media_type(found) == picture.media_type(bytes(content))
    assert len(found) <= len(content)


@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]), st.binary())
@example(b"\xff\xd8\xff", b"")
@example(b"\xff\xd8\xff", b"\xe1\0\2")
@example(b"\xff\xd8\xff", b"\0\0")
def test_whatever_follows_its_first_bytes_it_is_such_a_picture_or_none(begins, rest):
    found = without(begins + rest)
    assert found is None or found.startswith(begins)


def test_a_file_of_which_nothing_is_left_is_no_picture():
    assert without(b"\xff\xd8\xff\xe1\0\2") is None
    assert without(b"\xff\xd8" + segment(0xFE, SECRET)) is None


@given(st.binary(max_size=8), st.binary())
def test_whatever_follows_the_first_bytes_of_webp_breaks_nothing(size, rest):
    content = b"RIFF" + size.ljust(4, b"\xff")[:4] + b"WEBP" + rest
    assert picture.media_type(without(content)) == picture.WEBP


PARTS = {
    "scans": (b"\xff\xd8", b"\xff\xda\0\2"),
    "markers alone": (b"\xff\xd8", b"\xff\x01"),
    "segments that are kept": (b"\xff\xd8", b"\xff\xdb\0\2"),
    "segments that are not": (b"\xff\xd8", b"\xff\xfe\0\2"),
    "chunks that are kept": (b"\x89PNG\r\n\x1a\n", chunk(b"IDAT", b"")),
    "chunks that are not": (b"\x89PNG\r\n\x1a\n", chunk(b"tEXt", b"")),
    "webp's": (b"RIFF\xff\xff\xff\0WEBP", riff(b"VP8 ", b"")),
    "webp's that are not": (b"RIFF\xff\xff\xff\0WEBP", riff(b"odd ", b"")),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_file_of_more_parts_than_any_picture_has_is_none(name, monkeypatch):
    begins, part = PARTS[name]
    # What comes first makes it a picture, whatever becomes of the others.
    first = segment(0xE0, b"JFIF\0") if begins == b"\xff\xd8" else b""
    monkeypatch.setattr(picture_metadata, "MOST_PARTS", 100)
    within = 100 - bool(first)
    assert without(begins + first + part * within) is not None
    assert without(begins + first + part * (within + 1)) is None


def test_a_picture_has_no_more_than_ten_thousand_parts():
    assert picture_metadata.MOST_PARTS == 10_000


@pytest.mark.parametrize("name", NAMES)
def test_the_first_that_tells_which_way_up_it_is_is_believed(name):
    """Nobody looks through hundreds."""
    whole = {
        "jpg": lambda way: in_jpeg(picture_of(name), *(of_jpeg(w) for w in way)),
        "png": lambda way: in_png(
            picture_of(name), *(chunk(b"eXIf", exif(w)) for w in way)
        ),
        "webp": lambda way: in_webp(
            picture_of(name), *(riff(b"EXIF", exif(w)) for w in way), flags=8
        ),
    }[name.rpartition(".")[2]]
    assert without(whole([6, 3])) == bare(name, 6)
    assert without(whole([None, 3])) == bare(name, None)


def of_jpeg(way):
    return segment(0xE1, EXIF + exif(way))


@given(st.binary(max_size=60), st.integers(0, 200), st.integers(0, 255))
def test_of_odd_metadata_nothing_is_left_but_which_way_up(noise, place, value):
    content = bytearray(exif(6) + noise)
    content[min(place, len(content) - 1)] = value
    odd = segment(0xE1, EXIF + bytes(content))
    found = without(in_jpeg(picture_of("baseline.jpg"), odd))
    assert found in [bare("baseline.jpg", way) for way in (None, *range(2, 9))]
