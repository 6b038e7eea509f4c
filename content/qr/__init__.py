"""A QR code with what it is written below it, to be printed: as SVG and as PNG."""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import segno
import typst

TEMPLATE = Path(__file__).parent / "card.typ"
FONTS = Path(__file__).parent.parent / "fonts"
# Modules left empty around the code, without which many telephones do not find it
# (ISO/IEC 18004).
QUIET = 4
# A code as wide as the words below it: 6 cm on paper, at 300 dots an inch.
WIDTH_MM = 60
PPI = 300


@dataclass(frozen=True)
class Caption:
    """What stands below the code: what it leads to, and where it was put up."""

    title: str
    place: str = ""
    address: str = ""
    """What may be typed by those who cannot scan."""


def svg(url: str) -> bytes:
    """The bare code with its quiet zone."""
    drawn = io.BytesIO()
    segno.make_qr(url, error="m").save(drawn, kind="svg", border=QUIET, light="white")
    return drawn.getvalue()


def card(url: str, caption: Caption, kind: Literal["svg", "png"]) -> bytes:
    """The code with its caption."""
    drawn = {
        "code": svg(url).decode(),
        "width": WIDTH_MM,
        "title": caption.title,
        "place": caption.place,
        "address": caption.address,
    }
    return bytes(
        typst.compile(
            TEMPLATE,
            format=kind,
            ppi=PPI,
            sys_inputs={"card": json.dumps(drawn)},
            font_paths=[FONTS],
            ignore_system_fonts=True,
        )
    )
