"""The parts of a pack as tables: every number as it is in the pack."""

import json
from collections.abc import Iterable, Iterator

from surveys.cells import Cell
from surveys.evidence import asked, phrases, words
from surveys.evidence.figure import Figure, why_not
from surveys.evidence.pack import Pack, RowFile, Tally, WaveEvidence
from surveys.evidence.tables import Column, Said, Table, label, table
from surveys.question import LANGUAGES
from surveys.record import IndicatorRecord

CODES = {
    "I": "complete",
    "P": "partial",
    "R": "refusal",
    "NC": "non_contact",
    "O": "other",
    "U": "unknown",
    "NE": "not_eligible",
}
RATES = {
    "rr1": "I / (I + P + R + NC + O + U)",
    "rr2": "(I + P) / (I + P + R + NC + O + U)",
    "rr3": "I / (I + P + R + NC + O + e·U)",
    "rr4": "(I + P) / (I + P + R + NC + O + e·U)",
    "rr5": "I / (I + P + R + NC + O)",
    "rr6": "(I + P) / (I + P + R + NC + O)",
}
STATES = ("dont_know", "skipped", "missing")
Row = tuple[Said, ...]


def parts(pack: Pack) -> list[Table]:
    """Every part, in the order of the printed pack."""
    return [
        _about(pack),
        _figures(pack),
        *([_pending(pack)] if pack.pending else []),
        _method(pack),
        _outcomes(pack),
        _removed(pack),
        _coverage(pack),
        _weighting(pack),
        _answers(pack),
        _questionnaire(pack),
        _rules(pack),
        _records(pack),
        *map(_row_file, pack.rows),
        _hashes(pack),
        _glossary(),
    ]


def _facts(key: str, facts: Iterable[tuple[str, str, Said]]) -> Table:
    """Rows of which wave, what, and its value in words."""
    rows = [(wave, label(name), value) for wave, name, value in facts]
    return table(key, ("wave", "item", "value"), rows, spoken=("item", "value"))


def _about(pack: Pack) -> Table:
    facts: list[tuple[str, str, Said]] = [
        ("", "title", pack.title),
        ("", "about", pack.about),
        ("", "sort", pack.kind),
        ("", "name", pack.name),
        ("", "status", words.text(f"status.{pack.status}")),
        *([("", "status", words.text("not_released"))] if pack.draft else []),
        ("", "made_up", words.text("made_up" if pack.made_up else "no")),
        ("", "made_at", pack.made_at.isoformat()),
        ("", "code_version", pack.code_version),
        ("", "responsible", phrases.known(pack.responsible, "not_said")),
        ("", "contact", phrases.known(pack.contact, "not_said")),
    ]
    facts += [(wave.key, "limitations", wave.limitations) for wave in pack.waves]
    if pack.tells_change:
        facts.append(("", "limitations", words.text("change.groups")))
    return _facts("about", facts)


def _method(pack: Pack) -> Table:
    return _facts(
        "method",
        [(wave.key, *fact) for wave in pack.waves for fact in _method_facts(wave)],
    )


def _method_facts(wave: WaveEvidence) -> Iterator[tuple[str, Said]]:
    method, survey = wave.method, wave.survey
    yield "survey", survey.title
    yield "survey_version", survey.version
    yield "purpose", survey.purpose
    yield "level", phrases.level(wave)
    yield "population", method.population
    yield "population_size", method.population_size or words.text("size.unknown")
    yield "frame", words.text(f"frame.{method.frame}")
    yield "frame_note", phrases.known(method.frame_note, "not_said")
    if method.drawn is not None:
        yield "drawn", method.drawn
        yield "unheard_of", method.unheard_of
    yield "opened_on", method.opened_on.isoformat()
    yield "closed_on", method.closed_on.isoformat()
    yield "modes", phrases.counts(method.modes)
    yield "languages", phrases.counts(method.languages)
    yield "asked_by", phrases.known(method.responsible, "not_said")
    yield "contact", phrases.known(method.contact, "not_said")
    yield "consent", method.consent
    yield "min_age", method.min_age or words.text("none")
    yield "reminders", phrases.reminders(wave)
    yield "told_back", phrases.told_back(wave)


def _outcomes(pack: Pack) -> Table:
    return table(
        "outcomes",
        ("wave", "code", "what", "formula", "value", "reason"),
        [(wave.key, *row) for wave in pack.waves for row in _outcome_rows(wave)],
        spoken=("what", "reason"),
    )


