"""What is said of a value of the pack in words, on paper and in the workbook alike."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from surveys import estimate
from surveys.estimate.outcomes import NO_RATE_OPEN_LINK
from surveys.evidence import words
from surveys.evidence.figure import Figure, present, why_not
from surveys.evidence.pack import Count, Coverage, Row, Share, WaveEvidence
from surveys.question import Text
from surveys.record import Beside, Gap

ALL = "all"  # answers to words that a speaker has passed, told together
FEW, HIDDEN = "<5", "–"
MINUS = "−"


def same(said: str) -> Text:
    """Words that are the same in every language: names, codes."""
    return Text(th=said, en=said)


def known(value: str | int | None, otherwise: str) -> Text:
    """The value, or where there is none the words of this key."""
    return words.text(otherwise) if value in (None, "") else same(str(value))


def joined(texts: Iterable[Text], between: str = " · ") -> Text:
    """Several texts as one, language by language."""
    texts = list(texts)
    if not texts:
        return words.text("none")
    return Text(
        th=between.join(each.say("th") for each in texts),
        en=between.join(each.say("en") for each in texts),
    )


def counts(each: Iterable[Count]) -> Text:
    """LINE: 312 · Telegram: 41"""
    return joined(joined([one.label, same(number(one))], ": ") for one in each)


def number(of: Count | Row) -> str:
    """A count, or what stands in its place."""
    if of.n is not None:
        return f"{of.n:,}"
    return FEW if of.few else HIDDEN


def reminders(wave: WaveEvidence) -> Text:
    found = wave.method.reminders
    if found is None:
        return words.text("reminders.none")
    return words.text("reminders.sent", **vars(found))


def no_rate(wave: WaveEvidence) -> Text:
    """Why there is no response rate."""
    if wave.rates.reason == NO_RATE_OPEN_LINK:
        return words.text("rates.none.open_link")
    return words.text("rates.none.nobody")


def weighted(wave: WaveEvidence) -> Text:
    used = "weighted" if wave.weighting.weighted else "unweighted"
    return words.text(f"weighting.{used}")


def far(share: Share) -> Text | None:
    """That a category is off by more than ten points; None where it is not."""
    points = share.points
    if not share.far or points is None:
        return None
    key = "coverage.more" if points > 0 else "coverage.fewer"
    return words.both(key, category=share.label, points=same(decimal(abs(points))))


def all_far(coverage: Iterable[Coverage]) -> list[Text]:
    """Every category that is off by more than ten points, in words."""
    said = [far(share) for margin in coverage for share in margin.shares]
    return [each for each in said if each is not None]


def figure_name(figure: Figure, *, dated: bool = False) -> Text:
    """Code and name; of which answers, where they are told apart; dated: of when."""
    record = figure.record
    parts = [
        Text(th=f"{record.code} {record.name.say('th')}", en=record.name.say("en"))
    ]
    if record.language != ALL:
        parts.append(apart(record.language))
    if dated:
        parts.append(same(figure.period))
    return joined(parts)


def apart(language: str) -> Text:
    """That answers in this language are told apart, for nobody has reviewed it."""
    return words.both("answers.apart", language=words.text(f"language.{language}"))


def value(figure: Figure) -> str:
    """72.4 (68.0–76.3)"""
    if figure.value is None:
        return HIDDEN
    return with_interval(figure, figure.value, figure.low, figure.high)


def with_interval(
    figure: Figure, value: float, low: float | None, high: float | None
) -> str:
    digits = _digits(figure)
    shown = decimal(value, digits)
    if low is None or high is None:
        return shown
    return f"{shown} ({decimal(low, digits)}–{decimal(high, digits)})"


def beside(figure: Figure, other: Beside) -> str:
    """72.4 (68.0–76.3), n = 401"""
    shown = with_interval(figure, other.value, other.low, other.high)
    return f"{shown}, n = {other.n:,}"


def note(figure: Figure) -> Text | None:
    """Why there is no value, or that it is read with care."""
    absent = why_not(figure.record.value)
    if absent is not None:
        return absent
    return words.text("care") if figure.careful else None


def interval(figure: Figure) -> Text:
    """What the interval is called, or why there is none."""
    found = figure.interval
    if found is not None:
        return found.label
    return why_not(figure.record.interval) or words.text("none")


def outcome(figure: Figure) -> Text:
    """The target held against the interval, or why there is none."""
    if figure.outcome is None:
        return why_not(figure.record.threshold) or words.text("none")
    return words.text(f"threshold.{figure.outcome}")


def change(figure: Figure) -> Text:
    """What became of a figure since the wave before, in the words that are allowed."""
    found = figure.change
    if found is None:
        return why_not(figure.record.change) or words.text("none")
    return words.both(
        "change.said",
        words=found.words,
        change=same(signed(found.value)),
        low=same(signed(found.low)),
        high=same(signed(found.high)),
        period=same(found.since),
    )


def comparability(figure: Figure) -> Text:
    """As `change`, and how it is computed where there is one."""
    if figure.change is None:
        return change(figure)
    return joined([change(figure), words.text("change.groups")])


def without_flagged(figure: Figure) -> Text:
    """The figure with flagged responses removed, and whether it differs."""
    found = figure.without_flagged
    if found is None:
        return why_not(figure.record.flags_removed) or words.text("none")
    verdict = words.text("figure.differs" if found.apart else "figure.alike")
    return joined([same(beside(figure, found.told)), verdict])


def level(wave: WaveEvidence) -> Text:
    """How far people were let in; where less than was declared, both."""
    declared = words.text(f"level.{wave.survey.level}")
    standing = wave.method.standing
    if standing is None or standing.counts_as is standing.declared:
        return declared
    return words.both(
        "level.less",
        declared=declared,
        counts_as=words.text(f"level.{standing.counts_as}"),
    )


def told_back(wave: WaveEvidence) -> Text:
    """What people were told came of their answers, the newest first."""
    if not wave.method.told_back:
        return words.text("told_back.none")
    return joined(
        words.both(
            "told_back.said",
            day=same(each.posted_on.isoformat()),
            you_said=each.you_said,
            we_did=each.we_did,
        )
        for each in wave.method.told_back
    )


def gap(found: Gap) -> Text:
    """How far the survey's share of one question is from the one that is known."""
    return words.both(
        "gap.said",
        question=found.question,
        points=same(signed(found.points)),
        value=same(decimal(found.value)),
        low=same(decimal(found.low)),
        high=same(decimal(found.high)),
        known=same(decimal(found.known)),
        source=same(found.source),
        as_of=same(found.as_of.isoformat()),
    )


