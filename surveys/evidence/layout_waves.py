"""What is printed of a wave: how it was asked, who answered, and what they said."""

from collections.abc import Callable
from datetime import date

from surveys.estimate import likert
from surveys.estimate.outcomes import Frame
from surveys.evidence import asked, blocks, phrases, words
from surveys.evidence.blocks import Block, Head, Printed
from surveys.evidence.pack import Coverage, Tally, WaveEvidence
from surveys.evidence.parts import CODES, RATES
from surveys.evidence.tables import label
from surveys.question import Question, Text


def limitations(wave: WaveEvidence) -> list[Block]:
    found = [blocks.para(wave.limitations)]
    if wave.made_up:
        found.insert(0, blocks.para(words.text("made_up"), "warn"))
    return found


def method(wave: WaveEvidence, say_day: Callable[[date], Text]) -> list[Block]:
    found, survey = wave.method, wave.survey
    size: Printed = words.text("size.unknown")
    if found.population_size is not None:
        size = f"{found.population_size:,}"
    version = Text(
        th=f"{survey.title.say('th')} รุ่นที่ {survey.version}",
        en=f"{survey.title.say('en')}, version {survey.version}",
    )
    return [
        blocks.facts(
            [
                ("survey", version),
                ("purpose", survey.purpose),
                ("level", phrases.level(wave)),
                ("population", found.population),
                ("population_size", size),
                ("frame", words.text(f"frame.{found.frame}")),
                ("frame_note", phrases.known(found.frame_note, "not_said")),
                *([] if found.drawn is None else [("drawn", f"{found.drawn:,}")]),
                ("opened_on", say_day(found.opened_on)),
                ("closed_on", say_day(found.closed_on)),
                ("modes", phrases.counts(found.modes)),
                ("languages", phrases.counts(found.languages)),
                ("asked_by", phrases.known(found.responsible, "not_said")),
                ("contact", phrases.known(found.contact, "not_said")),
                ("consent", found.consent),
                ("min_age", phrases.known(found.min_age, "none")),
                ("reminders", phrases.reminders(wave)),
                ("told_back", phrases.told_back(wave)),
            ]
        )
    ]


def outcomes(wave: WaveEvidence) -> list[Block]:
    found: list[Block] = []
    if wave.rates.rr1 is None:
        found.append(blocks.para(phrases.no_rate(wave), "warn"))
    if wave.outcomes is not None:
        heads = [
            blocks.head("code", width="auto"),
            blocks.head("what"),
            blocks.number("people"),
        ]
        rows = [
            (code, words.text(f"outcome.{code}"), f"{getattr(wave.outcomes, name):,}")
            for code, name in CODES.items()
        ]
        if wave.method.drawn is not None:
            rows += [
                ("", words.text(f"outcome.{name}"), f"{getattr(wave.method, name):,}")
                for name in ("unheard_of", "drawn")
            ]
        found.append(blocks.grid(heads, rows, title=words.text("outcome.table")))
    if wave.rates.rr1 is not None:
        found.append(_rates(wave))
    return [*found, _participation(wave)]


def _participation(wave: WaveEvidence) -> Block:
    """Of everybody who came, invited or not: how many began, and finished."""
    rows: list[tuple[Printed, Printed]] = []
    for name, value in vars(wave.opened_link).items():
        if value is None:
            continue
        shown = (
            f"{phrases.percent(value)}%" if isinstance(value, float) else f"{value:,}"
        )
        rows.append((words.text(f"open.{name}"), shown))
    heads = [blocks.head("what"), blocks.number("value")]
    return blocks.grid(heads, rows, title=words.text("open.table"))


def _rates(wave: WaveEvidence) -> Block:
    rows = []
    for rate, formula in RATES.items():
        value = getattr(wave.rates, rate)
        shown = "" if value is None else f"{phrases.percent(value)}%"
        rows.append((rate.upper(), formula, shown))
    notes = []
    if wave.rates.e is not None:
        notes.append(words.text("rates.e", e=phrases.decimal(wave.rates.e, 4)))
    if wave.method.frame is Frame.INVITED_LIST:
        notes.append(words.text("rates.invited"))
    heads = [
        blocks.head("rate", width="auto"),
        blocks.head("formula"),
        blocks.number("value"),
    ]
    return blocks.grid(heads, rows, title=words.text("rates.table"), notes=notes)