def _outcome_rows(wave: WaveEvidence) -> Iterator[Row]:
    if wave.outcomes is not None:
        for code, name in CODES.items():
            count = getattr(wave.outcomes, name)
            yield code, words.text(f"outcome.{code}"), None, count, None
        screened = wave.outcomes.screened_in
        yield "screened_in", words.text("outcome.screened_in"), None, screened, None
        if wave.method.drawn is not None:
            for name in ("drawn", "unheard_of"):
                told = getattr(wave.method, name)
                yield name, words.text(f"outcome.{name}"), None, told, None
    for rate, formula in RATES.items():
        value = getattr(wave.rates, rate)
        reason = phrases.no_rate(wave) if value is None else None
        yield rate.upper(), None, formula, value, reason
    yield "e", None, None, wave.rates.e, None
    for name, value in vars(wave.opened_link).items():
        yield name, words.text(f"open.{name}"), None, value, None


def _removed(pack: Pack) -> Table:
    return table(
        "removed",
        ("wave", "sort", "code", "what", "count"),
        [
            (wave.key, words.text(f"{sort}.sort"), each.key, each.label, each.n)
            for wave in pack.waves
            for sort, counts in (("exclusion", wave.exclusions), ("flag", wave.flags))
            for each in counts
        ],
        spoken=("sort", "what"),
    )


def _coverage(pack: Pack) -> Table:
    return table(
        "coverage",
        (
            "wave", "margin", "code", "category", "population_share", "n",
            "sample_share", "points", "far", "reason", "source",
        ),
        [
            (
                wave.key, margin.margin, each.key, each.label,
                each.population * 100,
                phrases.HIDDEN if each.n is None else each.n,
                None if each.sample is None else each.sample * 100,
                each.points, each.far, phrases.far(each), margin.source,
            )
            for wave in pack.waves
            for margin in wave.coverage
            for each in margin.shares
        ],
        spoken=("category", "reason"),
    )  # fmt: skip


def _weighting(pack: Pack) -> Table:
    return _facts(
        "weighting",
        [(wave.key, *fact) for wave in pack.waves for fact in _weighting_facts(wave)],
    )


def _weighting_facts(wave: WaveEvidence) -> Iterator[tuple[str, Said]]:
    found = wave.weighting
    yield "weighted", phrases.weighted(wave)
    yield "rule", found.rule
    yield "n_eff", found.n_eff
    yield "deff", found.deff
    yield "lowest", found.lowest
    yield "highest", found.highest
    yield "trimmed", found.trimmed
    yield "gap", None if found.gap is None else found.gap * 100
    yield "iterations", found.iterations
    yield "no_weight", found.no_weight
    for each in found.merged:
        yield "merged", each


def _answers(pack: Pack) -> Table:
    return table(
        "answers",
        (
            "wave", "language", "question", "code", "answer", "n", "count", "share",
            "mean", "low", "high", "reason",
        ),
        [
            (wave.key, tally.language, tally.question, *row)
            for wave in pack.waves
            for tally in wave.tallies
            for row in _tally_rows(tally)
        ],
        spoken=("answer", "reason"),
    )  # fmt: skip


def _tally_rows(tally: Tally) -> Iterator[Row]:
    nothing = (None, None, None, None)
    for row in tally.rows:
        count = phrases.number(row) if row.n is None else row.n
        share = None if row.share is None else row.share * 100
        yield row.key, row.label, tally.n, count, share, *nothing
    for state in STATES:
        said = words.text(f"answer.{state}")
        count = getattr(tally, state)
        shown = phrases.HIDDEN if count is None else count
        yield f"({state})", said, tally.n, shown, None, *nothing
    if tally.mean is not None:
        found = tally.mean
        yield (
            "(mean)", label("mean"), tally.n, None, None,
            found.value, found.low, found.high, None,
        )  # fmt: skip
    if tally.why is not None:
        yield "(why)", None, tally.n, None, None, None, None, None, tally.why


def _questionnaire(pack: Pack) -> Table:
    rows: list[Row] = []
    for wave in pack.waves:
        for number, question in asked.numbered(wave.survey):
            version = wave.versions[question.key]
            for line in asked.lines(question):
                rows.append(
                    (
                        wave.key, wave.survey.key, wave.survey.version, number,
                        question.key, question.kind.value, version.version,
                        version.sha256, line.part, line.code, line.text,
                    )
                )  # fmt: skip
    return table(
        "questionnaire",
        (
            "wave", "survey", "survey_version", "number", "question", "kind",
            "version", "sha256", "part", "code", "words",
        ),
        rows,
        spoken=("words",),
        languages=LANGUAGES,
    )  # fmt: skip


