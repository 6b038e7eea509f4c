"""/api/v1/waves/{wave}/responses: rows of answers in which nobody is recognisable."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Security
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from api.auth import api_key
from api.dependencies import StoreOf, ports_of
from api.ports import Export
from api.routes.shapes import WaveKey, refusals
from api.store.export_files import Form
from api.store.models import ApiKey

router = APIRouter(prefix="/waves", tags=["surveys"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["responses:read"])]
# Each takes a core for seconds.
AT_ONCE = 1
MEDIA = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _export(request: Request) -> Iterator[Export]:
    yield ports_of(request).export


Exporting = Annotated[
    Export, Depends(_export, scope="function", max_concurrency=AT_ONCE)
]


@router.get(
    "/{wave}/responses.{form}",
    response_class=FileResponse,
    responses={
        200: {
            "content": {media: {} for media in MEDIA.values()},
            "description": "One response a row. `X-Row-Count` says how many there "
            "are, `X-Rows-Left-Out` how many are in none, for fewer than five "
            "people are like them.",
        },
        **refusals(401, 403, 404, 409, 422),
    },
)
def export_responses(
    key: Reads,
    database: StoreOf,
    export: Exporting,
    wave: WaveKey,
    form: Form,
    lang: Annotated[Literal["th", "en"], Query(description="of the labels")] = "th",
) -> FileResponse:
    """The answers of a closed wave as CSV or as a workbook.

    Labelled; closed answers only; no times; at least five rows look alike in
    whatever may tell who somebody is, `*` stands for what is hidden. The last line
    of the CSV (`#rows`) and the first sheet of the workbook state the row count.
    """
    with tempfile.NamedTemporaryFile(suffix=f".{form}", delete=False) as made:
        path = Path(made.name)
    try:
        written = export(database, wave, form, lang, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type=MEDIA[form],
        filename=f"{wave}.{form}",
        headers={
            "X-Row-Count": str(written.rows),
            "X-Rows-Left-Out": str(written.left_out),
            "Cache-Control": "no-store",
        },
        background=BackgroundTask(path.unlink, missing_ok=True),
    )
