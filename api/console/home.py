"""The console's first page: what waits for an officer."""

from datetime import timedelta

from fastapi import APIRouter, Request, Response

from api import auth
from api.console import view
from api.dependencies import database_of, now_of
from api.store import broadcasts, cases, questions, reports, services, waves
from api.store.words import BroadcastState, CaseState

router = APIRouter()

LATEST = 50
SHOWN = 5
UNDER_WAY = (BroadcastState.APPROVED, *broadcasts.UNDER_WAY)


@router.get("")
def home(request: Request, officer: auth.SignedIn) -> Response:
    now = now_of(request)
    with database_of(request).read() as session:
        recent = [
            (broadcast, reports.get(session, broadcast.report_id))
            for broadcast in broadcasts.list_(session, limit=LATEST).items
        ]
        open_cases = cases.list_(session, state=CaseState.OPEN, limit=LATEST)
        asked = questions.list_(session, limit=LATEST)
        week = services.figures(session, now - timedelta(days=7), now)
        made_up = any(wave.made_up for wave in waves.list_(session))
        names = view.names(session)
    return view.page(
        request,
        "home.html",
        officer,
        proposals=[
            (broadcast, report)
            for broadcast, report in recent
            if broadcast.state is BroadcastState.PROPOSED
            and not broadcasts.expired(broadcast, now)
        ],
        under_way=[each for each in recent if each[0].state in UNDER_WAY],
        cases=sorted(open_cases.items, key=lambda case: not case.urgent)[:SHOWN],
        case_count=len(open_cases.items),
        more_cases=open_cases.next is not None,
        questions=asked.items[:SHOWN],
        question_count=len(asked.items),
        more_questions=asked.next is not None,
        week=week,
        made_up=made_up,
        names=names,
    )
