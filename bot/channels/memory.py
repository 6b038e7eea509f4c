"""A channel that keeps what it is given: for tests and previews, no platform."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import uuid4

from bot.channels.base import Parcel, SendError
from bot.turn import Inbound, Kind, Taken
from content import outbound
from content.outbound import Outbound

NAME = "memory"


def take(address: str, inbound: Inbound, *, key: str | None = None) -> Taken:
    """An event that says exactly what `inbound` says."""
    fields = asdict(inbound)
    fields["at"] = inbound.at.isoformat()
    fields["kind"] = inbound.kind.value
    return Taken(
        channel=inbound.channel,
        account=inbound.account,
        event_key=key or str(uuid4()),
        address=address,
        order=int(inbound.at.timestamp() * 1_000_000),
        payload=json.dumps(fields).encode(),
    )


def read(payload: bytes, account: str) -> Inbound:
    fields = json.loads(payload)
    fields["at"] = datetime.fromisoformat(fields["at"])
    fields["kind"] = Kind(fields["kind"])
    return Inbound(**fields)


@dataclass(frozen=True)
class Sent:
    """What one call carried."""

    method: str
    to: tuple[str, ...]
    messages: tuple[Outbound, ...]
    language: str
    reply_token: str | None


@dataclass
class MemoryChannel:
    """Accepts everything, unless told what to raise next."""

    name: str = NAME
    account: str = NAME
    most_recipients: int = 1
    calls_per_s: float = 1e6
    timeout_s: float = 5.0
    sent: list[Sent] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)
    failures: list[SendError | None] = field(default_factory=list)
    """What the next calls meet; None: they go through."""
    noticed: list[Inbound] = field(default_factory=list)
    pictures: dict[str, bytes | SendError] = field(default_factory=dict)
    """By reference: what is fetched, or what is raised instead."""

    def pack(
        self,
        method: str,
        to: tuple[str, ...],
        messages: tuple[Outbound, ...],
        language: str,
        *,
        reply_token: str | None = None,
    ) -> bytes:
        call = {
            "method": method,
            "to": list(to),
            "messages": outbound.to_json(messages),
            "language": language,
            "reply_token": reply_token,
        }
        return json.dumps(call, ensure_ascii=False).encode()

    async def send(self, parcel: Parcel) -> None:
        self.parcels.append(parcel)
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        call = json.loads(parcel.body)
        self.sent.append(
            Sent(
                method=call["method"],
                to=tuple(call["to"]),
                messages=outbound.from_json(call["messages"]),
                language=call["language"],
                reply_token=call["reply_token"],
            )
        )

    async def notice(self, inbound: Inbound) -> None:
        self.noticed.append(inbound)

    async def fetch(self, reference: str) -> bytes:
        found = self.pictures.get(reference, SendError("gone", permanent=True))
        if isinstance(found, SendError):
            raise found
        return found

    async def close(self) -> None:
        """Nothing to close."""
