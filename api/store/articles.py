"""Articles as they are live: the shipped files, and what officers wrote over them."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from api.errors import DomainError, not_found
from api.store import audit, checked, officers
from api.store.checked import Verdict
from api.store.locks import held, take_turn
from api.store.models import Article, ArticleRevision
from content import articles
from content.articles import ArticleError
from content.effects import Checked


def sync(session: Session, shipped: Iterable[articles.Article], now: datetime) -> int:
    """Add the shipped files that are new or changed; how many.

    Never over an officer's wording: once an officer has written an article in a
    language, its file no longer counts there.
    """
    take_turn(session, "articles")
    newest = {(each.slug, each.language): each for each in session.exec(_newest())}
    known = set(session.exec(select(Article.slug)).all())
    added = 0
    for article in shipped:
        last = newest.get((article.slug, article.language))
        same = last is not None and last.sha256 == _digest(article.source_text)
        if same or (last is not None and not last.shipped):
            continue
        if article.slug not in known:
            session.add(Article(slug=article.slug, created_at=now))
            session.flush()
            known.add(article.slug)
        _add(session, article, last, now)
        added += 1
    session.flush()
    return added


def revise(
    session: Session,
    *,
    slug: str,
    language: str,
    source_text: str,
    author_id: UUID,
    now: datetime,
    seen: int | None = None,
    verdict: Verdict | None = None,
) -> ArticleRevision:
    """An officer's wording of an article, old or new; live at once.

    `seen` is the number of the revision the officer began from: if another has
    landed meanwhile, theirs is not lost silently but refused. So is one that loses
    a checked question; None will do for `verdict` while there is none.
    """
    officers.get(session, author_id)
    try:
        read = articles.parse(source_text, slug=slug, language=language)
    except ArticleError as error:
        raise DomainError(422, "error.article_fault", reason=str(error)) from error
    take_turn(session, "articles")
    last = _last(session, slug, language)
    if seen is not None and seen != (last.number if last else 0):
        raise DomainError(409, "error.article_changed")
    lost = _lost(session, verdict)
    if session.get(Article, slug) is None:
        session.add(Article(slug=slug, created_at=now))
        session.flush()
    made = _add(session, read, last, now, author_id)
    session.flush()
    audit.record(
        session,
        actor=officers.actor(author_id),
        action="article.revise",
        subject=f"article:{slug}",
        now=now,
        language=language,
        number=made.number,
        **({"lost": [each.expected.key for each in lost]} if lost else {}),
    )
    return made


def withdraw(session: Session, slug: str, *, by: str, now: datetime) -> Article:
    """The bot answers with it no more; its wordings are kept."""
    return _turn(session, slug, "article.withdraw", now, by=by, now=now)


def restore(session: Session, slug: str, *, by: str, now: datetime) -> Article:
    """The bot answers with it again."""
    return _turn(session, slug, "article.restore", None, by=by, now=now)


def live(session: Session) -> list[ArticleRevision]:
    """The newest wording of each article in each language, withdrawn ones left out."""
    statement = (
        _newest()
        .join(Article, col(Article.slug) == col(ArticleRevision.slug))
        .where(col(Article.withdrawn_at).is_(None))
        .order_by(col(ArticleRevision.slug), col(ArticleRevision.language))
    )
    return list(session.exec(statement).all())


def get(session: Session, slug: str, language: str) -> ArticleRevision:
    """The newest wording, whether withdrawn or not."""
    found = _last(session, slug, language)
    if found is None:
        raise not_found("article")
    return found


def history(session: Session, slug: str, language: str) -> list[ArticleRevision]:
    """Every wording there has been, the newest first."""
    statement = (
        select(ArticleRevision)
        .where(ArticleRevision.slug == slug, ArticleRevision.language == language)
        .order_by(col(ArticleRevision.number).desc())
    )
    return list(session.exec(statement).all())


def withdrawn(session: Session) -> frozenset[str]:
    """The slugs the bot does not answer with."""
    statement = select(Article.slug).where(col(Article.withdrawn_at).is_not(None))
    return frozenset(session.exec(statement).all())


def stamp(session: Session) -> str:
    """A text that changes whenever what is live changes."""
    revisions, newest = session.exec(
        select(func.count(), func.max(col(ArticleRevision.created_at))).select_from(
            ArticleRevision
        )
    ).one()
    gone = ",".join(sorted(withdrawn(session)))
    return _digest(f"{revisions} {newest} {gone}")


def weighed_against(session: Session) -> str:
    """A text that changes with all that a revision's effects depend on."""
    return f"{stamp(session)} {checked.stamp(session)}"


def export(session: Session) -> Mapping[str, str]:
    """What is live, as files: `th/five-levels.md` -> its text."""
    return {
        f"{revision.language}/{revision.slug}.md": revision.source_text
        for revision in live(session)
    }


def _lost(session: Session, verdict: Verdict | None) -> tuple[Checked, ...]:
    """The checked questions it loses with the officer's consent."""
    if verdict is None:
        if checked.any_(session):
            raise DomainError(409, "error.content_changed")
        return ()
    if verdict.weighed_against != weighed_against(session):
        raise DomainError(409, "error.content_changed")
    if verdict.lost and not verdict.accept_losses:
        lost = [each.expected.text for each in verdict.lost]
        raise DomainError(409, "error.questions_lost", lost=lost)
    return verdict.lost


def _turn(
    session: Session,
    slug: str,
    action: str,
    withdrawn_at: datetime | None,
    *,
    by: str,
    now: datetime,
) -> Article:
    article = held(session, Article, slug)
    if article is None:
        raise not_found("article")
    if (article.withdrawn_at is None) != (withdrawn_at is None):
        article.withdrawn_at = withdrawn_at
        session.add(article)
        session.flush()
        subject = f"article:{slug}"
        audit.record(session, actor=by, action=action, subject=subject, now=now)
    return article


def _add(
    session: Session,
    article: articles.Article,
    last: ArticleRevision | None,
    now: datetime,
    author_id: UUID | None = None,
) -> ArticleRevision:
    made = ArticleRevision(
        slug=article.slug,
        language=article.language,
        number=last.number + 1 if last else 1,
        source_text=article.source_text,
        sha256=_digest(article.source_text),
        shipped=author_id is None,
        author_id=author_id,
        created_at=now,
    )
    session.add(made)
    return made


def _newest() -> SelectOfScalar[ArticleRevision]:
    newest = (
        select(
            ArticleRevision.slug,
            ArticleRevision.language,
            func.max(col(ArticleRevision.number)).label("number"),
        )
        .group_by(col(ArticleRevision.slug), col(ArticleRevision.language))
        .subquery()
    )
    return select(ArticleRevision).join(
        newest,
        and_(
            col(ArticleRevision.slug) == newest.c.slug,
            col(ArticleRevision.language) == newest.c.language,
            col(ArticleRevision.number) == newest.c.number,
        ),
    )


def _last(session: Session, slug: str, language: str) -> ArticleRevision | None:
    return next(iter(history(session, slug, language)), None)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
