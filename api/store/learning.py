"""From questions to content: a revision is weighed, written, and settles questions.

To weigh one takes seconds of computing, so these open their own transactions: one to
read, none while it is weighed, one in which everything is written or nothing. What
has landed between the two is not overlooked: the second refuses a verdict that is
no longer of what is live (`articles.weighed_against`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.errors import DomainError, not_found
from api.ports import Weigh
from api.store import articles, asked, audit, checked, officers, questions
from api.store.checked import Verdict
from api.store.models import ArticleRevision, CheckedQuestion
from api.store.questions import Kept
from api.store.session import Database
from api.store.words import QuestionState
from content import articles as files
from content import editing, thai
from content.articles import Article, ArticleError
from content.editing import Key
from content.effects import Asked, Effects, Expected, Wording

NEW = "new"
"""The key of a question that is only about to be checked."""
SETTLE = {"asked_as": questions.answered, "not_told": questions.dismiss}


@dataclass(frozen=True, slots=True)
class Writer:
    """Who changes what the town tells, and how they mean it."""

    officer_id: UUID
    key: str | None = None
    """The actor of the API key that acts for them; None: they do it themselves."""
    accept_losses: bool = False
    """Though checked questions are lost."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What became of a question that was turned into content."""

    revision: ArticleRevision
    checked: CheckedQuestion
    works: bool
    """Whether the question is treated rightly from now on."""
    settled: Kept


@dataclass(frozen=True, slots=True)
class _Live:
    """What a revision is weighed against."""

    revisions: Sequence[ArticleRevision]
    expected: list[Expected]
    weighed_against: str
    withdrawn: frozenset[str]
    recent: list[Asked] = field(default_factory=list)

    def revision(self, slug: str, language: str) -> ArticleRevision:
        for each in self.revisions:
            if (each.slug, each.language) == (slug, language):
                return each
        raise not_found("article")

    def weigh(self, weigh: Weigh, revised: Wording) -> Effects:
        nothing_asked = not self.expected and not self.recent
        if nothing_asked or revised.slug in self.withdrawn:
            return Effects()
        live = [Wording(r.slug, r.language, r.source_text) for r in self.revisions]
        return weigh(live, revised, self.expected, self.recent)


def revise(
    database: Database,
    weigh: Weigh,
    wanted: Wording,
    writer: Writer,
    now: datetime,
    *,
    seen: int | None = None,
    settles: Collection[UUID] = (),
) -> ArticleRevision:
    """An officer's wording, live at once unless it loses a checked question.

    `settles` are open questions that it answers, one at least of which is still open.
    """
    with database.read() as session:
        for question_id in list(settles)[:1]:
            _open(session, question_id)
        live = _live(session)
    _read(wanted)
    verdict = _verdict(live, live.weigh(weigh, wanted), writer)
    with database.write() as session:
        made = _write(session, wanted, verdict, writer, now, seen)
        if settles:
            first, *others = settles
            by = _by(writer)
            questions.answered(session, first, others=others, by=by, now=now)
        _note(session, writer, "key.revise_article", wanted.slug, now)
    return made


def answer_with(
    database: Database,
    weigh: Weigh,
    slug: str,
    question_id: UUID,
    writer: Writer,
    now: datetime,
    *,
    others: Collection[UUID] = (),
    line: str | None = None,
) -> Correction:
    """The article answers this question, and the `others` still open: one more way
    of asking for it, `line` or else the question's own words."""
    return _correct(
        database, weigh, "asked_as", slug, question_id, writer, now, others, line
    )


def not_told(
    database: Database,
    weigh: Weigh,
    slug: str,
    question_id: UUID,
    writer: Writer,
    now: datetime,
    *,
    others: Collection[UUID] = (),
    line: str | None = None,
) -> Correction:
    """The question is near the article, and no article answers it, nor the `others`."""
    return _correct(
        database, weigh, "not_told", slug, question_id, writer, now, others, line
    )


