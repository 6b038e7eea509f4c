"""A keyboard as a channel: who types is known by the name they gave."""

import json
from datetime import UTC, datetime
from uuid import uuid4

from bot.turn import Inbound, Kind, Taken

NAME = "terminal"


def take(address: str, text: str, now: datetime) -> Taken:
    """A typed line as an event."""
    said = {"from": address, "text": text, "at": now.astimezone(UTC).isoformat()}
    return Taken(
        channel=NAME,
        account=NAME,
        event_key=str(uuid4()),
        address=address,
        order=int(now.timestamp() * 1_000_000),
        payload=json.dumps(said).encode(),
    )


def read(payload: bytes, account: str) -> Inbound:
    said = json.loads(payload)
    return Inbound(
        channel=NAME,
        account=account,
        address=said["from"],
        kind=Kind.TEXT,
        at=datetime.fromisoformat(said["at"]),
        text=said["text"],
    )
