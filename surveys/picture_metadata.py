"""A photograph without what its camera wrote beside it: where, when and with what it
was taken, and by whom.

What makes the picture stays, byte for byte: nothing is decoded or compressed anew. Of
the rest only which way up it is stays, for without that it would lie on its side.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from struct import pack
from typing import TypeVar

from surveys import heic_metadata, picture
from surveys.picture import HEIC, JPEG, PNG, WEBP

# A marker, with what stands before it; and the next that does not belong to a scan.
# https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1
_MARKER = re.compile(rb"\xff[^\x00\xff]")
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EOI, _SOS, _APP0, _APP1 = 0xD9, 0xDA, 0xE0, 0xE1
_ALONE = {0x01, *range(0xD0, 0xD9)}
# What a decoder needs: frames, their tables and scans. What is reserved for extensions
# (C8, F0 to FD) none needs to this day.
_PICTURE = {*range(0xC0, 0xD0), *range(0xD0, 0xDE)} - {0xC8} | {0x01}
_EXIF = b"Exif\0\0"
# The applications' segments without which the colours would be others.
_COLOURS = {_APP0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
# What JFIF says of the picture; a small one may follow, also of what was cut off.
# https://www.w3.org/Graphics/JPEG/jfif3.pdf, page 5
_JFIF_UPTO = 4 + 12

_PNG_BEGINS = 8
# Beside the critical ones, whose names begin with a capital letter.
# https://www.w3.org/TR/png-3/#11Ancillary-chunks
_PNG_KEPT = {
    *(b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"mDCV", b"cLLI"),
    *(b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"),
}

# https://developers.google.com/speed/webp/docs/riff_container
_WEBP_BEGINS = 12
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04

_ORIENTATION, _SHORT = 0x0112, 3

# Segments or chunks. A telephone writes some dozens, a program that cuts a large
# picture small some thousands.
MOST_PARTS = 10_000

Piece = bytes | memoryview
Part = TypeVar("Part")


class _NoPicture(ValueError):
    """No camera and no program wrote this."""


def without(content: bytes, media_type: str) -> bytes | None:
    """The same picture without anything else that its file tells; None: it is
    none, or what else it tells cannot be told from it.

    A broken file comes back as far as it can be read.
    """
    strip: dict[str, Callable[[bytes], bytes | None]]
    strip = {JPEG: _jpeg, PNG: _png, WEBP: _webp, HEIC: heic_metadata.without}
    try:
        found = strip[media_type](content)
    except _NoPicture:
        return None
    is_left = found is not None and picture.media_type(found) == media_type
    return found if is_left else None


def _few(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts of a file, which keep nobody busy."""
    for number, part in enumerate(parts):
        if number == MOST_PARTS:
            raise _NoPicture
        yield part


def _jpeg(content: bytes) -> bytes:
    view, kept, turned = memoryview(content), [], False
    for code, segment in _few(_segments(view)):
        if code != _APP1:
            kept.append(_kept(code, segment))
        elif segment[4:].tobytes().startswith(_EXIF) and not turned:
            turned = True
            kept.append(_way_up(segment[4 + len(_EXIF) :]))
    return b"".join([content[:2], *kept])


