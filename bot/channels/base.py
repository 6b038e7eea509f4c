"""What every channel does: pack what we say, send it, fetch a picture, and tell what
went wrong."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from bot.turn import Inbound
from content.outbound import Outbound

# What a bot may fetch from Telegram; of LINE we take no more either.
# https://core.telegram.org/bots/api#getfile
LARGEST_PICTURE = 20 * 1024 * 1024
# A picture takes longer than a message: this many times the channel's limit.
FETCH_TIMES = 6


@dataclass(frozen=True, slots=True)
class Parcel:
    """One stored request, on its way to a platform."""

    id: UUID
    """The batch's id: LINE's retry key."""
    method: str
    """reply, push, multicast or send: one of the channel's `methods`."""
    body: bytes
    """The exact request, as `pack` made it and the outbox stored it."""
    sent: int = 0
    """How many of the body's calls an earlier attempt already made."""


class SendError(Exception):
    """A call that did not go through, or may not have.

    Exactly one of three meanings:
    - `permanent`: it never will (the words were refused, the contact is gone);
    - `ambiguous`: it may have arrived, nobody can tell;
    - neither: it surely did not arrive and may be tried again after
      `retry_after_s` seconds (None: the sender's own back-off).
    `code` is a short word for the ledger; it never holds an address or a text.
    """

    def __init__(
        self,
        code: str,
        *,
        permanent: bool = False,
        ambiguous: bool = False,
        retry_after_s: float | None = None,
        contact_gone: bool = False,
        quota_spent: bool = False,
        moved_to: str | None = None,
        sent: int = 0,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent
        self.ambiguous = ambiguous
        self.retry_after_s = retry_after_s
        self.contact_gone = contact_gone
        """The contact blocked us or no longer exists."""
        self.quota_spent = quota_spent
        """The month's paid messages are used up."""
        self.moved_to = moved_to
        """The contact's new address (a Telegram group that was upgraded)."""
        self.sent = sent
        """Calls of the parcel that did go through before this one."""


class Channel(Protocol):
    """A platform we send through. `name` and `account` as in `Contact`."""

    name: str
    account: str
    most_recipients: int
    """Contacts one call may reach (LINE's multicast: 500; else 1)."""
    calls_per_s: float
    """How fast we call at the most, broadcasts and replies together."""
    timeout_s: float
    """A call's own time limit."""

    def pack(
        self,
        method: str,
        to: tuple[str, ...],
        messages: tuple[Outbound, ...],
        language: str,
        *,
        reply_token: str | None = None,
    ) -> bytes:
        """The exact request as JSON. Pure: the same arguments, the same bytes."""
        ...

    async def send(self, parcel: Parcel) -> None:
        """Make the call. Raises `SendError`; returning means accepted."""
        ...

    async def notice(self, inbound: Inbound) -> None:
        """Show that we are at it (a loading sign); never raises."""
        ...

    async def fetch(self, reference: str) -> bytes:
        """A picture that was sent to us, by what `Inbound.picture` called it.

        Raises `SendError`: `permanent` if it will never be had, else it may be had
        later. One above `LARGEST_PICTURE` is `too_large`.
        """
        ...

    async def close(self) -> None: ...
