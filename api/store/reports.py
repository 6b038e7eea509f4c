"""Progress reports: written by one officer, in words short enough for a chat."""

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, officers, paging
from api.store.locks import held, take_turn
from api.store.models import Broadcast, ProgressUpdate, Report
from api.store.paging import Page
from api.store.words import BroadcastState, ReportState
from content import messages as catalogues
from content import summary
from content.dates import say_date
from content.messages import Messages, nearest
from content.outbound import Card, Link, Outbound
from content.summary import Problem

LANGUAGES = ("th", "en")
SLUG = re.compile(r"[a-z0-9-]{1,100}")
MOST_TITLE = 120
MOST_BODY = 2000
# Not begun: taking such a broadcast back reaches nobody.
NOT_BEGUN = (BroadcastState.PROPOSED, BroadcastState.APPROVED)


@dataclass(frozen=True, slots=True)
class Wording:
    """What an edit may change. None: leave it as it is."""

    texts: Mapping[str, Mapping[str, str]] | None = None
    source_name: str | None = None
    source_url: str | None = None
    as_of: date | None = None


def add_update(
    session: Session,
    *,
    title: str,
    body: str,
    source_name: str,
    happened_on: date,
    now: datetime,
    source_url: str | None = None,
    author_id: UUID | None = None,
    by: str | None = None,
) -> ProgressUpdate:
    """Keep what happened, as its source tells it.

    `by`: the actor of the audit log; None: the author, who has proved who they are.
    """
    update = ProgressUpdate(
        title=_filled(title),
        body=_filled(body),
        source_name=_filled(source_name),
        source_url=_web_address(source_url),
        happened_on=happened_on,
        author_id=author_id,
        created_at=now,
    )
    session.add(update)
    session.flush()
    who = by or (officers.actor(author_id) if author_id else "cli")
    _record(
        session,
        "update.add",
        f"update:{update.id}",
        by=who,
        now=now,
        author=str(author_id) if author_id else None,
    )
    return update


def get_update(session: Session, update_id: UUID) -> ProgressUpdate:
    update = session.get(ProgressUpdate, update_id)
    if update is None:
        raise not_found("update")
    return update


def list_updates(
    session: Session, *, after: str | None = None, limit: int = 50
) -> Page[ProgressUpdate]:
    """Updates, the newest first."""
    statement = select(ProgressUpdate)
    key = col(ProgressUpdate.id)
    return paging.page(session, statement, key, after=after, limit=limit)


def write(
    session: Session,
    *,
    texts: Mapping[str, Mapping[str, str]],
    source_name: str,
    as_of: date,
    author_id: UUID,
    now: datetime,
    source_url: str | None = None,
    update_id: UUID | None = None,
    made_up: bool = False,
    by: str | None = None,
) -> Report:
    """A draft. `texts`: language -> title and body; Thai must be among them.

    `by`: the actor of the audit log; None: the author, who has proved who they are.
    """
    officers.get(session, author_id)
    if update_id is not None:
        get_update(session, update_id)
    worded = _worded(texts)
    take_turn(session, "report slug")
    report = Report(
        slug=_free_slug(session, worded, as_of),
        update_id=update_id,
        texts=worded,
        source_name=_filled(source_name),
        source_url=_web_address(source_url),
        as_of=as_of,
        author_id=author_id,
        created_at=now,
        made_up=made_up,
    )
    session.add(report)
    session.flush()
    who = by or officers.actor(author_id)
    _record(
        session,
        "report.write",
        f"report:{report.id}",
        by=who,
        now=now,
        author=str(author_id),
    )
    return report


def edit(
    session: Session,
    report_id: UUID,
    wording: Wording,
    *,
    editor_id: UUID,
    seen_sha256: str,
    now: datetime,
) -> Report:
    """Change the words of a report nobody has been sent yet.

    `seen_sha256` is of the words the editor began from: what another has written
    meanwhile is not overwritten unseen. What was proposed or approved about the old
    words is void. Whoever edits can no more approve it than who wrote it first.
    """
    report = hold(session, report_id)
    if report.state is ReportState.PUBLISHED:
        raise DomainError(409, "error.report_published")
    officers.get(session, editor_id)
    if content_sha256(report) != seen_sha256:
        raise DomainError(409, "error.edited_meanwhile")
    report.texts = _worded(wording.texts) if wording.texts else report.texts
    if wording.source_name is not None:
        report.source_name = _filled(wording.source_name)
    if wording.source_url is not None:
        report.source_url = _web_address(wording.source_url)
    report.as_of = wording.as_of or report.as_of
    report.editor_ids = sorted({*report.editor_ids, str(editor_id)})
    report.state = ReportState.DRAFT
    void = void_broadcasts(session, report.id, now)
    _record(
        session,
        "report.edit",
        f"report:{report.id}",
        by=officers.actor(editor_id),
        now=now,
        voided=[str(id_) for id_ in void],
    )
    return report


def writers(report: Report) -> frozenset[UUID]:
    """Everyone who put words into it: none of them may approve it."""
    return frozenset((report.author_id, *editors(report)))


def editors(report: Report) -> list[UUID]:
    """Who has changed its words since they were written."""
    return [UUID(id_) for id_ in report.editor_ids]