def _segments(content: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Each with its marker's code, a scan with what it begins with. Nothing comes after
    the end: telephones hang films there, and further pictures with what was written
    beside them."""
    at = 2
    while marker := _MARKER.search(content, at):
        begin, code = marker.start(), content[marker.start() + 1]
        if code in _ALONE or code == _EOI:
            at = begin + 2
        else:
            size = int.from_bytes(content[begin + 2 : begin + 4])
            at = begin + 2 + max(size, 2)
        if code == _SOS:
            after = _AFTER_SCAN.search(content, at)
            at = after.start() if after else len(content)
        yield code, content[begin:at]
        if code == _EOI:
            return


def _kept(code: int, segment: memoryview) -> Piece:
    """Of a segment other than Exif's: what the picture needs of it, or nothing."""
    if code in _PICTURE:
        return segment
    colours = _COLOURS.get(code)
    if not colours or not segment[4:16].tobytes().startswith(colours):
        return b""
    if code == _APP0 and len(segment) > _JFIF_UPTO + 2:
        data = segment[4:_JFIF_UPTO].tobytes() + bytes(2)
        return pack(">BBH", 0xFF, code, 2 + len(data)) + data
    return segment


def _way_up(exif: memoryview) -> bytes:
    turned = _turned(exif.tobytes())
    if turned is None:
        return b""
    return pack(">BBH", 0xFF, _APP1, 2 + len(_EXIF + turned)) + _EXIF + turned


def _png(content: bytes) -> bytes:
    kept: list[Piece] = [content[:_PNG_BEGINS]]
    is_turned = False
    for name, chunk in _few(_png_chunks(memoryview(content))):
        if name == b"eXIf":
            turned = None if is_turned else _turned(chunk[8:-4].tobytes())
            is_turned = True
            if turned is not None:
                kept.append(_png_chunk(name, turned))
        elif name in _PNG_KEPT or name[:1].isupper():
            kept.append(chunk)
    return b"".join(kept)


def _png_chunks(content: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    at, name = _PNG_BEGINS, b""
    while at + 8 <= len(content) and name != b"IEND":
        begin, size = at, int.from_bytes(content[at : at + 4])
        name, at = content[at + 4 : at + 8].tobytes(), at + 12 + size
        yield name, content[begin:at]


def _png_chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return pack(">I", len(data)) + checked + pack(">I", zlib.crc32(checked))


def _webp(content: bytes) -> bytes:
    end = 8 + int.from_bytes(content[4:8], "little")
    chunks = list(_few(_webp_chunks(memoryview(content)[_WEBP_BEGINS:end])))
    told = next((data for name, data, _ in chunks if name == b"EXIF"), b"")
    turned = _turned(bytes(told).removeprefix(_EXIF))
    kept: list[Piece] = [whole for name, _, whole in chunks if name in _WEBP_KEPT]
    if kept and kept[0][:4] == b"VP8X" and len(kept[0]) > 8:
        header = bytearray(kept[0])
        header[8] &= ~(_WEBP_EXIF | _WEBP_XMP)
        header[8] |= _WEBP_EXIF if turned is not None else 0
        kept[0] = bytes(header)
    if turned is not None:
        kept.append(b"EXIF" + pack("<I", len(turned)) + turned)
    # Of a file that was cut off the size tells how much is missing.
    size = max(0, end - max(len(content), _WEBP_BEGINS)) + 4 + sum(map(len, kept))
    return b"".join([b"RIFF", pack("<I", min(size, 0xFFFFFFFF)), b"WEBP", *kept])


def _webp_chunks(
    content: memoryview,
) -> Iterator[tuple[bytes, memoryview, memoryview]]:
    """The name of each, its data, and all of it."""
    at = 0
    while at + 8 <= len(content):
        name, size = content[at : at + 4].tobytes(), content[at + 4 : at + 8]
        begin, data = at, at + 8
        upto = data + int.from_bytes(size, "little")
        at = upto + upto % 2  # each begins at an even place
        yield name, content[data:upto], content[begin:at]


def _turned(exif: bytes) -> bytes | None:
    """Metadata that tell nothing but which way up the picture is; None: it lies as it
    is to be shown, or nobody knows."""
    orientation = _orientation(exif)
    if orientation is None:
        return None
    entry = pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\0*" + pack(">IH", 8, 1) + entry + pack(">I", 0)


def _orientation(exif: bytes) -> int | None:
    """As Exif tells it (CIPA DC-008, 4.6.5): 2 to 8; None: it is as it is shown."""
    if exif[:2] not in (b"II", b"MM"):
        return None

    def number(at: int, size: int) -> int:
        big = exif[:2] == b"MM"
        return int.from_bytes(exif[at : at + size], "big" if big else "little")

    first = number(4, 4)
    for at in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if at + 12 > len(exif):
            break
        if (number(at, 2), number(at + 2, 2)) == (_ORIENTATION, _SHORT):
            value = number(at + 8, 2)
            return value if 2 <= value <= 8 else None
    return None