def removed(wave: WaveEvidence) -> list[Block]:
    rows = [
        (words.text(f"{sort}.sort"), each.label, phrases.number(each))
        for sort, counts in (("exclusion", wave.exclusions), ("flag", wave.flags))
        for each in counts
    ]
    if not rows:
        return [blocks.para(words.text("removed.none"))]
    heads = [blocks.head("sort"), blocks.head("what"), blocks.number("count")]
    return [blocks.grid(heads, rows, notes=[words.text("removed.note")])]


def coverage(wave: WaveEvidence) -> list[Block]:
    if not wave.coverage:
        return [blocks.para(words.text("coverage.none"))]
    said = phrases.all_far(wave.coverage)
    found = [blocks.para(each, "warn") for each in said]
    if not said:
        found.append(blocks.para(words.text("coverage.fine")))
    return [*found, *map(_coverage, wave.coverage)]


def _coverage(margin: Coverage) -> Block:
    notes = []
    if margin.source:
        notes.append(words.text("coverage.source", source=margin.source))
    if any(each.n is None for each in margin.shares):
        notes.append(words.text("coverage.hidden"))
    rows = [
        (
            each.label,
            phrases.percent(each.population),
            phrases.HIDDEN if each.n is None else f"{each.n:,}",
            "" if each.sample is None else phrases.percent(each.sample),
            "" if each.points is None else phrases.signed(each.points),
            "▲" if each.far else "",
        )
        for each in margin.shares
    ]
    return blocks.grid(
        [
            blocks.head("category"),
            blocks.number("population_share"),
            blocks.number("n"),
            blocks.number("sample_share"),
            blocks.number("points"),
            blocks.number("far"),
        ],
        rows,
        title=margin.label,
        notes=notes,
    )


def weighting(wave: WaveEvidence) -> list[Block]:
    found = wave.weighting
    rows: list[tuple[str, Printed]] = [
        ("weighted", phrases.weighted(wave)),
        ("rule", found.rule),
    ]
    if found.n_eff is not None and found.deff is not None:
        rows += [
            ("n_eff", phrases.decimal(found.n_eff)),
            ("deff", phrases.decimal(found.deff, 2)),
        ]
    if found.lowest is not None and found.highest is not None:
        rows.append(("bounds", f"{found.lowest:g} – {found.highest:g}"))
    if found.trimmed is not None:
        rows.append(("trimmed", f"{found.trimmed:,}"))
    if found.gap is not None:
        rows.append(("gap", phrases.decimal(found.gap * 100, 2)))
    if found.iterations is not None:
        rows.append(("iterations", str(found.iterations)))
    if found.no_weight:
        rows.append(("no_weight", f"{found.no_weight:,}"))
    if found.merged:
        rows.append(("merged", "; ".join(found.merged)))
    return [blocks.facts(rows)]


def answers(wave: WaveEvidence) -> list[Block]:
    numbers = {q.key: number for number, q in asked.numbered(wave.survey)}
    found = [blocks.para(words.text("answers.note"), "note")]
    for tally in wave.tallies:
        question = wave.survey.question(tally.question)
        found += _tally(tally, question, numbers[question.key])
    return found