def tried(
    database: Database,
    weigh: Weigh,
    wanted: Wording,
    *,
    since: datetime,
    limit: int,
) -> Effects:
    """What this wording would do to the checked questions, and to the newest `limit`
    that were asked from `since` on. Nothing is written."""
    with database.read() as session:
        live = _live(session)
        recent = asked.recent(session, since, limit)
    _read(wanted)
    live.recent.extend(Asked(each.text, each.language) for each in recent)
    return live.weigh(weigh, wanted)


def _correct(
    database: Database,
    weigh: Weigh,
    key: Key,
    slug: str,
    question_id: UUID,
    writer: Writer,
    now: datetime,
    others: Collection[UUID],
    line: str | None,
) -> Correction:
    with database.read() as session:
        question = _open(session, question_id)
        live = _live(session)
    language = question.language
    said = checked.line_of(question.text if line is None else line)
    revised = _with_line(live, key, slug, language, said)
    right = slug if key == "asked_as" else None
    _expect(live.expected, Expected(NEW, said, language, right))
    found = live.weigh(weigh, revised)
    seen = live.revision(slug, language).number
    verdict = _verdict(live, found, writer)
    with database.write() as session:
        made = _write(session, revised, verdict, writer, now, seen)
        by = _by(writer)
        settled = SETTLE[key](session, question_id, others=others, by=by, now=now)
        kept = checked.put(
            session,
            text=said,
            language=language,
            slug=right,
            officer_id=writer.officer_id,
            now=now,
        )
        _note(session, writer, f"key.{key}", slug, now)
    [new] = [each for each in found.checked if each.expected.key == NEW]
    return Correction(made, kept, new.is_right, settled)


def _live(session: Session) -> _Live:
    return _Live(
        articles.live(session),
        checked.expected(session),
        articles.weighed_against(session),
        articles.withdrawn(session),
    )


def _open(session: Session, question_id: UUID) -> Kept:
    """Before anything is computed for it in vain."""
    question = questions.get(session, question_id)
    if question.state is not QuestionState.OPEN:
        raise DomainError(409, "error.question_settled")
    return question


def _with_line(live: _Live, key: Key, slug: str, language: str, line: str) -> Wording:
    """The article with the line; no article of its language may have it already."""
    revision = live.revision(slug, language)
    article = _read(Wording(slug, language, revision.source_text))
    try:
        editing.check_new(line, article, _others(live, article))
        text = editing.add(revision.source_text, article, key, line)
    except editing.LineRefused as refused:
        raise checked.refusal(refused) from refused
    return Wording(slug, language, text)


def _others(live: _Live, article: Article) -> Iterable[Article]:
    for each in live.revisions:
        if each.language == article.language and each.slug != article.slug:
            yield _read(Wording(each.slug, each.language, each.source_text))


def _read(wording: Wording) -> Article:
    try:
        return files.parse(wording.text, slug=wording.slug, language=wording.language)
    except ArticleError as error:
        raise DomainError(422, "error.article_fault", reason=str(error)) from error


def _expect(expected: list[Expected], new: Expected) -> None:
    """What was right for the same question until now is not any more."""
    words = thai.normalise(new.text)
    expected[:] = [
        each
        for each in expected
        if (each.language, thai.normalise(each.text)) != (new.language, words)
    ]
    expected.append(new)


def _verdict(live: _Live, found: Effects, writer: Writer) -> Verdict:
    return Verdict(live.weighed_against, found.lost, writer.accept_losses)


def _write(
    session: Session,
    revised: Wording,
    verdict: Verdict,
    writer: Writer,
    now: datetime,
    seen: int | None,
) -> ArticleRevision:
    return articles.revise(
        session,
        slug=revised.slug,
        language=revised.language,
        source_text=revised.text,
        author_id=writer.officer_id,
        now=now,
        seen=seen,
        verdict=verdict,
    )


def _by(writer: Writer) -> str:
    return writer.key or officers.actor(writer.officer_id)


def _note(
    session: Session, writer: Writer, action: str, slug: str, now: datetime
) -> None:
    """That it was a key, beside the officer it acts for."""
    if writer.key is not None:
        audit.record(
            session,
            actor=writer.key,
            action=action,
            subject=f"article:{slug}",
            now=now,
        )
