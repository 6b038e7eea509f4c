"""Puts the evidence of a wave together from what was read of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from surveys import quality, record_words, weighting
from surveys.definition import Survey
from surveys.estimate import MIN_N, suppression
from surveys.estimate.margins import Margin
from surveys.estimate.outcomes import Frame, OpenLink, Outcomes, Rates
from surveys.estimate.raking import HIGHEST, LOWEST, Raking
from surveys.estimate.suppression import LEAST, Mark
from surveys.evidence import counting, phrases, words
from surveys.evidence.pack import (
    Count,
    Coverage,
    Method,
    Reminders,
    Share,
    Tally,
    WaveEvidence,
    Weighting,
)
from surveys.flow import Answer
from surveys.participation import Standing, Told
from surveys.question import Question, Text
from surveys.record import TRANSLATION
from surveys.sheet import Sheet
from surveys.versions import QuestionVersion
from surveys.weighting import Refused

# A bound that a weight stands at, but for the last digit of a float.
AT_BOUND = 1e-9
# Question -> language -> each distinct answer and how often it was given.
Given = Mapping[str, Mapping[str, Sequence[tuple[Answer, int]]]]


@dataclass(frozen=True)
class Facts:
    """What was read of a frozen wave. `evidence` is what was fixed at freezing."""

    key: str
    survey: Survey
    evidence: Mapping[str, Any]
    wave_sha256: str | None
    """Over the whole of `evidence`."""
    frozen_on: date
    population: str
    population_size: int | None
    frame: Frame
    frame_note: str
    opened_on: date
    closed_on: date
    min_age: int | None
    reminders: Reminders | None
    responsible: str
    contact: str
    limitations: str
    standing: Standing
    told_back: Sequence[Told]
    made_up: bool
    margins: Sequence[Margin]
    margins_source: str
    seed: int
    """Of the weights, as the indicators use it."""
    sheet: Sheet
    given: Given
    figured: Collection[str]
    """The questions that figures spoke of when the wave was frozen."""
    withheld: Collection[str]
    """The questions that figures speak of which are not released: their tables would
    tell them."""


def wave(facts: Facts) -> WaveEvidence:
    """The evidence of a wave. Takes a moment for a large one: it is weighted anew."""
    evidence, survey = facts.evidence, facts.survey
    tallies = tuple(_tallies(facts))
    return WaveEvidence(
        key=facts.key,
        method=_method(facts),
        survey=survey,
        versions={
            key: QuestionVersion(**told) for key, told in evidence["questions"].items()
        },
        questionnaire_sha256=evidence["survey_sha256"],
        dataset_sha256=evidence["sha256"],
        dataset_rows=evidence["responses"],
        margins_sha256=evidence["margins_sha256"],
        frozen_on=facts.frozen_on,
        code_version=evidence["code_version"],
        outcomes=None
        if evidence["outcomes"] is None
        else Outcomes(**evidence["outcomes"]),
        rates=Rates(
            facts.frame, **(evidence["rates"] or {}), reason=evidence["rates_reason"]
        ),
        opened_link=OpenLink(**evidence["participation"]),
        exclusions=(
            *_counted("exclusion", evidence["excluded"]),
            *_translated(survey, evidence["languages"]),
        ),
        flags=tuple(_counted("flag", evidence["flags"])),
        coverage=tuple(_coverage(facts, tallies)),
        weighting=_weighting(facts),
        tallies=tallies,
        limitations=record_words.limited(
            facts.frame, facts.limitations, facts.standing.why
        ),
        made_up=facts.made_up,
        wave_sha256=facts.wave_sha256,
    )


def _method(facts: Facts) -> Method:
    return Method(
        population=facts.population,
        population_size=facts.population_size,
        frame=facts.frame,
        frame_note=facts.frame_note,
        opened_on=facts.opened_on,
        closed_on=facts.closed_on,
        modes=_told("mode", facts.evidence["modes"]),
        languages=_told("language", facts.evidence["languages"]),
        responsible=facts.responsible,
        contact=facts.contact,
        consent=_consent(facts.evidence["modes"]),
        min_age=facts.min_age,
        reminders=facts.reminders,
        drawn=facts.evidence["plan"]["drawn"],
        unheard_of=facts.evidence["unheard_of"],
        standing=facts.standing,
        told_back=tuple(facts.told_back),
    )


def _consent(modes: Iterable[str]) -> Text:
    """Who agreed, as far as it is known: others entered what some people answered."""
    entered = {mode not in quality.READ_THEMSELVES for mode in modes}
    told = [words.text("consent")] if entered != {True} else []
    if True in entered:
        told.append(words.text("consent.entered"))
    return phrases.joined(told)


def _counted(sort: str, counts: Mapping[str, int]) -> Iterable[Count]:
    """Counts of responses that say nothing of who gave them."""
    for key, n in counts.items():
        yield Count(key, phrases.named(sort, key), n)


def _translated(survey: Survey, languages: Mapping[str, int]) -> Iterable[Count]:
    """Responses in languages no speaker has passed; their figures stand apart."""
    n = sum(
        count
        for language, count in languages.items()
        if not survey.is_reviewed(language)
    )
    if n:
        few = n < LEAST
        label = phrases.named("exclusion", TRANSLATION)
        yield Count(TRANSLATION, label, None if few else n, few=few)


def _told(sort: str, counts: Mapping[str, int]) -> tuple[Count, ...]:
    """Counts of people, small ones hidden."""
    marks: Sequence[int | Mark] = [Mark.HIDDEN] * len(counts)
    if counts:
        marks = suppression.publish(list(counts.values())) or marks
    return tuple(
        Count(
            key,
            phrases.named(sort, key),
            None if isinstance(mark, Mark) else mark,
            few=mark is Mark.SMALL,
        )
        for key, mark in zip(counts, marks, strict=True)
    )


def _tallies(facts: Facts) -> Iterable[Tally]:
    """Of each question what was answered in reviewed languages; then each translation
    nobody has reviewed by itself, where enough answered in it."""
    survey = facts.survey
    spoken = dict(
        zip(
            facts.sheet.languages.values,
            _sizes(facts.sheet),
            strict=True,
        )
    )
    groups = {phrases.ALL: [each for each in spoken if survey.is_reviewed(each)]}
    for language, n in spoken.items():
        if not survey.is_reviewed(language) and n >= MIN_N:
            groups[language] = [language]
    for group, languages in groups.items():
        asked = sum(spoken[each] for each in languages)
        for question in survey.questions:
            if question.is_asked:
                yield _tally(facts, question, group, languages, asked)


def _sizes(sheet: Sheet) -> list[int]:
    """How many answered in each language."""
    codes = sheet.languages.codes.tolist()
    return [codes.count(place) for place in range(len(sheet.languages.values))]


def _tally(
    facts: Facts,
    question: Question,
    group: str,
    languages: Sequence[str],
    asked: int,
) -> Tally:
    given = facts.given.get(question.key, {})
    found = counting.tally(
        question,
        (pair for language in languages for pair in given.get(language, ())),
        asked=asked,
        has_figure=question.key in facts.figured,
        language=group,
    )
    if question.key not in facts.withheld:
        return found
    why = words.text("why.not_released")
    return replace(found, rows=(), mean=None, scale=None, why=why)


def _coverage(facts: Facts, tallies: Sequence[Tally]) -> Iterable[Coverage]:
    """Each margin beside the population; what its table hides is hidden here."""
    by_question = {
        each.question: each for each in tallies if each.language == phrases.ALL
    }
    for margin in facts.margins:
        question = facts.survey.question(margin.name)
        rows = {row.key: row for row in by_question[margin.name].rows}
        labels = {choice.key: choice.label for choice in question.choices}
        yield Coverage(
            margin=margin.name,
            label=question.text,
            source=facts.margins_source,
            shares=tuple(
                Share(
                    key=key,
                    label=labels[key],
                    population=share,
                    n=rows[key].n if key in rows else None,
                    sample=rows[key].share if key in rows else None,
                )
                for key, share in margin.shares.items()
            ),
        )


def _weighting(facts: Facts) -> Weighting:
    if not facts.margins:
        return Weighting(False, record_words.UNWEIGHTED)
    who = facts.sheet.languages.where(facts.survey.is_reviewed)
    found = weighting.weigh(facts.sheet, facts.margins, who, facts.seed)
    if isinstance(found, Refused):
        return Weighting(False, record_words.REFUSED)
    raked = found.raking
    used = raked.reason is None
    return Weighting(
        weighted=used,
        rule=record_words.RAKED
        if raked.reason is None
        else record_words.WEIGHTING[raked.reason.value],
        n_eff=raked.trimmed.n_eff,
        deff=raked.trimmed.deff,
        lowest=LOWEST,
        highest=HIGHEST,
        trimmed=_trimmed(raked),
        gap=raked.trimmed.gap,
        iterations=raked.trimmed.iterations,
        no_weight=found.left_out,
        merged=tuple(f"{each.margin}: {each.label}" for each in raked.merged),
    )


def _trimmed(raked: Raking) -> int:
    """How many people's weights stand at one of the bounds."""
    return sum(
        count
        for weight, count in zip(raked.trimmed.by_cell, raked.counts, strict=True)
        if weight <= LOWEST + AT_BOUND or weight >= HIGHEST - AT_BOUND
    )
