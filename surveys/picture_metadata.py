"""A photograph without what its camera wrote beside it: where, when and with what it
was taken, and by whom.

What makes the picture stays, byte for byte: nothing is decoded or compressed anew. Of
the rest only which way up it is stays, for without that it would lie on its side.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from struct import pack

from surveys import heic_metadata
from surveys.picture import HEIC, JPEG, PNG, WEBP

# A marker, with what stands before it; and the next that does not belong to a scan.
# https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1
_MARKER = re.compile(rb"\xff[^\x00\xff]")
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EOI, _SOS, _APP0, _APP1, _APP15, _COM = 0xD9, 0xDA, 0xE0, 0xE1, 0xEF, 0xFE
_ALONE = {0x01, *range(0xD0, 0xD9)}
_EXIF = b"Exif\0\0"
# The applications' segments without which the colours would be others.
_COLOURS = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_THUMBNAIL = b"JFXX\0"

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


def without(content: bytes, media_type: str) -> bytes | None:
    """The same picture without anything else that its file tells; None: what that is
    cannot be told from the picture.

    A broken file comes back as far as it can be read.
    """
    strip: dict[str, Callable[[bytes], bytes | None]]
    strip = {JPEG: _jpeg, PNG: _png, WEBP: _webp, HEIC: heic_metadata.without}
    return strip[media_type](content)


def _jpeg(content: bytes) -> bytes:
    return content[:2] + b"".join(_segments(content))


def _segments(content: bytes) -> Iterator[bytes]:
    """What is kept of it. Nothing comes after its end: telephones hang films there, and
    further pictures with what was written beside them."""
    at = 2
    while marker := _MARKER.search(content, at):
        begin, code = marker.start(), content[marker.start() + 1]
        if code in _ALONE or code == _EOI:
            at = begin + 2
        else:
            size = int.from_bytes(content[begin + 2 : begin + 4])
            at = begin + 2 + max(size, 2)
        yield _kept(code, content[begin:at])
        if code == _EOI:
            return
        if code == _SOS:
            after = _AFTER_SCAN.search(content, at)
            end = after.start() if after else len(content)
            yield content[at:end]
            at = end


def _kept(code: int, segment: bytes) -> bytes:
    data = segment[4:]
    if code == _APP1 and data.startswith(_EXIF):
        turned = _turned(data[len(_EXIF) :])
        if turned is None:
            return b""
        return pack(">BBH", 0xFF, _APP1, 2 + len(_EXIF + turned)) + _EXIF + turned
    if code == _APP0:
        return b"" if data.startswith(_THUMBNAIL) else segment
    if code == _COM or _APP0 < code <= _APP15:
        colours = _COLOURS.get(code)
        return segment if colours and data.startswith(colours) else b""
    return segment


def _png(content: bytes) -> bytes:
    kept, at = [content[:_PNG_BEGINS]], _PNG_BEGINS
    while at + 8 <= len(content):
        size, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        end = at + 12 + size
        if name == b"eXIf":
            turned = _turned(content[at + 8 : at + 8 + size])
            if turned is not None:
                kept.append(_png_chunk(name, turned))
        elif name in _PNG_KEPT or name[:1].isupper():
            kept.append(content[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(kept)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return pack(">I", len(data)) + checked + pack(">I", zlib.crc32(checked))


def _webp(content: bytes) -> bytes:
    end = 8 + int.from_bytes(content[4:8], "little")
    chunks, turned = _webp_chunks(content[_WEBP_BEGINS:end])
    kept = b"".join(chunks)
    if turned is not None:
        kept += b"EXIF" + pack("<I", len(turned)) + turned
    if kept.startswith(b"VP8X") and len(kept) > 8:
        flags = kept[8] & ~(_WEBP_EXIF | _WEBP_XMP)
        flags |= _WEBP_EXIF if turned is not None else 0
        kept = kept[:8] + bytes([flags]) + kept[9:]
    # Of a file that was cut off the size tells how much is missing.
    size = max(0, end - max(len(content), _WEBP_BEGINS)) + 4 + len(kept)
    return b"RIFF" + pack("<I", min(size, 0xFFFFFFFF)) + b"WEBP" + kept


def _webp_chunks(content: bytes) -> tuple[list[bytes], bytes | None]:
    """Those that are kept, and what says which way up it is."""
    kept, turned, at = [], None, 0
    while at + 8 <= len(content):
        name, size = content[at : at + 4], content[at + 4 : at + 8]
        begin = at + 8
        at = begin + int.from_bytes(size, "little")
        if name == b"EXIF" and turned is None:
            turned = _turned(content[begin:at].removeprefix(_EXIF))
        at += at % 2  # each begins at an even place
        if name in _WEBP_KEPT:
            kept.append(content[begin - 8 : at])
    return kept, turned


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
