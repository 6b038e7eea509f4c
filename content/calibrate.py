"""Learning how sure to be, from the articles themselves and from checked questions.

Every way of asking is tried on an index that does not hold it: does its own article
come first? Questions that must not be answered are tried besides: those an article
is known not to answer (`not_told`, likewise left out), and ways of asking whose
whole article was taken away. Whoever writes ten ways of asking takes care not to
repeat themselves, and residents do not; so questions of theirs, checked by a person,
weigh most where there are some, and the thresholds are set by those alone.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from content import against, decide, noise, search
from content.against import Lacking
from content.articles import Article
from content.decide import Confidence

FOLDS = 5
SPOILT = 0.25
"""The share of ways of asking that are tried with a slip of the finger or the like."""
OF_A_LOST_ARTICLE = 4
"""How many ways of asking are tried of an article that was taken away."""
CHECKED_SHARE = 0.7
"""How much checked questions weigh, all together."""
ANSWERABLE_SHARE = 2 / 3
NEAR_SHARE = 0.4
"""Of questions without an answer, the share that is near an article's subject."""
MOST_WRONG = 0.01
"""Of questions that have an answer: how many may be answered with another one."""
MOST_UNDUE = 0.015
"""Of questions that have none: how many may be answered. Below the 2 % that are
promised, for what is learnt on some questions holds a little less for others."""
LEAST_SUGGESTED = 0.994
"""Of questions whose article is among the first three, how many pass each of the two
thresholds to be told of it."""
SUGGEST_MARGIN = 0.6
"""Both thresholds of suggesting are set this far below what was learnt: they rest on
the few lowest of some hundred questions, and other people's lie lower still."""
RIDGE = 1e-3
NEWTON_STEPS = 30

Meaning = Callable[[str, str], Mapping[str, float]]
"""(What is asked, the article's own line it was made of) -> how near it is to each
article in meaning, that line left out."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Checked:
    """A resident's question with the facts that answer it; none: nothing does."""

    text: str
    language: str
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sample:
    """One question that was tried."""

    evidence: Mapping[str, float]
    answerable: bool
    right: bool
    """The first article answers it."""
    among_three: bool
    clear: bool
    """It leaves the second behind: only then is it served alone."""
    weight: float = 1.0


def learn(
    articles: Iterable[Article],
    checked: Sequence[Checked] = (),
    *,
    meaning: Meaning | None = None,
    seed: int = 1,
) -> Confidence:
    """What to think of the evidence. The same input and seed give the same."""
    known = sorted(articles, key=lambda a: (a.slug, a.language))
    share = 1 - CHECKED_SHARE if checked else 1.0
    none = share * (1 - ANSWERABLE_SHARE)
    own = [
        *_sharing(share * ANSWERABLE_SHARE, _of_lines(known, Random(seed), meaning)),
        *_sharing(none * NEAR_SHARE, _near(known, meaning)),
        *_sharing(none * (1 - NEAR_SHARE), _of_lost(known, Random(seed), meaning)),
    ]
    asked = _sharing(CHECKED_SHARE, _of_checked(known, checked, meaning))
    base, weights = _fitted([*own, *asked])
    judged, sure = (asked, _unseen(own, asked)) if asked else (own, _sure(own, own))
    # What is a question without its tone marks is to be told of as well.
    typed = [*judged, *_of_checked(known, _spoilt(checked, Random(seed)), meaning)]
    near = _confidences(Confidence(base, weights, answer=1, suggest=1), typed)
    return Confidence(
        base=round(base, 4),
        weights={name: round(value, 4) for name, value in weights.items()},
        answer=_answer_from(sure, judged),
        suggest=_suggest_from(near, typed),
        least_score=_suggest_from(_scores(typed), typed),
    )


def _of_lines(
    known: Sequence[Article], random: Random, meaning: Meaning | None
) -> Iterator[Sample]:
    """Ways of asking that the index does not hold."""
    alike = _answering(known)
    for fold in range(FOLDS):
        index = search.build([_without(a, fold) for a in known])
        for article in known:
            for line in article.asked_as[fold::FOLDS]:
                text = line
                if random.random() < SPOILT:
                    text = random.choice(list(noise.KINDS.values()))(line, random)
                meant = meaning(text, line) if meaning else None
                yield _tried(index, text, article.language, alike(article), meant)


def _near(known: Sequence[Article], meaning: Meaning | None) -> Iterator[Sample]:
    """Questions articles are known not to answer, with those left out."""
    for fold in range(FOLDS):
        index = search.build([_without(a, fold) for a in known])
        for article in known:
            for line in article.not_told[fold::FOLDS]:
                meant = meaning(line, line) if meaning else None
                yield _tried(index, line, article.language, (), meant)


def _of_lost(
    known: Sequence[Article], random: Random, meaning: Meaning | None
) -> Iterator[Sample]:
    """Ways of asking whose article is not there, nor one that says the same."""
    slugs = sorted({article.slug for article in known})
    random.shuffle(slugs)
    alike = _answering(known)
    for fold in range(FOLDS):
        lost = set(slugs[fold::FOLDS])
        index = search.build([a for a in known if a.slug not in lost])
        for article in known:
            if article.slug not in lost or not lost >= alike(article):
                continue
            some = min(OF_A_LOST_ARTICLE, len(article.asked_as))
            for line in random.sample(article.asked_as, some):
                meant = meaning(line, line) if meaning else None
                yield _tried(index, line, article.language, (), meant)


