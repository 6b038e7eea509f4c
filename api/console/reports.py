"""Reports in the console: written beside their source, looked at, proposed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from api import auth
from api.console import preview, view
from api.console.report_form import ReportForm, Written, filled_from
from api.dependencies import After, database_of, now_of, settings_of
from api.errors import DomainError
from api.store import broadcasts, reports
from api.store.models import Officer, Report
from api.store.words import ReportState

router = APIRouter(prefix="/reports")


@router.get("")
def report_list(
    request: Request, officer: auth.SignedIn, after: After = None
) -> Response:
    with database_of(request).read() as session:
        found = reports.list_(session, after=after)
        names = view.names(session)
    return view.page(request, "reports.html", officer, reports=found, names=names)


@router.get("/new")
def new(
    request: Request,
    officer: auth.SignedIn,
    update: Annotated[UUID | None, Query()] = None,
) -> Response:
    """An empty form, or one that begins from a source text already kept."""
    if update is None:
        return _form(request, officer, Written())
    with database_of(request).read() as session:
        told = reports.get_update(session, update)
    return _form(
        request,
        officer,
        Written(
            update_id=str(told.id),
            update_title=told.title,
            update_body=told.body,
            source_name=told.source_name,
            source_url=told.source_url or "",
            as_of=told.happened_on.isoformat(),
        ),
    )


@router.post("")
def write(request: Request, officer: auth.SignedIn, form: ReportForm) -> Response:
    """Keep the source text, if it is new, and the draft that sums it up."""
    faults: view.Faults = form.faults()
    if not faults:
        try:
            report_id = _write(request, officer, form)
        except DomainError as error:
            faults = view.fault(error)
        else:
            return view.go(f"/console/reports/{report_id}")
    return _form(request, officer, form, faults=faults)


@router.get("/{report_id}")
def detail(request: Request, officer: auth.SignedIn, report_id: UUID) -> Response:
    return _detail(request, officer, report_id)


@router.get("/{report_id}/edit")
def edit_page(request: Request, officer: auth.SignedIn, report_id: UUID) -> Response:
    with database_of(request).read() as session:
        report = _unpublished(reports.get(session, report_id))
        told = report.update_id and reports.get_update(session, report.update_id)
    return _form(request, officer, filled_from(report, told or None), report=report)


@router.post("/{report_id}/edit")
def edit(
    request: Request, officer: auth.SignedIn, report_id: UUID, form: ReportForm
) -> Response:
    """Change the words; a proposal of the old ones is void."""
    with database_of(request).read() as session:
        report = _unpublished(reports.get(session, report_id))
    faults: view.Faults = form.faults()
    if not faults:
        try:
            with database_of(request).write() as session:
                reports.edit(
                    session,
                    report_id,
                    form.wording(),
                    editor_id=officer.id,
                    seen_sha256=form.seen_sha256,
                    now=now_of(request),
                )
        except DomainError as error:
            if error.key == "error.edited_meanwhile":
                return _overtaken(request, officer, report_id, form, error)
            faults = view.fault(error)
        else:
            return view.go(f"/console/reports/{report_id}")
    return _form(request, officer, form, report=report, faults=faults)


def _overtaken(
    request: Request,
    officer: Officer,
    report_id: UUID,
    form: Written,
    error: DomainError,
) -> Response:
    """Another saved first: their words beside what was typed, which may be saved
    over them now that they were seen."""
    with database_of(request).read() as session:
        newest = _unpublished(reports.get(session, report_id))
    return _form(
        request,
        officer,
        form.model_copy(update={"seen_sha256": reports.content_sha256(newest)}),
        report=newest,
        newest=newest,
        status=error.status,
        faults={"form": error},
    )


@router.post("/{report_id}/propose")
def propose(request: Request, officer: auth.SignedIn, report_id: UUID) -> Response:
    try:
        with database_of(request).write() as session:
            made = broadcasts.propose(session, report_id, officer.id, now_of(request))
    except DomainError as error:
        if error.status == 404:
            raise
        return _detail(request, officer, report_id, faults={"form": error})
    return view.go(f"/console/broadcasts/{made.id}")


def _detail(
    request: Request,
    officer: Officer,
    report_id: UUID,
    *,
    faults: view.Faults = view.NO_FAULTS,
) -> Response:
    """The report as residents will see it on each channel, and what to mend first."""
    with database_of(request).read() as session:
        report = reports.get(session, report_id)
        broadcast = broadcasts.of_report(session, report_id)
        told = report.update_id and reports.get_update(session, report.update_id)
        names = view.names(session)
    return view.page(
        request,
        "report.html",
        officer,
        faults=faults,
        report=report,
        problems=reports.problems(report),
        broadcast=broadcast,
        told=told,
        names=names,
        editors=reports.editors(report),
        shown=preview.of(report, settings_of(request).public_url),
    )


def _write(request: Request, officer: Officer, form: Written) -> UUID:
    now = now_of(request)
    with database_of(request).write() as session:
        update_id = UUID(form.update_id) if form.update_id else None
        if update_id is None and form.update_body.strip():
            update_id = reports.add_update(
                session,
                title=form.update_title or form.title_th,
                body=form.update_body,
                source_name=form.source_name,
                source_url=form.source_url or None,
                happened_on=form.day(),
                now=now,
                author_id=officer.id,
            ).id
        report = reports.write(
            session,
            texts=form.texts(),
            source_name=form.source_name,
            source_url=form.source_url or None,
            as_of=form.day(),
            author_id=officer.id,
            update_id=update_id,
            now=now,
        )
        return report.id


def _unpublished(report: Report) -> Report:
    if report.state is ReportState.PUBLISHED:
        raise DomainError(409, "error.report_published")
    return report


def _form(
    request: Request,
    officer: Officer,
    form: Written,
    *,
    report: Report | None = None,
    newest: Report | None = None,
    status: int = 200,
    faults: view.Faults = view.NO_FAULTS,
) -> Response:
    """`newest`: what another officer has saved meanwhile."""
    with database_of(request).read() as session:
        updates = reports.list_updates(session).items
    return view.page(
        request,
        "report_form.html",
        officer,
        status=status,
        faults=faults,
        form=form,
        report=report,
        newest=newest,
        problems=reports.problems(report) if report else [],
        updates=updates,
    )
