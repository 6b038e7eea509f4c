"""The console's addresses, one module a noun."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.console import (
    broadcasts,
    cases,
    entrance,
    entry,
    home,
    people,
    questions,
    reports,
)

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
for noun in (entrance, home, reports, broadcasts, cases, questions, entry, people):
    router.include_router(noun.router, prefix="/console")
