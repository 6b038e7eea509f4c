"""The public pages and the files they need."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from api.dependencies import After, database_of, settings_of
from api.errors import not_found
from api.pages import indicators, language, programme, render
from api.store import reports, retention
from api.store.words import ReportState
from content import notice

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
router.include_router(indicators.router)

PER_PAGE = 20
_ours = StaticFiles(directory=Path(__file__).parent.parent / "static")
_fonts = StaticFiles(packages=[("content", "fonts")])
# What each use of data rests on; the words and periods are in the catalogue.
USES = (
    ("chat", "task"),
    ("question", "task"),
    ("case", "task"),
    ("survey", "consent"),
    ("invited", "consent"),
    ("news", "consent"),
)


@router.get("/")
def today(request: Request) -> HTMLResponse:
    """The programme today."""
    lang, messages = language.of(request), render.messages_of(request)
    with database_of(request).read() as session:
        waves = programme.open_surveys(session, lang)
        figures = programme.figures(session, messages, lang)
        latest = programme.latest_reports(session, lang)
    return render.page(
        request,
        "pages/home.html",
        waves=waves,
        figures=figures,
        reports=latest,
        dimensions=programme.dimensions(lang),
        apps=_apps(request),
    )


@router.get("/reports")
def report_list(request: Request, after: After = None) -> HTMLResponse:
    """Published reports, the newest first."""
    with database_of(request).read() as session:
        found = reports.published(session, after=after, limit=PER_PAGE)
    lang = language.of(request)
    lines = [programme.report_line(report, lang) for report in found.items]
    return render.page(request, "pages/reports.html", reports=lines, next=found.next)


@router.get("/reports/{slug}")
def report(
    request: Request, slug: Annotated[str, InPath(max_length=100)]
) -> HTMLResponse:
    """One report in full, with the text it sums up. Drafts are not found."""
    with database_of(request).read() as session:
        found = reports.by_slug(session, slug)
        if found.state is not ReportState.PUBLISHED:
            raise not_found("report")
        told = found.update_id and reports.get_update(session, found.update_id)
    line = programme.report_line(found, language.of(request))
    return render.page(
        request,
        "pages/report.html",
        report=found,
        line=line,
        written_in=[(code, language.NAMES[code]) for code in sorted(found.texts)],
        told=told,
    )


@router.get("/privacy")
def privacy(request: Request) -> HTMLResponse:
    """What is kept of whom, why, for how long."""
    settings = settings_of(request)
    periods = {
        "payloads": settings.keep_payloads_days,
        "texts": settings.keep_texts_days,
        "cases": settings.keep_cases_days,
        "links": settings.keep_response_links_days,
        "consents": settings.keep_consents_days,
        "invited": retention.INVITED_KEPT.days,
    }
    return render.page(
        request,
        "pages/privacy.html",
        version=notice.NOTICE_VERSION,
        uses=USES,
        periods=periods,
    )


@router.get("/static/fonts/{name}")
async def font(request: Request, name: str) -> Response:
    return await _file(request, _fonts, name)


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    return await _file(request, _ours, name)


async def _file(request: Request, files: StaticFiles, name: str) -> Response:
    response = await files.get_response(name, request.scope)
    # Unhashed names: the browser asks again, and is told when nothing changed.
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _apps(request: Request) -> list[tuple[str, str]]:
    """The chat apps the town has told us how to reach, by name."""
    settings = settings_of(request)
    links = (
        ("LINE", settings.line_add_url),
        ("Telegram", settings.telegram_bot_url),
    )
    return [(app, url) for app, url in links if url.startswith("https://")]
