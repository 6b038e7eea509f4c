"""A HEIC photograph is written over where its file tells of more than the picture."""

from pathlib import Path
from struct import pack

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


def test_behind_what_is_no_box_nothing_is_left():
    assert without(TAKEN + b"SECRET") == without(TAKEN) + bytes(6)
    assert without(TAKEN + bytes(3) + b"\7free SECRET") == without(TAKEN) + bytes(15)


@pytest.mark.parametrize("kind", [b"uuid", b"xml ", b"bxml"])
def test_what_its_list_of_items_holds_besides_is_written_over(kind):
    hangs = box(kind, b"in the list, SECRET")
    found = without(in_meta(hangs))
    assert b"SECRET" not in found
    assert box(b"free", bytes(19)) in found


def in_meta(more):
    """The picture, with this at the end of its list of items; its places move on."""
    at, size = TAKEN.index(b"meta") - 4, 481
    told = (size + len(more)).to_bytes(4) + TAKEN[at + 4 : at + size] + more
    for place in (0x205, 0x268, 0x2AA):
        told = told.replace(pack(">I", place), pack(">I", place + len(more)), 1)
    return TAKEN[:at] + told + TAKEN[at + size :]


def changed(before, after, nth=0):
    """The picture with this written over it, at the place where the nth stands."""
    at = -1
    for _ in range(nth + 1):
        at = TAKEN.index(before, at + 1)
    return TAKEN[:at] + after + TAKEN[at + len(after) :]


def placed(method):
    """The picture, with the place of its Exif counted from the file (0), from its list
    of items (1) or from another item (2)."""
    places = [(1, 0, 0x205, 0x63), (2, method, 0x268, 0x42), (3, 0, 0x2AA, 0x1D)]
    told = b"\1\0\0\0\x44\0\0\3" + b"".join(
        pack(">HHHHII", item, way, 0, 1, begin, size)
        for item, way, begin, size in places
    )
    at = TAKEN.index(b"iloc") + 4
    return TAKEN[:at] + told.ljust(62, b"\0") + TAKEN[at + 62 :]


def test_the_newer_list_of_places_is_read_as_well():
    found = without(placed(0))
    assert b"SECRET" not in found
    assert found[509:] == without(TAKEN)[509:]


EXIF_PLACE = pack(">I", 0x268)
LONG = box(b"meta", bytes(4) + box(b"iinf", bytes(300_000)) + box(b"iloc", bytes(8)))
HIDDEN = {
    "no list at all": TAKEN[:28] + TAKEN[509:],
    "no list of kinds": changed(b"iinf", b"iInf"),
    "no list of places": changed(b"iloc", b"iLoc"),
    "two lists of items": TAKEN + TAKEN[28:509],
    "two lists of kinds": in_meta(box(b"iinf", bytes(6))),
    "two lists of places": in_meta(box(b"iloc", bytes(8))),
    "fewer kinds than it says": changed(b"iinf\0\0\0\0\0\3", b"iinf\0\0\0\0\0\4"),
    "no kinds": changed(b"infe\2", b"infe\1", nth=1),
    "too long a list of kinds": TAKEN[:28] + LONG + TAKEN[509:],
    "no place": changed(b"\0\2\0\0" + EXIF_PLACE, b"\0\7"),
    "no length": changed(pack(">HII", 1, 0, 0x42), pack(">HII", 1, 0, 0)),
    "no lengths at all": changed(b"iloc\0\0\0\0\x44", b"iloc\0\0\0\0\x40"),
    "fewer places than kinds": changed(b"\x44\x40\0\3", b"\x44\x40\0\2"),
    "fewer places than it says": changed(b"\x44\x40\0\3", b"\x44\x40\0\x09"),
    "a place within the list, which has no data": placed(1),
    "a place within another item": placed(2),
    "a place outside": changed(EXIF_PLACE, b"\x7f\0\0\0"),
    "a length beyond all there is": changed(
        pack(">HII", 1, 0, 0x42), pack(">HII", 1, 0, 2**31)
    ),
    "too many boxes before it": TAKEN[:28] + box(b"free", b"") * 1000 + TAKEN[28:],
    "too many boxes behind it": TAKEN + box(b"free", b"") * 1000,
    "too many boxes within it": in_meta(box(b"free", b"") * 1000),
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN.keys())
def test_where_its_items_are_not_to_be_found_it_is_given_up(content):
    assert b"SECRET" in content
    assert without(content) is None


@given(st.integers(13, len(TAKEN)))
def test_cut_off_anywhere_it_tells_nothing(left):
    found = without(TAKEN[:left])
    assert found is None or (b"SEC" not in found and len(found) == left)


@given(st.data())
def test_a_broken_file_is_as_long_as_before_or_given_up(data):
    content = bytearray(TAKEN[: data.draw(st.integers(13, len(TAKEN)))])
    for _ in range(data.draw(st.integers(0, 5))):
        place = data.draw(st.integers(12, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    found = without(bytes(content))
    assert found is None or len(found) == len(content)


@given(st.integers(0, 2**32 - 1), st.binary(max_size=40))
def test_long_lists_keep_nobody_busy(count, rest):
    for version in (0, 1, 2):
        head = bytes([version, 0, 0, 0, 0x44, 0x40]) + count.to_bytes(4) + rest
        iinf = box(b"iinf", bytes(6))
        meta = box(b"meta", bytes(4) + iinf + box(b"iloc", head))
        content = TAKEN[:16] + meta
        found = without(content)
        assert found is None or len(found) == len(content)
