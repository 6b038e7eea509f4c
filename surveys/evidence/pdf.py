"""The pack on paper: typst draws what `layout` says, in the fonts it is given."""

import json
from pathlib import Path

import typst

from surveys.evidence import layout
from surveys.evidence.layout import SayDate
from surveys.evidence.pack import Pack

TEMPLATE = Path(__file__).parent / "pack.typ"


def render(pack: Pack, *, fonts: Path, say_date: SayDate) -> bytes:
    """The PDF. The same pack gives the same bytes: its only date is the pack's."""
    document = layout.document(pack, say_date)
    drawn = typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"pack": json.dumps(document, ensure_ascii=False)},
        font_paths=[fonts],
        ignore_system_fonts=True,
        timestamp=int(pack.made_at.timestamp()),
    )
    return bytes(drawn)
