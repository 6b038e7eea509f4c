"""The printed pack: which block stands where, from the first page to the glossary."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from surveys.evidence import blocks, layout_waves, phrases, words
from surveys.evidence.blocks import Block, Printed
from surveys.evidence.figure import Figure, present, why_not
from surveys.evidence.pack import Pack, Pending, WaveEvidence
from surveys.evidence.tables import label
from surveys.question import Text

SayDate = Callable[[date, str], str]
"""A day in words of a language; who calls knows the calendar."""


def document(pack: Pack, say_date: SayDate) -> dict[str, Any]:
    """Everything the template prints, as JSON can hold it."""
    made = pack.made_at.date()
    return {
        "title": pack.title.model_dump(exclude_none=True),
        "about": blocks.cell(pack.about),
        "status": blocks.cell(words.text(f"status.{pack.status}")),
        "made_up": blocks.cell(words.text("made_up")) if pack.made_up else None,
        "draft": words.text("not_released").model_dump(exclude_none=True)
        if pack.draft
        else None,
        "name": pack.name,
        "made_on": _day(made, say_date).model_dump(exclude_none=True),
        "date": [made.year, made.month, made.day],
        "contents": blocks.cell(words.text("part.contents")),
        "page": words.text("page", page="#", pages="#").say("th").split("#"),
        "front": _front(pack, say_date),
        "parts": [
            {"title": blocks.cell(words.text(f"part.{key}")), "blocks": found}
            for key, found in _parts(pack, say_date)
            if found
        ],
    }


def _front(pack: Pack, say_date: SayDate) -> list[Block]:
    """What is on the first page: what this is, and its figures in brief."""
    found = [
        blocks.facts(
            [
                ("name", pack.name),
                ("made_at", _day(pack.made_at.date(), say_date)),
                ("code_version", pack.code_version),
                ("status", words.text(f"status.{pack.status}")),
                ("responsible", phrases.known(pack.responsible, "not_said")),
                ("contact", phrases.known(pack.contact, "not_said")),
            ]
        )
    ]
    if pack.figures:
        found.append(blocks.heading(words.text("part.summary")))
        found += blocks.whiskers(_named(pack))
        found.append(blocks.para(words.text("figures.note"), "note"))
    return found


def _parts(pack: Pack, say_date: SayDate) -> Iterator[tuple[str, list[Block]]]:
    yield "limitations", _limitations(pack)
    yield (
        "method",
        _of_waves(
            pack, lambda wave: layout_waves.method(wave, lambda d: _day(d, say_date))
        ),
    )
    yield "outcomes", _of_waves(pack, layout_waves.outcomes)
    yield "removed", _of_waves(pack, layout_waves.removed)
    yield "coverage", _of_waves(pack, layout_waves.coverage)
    yield "weighting", _of_waves(pack, layout_waves.weighting)
    figures = [
        block
        for figure, name in _named(pack)
        for block in _figure(figure, name, say_date)
    ]
    none = "figures.none_released" if pack.pending else "figures.none"
    yield "figures", figures or [blocks.para(words.text(none))]
    yield "pending", _pending(pack)
    yield "answers", _of_waves(pack, layout_waves.answers)
    yield "questionnaire", _of_waves(pack, layout_waves.questionnaire)
    yield "rows", _rows(pack)
    yield "hashes", _hashes(pack, say_date)
    yield "glossary", _glossary()


def _limitations(pack: Pack) -> list[Block]:
    found = _of_waves(pack, layout_waves.limitations)
    if found and pack.tells_change:
        found.append(blocks.para(words.text("change.groups")))
    return found


def _of_waves(pack: Pack, of: Callable[[WaveEvidence], list[Block]]) -> list[Block]:
    """The part of each wave; with more than one, each under its own heading."""
    if len(pack.waves) == 1:
        return of(pack.waves[0])
    return [
        block
        for wave in pack.waves
        for block in (blocks.heading(_wave_name(wave.key)), *of(wave))
    ]


def _wave_name(key: str) -> Text:
    said = label("wave")
    return Text(th=f"{said.say('th')} {key}", en=f"{said.say('en')} {key}")


def _named(pack: Pack) -> list[tuple[Figure, Text]]:
    """The figures with their names; of several periods, each with its own."""
    dated = len({figure.period for figure in pack.figures}) > 1
    return [(each, phrases.figure_name(each, dated=dated)) for each in pack.figures]


def _figure(figure: Figure, name: Text, say_date: SayDate) -> list[Block]:
    """One indicator: its definition, its value, and what the value rests on."""
    record = figure.record
    unit = words.text(f"unit.{record.unit}")
    rows: list[tuple[str, Printed]] = [
        ("definition", record.definition),
        ("formula", phrases.formula(figure)),
        ("how", record.method),
        ("unit", phrases.joined([unit, words.text(f"direction.{record.direction}")])),
        ("base", record.base),
        ("period", _period(figure, say_date)),
        (
            "value",
            phrases.joined(
                [phrases.same(phrases.value(figure)), phrases.interval(figure)]
            ),
        ),
        ("n", _size(figure)),
        ("left_out", _left_out(figure)),
        ("weighting", phrases.weighting(figure)),
        *_beside(figure),
        ("target", _target(figure)),
        ("without", phrases.without_flagged(figure)),
        ("since", phrases.change(figure)),
        (
            "value_status",
            phrases.joined([_status(figure), phrases.approvals(figure)]),
        ),
    ]
    if figure.careful:
        rows.insert(0, ("care", words.text("care")))
    return [
        blocks.heading(name),
        *blocks.whiskers([(figure, None)]),
        blocks.facts(rows, dense=True),
    ]


def _period(figure: Figure, say_date: SayDate) -> Printed:
    found = figure.record.period
    if found is None:
        return words.text("not_said")
    first, last = _day(found.first, say_date), _day(found.last, say_date)
    return phrases.joined([first, last], " – ")


def _size(figure: Figure) -> Text:
    if figure.n is None:
        return why_not(figure.record.n) or words.text("none")
    effective = ""
    if figure.n_eff is not None:
        effective = f" (n_eff {phrases.decimal(figure.n_eff)})"
    return phrases.same(f"{figure.n:,}{effective}")


def _left_out(figure: Figure) -> Text:
    """Who is outside the base and why, as far as there is anybody."""
    found = present(figure.record.left_out)
    if found is None:
        return why_not(figure.record.left_out) or words.text("none")
    return phrases.joined(
        phrases.joined([words.text(f"left_out.{name}"), phrases.same(f"{n:,}")], " ")
        for name, n in found.model_dump().items()
        if n
    )


def _beside(figure: Figure) -> Iterator[tuple[str, Printed]]:
    """Other readings of the figure, where there are any."""
    record = figure.record
    weighting = present(record.weighting)
    raked = weighting is not None and weighting.applied == "raked"
    other = present(record.unweighted if raked else record.weighted)
    if other is not None:
        name = "unweighted" if raked else "weighted_value"
        yield name, phrases.beside(figure, other)
    if figure.bands is not None:
        scheme = words.text(f"scheme.{figure.bands.scheme}")
        yield "bands", phrases.joined([figure.bands.words, scheme])
    alpha = present(record.alpha)
    if alpha is not None:
        yield "alpha", phrases.decimal(alpha, 2)
    gap = present(record.calibration_gap)
    if gap is not None:
        yield "calibration_gap", phrases.gap(gap)
    if figure.by_mode:
        yield (
            "by_mode",
            phrases.joined(
                phrases.joined(
                    [
                        words.text(f"by_mode.{mode}"),
                        phrases.same(phrases.beside(figure, found)),
                    ],
                    " ",
                )
                for mode, found in figure.by_mode.items()
            ),
        )


def _target(figure: Figure) -> Text:
    if figure.target is None:
        return phrases.outcome(figure)
    target = phrases.same(f"{figure.target.value:g}")
    return phrases.joined([target, phrases.outcome(figure)], ": ")


def _status(figure: Figure) -> Text:
    record = figure.record
    revision = label("revision")
    number = Text(
        th=f"{revision.say('th')} {record.revision.number}",
        en=f"{revision.say('en').lower()} {record.revision.number}",
    )
    kind = words.text("figure.official" if record.official else "figure.draft")
    return phrases.joined([words.text(f"value.{record.status}"), number, kind])


def _pending(pack: Pack) -> list[Block]:
    """The values without their figures: by code, with what they wait for."""
    if not pack.pending:
        return []
    heads = [
        blocks.head("code", width="auto"),
        blocks.head("indicator", width="1.4fr"),
        blocks.head("period", width="auto"),
        blocks.head("value_status", width="1fr"),
        blocks.head("reason", width="1.6fr"),
    ]
    rows = [
        (each.code, _pending_name(each), each.period, each.state, each.why)
        for each in pack.pending
    ]
    note = [] if pack.draft else [blocks.para(words.text("pending.note"), "note")]
    return [*note, blocks.grid(heads, rows)]


def _pending_name(each: Pending) -> Text:
    if each.language == phrases.ALL:
        return each.name
    return phrases.joined([each.name, phrases.apart(each.language)])


def _rows(pack: Pack) -> list[Block]:
    if not pack.rows:
        return [blocks.para(words.text("rows.none"))]
    return [
        blocks.para(
            words.text(
                "rows.said",
                rows=f"{len(file.rows):,}",
                generalised=f"{file.generalised:,}",
                left_out=f"{file.left_out:,}",
            )
        )
        for file in pack.rows
    ]


def _hashes(pack: Pack, say_date: SayDate) -> list[Block]:
    found = [blocks.para(words.text("hashes.how"))]
    for wave in pack.waves:
        rows: list[tuple[str, Printed]] = [
            ("wave", wave.key),
            ("frozen_on", _day(wave.frozen_on, say_date)),
            ("frozen_by", wave.code_version),
            ("dataset_rows", f"{wave.dataset_rows:,}"),
            ("dataset_sha256", wave.dataset_sha256),
            ("questionnaire_sha256", wave.questionnaire_sha256),
        ]
        if wave.margins_sha256 is not None:
            rows.append(("margins_sha256", wave.margins_sha256))
        if wave.wave_sha256 is not None:
            rows.append(("wave_sha256", wave.wave_sha256))
        found.append(blocks.facts(rows))
    commands = dict.fromkeys(each.verify for each in pack.figures if each.verify)
    found.append(blocks.code(["sha256sum -c SHA256SUMS", *commands]))
    return found


def _glossary() -> list[Block]:
    heads = [blocks.head("term", width="1fr"), blocks.head("meaning", width="2.6fr")]
    rows = [(each.term, each.meaning) for each in words.catalogue().glossary]
    return [blocks.grid(heads, rows)]


def _day(day: date, say_date: SayDate) -> Text:
    return Text(th=say_date(day, "th"), en=say_date(day, "en"))
