"""Questions nobody could answer, in the console."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from api import auth
from api.console import view
from api.dependencies import After, database_of, now_of
from api.store import officers, questions

router = APIRouter(prefix="/questions")

# Questions are grouped within a page: a long page finds more that are equal.
MOST = 100
Others = Annotated[list[UUID] | None, Form(max_length=MOST)]


@router.get("")
def question_list(
    request: Request, officer: auth.SignedIn, after: After = None
) -> Response:
    with database_of(request).read() as session:
        found = questions.list_(session, after=after, limit=MOST)
    return view.page(
        request,
        "questions.html",
        officer,
        groups=questions.grouped(found.items),
        next=found.next,
    )


@router.post("/{question_id}/answered")
def answered(
    request: Request, officer: auth.SignedIn, question_id: UUID, others: Others = None
) -> Response:
    """An article answers these questions now."""
    with database_of(request).write() as session:
        questions.answered(
            session,
            question_id,
            others=others or (),
            by=officers.actor(officer.id),
            now=now_of(request),
        )
    return view.go("/console/questions")


@router.post("/{question_id}/dismiss")
def dismiss(
    request: Request, officer: auth.SignedIn, question_id: UUID, others: Others = None
) -> Response:
    with database_of(request).write() as session:
        questions.dismiss(
            session,
            question_id,
            others=others or (),
            by=officers.actor(officer.id),
            now=now_of(request),
        )
    return view.go("/console/questions")
