"""The console's first page: what waits for an officer."""

from datetime import timedelta

from fastapi import APIRouter, Request, Response

from api import auth
from api.console import view
from api.dependencies import database_of, now_of
from api.store import broadcasts, cases, questions, services, waves
from api.store.words import BroadcastState, CaseState

router = APIRouter()

LATEST = 50
SHOWN = 5
UNDER_WAY = (BroadcastState.APPROVED, *broadcasts.UNDER_WAY)


@router.get("")
def home(request: Request, officer: auth.SignedIn) -> Response:
    now = now_of(request)
    with database_of(request).read() as session:
        proposed, under_way = (
            broadcasts.with_reports(session, states=states, limit=LATEST).items
            for states in ((BroadcastState.PROPOSED,), UNDER_WAY)
        )
        open_cases = cases.list_(session, state=CaseState.OPEN, limit=LATEST)
        late = cases.overdue(session, now, SHOWN)
        known = {case.id for case in late}
        others = [case for case in open_cases.items if case.id not in known]
        shown = [*late, *sorted(others, key=lambda case: not case.urgent)]
        # The urgent first, of them and of the others who has waited too long.
        shown = sorted(shown, key=lambda case: not case.urgent)[:SHOWN]
        words = cases.newest_words(session, [case.id for case in shown])
        asked = questions.list_(session, limit=LATEST)
        week = services.figures(session, now - timedelta(days=7), now, now=now)
        made_up = any(wave.made_up for wave in waves.list_(session))
        names = view.names(session)
    return view.page(
        request,
        "home.html",
        officer,
        proposals=[
            (broadcast, report, broadcasts.may_decide(officer.id, broadcast, report))
            for broadcast, report in proposed
            if not broadcasts.expired(broadcast, now)
        ],
        under_way=under_way,
        cases=shown,
        overdue=known,
        words=words,
        case_count=len(open_cases.items),
        more_cases=open_cases.next is not None,
        questions=questions.grouped(asked.items)[:SHOWN],
        question_count=len(asked.items),
        more_questions=asked.next is not None,
        week=week,
        made_up=made_up,
        names=names,
    )
