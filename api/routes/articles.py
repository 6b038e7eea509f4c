"""/api/v1/articles: what the bot answers with, as revisions."""

from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Security
from pydantic import Field

from api.auth import api_key
from api.dependencies import (
    After,
    Limit,
    Now,
    ReadSession,
    StoreOf,
    Weighing,
    WriteSession,
)
from api.errors import not_found
from api.routes.effects import EffectsOf, shown
from api.routes.shapes import Answer, Asked, PageOf, Slug, Text, refusals
from api.store import api_keys, articles, learning
from api.store.learning import Writer
from api.store.models import ApiKey, ArticleRevision
from content.articles import parse
from content.effects import Wording

router = APIRouter(prefix="/articles", tags=["articles"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["articles:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["articles:write"])]
# It tells what residents asked of late.
Tries = Annotated[
    ApiKey, Security(api_key, scopes=["articles:write", "questions:write"])
]
Language = Annotated[str, Path(pattern=r"^(th|en|my)$")]


class ArticleLine(Answer):
    """The live revision of an article in one language."""

    slug: str
    language: str
    number: int
    title: str
    topic: str
    as_of: str | None
    """A day, a month or a year: as exactly as the source knows it."""
    review_by: date
    owner: str
    shipped: bool
    """Came with the program; false: written here."""
    revised_at: datetime


class ArticleWhole(ArticleLine):
    id: UUID
    sha256: str
    source_text: str
    """The whole article as a file: front matter and answer."""


class Standing(Answer):
    """Whether the bot answers with an article."""

    slug: str
    withdrawn_at: datetime | None
    """Since when it does not; null: it does."""


class RevisionWanted(Asked):
    source_text: Text
    seen: int | None = Field(
        default=None,
        ge=0,
        le=1_000_000,
        description="number of the revision it began from; refused if it is not the "
        "newest any more (0: there was none)",
    )
    accept_losses: bool = Field(
        default=False,
        description="though checked questions would not be answered rightly any more",
    )


class TrialWanted(Asked):
    source_text: Text
    days: int = Field(default=30, ge=1, le=366, description="questions of so many days")
    most: int = Field(default=200, ge=0, le=1000, description="so many of the newest")


@router.get("", responses=refusals(401, 403, 422))
def list_articles(
    key: Reads, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[ArticleLine]:
    """Live articles by name and language."""
    place = {f"{row.slug}:{row.language}": row for row in articles.live(session)}
    names = sorted(name for name in place if after is None or name > after)
    shown = [ArticleLine(**_line(place[name])) for name in names[:limit]]
    return PageOf(items=shown, next=names[limit - 1] if len(names) > limit else None)


@router.get("/{slug}/{language}", responses=refusals(401, 403, 404, 422))
def get_article(
    key: Reads, session: ReadSession, slug: Slug, language: Language
) -> ArticleWhole:
    """The live revision in this language."""
    for row in articles.live(session):
        if (row.slug, row.language) == (slug, language):
            return _whole(row)
    raise not_found("article")


# Before the route of a language: both addresses have the same shape.
@router.post("/{slug}/withdraw", responses=refusals(401, 403, 404, 422))
def withdraw_article(
    key: Writes, session: WriteSession, slug: Slug, now: Now
) -> Standing:
    """The bot answers with it no more, in any language; its wordings are kept."""
    row = articles.withdraw(session, slug, by=api_keys.actor(key), now=now)
    return Standing(slug=row.slug, withdrawn_at=row.withdrawn_at)


@router.post("/{slug}/restore", responses=refusals(401, 403, 404, 422))
def restore_article(
    key: Writes, session: WriteSession, slug: Slug, now: Now
) -> Standing:
    """The bot answers with it again."""
    row = articles.restore(session, slug, by=api_keys.actor(key), now=now)
    return Standing(slug=row.slug, withdrawn_at=row.withdrawn_at)


@router.post(
    "/{slug}/{language}", status_code=201, responses=refusals(401, 403, 409, 422)
)
def revise_article(
    key: Writes,
    database: StoreOf,
    weigh: Weighing,
    slug: Slug,
    language: Language,
    wanted: RevisionWanted,
    now: Now,
) -> ArticleWhole:
    """A new revision in the name of the officer the key acts for; live at once.

    A text with a fault is refused, with its line; so is one with which a checked
    question would not be answered rightly any more (`questions_lost`).
    """
    with database.read() as session:
        officer_id = api_keys.officer_of(session, key)
    row = learning.revise(
        database,
        weigh,
        Wording(slug, language, wanted.source_text),
        Writer(officer_id, api_keys.actor(key), wanted.accept_losses),
        now,
        seen=wanted.seen,
    )
    return _whole(row)


@router.post("/{slug}/{language}/try", responses=refusals(401, 403, 422))
def try_article(
    key: Tries,
    database: StoreOf,
    weigh: Weighing,
    slug: Slug,
    language: Language,
    wanted: TrialWanted,
    now: Now,
) -> EffectsOf:
    """What this wording would change for checked and for recent questions.

    Nothing is written.
    """
    return shown(
        learning.tried(
            database,
            weigh,
            Wording(slug, language, wanted.source_text),
            since=now - timedelta(days=wanted.days),
            limit=wanted.most,
        )
    )


def _line(row: ArticleRevision) -> dict[str, object]:
    article = parse(row.source_text, slug=row.slug, language=row.language)
    return {
        "slug": row.slug,
        "language": row.language,
        "number": row.number,
        "title": article.title,
        "topic": article.topic,
        "as_of": article.as_of,
        "review_by": article.review_by,
        "owner": article.owner,
        "shipped": row.shipped,
        "revised_at": row.created_at,
    }


def _whole(row: ArticleRevision) -> ArticleWhole:
    more = {"id": row.id, "sha256": row.sha256, "source_text": row.source_text}
    return ArticleWhole.model_validate(_line(row) | more)