def void_broadcasts(session: Session, report_id: UUID, now: datetime) -> list[UUID]:
    """Cancel what was decided about the report and has not begun."""
    waiting = session.exec(
        select(Broadcast)
        .where(Broadcast.report_id == report_id, col(Broadcast.state).in_(NOT_BEGUN))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    for broadcast in waiting:
        broadcast.state = BroadcastState.CANCELLED
        broadcast.finished_at = now
    session.flush()
    return [broadcast.id for broadcast in waiting]


def hold(session: Session, report_id: UUID) -> Report:
    """The report as it is now, kept from others until this transaction ends."""
    report = held(session, Report, report_id)
    if report is None:
        raise not_found("report")
    return report


def get(session: Session, report_id: UUID) -> Report:
    report = session.get(Report, report_id)
    if report is None:
        raise not_found("report")
    return report


def by_slug(session: Session, slug: str) -> Report:
    report = None
    if SLUG.fullmatch(slug):
        report = session.exec(select(Report).where(Report.slug == slug)).first()
    if report is None:
        raise not_found("report")
    return report


def list_(
    session: Session,
    *,
    state: ReportState | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[Report]:
    """Reports in one state, or all of them, the newest first: those `published` by
    when they came out, else by when they were begun."""
    if state is ReportState.PUBLISHED:
        return published(session, after=after, limit=limit)
    statement = select(Report)
    if state is not None:
        statement = statement.where(Report.state == state)
    return paging.page(session, statement, col(Report.id), after=after, limit=limit)


def published(
    session: Session, *, after: str | None = None, limit: int = 50
) -> Page[Report]:
    """What everyone may read; what was published last comes first."""
    limit = max(1, min(limit, paging.MOST))
    statement = select(Report).where(Report.state == ReportState.PUBLISHED)
    at, id_ = col(Report.published_at), col(Report.id)
    if after is not None:
        last = _last_read(session, after)
        earlier = (at == last.published_at) & (id_ < last.id)
        statement = statement.where((at < last.published_at) | earlier)
    newest = statement.order_by(at.desc(), id_.desc())
    found = list(session.exec(newest.limit(limit + 1)))
    more = str(found[limit - 1].id) if len(found) > limit else None
    return Page(found[:limit], more)


def _last_read(session: Session, after: str) -> Report:
    """The published report that the page before ended with."""
    report = None
    with suppress(ValueError):
        report = session.get(Report, UUID(after))
    if report is None or report.published_at is None:
        raise DomainError(422, "error.bad_cursor")
    return report


def content_sha256(report: Report) -> str:
    """What an approval holds on to: every word a resident would see."""
    words = {
        "slug": report.slug,
        "texts": report.texts,
        "source_name": report.source_name,
        "source_url": report.source_url,
        "as_of": report.as_of.isoformat(),
        "made_up": report.made_up,
    }
    canonical = json.dumps(words, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def problems(report: Report) -> list[tuple[str, Problem]]:
    """What is still wrong with it, by language: none of it may go out so."""
    return [
        (language, problem)
        for language, said in report.texts.items()
        for problem in summary.problems(said["title"], said["body"], language)
    ]


def messages(report: Report, language: str, public_url: str) -> tuple[Outbound, ...]:
    """The report as it is said in a chat, in the nearest language it is written in."""
    spoken = nearest(language, report.texts)
    said, words = report.texts[spoken], _catalogue()
    title = said["title"]
    if report.made_up:
        title = words.say("report.made_up", spoken, title=title)
    footer = " · ".join(
        (
            words.say("content.source", spoken, names=report.source_name, others=0),
            words.say("content.as_of", spoken, day=say_date(report.as_of, spoken)),
        )
    )
    more = words.say("report.read_more", spoken)
    url = f"{public_url}/reports/{report.slug}"
    links = (Link(more, url),) if public_url else ()
    return (Outbound(card=Card(title, said["body"], footer, links)),)


@cache
def _catalogue() -> Messages:
    return catalogues.load()


def _worded(texts: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    if "th" not in texts or not set(texts) <= set(LANGUAGES):
        raise DomainError(422, "error.report_languages")
    worded = {
        language: {
            "title": _filled(said.get("title", ""), MOST_TITLE),
            "body": _filled(said.get("body", ""), MOST_BODY),
        }
        for language, said in texts.items()
    }
    return dict(sorted(worded.items()))


def _filled(text: str, most: int = 20_000) -> str:
    """Text that says something and that any database keeps: PostgreSQL takes no NUL,
    and half a character (a lone surrogate) is no text."""
    text = text.strip()
    if not text or len(text) > most or re.search("[\x00\ud800-\udfff]", text):
        raise DomainError(422, "error.text_shape", most=most)
    return text


def _web_address(url: str | None) -> str | None:
    if not url:
        return None
    if not re.fullmatch(r"https?://[^\s<>\"]{1,500}", url):
        raise DomainError(422, "error.url_shape")
    return url


def _free_slug(session: Session, texts: dict[str, dict[str, str]], as_of: date) -> str:
    """A name for the report's address: its English title, or else its date."""
    title = texts.get("en", {}).get("title", "").casefold()
    words = re.sub(r"[^a-z0-9]+", "-", title).strip("-")[:60].strip("-")
    base = words or as_of.isoformat()
    taken = set(
        session.exec(select(Report.slug).where(col(Report.slug).startswith(base)))
    )
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _record(
    session: Session,
    action: str,
    subject: str,
    *,
    by: str,
    now: datetime,
    **details: Any,
) -> None:
    audit.record(session, actor=by, action=action, subject=subject, now=now, **details)
