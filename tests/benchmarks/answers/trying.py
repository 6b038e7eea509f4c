"""Putting questions to search and to the decision, as a message of a resident is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from content import articles, decide, emergency, search
from content.articles import Article
from content.search import Index, Recipe
from tests.benchmarks.answers import scoring
from tests.benchmarks.answers.scoring import Tried
from tests.benchmarks.answers.sets import Asked


@dataclass(frozen=True, slots=True)
class Town:
    """Articles and the index over them."""

    articles: Sequence[Article]
    index: Index
    answering: Mapping[str, frozenset[str]]
    """Fact, or slug -> the slugs of the articles that tell it."""

    def right(self, asked: Asked) -> frozenset[str]:
        none: frozenset[str] = frozenset()
        return none.union(*(self.answering.get(each, none) for each in asked.gold))


def town(known: Sequence[Article], recipe: Recipe | None = None) -> Town:
    answering: dict[str, set[str]] = defaultdict(set)
    for article in known:
        for each in (article.slug, *article.facts):
            answering[each].add(article.slug)
    return Town(
        known,
        search.build(known, recipe),
        {each: frozenset(slugs) for each, slugs in answering.items()},
    )


@cache
def shipped() -> Town:
    return town(articles.load_all())


def ask_all(town: Town, asked: Iterable[Asked]) -> list[Tried]:
    return [ask(town, each) for each in asked]


def ask(town: Town, asked: Asked) -> Tried:
    """What the bot would do: danger comes before everything else."""
    decision = decide.decide(town.index, asked.text, asked.language)
    shown = tuple(hit.slug for hit in decision.hits)
    outcome = decision.outcome.value
    if emergency.match(asked.text):
        outcome, shown = "emergency", ()
    return Tried(
        asked=asked,
        right=town.right(asked),
        outcome=outcome,
        ranked=ranked(town.index, asked),
        shown=shown,
        confidence=decision.confidence,
    )


def ranked(index: Index, asked: Asked) -> tuple[str, ...]:
    question = search.question(index, asked.text)
    hits = search.ranked(index, question, language=asked.language)
    return tuple(hit.slug for hit in hits)


def places(town: Town, asked: Iterable[Asked]) -> list[int | None]:
    """Where search puts what answers each question that has an answer."""
    return [
        scoring.place(ranked(town.index, each), town.right(each))
        for each in asked
        if each.gold
    ]
