"""Ids in 22 letters: what a button carries has at most 64 bytes."""

import base64
import binascii
from uuid import UUID


def write(id_: UUID) -> str:
    return base64.urlsafe_b64encode(id_.bytes).rstrip(b"=").decode()


def question(response_id: UUID, key: str) -> str:
    """Which question of which response: the page is told it with the question, and
    sends it along with a picture, which then answers no other."""
    return f"{write(response_id)}:{key}"


def read(letters: str) -> UUID | None:
    """None: no id of ours; anything may come back as a button's data."""
    try:
        return UUID(bytes=base64.urlsafe_b64decode(letters + "=="))
    except (ValueError, binascii.Error):
        return None
