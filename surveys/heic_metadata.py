"""A HEIC photograph without what its camera wrote beside it.

Everything in such a file is found by its place, so that nothing can be taken out: what
tells of place, time, device and owner is written over with zeros. Where it is not to be
found the whole picture is given up: it may be anywhere in it. Which way up the
picture is belongs to the picture itself here (ISO/IEC 23008-12, 6.5.10).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# Items that are no part of a picture: Exif, XMP and whatever else is text.
_EXIF = b"Exif"
_TELLING = {_EXIF, b"mime", b"uri "}
# Exif that says nothing, after the four bytes that say where it begins: zeros alone
# are none, and who shows the picture may stumble over them.
_NOTHING = bytes(4) + b"MM\0*" + bytes([0, 0, 0, 8]) + bytes(6)
# Boxes without which the picture is not to be seen: of the file, and of its list of
# items (ISO/IEC 14496-12, 8.11.1).
_KEPT = {b"ftyp", b"meta", b"mdat"}
_KEPT_WITHIN = {
    *(b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"grpl", b"dinf"),
    b"ipro",
}
_KEPT_OF_PROPERTIES = {b"ipco", b"ipma"}
# Properties without which a picture is not to be seen as it is (ISO/IEC 23008-12,
# 6.5; 23001-17): how it is coded, how large, in which colours, how cut and turned.
# Others are its name, what somebody wrote of it, when it was taken.
_PROPERTIES = {
    *(b"hvcC", b"lhvC", b"av1C", b"avcC", b"vvcC", b"evcC", b"jpgC", b"j2kH"),
    *(b"uncC", b"cmpd", b"cmpC", b"icef", b"cpal", b"cpat", b"cloc"),
    *(b"ispe", b"pixi", b"pasp", b"clap", b"irot", b"imir", b"iscl", b"rloc", b"auxC"),
    *(b"colr", b"clli", b"mdcv", b"cclv", b"amve"),
    *(b"lsel", b"a1op", b"a1lx", b"oinf", b"tols", b"rref"),
}
_IN_FILE, _IN_BOX = 0, 1
# Far more than any telephone writes: no file keeps us busy with its lists.
_MOST_BOXES, _LONGEST_LIST = 1000, 256 * 1024


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    name_at: int
    begin: int
    """Where its data begin."""
    end: int


class _Hidden(Exception):
    """Where what it tells stands in the file cannot be found out."""


class _Reader:
    """Numbers that follow upon each other."""

    def __init__(self, content: bytes, at: int) -> None:
        self.content, self.at = content, at

    def number(self, size: int) -> int:
        """Of so many bytes; 0 where the file has ended."""
        self.at += size
        return int.from_bytes(self.content[self.at - size : self.at])


def without(content: bytes) -> bytes | None:
    """The same picture; what else its file tells is zeros. None: where that stands is
    not to be found."""
    try:
        return _written_over(content)
    except _Hidden:
        return None


def _written_over(content: bytes) -> bytes:
    boxes = _all(content, 0, len(content))
    meta = _only(boxes, b"meta")
    within = _all(content, meta.begin + 4, meta.end)
    found = bytearray(content)
    left = len(found)
    for kind, begin, size in _told(content, within):
        # Parts that lie upon each other keep nobody busy.
        if begin > len(found) or size > left:
            raise _Hidden
        left -= size
        size = min(size, len(found) - begin)
        says = _NOTHING if kind == _EXIF and size >= len(_NOTHING) else b""
        found[begin : begin + size] = says.ljust(size, b"\0")
    # Films that telephones hang there, and notes of their makers.
    _keep(found, boxes, _KEPT, 0, len(found))
    _keep(found, within, _KEPT_WITHIN, meta.begin + 4, meta.end)
    if any(box.kind == b"iprp" for box in within):
        iprp = _only(within, b"iprp")
        parts = _all(content, iprp.begin, iprp.end)
        ipco = _only(parts, b"ipco")
        properties = _all(content, ipco.begin, ipco.end)
        _keep(found, parts, _KEPT_OF_PROPERTIES, iprp.begin, iprp.end)
        # Items name theirs by their place among all of them, `free` ones too.
        _keep(found, properties, _PROPERTIES, ipco.begin, ipco.end)
    return bytes(found)


def _keep(
    found: bytearray, boxes: list[_Box], kinds: set[bytes], begin: int, end: int
) -> None:
    """Of these boxes, all that there are from `begin` to `end`, those of these kinds;
    the others, and what is no box, are written over."""
    for box in boxes:
        if box.kind not in kinds:
            found[box.name_at : box.name_at + 4] = b"free"
            found[box.begin : box.end] = bytes(box.end - box.begin)
    rest = boxes[-1].end if boxes else begin
    found[rest:end] = bytes(end - rest)


def _all(content: bytes, begin: int, end: int) -> list[_Box]:
    boxes = list(islice(_boxes(content, begin, end), _MOST_BOXES + 1))
    if len(boxes) > _MOST_BOXES:
        raise _Hidden
    return boxes


def _only(boxes: list[_Box], kind: bytes) -> _Box:
    """Of two, nobody knows which one is read."""
    found = [box for box in boxes if box.kind == kind]
    if len(found) != 1:
        raise _Hidden
    return found[0]


def _boxes(content: bytes, begin: int, end: int) -> Iterator[_Box]:
    """ISO/IEC 14496-12, 4.2."""
    while begin + 8 <= end:
        size, name_at, data = int.from_bytes(content[begin : begin + 4]), begin + 4, 8
        if size == 1:
            size, data = int.from_bytes(content[begin + 8 : begin + 16]), 16
        upto = end if size == 0 else min(begin + size, end)
        if upto < begin + data:
            return
        yield _Box(content[name_at : name_at + 4], name_at, begin + data, upto)
        begin = upto


def _told(content: bytes, within: list[_Box]) -> Iterator[tuple[bytes, int, int]]:
    """What kind of item is no part of a picture, where it is in the file, its size."""
    iinf, iloc = _only(within, b"iinf"), _only(within, b"iloc")
    if max(iinf.end - iinf.begin, iloc.end - iloc.begin) > _LONGEST_LIST:
        raise _Hidden
    telling = dict(_telling(content, iinf))
    starts = {_IN_FILE: 0}
    if any(box.kind == b"idat" for box in within):
        starts[_IN_BOX] = _only(within, b"idat").begin
    placed = set()
    for item, method, begin, size in _places(content, iloc):
        if item not in telling:
            continue
        # A size of zero is that of all there is.
        if method not in starts or size == 0:
            raise _Hidden
        placed.add(item)
        yield telling[item], starts[method] + begin, size
    if placed != telling.keys():
        raise _Hidden


def _telling(content: bytes, iinf: _Box) -> Iterator[tuple[int, bytes]]:
    """Their numbers and kinds. ISO/IEC 14496-12, 8.11.6."""
    count_size = 4 if content[iinf.begin : iinf.begin + 1] > b"\0" else 2
    begin = iinf.begin + 4
    count, listed = int.from_bytes(content[begin : begin + count_size]), 0
    for box in _boxes(content, begin + count_size, iinf.end):
        version = content[box.begin : box.begin + 1]
        # Older ones do not say of what kind they are.
        if box.kind != b"infe" or version < b"\2":
            raise _Hidden
        listed += 1
        read = _Reader(content, box.begin + 4)
        item = read.number(4 if version >= b"\3" else 2)
        read.number(2)
        kind = content[read.at : read.at + 4]
        if kind in _TELLING:
            yield item, kind
    if listed != count:
        raise _Hidden


def _places(content: bytes, iloc: _Box) -> Iterator[tuple[int, int, int, int]]:
    """(item, from where its place is counted, its place, its size) of every part of
    every item. ISO/IEC 14496-12, 8.11.3."""
    read = _Reader(content, iloc.begin)
    version = read.number(1)
    read.number(3)
    sizes = read.number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version >= 2 else 2
    for _ in range(read.number(wide)):
        item = read.number(wide)
        method = read.number(2) & 15 if version else _IN_FILE
        read.number(2)
        first = read.number(base)
        for _ in range(read.number(2)):
            read.number(index if version else 0)
            begin = first + read.number(offset)
            size = read.number(length)
            if not length or read.at > iloc.end:
                raise _Hidden
            yield item, method, begin, size
        if read.at > iloc.end:
            raise _Hidden