def _of_checked(
    known: Sequence[Article], checked: Iterable[Checked], meaning: Meaning | None
) -> Iterator[Sample]:
    index = search.build(known)
    for each in checked:
        right = {article.slug for article in known if each.facts & set(article.facts)}
        meant = meaning(each.text, each.text) if meaning else None
        yield _tried(index, each.text, each.language, right, meant)


def _spoilt(checked: Iterable[Checked], random: Random) -> Iterator[Checked]:
    """The questions as they are typed in a hurry."""
    for each in checked:
        for kind in (noise.typos, noise.no_tones):
            yield replace(each, text=kind(each.text, random))


def _without(article: Article, fold: int) -> Article:
    def kept(lines: Sequence[str]) -> tuple[str, ...]:
        return tuple(line for at, line in enumerate(lines) if at % FOLDS != fold)

    return replace(
        article, asked_as=kept(article.asked_as), not_told=kept(article.not_told)
    )


def _answering(known: Sequence[Article]) -> Callable[[Article], set[str]]:
    """The articles that answer what an article answers: itself, and those that tell
    all of its facts."""
    facts: dict[str, set[str]] = {}
    for each in known:
        facts.setdefault(each.slug, set()).update(each.facts)

    def alike(article: Article) -> set[str]:
        own = facts[article.slug]
        same = {slug for slug, told in facts.items() if own and own <= told}
        return {article.slug} | same

    return alike


def _tried(
    index: search.Index,
    text: str,
    language: str,
    right: Collection[str],
    meant: Mapping[str, float] | None,
) -> Sample:
    question = search.question(index, text)
    hits = search.ranked(index, question, language=language)
    told = index.told[hits[0].slug] if hits else None
    lacking = against.lacking(question.text, told) if told else Lacking()
    return Sample(
        decide.evidence(question, hits, lacking, meant),
        answerable=bool(right),
        right=bool(hits) and hits[0].slug in right,
        among_three=any(hit.slug in right for hit in hits[: decide.MOST_SUGGESTED]),
        clear=bool(hits) and (decide.is_clear(hits) or decide.is_the_same(hits[0])),
    )


def _sharing(share: float, found: Iterator[Sample]) -> list[Sample]:
    """The samples of one kind, together as heavy as `share`."""
    samples = list(found)
    return [replace(sample, weight=share / len(samples)) for sample in samples]


def _unseen(own: Sequence[Sample], asked: Sequence[Sample]) -> Floats:
    """How sure one is of each checked question having learnt from the others."""
    sure = np.zeros(len(asked))
    for fold in range(FOLDS):
        others = [each for at, each in enumerate(asked) if at % FOLDS != fold]
        sure[fold::FOLDS] = _sure([*own, *others], asked[fold::FOLDS])
    return sure


def _sure(learnt_from: Sequence[Sample], samples: Sequence[Sample]) -> Floats:
    base, weights = _fitted(learnt_from)
    return _confidences(Confidence(base, weights, answer=1, suggest=1), samples)


def _confidences(confidence: Confidence, samples: Sequence[Sample]) -> Floats:
    return np.array([confidence(sample.evidence) for sample in samples])


def _fitted(samples: Sequence[Sample]) -> tuple[float, dict[str, float]]:
    """Base and weights of a logistic regression with a small ridge, by Newton's
    method on standardised evidence (Hastie, Tibshirani and Friedman 2009, 4.4.1)."""
    names = tuple(samples[0].evidence)
    table = np.array([[each.evidence[name] for name in names] for each in samples])
    right = np.array([float(each.right) for each in samples])
    weight = np.array([each.weight for each in samples])
    weight /= weight.sum()
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.column_stack((np.ones(len(table)), (table - mean) / spread))
    ridge = RIDGE * np.eye(scaled.shape[1])
    ridge[0, 0] = 0
    found = np.zeros(scaled.shape[1])
    for _ in range(NEWTON_STEPS):
        sure = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weight * (sure - right)) + ridge @ found
        bend = (scaled * (weight * sure * (1 - sure))[:, None]).T @ scaled + ridge
        found -= np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    named = {name: float(each) for name, each in zip(names, weights, strict=True)}
    return float(found[0] - weights @ mean), named


def _answer_from(sure: Floats, samples: Sequence[Sample]) -> float:
    """The lowest confidence from which on answers are wrong, or undue, as rarely as
    is promised."""
    order = np.argsort(-sure, kind="stable")
    weight = np.array([each.weight for each in samples])[order]
    answerable = np.array([each.answerable for each in samples])[order]
    right = np.array([each.right for each in samples])[order]
    served = np.array([each.clear for each in samples])[order]
    wrong = np.cumsum(weight * (served & answerable & ~right))
    undue = np.cumsum(weight * (served & ~answerable))
    wrong /= weight[answerable].sum()
    undue /= max(1e-9, weight[~answerable].sum())
    fine = np.flatnonzero((wrong <= MOST_WRONG) & (undue <= MOST_UNDUE))
    return round(float(sure[order][fine[-1]]), 4) if len(fine) else 1.0


def _scores(samples: Sequence[Sample]) -> Floats:
    return np.array([sample.evidence["score"] for sample in samples])


def _suggest_from(values: Floats, samples: Sequence[Sample]) -> float:
    """The value that nearly all questions pass whose article is among three."""
    good = values[np.array([each.among_three for each in samples])]
    if not len(good):
        return 0.0
    return round(SUGGEST_MARGIN * float(np.quantile(good, 1 - LEAST_SUGGESTED)), 4)
