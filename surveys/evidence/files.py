"""The files of the pack, and a list of their fingerprints that `sha256sum -c` reads."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from surveys.evidence import pdf, plain, workbook
from surveys.evidence.layout import SayDate
from surveys.evidence.pack import Pack

SUMS = "SHA256SUMS"


def render(pack: Pack, *, fonts: Path, say_date: SayDate) -> dict[str, bytes]:
    """Every file by its name, the same bytes from the same pack.

    Takes a core for seconds: nothing else may wait for it.
    """
    # The name goes where the file goes, and stands in the list of fingerprints.
    before = "draft-not-released-" if pack.draft else ""
    made = {
        "evidence.json": plain.as_json(pack),
        "evidence.pdf": pdf.render(pack, fonts=fonts, say_date=say_date),
        "evidence.xlsx": workbook.render(pack),
        "tables.csv": plain.as_csv(pack),
    }
    named = {f"{before}{name}": content for name, content in made.items()}
    return {**named, SUMS: sums(named)}


def sums(made: Mapping[str, bytes]) -> bytes:
    """A line for each file: its SHA-256, two spaces, its name."""
    lines = (
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(made.items())
    )
    return "".join(lines).encode()


def write(made: Mapping[str, bytes], folder: Path) -> None:
    """Puts the files into a folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
