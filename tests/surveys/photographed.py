"""Small pictures, and what a telephone writes beside them: for tests of taking it off.

The pictures are 16 by 8 pixels; no row and no column of them is like another.
"""

import zlib
from pathlib import Path
from struct import pack

FOLDER = Path(__file__).parent / "pictures"
NAMES = sorted(path.name for path in FOLDER.iterdir())
WIDTH, HEIGHT = 16, 8
SECRET = b"13.7042 N, 100.3156 E, SECRET"
EXIF = b"Exif\0\0"
ORIENTATION, MAKER = 0x0112, 0x010F


def picture(name):
    return (FOLDER / name).read_bytes()


def exif(orientation, *, is_big=True):
    """Who made the camera, maybe which way up it was held, and where it was."""
    end = ">" if is_big else "<"
    entries = [(MAKER, 2, len(SECRET), 100)]
    if orientation is not None:
        short = orientation << 16 if is_big else orientation
        entries.append((ORIENTATION, 3, 1, short))
    begins = (b"MM\0*" if is_big else b"II*\0") + pack(end + "I", 8)
    packed = b"".join(pack(end + "HHII", *each) for each in entries)
    first = begins + pack(end + "H", len(entries)) + packed + pack(end + "I", 0)
    return first.ljust(100, b"\0") + SECRET


def bare_exif(orientation):
    """That alone which says which way up it is."""
    entry = pack(">HHIHH", ORIENTATION, 3, 1, orientation, 0)
    return b"MM\0*" + pack(">IH", 8, 1) + entry + pack(">I", 0)


def segment(code, data):
    return pack(">BBH", 0xFF, code, 2 + len(data)) + data


def in_jpeg(content, *segments, after=b""):
    """With these behind its own first segment, and something after its end."""
    begin = 4 + int.from_bytes(content[4:6])
    return content[:begin] + b"".join(segments) + content[begin:] + after


def chunk(name, data):
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def in_png(content, *chunks, after=b""):
    begin = 8 + 25
    return content[:begin] + b"".join(chunks) + content[begin:] + after


def riff(name, data):
    return name + pack("<I", len(data)) + data + bytes(len(data) % 2)


def in_webp(content, *chunks, flags=0, after=b""):
    """With a header that says what it holds, and these behind the picture."""
    size = (WIDTH - 1).to_bytes(3, "little") + (HEIGHT - 1).to_bytes(3, "little")
    body = riff(b"VP8X", bytes([flags, 0, 0, 0]) + size) + content[12:]
    body = b"WEBP" + body + b"".join(chunks)
    return b"RIFF" + pack("<I", len(body)) + body + after


def taken(name, orientation, *, is_big=True, after=b""):
    """The picture as a telephone sends it."""
    content, told = picture(name), exif(orientation, is_big=is_big)
    match name.rpartition(".")[2]:
        case "jpg":
            notes = [
                (0xE1, EXIF + told),
                (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
                (0xE2, b"MPF\0" + SECRET),
                (0xED, b"Photoshop 3.0\0" + SECRET),
                (0xE0, b"JFXX\0" + SECRET),
                (0xE0, b"CIFF" + SECRET),
                (0xF7, SECRET),
                (0xEB, SECRET),
                (0xFE, SECRET),
            ]
            return in_jpeg(content, *(segment(*each) for each in notes), after=after)
        case "png":
            notes = [
                (b"eXIf", told),
                (b"tEXt", b"Author\0" + SECRET),
                (b"zTXt", b"Comment\0\0" + SECRET),
                (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
                (b"tIME", bytes(7)),
                (b"prVt", SECRET),
            ]
            return in_png(content, *(chunk(*each) for each in notes), after=after)
        case _:
            notes = [(b"EXIF", told), (b"XMP ", SECRET), (b"odd ", SECRET)]
            chunks = (riff(*each) for each in notes)
            return in_webp(content, *chunks, flags=0x0C, after=after)


def bare(name, orientation):
    """The same picture, which tells nothing but which way up it is."""
    content = picture(name)
    told = bare_exif(orientation) if orientation else None
    match name.rpartition(".")[2]:
        case "jpg":
            return in_jpeg(content, *([segment(0xE1, EXIF + told)] if told else []))
        case "png":
            return in_png(content, *([chunk(b"eXIf", told)] if told else []))
        case _:
            chunks = [riff(b"EXIF", told)] if told else []
            return in_webp(content, *chunks, flags=0x08 if told else 0)
