"""The words that mean a button, for those who type."""

from functools import cache
from pathlib import Path

import yaml

from content import person
from content.often import read_once

FILE = Path(__file__).parent / "commands.yaml"
PARTICLES = ("ครับ", "คับ", "ค่ะ", "คะ", "ค่า", "จ้า", "จ้ะ", "นะ", "หน่อย", "please")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙၀၁၂၃၄၅၆၇၈၉", "01234567890123456789")
ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060"))


@read_once
def plain(text: str) -> str:
    """The text as commands and labels are compared: no case, spaces, particles."""
    shorn = text.translate(ZERO_WIDTH).translate(DIGITS).casefold()
    shorn = "".join(shorn.split()).strip(".!?,;:()[]\"'")
    while True:
        for particle in PARTICLES:
            if shorn.endswith(particle) and shorn != particle:
                shorn = shorn.removesuffix(particle)
                break
        else:
            return shorn


@read_once
def find(text: str) -> str | None:
    """The press this whole text stands for; None when it is no command."""
    first = text.strip().split(maxsplit=1)[0] if text.strip() else ""
    if first.startswith("/"):
        # A platform's command may carry a payload: "/start abc".
        return _presses().get(plain(first))
    pressed = _presses().get(plain(text)) if len(text) <= 60 else None
    return pressed or ("person" if person.asks(text) else None)


@cache
def _presses() -> dict[str, str]:
    listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    presses: dict[str, str] = {}
    for press, words in listed.items():
        for word in words:
            if presses.setdefault(plain(str(word)), press) != press:
                raise ValueError(f"{FILE.name}: {word} means two things")
    return presses
