"""/api/v1/waves/{wave}/photos: the pictures that residents sent as answers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response, Security

from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, StoreOf
from api.routes.shapes import Answer, PageOf, WaveKey, page_of, refusals
from api.store import api_keys, photos, waves
from api.store.models import ApiKey, Photo
from api.store.words import PhotoState
from surveys import picture

router = APIRouter(prefix="/waves", tags=["surveys"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["photos:read"])]
MEDIA = (picture.JPEG, picture.PNG, picture.WEBP, picture.HEIC)


class PhotoLine(Answer):
    """That there is a picture; not whose it is, nor when it was sent."""

    id: UUID
    question: str
    state: PhotoState
    reason: str | None
    """Why it is unavailable; of a waiting one, why it could not be fetched last."""
    media_type: str | None


@router.get("/{wave}/photos", responses=refusals(401, 403, 404, 422))
def list_photos(
    key: Reads,
    session: ReadSession,
    wave: WaveKey,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[PhotoLine]:
    """The pictures of a wave, in no order that tells anything."""
    found = photos.page(session, waves.get(session, wave), after=after, limit=limit)
    return page_of(found, _line)


@router.get(
    "/{wave}/photos/{photo_id}",
    response_class=Response,
    responses={
        200: {"content": {media: {} for media in MEDIA}, "description": "the picture"},
        **refusals(401, 403, 404, 422),
    },
)
def get_photo(
    key: Reads, database: StoreOf, wave: WaveKey, photo_id: UUID, now: Now
) -> Response:
    """One picture. The audit log has that this key looked at it."""
    with database.write() as session:
        found = waves.get(session, wave)
        media_type, sealed = photos.show(
            session, found, photo_id, by=api_keys.actor(key), now=now
        )
    content = database.keys.unseal(photos.TABLE, photo_id, sealed)
    headers = {"Content-Disposition": f'attachment; filename="{photo_id}"'}
    return Response(content, media_type=media_type, headers=headers)


def _line(row: Photo) -> PhotoLine:
    return PhotoLine(
        id=row.id,
        question=row.question_key,
        state=row.state,
        reason=row.reason,
        media_type=row.media_type,
    )
