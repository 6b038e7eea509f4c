"""A HEIC photograph is written over where its file tells of more than the picture."""

from pathlib import Path
from struct import pack

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from surveys import heic_metadata, picture, picture_metadata

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


def bared(content):
    """The picture with its Exif and its XMP written over."""
    told = exif()
    content = content.replace(told, (bytes(4) + NOTHING).ljust(len(told), b"\0"))
    return content.replace(XMP, bytes(len(XMP)))


def test_only_what_tells_of_more_is_written_over():
    bare = bared(TAKEN)
    assert TAKEN.count(b"SECRET") == 2
    assert bare.count(b"SECRET") == 0
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
    told = moved(TAKEN[at + 4 : at + size], len(more)) + more
    return TAKEN[:at] + (size + len(more)).to_bytes(4) + told + TAKEN[at + size :]


def moved(told, by):
    """The places of its items so many bytes further; the last comes first, for what a
    place becomes may be what the next one was."""
    for place in (0x2AA, 0x268, 0x205):
        told = told.replace(pack(">I", place), pack(">I", place + by), 1)
    return told


def in_properties(*more, of=b"ipco"):
    """The picture, with these behind its four properties, or behind the list of which
    item has which of them (`iprp`)."""
    added = b"".join(more)
    told = moved(TAKEN, len(added))
    for kind in (b"meta", b"iprp", b"ipco")[: 3 if of == b"ipco" else 2]:
        at = told.index(kind) - 4
        size = int.from_bytes(told[at : at + 4]) + len(added)
        told = told[:at] + size.to_bytes(4) + told[at + 4 :]
    at = told.index(of) - 4
    end = at + int.from_bytes(TAKEN[at : at + 4])
    return told[:end] + added + told[end:]


def free(told):
    """A box of which nothing is left but its place."""
    return told[:4] + b"free" + bytes(len(told) - 8)


SEEN = [
    *(b"hvcC", b"av1C", b"avcC", b"vvcC", b"jpgC", b"uncC", b"cmpd", b"ispe", b"pixi"),
    *(b"pasp", b"clap", b"irot", b"imir", b"auxC", b"colr", b"rloc", b"clli", b"mdcv"),
    *(b"cclv", b"amve", b"lsel", b"a1op", b"a1lx", b"tols"),
]
NAMED = b"13.7 N, 100.3 E, SECRET"
properties = st.builds(box, st.sampled_from(SEEN), st.binary(max_size=20))
telling = st.builds(
    lambda kind, told: box(kind, told + NAMED),
    st.sampled_from([b"udes", b"crtt", b"mdft", b"altt", b"taic", b"uuid", b"free"]),
    st.binary(max_size=20),
)


@given(st.lists(properties | telling, max_size=6))
def test_of_its_properties_those_stay_that_show_it_each_in_its_place(more):
    bare = [each if each[4:8] in SEEN else free(each) for each in more]
    assert without(in_properties(*more)) == bared(in_properties(*bare))


@given(st.binary(min_size=4, max_size=4), st.sampled_from([b"ipco", b"iprp"]))
def test_a_property_that_nobody_knows_is_written_over(kind, of):
    assume(kind not in heic_metadata._PROPERTIES | {b"ipco", b"ipma"})
    told = box(kind, NAMED)
    assert without(in_properties(told, of=of)) == bared(
        in_properties(free(told), of=of)
    )


@pytest.mark.parametrize("of", [b"ipco", b"iprp", b"meta"])
def test_behind_what_is_no_property_nothing_is_left(of):
    junk = b"\0\0\0\3uuid" + NAMED
    hidden = in_meta(junk) if of == b"meta" else in_properties(junk, of=of)
    bare = bytes(len(junk))
    told = in_meta(bare) if of == b"meta" else in_properties(bare, of=of)
    assert without(hidden) == bared(told)


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
    "two lists of properties": in_meta(box(b"iprp", bytes(8))),
    "properties twice": in_properties(box(b"ipco", bytes(8)), of=b"iprp"),
    "too many properties": in_properties(box(b"free", b"") * 1000),
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
