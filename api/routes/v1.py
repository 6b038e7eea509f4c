"""Everything under /api/v1, one router for each noun."""

from fastapi import APIRouter

from api.routes import (
    articles,
    broadcasts,
    exports,
    indicators,
    notices,
    photos,
    questions,
    reports,
    services,
    surveys,
    updates,
    wave_answers,
    wave_feedback,
    waves,
)

router = APIRouter(prefix="/api/v1")
for noun in (
    articles,
    questions,
    surveys,
    waves,
    wave_answers,
    wave_feedback,
    exports,
    photos,
    indicators,
    notices,
    updates,
    reports,
    broadcasts,
    services,
):
    router.include_router(noun.router)
