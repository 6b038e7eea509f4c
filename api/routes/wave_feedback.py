"""/api/v1/waves/{wave}/feedback: what people were told came of their answers."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Security
from sqlmodel import Session

from api.auth import api_key
from api.dependencies import Now, ReadSession, WriteSession
from api.routes.shapes import Answer, Asked, LongLine, WaveKey, Words, refusals
from api.store import api_keys, feedback, waves
from api.store.models import ApiKey, Wave, WaveFeedback

router = APIRouter(prefix="/waves", tags=["waves"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["waves:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["waves:write"])]
Level = Literal["inform", "consult"]


class FeedbackLine(Answer):
    """You said, we did."""

    you_said: Words
    we_did: Words
    posted_at: datetime


class FeedbackOf(Answer):
    """What was told of a wave, and what its survey counts as by that."""

    wave: str
    declared: Level
    """How far the survey set out to let people in, of IAP2's levels."""
    counts_as: Level
    """Consult only if people were told by `promised` what came of their answers."""
    why: Words | None
    """Why that is less than was declared."""
    promised: date | None
    """By when people were to be told."""
    items: list[FeedbackLine]
    """The newest first."""


class Worded(Asked):
    th: LongLine
    en: LongLine


class FeedbackWanted(Asked):
    """One entry; what is to be said anew is posted beside it."""

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {
                    "you_said": {
                        "th": "กลิ่นช่วงกลางคืน 118 คน",
                        "en": "smell at night, 118 people",
                    },
                    "we_did": {
                        "th": "ตรวจ 6 โรงงาน พบผิด 2",
                        "en": "six factories inspected, two at fault",
                    },
                }
            ]
        }
    }

    you_said: Worded
    we_did: Worded


@router.get("/{wave}/feedback", responses=refusals(401, 403, 404, 422))
def list_feedback(key: Reads, session: ReadSession, wave: WaveKey) -> FeedbackOf:
    """What people were told came of their answers, and what the survey counts as."""
    return _told(session, waves.get(session, wave))


@router.post(
    "/{wave}/feedback", status_code=201, responses=refusals(401, 403, 404, 409, 422)
)
def post_feedback(
    key: Writes, session: WriteSession, wave: WaveKey, wanted: FeedbackWanted, now: Now
) -> FeedbackOf:
    """Tell people what came of their answers, when the wave is over.

    Values proposed before are proposed again: their level of participation may change.
    """
    found = waves.get(session, wave)
    feedback.post(
        session,
        found.id,
        you_said=wanted.you_said.model_dump(),
        we_did=wanted.we_did.model_dump(),
        now=now,
        by=api_keys.actor(key),
    )
    return _told(session, found)


def _told(session: Session, wave: Wave) -> FeedbackOf:
    standing = feedback.standing(session, wave)
    why = standing.why
    return FeedbackOf(
        wave=wave.key,
        declared=standing.declared.value,
        counts_as=standing.counts_as.value,
        why=None if why is None else Words(th=why.say("th"), en=why.say("en")),
        promised=wave.results_by,
        items=[_line(each) for each in feedback.of_wave(session, wave.id)],
    )


def _line(entry: WaveFeedback) -> FeedbackLine:
    return FeedbackLine(
        you_said=Words.model_validate(entry.you_said),
        we_did=Words.model_validate(entry.we_did),
        posted_at=entry.posted_at,
    )
