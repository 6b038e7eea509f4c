"""CSV as every list tells it: all rows, and at the end how many they were."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Query
from fastapi.responses import Response

from api.store.paging import Page
from surveys.cells import Cell, safe

Row = TypeVar("Row")
MEDIA = "text/csv; charset=utf-8"
# Without it Excel takes Thai for something else.
MARK = "\ufeff"
ROWS = "#rows"
# Rows read at a time.
SLICE = 100
Format = Annotated[Literal["json", "csv"], Query()]
TOLD = (
    "A page as JSON. As CSV every row, whatever the page; columns by SDMX's names; "
    "`X-Row-Count` and the last line (`#rows`) say how many."
)
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA: {"schema": {"type": "string"}}}, "description": TOLD}
}
"""For the document: what a list that comes in either form answers with."""


def line(cells: Iterable[Cell]) -> str:
    kept = io.StringIO(newline="")
    csv.writer(kept).writerow(map(safe, cells))
    return kept.getvalue()


def last_line(rows: int) -> str:
    """Whoever finds none has a file that was cut off."""
    return line((ROWS, rows))


def headers(name: str, rows: int) -> dict[str, str]:
    return {
        "X-Row-Count": str(rows),
        "Content-Disposition": f'attachment; filename="{name}.csv"',
    }


def file(name: str, columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Response:
    """A short list as one file."""
    lines = [line(each) for each in rows]
    text = "".join((MARK, line(columns), *lines, last_line(len(lines))))
    return Response(text, media_type=MEDIA, headers=headers(name, len(lines)))


def every(page_after: Callable[[str | None], Page[Row]]) -> Iterator[Row]:
    """The rows of all pages, one after the other."""
    after: str | None = None
    more = True
    while more:
        page = page_after(after)
        yield from page.items
        after, more = page.next, page.next is not None