def weighting(figure: Figure) -> Text:
    """By which rule the value is weighted or not."""
    found = present(figure.record.weighting)
    if found is None:
        return why_not(figure.record.weighting) or words.text("none")
    return found.rule


def formula(figure: Figure) -> Text:
    found = present(figure.record.formula)
    return found or why_not(figure.record.formula) or words.text("none")


def approvals(figure: Figure) -> Text:
    found = figure.record.approvals
    if found is None:
        return words.text("figure.not_approved")
    return words.text(
        "figure.approved", proposed=found.proposed_by, approved=found.approved_by
    )


def named(sort: str, key: str) -> Text:
    """The words of a closed list's entry; one that is not known stays as it is."""
    return words.catalogue().words.get(f"{sort}.{key}") or same(key)


def decimal(value: float, digits: int = 1) -> str:
    """A number for display, half rounded up, from the shortest text of the float."""
    step = Decimal(1).scaleb(-digits)
    return f"{Decimal(repr(float(value))).quantize(step, rounding=ROUND_HALF_UP):,}"


def signed(value: float) -> str:
    """As `decimal`, always with its sign; nought has none."""
    shown = decimal(abs(value))
    if not any(digit in "123456789" for digit in shown):
        return shown
    return ("+" if value > 0 else MINUS) + shown


def percent(fraction: float) -> str:
    """A fraction 0 to 1 in percent, half rounded up, without the sign."""
    return str(estimate.percent(fraction))


def _digits(figure: Figure) -> int:
    """Two decimals for points of a scale, one for everything else."""
    return 2 if figure.record.unit == "points" else 1
