"""What kind of picture some bytes are."""

import pytest

from surveys import picture


@pytest.mark.parametrize(
    ("begins", "media_type"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00", "image/heic"),
    ],
)
def test_a_photograph_is_known_by_how_it_begins(begins, media_type):
    assert picture.media_type(begins + bytes(100)) == media_type


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"<html><script>x()</script>",
        b"GIF89a" + bytes(20),
        b"%PDF-1.7" + bytes(20),
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00",
    ],
)
def test_anything_else_is_none(content):
    assert picture.media_type(content) is None
