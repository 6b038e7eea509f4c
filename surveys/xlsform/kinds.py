"""Reads the type of a row of the survey sheet, in every spelling XLSForm has had.

The spellings are those that pyxform 4 still reads (its `aliases.py` and
`question_type_dictionary.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveys.question import Kind


class Sort(StrEnum):
    """What a row of the survey sheet is to us."""

    QUESTION = "question"
    GROUP = "group"
    END = "end"
    CALCULATION = "calculation"
    METADATA = "metadata"  # what a device notes by itself
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Type:
    """What a type means to us; `reason` says why it is refused, or a note about it."""

    sort: Sort
    kind: Kind | None = None
    choices: str = ""
    """The list its choices are in."""
    other: bool = False
    """Whether an answer in own words may be added."""
    whole: bool = False
    """Whether a number is one without decimals."""
    bounds: tuple[int, int] | None = None
    repeats: bool = False
    """Whether it opens or ends a part that is asked again, which is refused."""
    reason: str = ""


_SELECT = re.compile(
    r"(?:add )?(?:q )?select(?P<how> one| multiple|1| all that apply)"
    r"(?: prompt)?(?: using| from)?"
)
_FILE = re.compile(
    r"select (?:one|multiple) from file\b.*|select (?:one )?external\b.*"
)
_BEGIN = re.compile(r"begin (?P<what>group|repeat|loop|lgroup|looped group)(?: .*)?")
_END = re.compile(r"end (?P<what>group|repeat|loop|lgroup|looped group)")

_ASKED: Mapping[Kind, str] = {
    Kind.OPEN: "text, string, add text prompt, q string",
    Kind.DATE: "date, add date prompt, q date",
    Kind.PLACE: "geopoint, gps, location, add location prompt, q geopoint, q location",
    Kind.PHOTO: "image, photo, add image prompt, add photo prompt, q image, q picture",
    Kind.NOTE: "note, add note prompt, q note",
    Kind.CONSENT: "acknowledge, acknowledgement, trigger, add acknowledge prompt, "
    "q acknowledge",
}
_WHOLE = "integer, int, add integer prompt, q int"
_DECIMAL = "decimal, add decimal prompt, q decimal"
_COUNTS = {
    "percentage": (0, 100),
    "number of days in last month": (0, 31),
    "number of days in last six months": (0, 183),
    "number of days in last year": (0, 365),
}
_CALCULATIONS = "calculate, calculation, add calculate prompt, q calculate"
_METADATA = (
    "start, start time, get start time, end, end time, get end time, today, get today, "
    "deviceid, device id, get device id, imei, uri:deviceid, subscriberid, "
    "subscriber id, get subscriber id, uri:subscriberid, simserial, sim id, "
    "get sim id, uri:simserial, phonenumber, get phone number, uri:phonenumber, "
    "username, uri:username, email, uri:email, audit, start-geopoint"
)
_REFUSED = {
    "a text, a number or a photo can be sent in the chat, not this": (
        "audio, add audio prompt, q audio, background-audio, video, add video prompt, "
        "q video, file, add file prompt, barcode, add barcode prompt, q barcode"
    ),
    "a place is one point in the chat": "geotrace, geoshape, q geotrace, q geoshape, "
    "background-geopoint",
    "a time is not asked in the chat; ask for a date, or for a text": (
        "time, datetime, date time, add date time prompt, add datetime prompt, "
        "q date time, q datetime"
    ),
    "the chat holds nothing that is not shown": "hidden",
    "other files are not read": "xml-external, csv-external",
}


def _names(said: str) -> list[str]:
    return [name.strip() for name in said.split(",")]


_PLAIN: dict[str, Type] = {
    **{
        name: Type(Sort.QUESTION, kind)
        for kind, said in _ASKED.items()
        for name in _names(said)
    },
    **{name: Type(Sort.QUESTION, Kind.NUMBER, whole=True) for name in _names(_WHOLE)},
    **{name: Type(Sort.QUESTION, Kind.NUMBER) for name in _names(_DECIMAL)},
    **{
        name: Type(Sort.QUESTION, Kind.NUMBER, whole=True, bounds=bounds)
        for name, bounds in _COUNTS.items()
    },
    "range": Type(Sort.QUESTION, Kind.SCALE11),
    "phone number": Type(
        Sort.QUESTION,
        Kind.OPEN,
        reason="is asked as a text; that it is all digits is not looked at",
    ),
    **{name: Type(Sort.CALCULATION) for name in _names(_CALCULATIONS)},
    **{name: Type(Sort.METADATA) for name in _names(_METADATA)},
    **{
        name: Type(Sort.REFUSED, reason=reason)
        for reason, said in _REFUSED.items()
        for name in _names(said)
    },
}


def read(said: str) -> Type:
    """What the type cell says. One nobody knows is refused like the others."""
    words = said.split()
    # The name of a list keeps its capitals and underscores; all else loses them.
    plain = " ".join(words).casefold()
    spaced = plain.replace("_", " ")
    if spaced in _PLAIN:
        return _PLAIN[spaced]
    if _FILE.fullmatch(spaced) or spaced.startswith("cascading select"):
        return _refused("choices are read from the choices sheet only")
    if begun := _BEGIN.fullmatch(spaced):
        if begun["what"] == "group":
            return Type(Sort.GROUP)
        reason = "a chat asks each question once: nothing is repeated"
        return Type(Sort.REFUSED, repeats=True, reason=reason)
    if ended := _END.fullmatch(spaced):
        return Type(Sort.END, repeats=ended["what"] != "group")
    if spaced == "rank" or spaced.startswith("rank "):
        return _refused("ranking is not asked in the chat")
    if spaced == "osm" or spaced.startswith("osm "):
        return _refused("OpenStreetMap objects are not asked in the chat")
    if found := _select(words):
        return found
    if _SELECT.match(spaced):
        return _refused("names no list of choices, as in select_one LIST")
    return _refused("no such type is known")


def _select(words: list[str]) -> Type | None:
    """A choice of one or several, with the list that follows its command."""
    for count in range(min(len(words) - 1, 8), 0, -1):
        command = " ".join(words[:count]).replace("_", " ").casefold()
        rest = words[count:]
        tail = " ".join(rest[1:]).replace("_", " ").casefold()
        match = _SELECT.fullmatch(command)
        if match is None or tail not in ("", "or other", "or specify other"):
            continue
        one = match["how"] in (" one", "1")
        kind = Kind.SINGLE if one else Kind.MULTIPLE
        return Type(Sort.QUESTION, kind, choices=rest[0], other=bool(tail))
    return None


def _refused(reason: str) -> Type:
    return Type(Sort.REFUSED, reason=reason)
