"""Questions nobody could answer, in the console."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from api import auth
from api.console import view
from api.dependencies import After, database_of, now_of
from api.store import officers, questions

router = APIRouter(prefix="/questions")


@router.get("")
def question_list(
    request: Request, officer: auth.SignedIn, after: After = None
) -> Response:
    with database_of(request).read() as session:
        found = questions.list_(session, after=after)
    return view.page(request, "questions.html", officer, questions=found)


@router.post("/{question_id}/dismiss")
def dismiss(request: Request, officer: auth.SignedIn, question_id: UUID) -> Response:
    with database_of(request).write() as session:
        questions.dismiss(
            session, question_id, by=officers.actor(officer.id), now=now_of(request)
        )
    return view.go("/console/questions")