def _rules(pack: Pack) -> Table:
    return table(
        "rules",
        ("wave", "question", "rule", "rule_json"),
        [
            (
                wave.key,
                each.question,
                each.said,
                None
                if each.rule is None
                else json.dumps(each.rule, ensure_ascii=False),
            )
            for wave in pack.waves
            for each in asked.everything(wave.survey)
        ],
        spoken=("rule",),
    )


def _figures(pack: Pack) -> Table:
    return table(
        "figures",
        (
            "framework", "edition", "code", "indicator", "definition", "formula",
            "unit", "base", "official", "period", "language", "value_status",
            "revision", "n", "n_eff", "value", "low", "high", "interval", "care",
            "target", "outcome", "n_without", "value_without", "low_without",
            "high_without", "differs", "earlier", "change", "change_low",
            "change_high", "change_words", "made_up", "verify",
        ),
        map(_figure_row, pack.figures),
        spoken=(
            "indicator", "definition", "formula", "unit", "base", "interval", "care",
            "outcome", "change_words",
        ),
    )  # fmt: skip


def _figure_row(figure: Figure) -> Row:
    record, change = figure.record, figure.change
    cleaned = figure.without_flagged
    told = cleaned.told if cleaned else None
    return (
        record.framework, record.edition, record.code, record.name,
        record.definition, phrases.formula(figure),
        words.text(f"unit.{record.unit}"), record.base, record.official,
        figure.period, record.language, record.status, record.revision.number,
        figure.n, figure.n_eff, figure.value, figure.low, figure.high,
        phrases.interval(figure), phrases.note(figure),
        figure.target.value if figure.target else None, phrases.outcome(figure),
        told.n if told else None, told.value if told else None,
        told.low if told else None, told.high if told else None,
        cleaned.apart if cleaned else None,
        change.since if change else None, change.value if change else None,
        change.low if change else None, change.high if change else None,
        change.words if change else why_not(record.change),
        record.made_up, figure.verify,
    )  # fmt: skip


def _pending(pack: Pack) -> Table:
    return table(
        "pending",
        (
            "framework", "code", "indicator", "period", "language", "revision",
            "value_status", "reason",
        ),
        [
            (
                each.framework, each.code, each.name, each.period, each.language,
                each.revision, each.state, each.why,
            )
            for each in pack.pending
        ],
        spoken=("indicator", "value_status", "reason"),
    )  # fmt: skip


def _records(pack: Pack) -> Table:
    """Everything each value carries, one field a line, by the names of the record."""
    rows: list[Row] = []
    for figure in pack.figures:
        named = (figure.record.code, figure.period, figure.record.language)
        for field, value in figure.record:
            reason = why_not(value)
            told = None if reason else as_text(figure.record, field)
            rows.append((*named, field, told, reason))
    return table(
        "records",
        ("code", "period", "language", "concept", "value", "reason"),
        rows,
        spoken=("reason",),
    )


def as_text(record: IndicatorRecord, field: str) -> Cell:
    """What a cell holds of a record's field: plain ones as they are, else JSON."""
    value = record.model_dump(mode="json", include={field})[field]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _row_file(file: RowFile) -> Table:
    return Table(
        key=f"rows {file.wave}",
        title=words.text("part.rows"),
        columns=tuple(
            Column(key, phrases.same(said or key))
            for key, said in zip(file.header, file.labels, strict=True)
        ),
        rows=file.rows,
    )


def _hashes(pack: Pack) -> Table:
    facts: list[tuple[str, str, Said]] = []
    for wave in pack.waves:
        for name in (
            "questionnaire_sha256", "dataset_sha256", "dataset_rows", "margins_sha256",
            "wave_sha256",
        ):  # fmt: skip
            facts.append((wave.key, name, getattr(wave, name)))
        facts.append((wave.key, "frozen_on", wave.frozen_on.isoformat()))
        facts.append((wave.key, "frozen_by", wave.code_version))
    facts += [(each.period, "verify", each.verify) for each in pack.figures]
    return _facts("hashes", facts)


def _glossary() -> Table:
    rows = [(each.term, each.meaning) for each in words.catalogue().glossary]
    return table("glossary", ("term", "meaning"), rows, spoken=("term", "meaning"))
