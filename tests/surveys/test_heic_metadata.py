"""A HEIC photograph is written over where its file tells of more than the picture."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import picture, picture_metadata

# 64 by 64 pixels, with a maker's name in its Exif, and XMP.
TAKEN = (Path(__file__).parent / "telephone.heic").read_bytes()
XMP = b"<x:xmpmeta>SECRET</x:xmpmeta>"
NOTHING = b"MM\0*\0\0\0\x08\0\0\0\0\0\0"


def without(content):
    return picture_metadata.without(content, picture.HEIC)


def exif():
    """The item as it stands in the file: where its data begin, and they."""
    begin = TAKEN.index(b"Exif\0\0MM") - 4
    return TAKEN[begin : TAKEN.index(XMP)]


def box(kind, data):
    return (8 + len(data)).to_bytes(4) + kind + data


def test_only_what_tells_of_more_is_written_over():
    told = exif()
    bare = TAKEN.replace(told, (bytes(4) + NOTHING).ljust(len(told), b"\0"))
    bare = bare.replace(XMP, bytes(len(XMP)))
    assert TAKEN.count(b"SECRET") == 2
    assert without(TAKEN) == bare
    assert without(bare) == bare


@pytest.mark.parametrize("kind", [b"mpvd", b"uuid", b"moov"])
def test_what_hangs_behind_the_picture_is_written_over(kind):
    hangs = box(kind, b"a film, SECRET")
    assert without(TAKEN + hangs) == without(TAKEN) + box(b"free", bytes(14))


def test_without_its_list_of_items_it_comes_back_as_it_is():
    plain = TAKEN[: TAKEN.index(b"meta") - 4]
    assert without(plain) == plain
    other = TAKEN.replace(b"iloc", b"iLoc")
    assert without(other) == other


@given(st.data())
def test_a_broken_file_is_as_long_as_before(data):
    content = bytearray(TAKEN[: data.draw(st.integers(13, len(TAKEN)))])
    for _ in range(data.draw(st.integers(0, 5))):
        place = data.draw(st.integers(12, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    assert len(without(bytes(content))) == len(content)


@given(st.integers(0, 2**32 - 1), st.binary(max_size=40))
def test_long_lists_keep_nobody_busy(count, rest):
    for version in (0, 1, 2):
        head = bytes([version, 0, 0, 0, 0x44, 0x40]) + count.to_bytes(4) + rest
        iinf = box(b"iinf", bytes(6))
        meta = box(b"meta", bytes(4) + iinf + box(b"iloc", head))
        content = TAKEN[:16] + meta
        assert len(without(content)) == len(content)
