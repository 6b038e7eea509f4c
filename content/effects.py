"""What a revision of an article would change: questions it catches, questions it loses.

Two indexes are built and every question is decided twice: seconds of work, not for a
thread that others wait for.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from content import articles, decide, search
from content.articles import Article, ArticleError
from content.decide import Outcome
from content.search import Index


@dataclass(frozen=True, slots=True)
class Wording:
    """An article in one language, as a file."""

    slug: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of late; nobody has settled what is right for it."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Expected:
    """A question and what is right for it."""

    key: str
    """By which the asker knows it again."""
    text: str
    language: str
    slug: str | None
    """The article that answers it; None: none may be served as the answer."""

    def met(self, found: "Found") -> bool:
        """Whether it is answered with its article, or that one suggested first."""
        if self.slug is None:
            return found.outcome is not Outcome.ANSWER
        return found.slugs[:1] == (self.slug,)


@dataclass(frozen=True, slots=True)
class Found:
    """What becomes of a question: the outcome, the articles served or suggested."""

    outcome: Outcome
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked question before and after."""

    expected: Expected
    before: Found
    after: Found

    @property
    def was_right(self) -> bool:
        return self.expected.met(self.before)

    @property
    def is_right(self) -> bool:
        return self.expected.met(self.after)


@dataclass(frozen=True, slots=True)
class Recent:
    """A question of late, before and after."""

    asked: Asked
    before: Found
    after: Found


@dataclass(frozen=True, slots=True)
class Effects:
    """What a revision does to the questions it was tried on."""

    checked: tuple[Checked, ...] = ()
    recent: tuple[Recent, ...] = ()

    @property
    def caught(self) -> tuple[Checked, ...]:
        """Right only with the revision."""
        return tuple(c for c in self.checked if c.is_right and not c.was_right)

    @property
    def lost(self) -> tuple[Checked, ...]:
        """Right only without it."""
        return tuple(c for c in self.checked if c.was_right and not c.is_right)

    @property
    def unchanged(self) -> tuple[Checked, ...]:
        """Right with it as without it, or wrong both times."""
        return tuple(c for c in self.checked if c.was_right == c.is_right)

    @property
    def changed(self) -> tuple[Recent, ...]:
        """Of the questions of late, those that would be treated otherwise."""
        return tuple(each for each in self.recent if each.before != each.after)


def of(
    old: Iterable[Article],
    new: Iterable[Article],
    checked: Sequence[Expected],
    recent: Sequence[Asked] = (),
) -> Effects:
    """What becomes of these questions with the new articles instead of the old."""
    if not checked and not recent:
        return Effects()
    before, after = search.build(tuple(old)), search.build(tuple(new))
    return Effects(
        tuple(Checked(each, *_found((before, after), each)) for each in checked),
        tuple(Recent(each, *_found((before, after), each)) for each in recent),
    )


def weigh(
    live: Sequence[Wording],
    revised: Wording,
    checked: Sequence[Expected],
    recent: Sequence[Asked] = (),
) -> Effects:
    """What one revision does among the articles that are live.

    A live one that cannot be read is left out, as it is from what the bot tells.
    """
    old = {(each.slug, each.language): each for each in _readable(live)}
    new = {(each.slug, each.language): each for each in _readable((revised,))}
    return of(old.values(), (old | new).values(), checked, recent)


def _found(indexes: Iterable[Index], asked: Asked | Expected) -> Iterable[Found]:
    for index in indexes:
        made = decide.decide(index, asked.text, asked.language)
        yield Found(made.outcome, tuple(hit.slug for hit in made.hits))


def _readable(wordings: Iterable[Wording]) -> Iterable[Article]:
    for each in wordings:
        with suppress(ArticleError):
            yield articles.parse(each.text, slug=each.slug, language=each.language)
