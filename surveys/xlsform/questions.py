"""Reads one row of the survey sheet that asks or tells something."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from surveys.question import SCALE11_POINTS, Kind
from surveys.rules import Rule
from surveys.xlsform import bounds, drafts, lines
from surveys.xlsform.bounds import Limits
from surveys.xlsform.choices import MEDIA, Listed, Lists
from surveys.xlsform.columns import PREFIX, Line
from surveys.xlsform.kinds import Type
from surveys.xlsform.lines import Context

Data = dict[str, Any]
MOST_DECIMALS = 6
# pyxform's own, for a range that says none.
RANGE = {"start": "1", "end": "10", "step": "1"}
FIVE = ["1", "2", "3", "4", "5"]
OTHER = "other"
_UNUSED = {
    "default": "is not filled in",
    "guidance_hint": "is not shown",
    "required_message": "is not said; our own words ask again",
}
_REFUSED = {
    "choice_filter": "choices that hang on an answer are not asked in the chat",
    "trigger": "nothing is worked out anew in the chat",
    "save_to": "entities are not kept here",
}


def kind_of(keys: list[str], labels: list[str]) -> Kind:
    """What a choice of one is by its choices: points of a scale, or no scale."""
    if keys == FIVE:
        return Kind.SCALE5
    points = list(SCALE11_POINTS)
    if keys == points and labels[1:-1] == points[1:-1]:
        return Kind.SCALE11
    return Kind.SINGLE


def read(
    context: Context, line: Line, type_: Type, key: str, lists: Lists
) -> tuple[list[Data], list[list[int]]]:
    """The question as a survey takes it, and the rows of its choices.

    With a second one behind it, where an answer may be given in other words.
    """
    data: Data = {"key": key, "kind": type_.kind}
    label = lines.text(context, line, "label")
    told: tuple[str, ...] = ("hint", "unit")
    if label is None and (label := lines.text(context, line, "hint")):
        context.note(line, "has no label; its hint is said instead")
        told = ("unit",)
    if label is None:
        if line.table.has("label"):
            context.wrong(line, "has no label")
        label = dict.fromkeys(context.spoken.languages, "?")
    data["text"] = label
    for name in told:
        if said := lines.text(context, line, name if name == "hint" else PREFIX + name):
            data[name] = said
    data["ask_if"] = lines.rule(context, line, "relevant")
    _read_ours(context, line, data)
    _tell_unused(context, line, type_)
    listed = _choices(context, line, type_, data, lists)
    if type_.kind is Kind.OPEN and _is_read_only(line):
        data["kind"] = Kind.NOTE
    if data["kind"] is not Kind.NOTE:
        _limit(context, line, type_, data)
    elif line.cell("constraint"):
        context.note(line, "constraint is not looked at: a note is not answered")
    rows = [each.row for each in listed]
    if type_.other and listed:
        rows = _with_other(context, data, rows)
        return [data, _in_own_words(context, data)], [rows, []]
    return [data], [rows]


def _read_ours(context: Context, line: Line, data: Data) -> None:
    told = data["kind"] is Kind.NOTE
    data["required"] = lines.yes(context, line, "required", default=told)
    data["identifying"] = lines.yes(
        context, line, PREFIX + "identifying", default=False
    )
    data["allow_skip"] = lines.yes(context, line, PREFIX + "skip", default=True)
    data["allow_dont_know"] = lines.yes(
        context, line, PREFIX + "dont_know", default=True
    )


def _tell_unused(context: Context, line: Line, type_: Type) -> None:
    for name, why in _UNUSED.items():
        if line.cell(name):
            context.note(line, f"{name} {why}")
    for name, why in _REFUSED.items():
        if line.cell(name):
            context.wrong(line, f"{name}: {why}")
    appearance = line.cell("appearance").casefold()
    if "search(" in appearance:
        context.wrong(line, "appearance: choices are not searched for in other files")
    elif appearance.startswith("ex:"):
        context.note(line, "appearance: no other app is opened; the answer is typed")
    if line.cell("calculation"):
        context.wrong(
            line, "calculation: what is asked is not worked out; use a calculate row"
        )
    if _is_read_only(line) and type_.kind not in (Kind.OPEN, Kind.NOTE):
        context.note(line, "read_only is not kept; the question is asked")
    if any(line.said(media) for media in MEDIA):
        context.note(line, "pictures and sounds are not shown")
    if "randomize" in line.cell("parameters"):
        context.note(line, "choices are not shuffled")
    if type_.reason:
        context.note(line, type_.reason)


def _is_read_only(line: Line) -> bool:
    return line.cell("read_only").casefold() in ("yes", "true", "true()")


def _choices(
    context: Context, line: Line, type_: Type, data: Data, lists: Lists
) -> list[Listed]:
    name = type_.choices or line.cell(PREFIX + "choices")
    if not name:
        return []
    if line.cell("choice_filter"):  # told already; its list need not stand as it is
        data["kind"] = Kind.OPEN
        return []
    if name not in lists:
        where = "in the choices sheet" if lists.table else "and no sheet named choices"
        context.wrong(line, f"there is no list {name} {where}")
        data["kind"] = Kind.OPEN  # so that rules still find the question
        return []
    listed = lists.get(name)
    data["choices"] = [each.data for each in listed]
    if not type_.choices:
        return listed
    said = line.cell(PREFIX + "kind").casefold()
    if said in (Kind.PLACE, Kind.SINGLE) and type_.kind is Kind.SINGLE:
        data["kind"] = Kind(said)
    elif said:
        context.wrong(line, f"{PREFIX}kind: {said!r} does not go with this type")
    elif type_.kind is Kind.SINGLE and not type_.other:
        _make_scale(data)
    return listed


def _make_scale(data: Data) -> None:
    choices = data["choices"]
    labels = [next(iter(each["label"].values())) for each in choices]
    data["kind"] = kind_of([each["key"] for each in choices], labels)
    if data["kind"] is Kind.SCALE11:
        data["low"], data["high"] = choices[0]["label"], choices[-1]["label"]
        del data["choices"]


def _limit(context: Context, line: Line, type_: Type, data: Data) -> None:
    """Bounds of a number, ends of a scale, and the rule for an answer."""
    number = type_.kind is Kind.NUMBER
    found = lines.limits(context, line, number=number, whole=type_.whole)
    if type_.kind is Kind.SCALE11:
        number = _read_range(context, line, data)
    elif number:
        if type_.bounds:
            found = Limits(*type_.bounds, found.rule)
        found = _with_bounds(context, line, found)
        data["decimals"] = 0 if type_.whole else _decimals(context, line)
        data["min"], data["max"] = found.min, found.max
    data["constraint"] = bounds.both([found.rule, data.pop("step", None)])
    message = lines.text(context, line, "constraint_message")
    if message and data["constraint"] is not None:
        data["constraint_message"] = message
    elif message and not line.cell("constraint"):
        context.note(line, "constraint_message is not said: there is no constraint")


def _with_bounds(context: Context, line: Line, found: Limits) -> Limits:
    filled = bounds.filled(found)
    if found.min is None or found.max is None:
        context.note(line, f"a number from {filled.min} to {filled.max} is taken")
    if filled.min is not None and filled.max is not None and filled.min > filled.max:
        context.wrong(line, "constraint: no number can be as it asks")
        return Limits(filled.max, filled.min, filled.rule)
    return filled


def _decimals(context: Context, line: Line) -> int:
    said = line.cell(PREFIX + "decimals")
    if not said:
        return MOST_DECIMALS
    if not re.fullmatch("[0-6]", said):
        context.wrong(line, f"{PREFIX}decimals: {said!r} is not a number from 0 to 6")
        return MOST_DECIMALS
    return int(said)


def _read_range(context: Context, line: Line, data: Data) -> bool:
    """Makes it a scale from 0 to 10, or a number; says whether it is a number."""
    said = dict(
        re.findall(r"([\w-]+)\s*=\s*([^\s,;]+)", line.cell("parameters").casefold())
    )
    try:
        start, end, step = (Decimal(said.get(name, RANGE[name])) for name in RANGE)
        if not all(map(Decimal.is_finite, (start, end, step))) or not step:
            raise InvalidOperation
    except InvalidOperation:
        context.wrong(line, "parameters: start, end and step are numbers, step not 0")
        start, end, step = Decimal(0), Decimal(10), Decimal(1)
    if (start, end, step) == (Decimal(0), Decimal(10), Decimal(1)):
        _name_ends(context, line, data)
        return False
    data["kind"] = Kind.NUMBER
    low, high = sorted((start, end))
    places = max(
        0, *(-int(each.normalize().as_tuple().exponent) for each in (low, step))
    )
    if places > MOST_DECIMALS:
        context.wrong(line, f"parameters: more than {MOST_DECIMALS} decimals")
        places = MOST_DECIMALS
    data |= {"min": _plain(low), "max": _plain(high), "decimals": places}
    data["step"] = _on_steps(_plain(low), step, places)
    return True


def _on_steps(low: int | float, step: Decimal, places: int) -> Rule:
    if abs(step) == Decimal(1).scaleb(-places):
        return None  # every number with so many decimals is on a step
    away: Rule = {"-": [bounds.SELF, low]}
    return {"==": [{"%": [away, _plain(abs(step))]}, 0]}


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _name_ends(context: Context, line: Line, data: Data) -> None:
    for name, ours in (("low", drafts.LOW), ("high", drafts.HIGH)):
        said = lines.text(context, line, PREFIX + name)
        if said is None:
            context.note(line, f"what the {name} end means is not said; we say it")
        data[name] = said or drafts.among(ours, context.spoken.languages)


def _with_other(context: Context, data: Data, rows: list[int]) -> list[int]:
    if any(each["key"] == OTHER for each in data["choices"]):
        return rows
    label = drafts.among(drafts.OTHER, context.spoken.languages)
    data["choices"] = [*data["choices"], {"key": OTHER, "label": label}]
    return [*rows, rows[-1]]


def _in_own_words(context: Context, data: Data) -> Data:
    """As pyxform names it: NAME_other."""
    asked: Rule = {"in": [OTHER, {"var": data["key"]}]}
    return {
        "key": f"{data['key']}_other",
        "kind": Kind.OPEN,
        "text": drafts.among(drafts.SPECIFY, context.spoken.languages),
        "ask_if": bounds.both([data["ask_if"], asked]),
        "required": False,
    }