def _tally(tally: Tally, question: Question, number: int | None) -> list[Block]:
    title = Text(th=f"{number}. {question.text.say('th')}", en=question.text.say("en"))
    if tally.language != phrases.ALL:
        title = phrases.joined([title, phrases.apart(tally.language)])
    states = words.text(
        "answers.states",
        **{
            name: phrases.HIDDEN if count is None else f"{count:,}"
            for name in ("n", "dont_know", "skipped", "missing")
            for count in (getattr(tally, name),)
        },
    )
    notes = [states, *_notes(tally)]
    rows = [
        (
            row.key,
            row.label,
            phrases.number(row),
            "" if row.share is None else phrases.percent(row.share),
            blocks.bar(row.share),
        )
        for row in tally.rows
    ]
    heads = [
        blocks.head("code", width="auto"),
        blocks.head("answer", width="1.6fr"),
        blocks.number("count"),
        blocks.number("share"),
        Head(""),  # the bars need no words
    ]
    return [blocks.grid(heads if rows else [], rows, title=title, notes=notes)]


def _notes(tally: Tally) -> list[Text]:
    found = []
    if tally.several and tally.rows:
        found.append(words.text("answers.several"))
    mean, scale = tally.mean, tally.scale
    if mean is not None and mean.value is not None and mean.low is not None:
        assert mean.high is not None
        assert mean.sd is not None
        shown = {
            name: phrases.decimal(value, 2)
            for name, value in (
                ("mean", mean.value),
                ("low", mean.low),
                ("high", mean.high),
                ("sd", mean.sd),
            )
        }
        found.append(words.text("answers.mean", **shown))
    if scale is not None and scale.top2_box is not None:
        assert scale.mean_pct_of_max is not None
        found.append(
            words.both(
                "answers.scale",
                band=Text(
                    th=likert.in_words(scale.bands, "th"),
                    en=likert.in_words(scale.bands, "en"),
                ),
                scheme=words.text(f"scheme.{scale.scheme}"),
                top2=phrases.same(phrases.percent(scale.top2_box)),
                pct=phrases.same(phrases.decimal(scale.mean_pct_of_max)),
            )
        )
    if tally.why is not None:
        found.append(tally.why)
    return found


def questionnaire(wave: WaveEvidence) -> list[Block]:
    survey = wave.survey
    found = [
        blocks.facts(
            [
                ("survey_version", f"{survey.key} {survey.version}"),
                ("minutes", str(survey.estimated_minutes("th"))),
                ("questionnaire_sha256", wave.questionnaire_sha256),
            ]
        ),
        blocks.grid(
            [Head(words.text(f"language.{each}")) for each in survey.languages],
            [[_in(survey.intro, each) for each in survey.languages]],
            title=label("intro"),
        ),
    ]
    for language in asked.unreviewed(survey):
        said = words.both("reviewed.not", language=words.text(f"language.{language}"))
        found.append(blocks.para(said, "note"))
    for number, question in asked.numbered(survey):
        found.append(_question(wave, number, question))
    whole = [each.said for each in asked.rules_of_whole(survey)]
    if whole:
        found.append(blocks.heading(words.text("part.rules")))
        found += [blocks.para(each) for each in whole]
    return found


def _question(wave: WaveEvidence, number: int | None, question: Question) -> Block:
    """One question as it was asked, in every language, with its choices and rules."""
    traits = asked.traits(wave.survey, question)
    version = wave.versions[question.key]
    title = Text(
        th=f"{number or '·'} · {question.key} · "
        + " · ".join(each.say("th") for each in traits),
        en=", ".join(each.say("en") for each in traits),
    )
    rows = [
        (
            words.text(f"asked.{line.part}") if line.code is None else line.code,
            *(_in(line.text, each) for each in wave.survey.languages),
        )
        for line in asked.lines(question)
    ]
    heads = [
        blocks.head("part", width="auto"),
        *(
            Head(words.text(f"language.{each}"), width="1fr")
            for each in wave.survey.languages
        ),
    ]
    wording = phrases.same(f"{version.version} ({version.sha256[:12]})")
    notes = [
        phrases.joined([label("version"), wording], " "),
        *(each.said for each in asked.rules_of(wave.survey, question)),
    ]
    notes += [
        Text(th=f"{line.code}: {line.note.say('th')}", en=line.note.say("en"))
        for line in asked.lines(question)
        if line.note is not None
    ]
    return blocks.grid(heads, rows, title=title, notes=notes)


def _in(text: Text, language: str) -> str:
    return text.has(language) or ""
