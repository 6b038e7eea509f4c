"""What an attempt to send means: a pure table, kept apart from the sending."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.channels.base import SendError

# 1 s, 5 s, 30 s, 5 min, then every 10 min; the sender adds jitter.
BACK_OFF_S = (1.0, 5.0, 30.0, 300.0, 600.0)
# LINE repeats no call after this: the key would count as new
# (https://developers.line.biz/en/docs/messaging-api/retrying-api-request/).
KEY_VALID = timedelta(hours=24)
KEYED = ("push", "multicast")


class Next(StrEnum):
    """What becomes of the deliveries of a call."""

    SENT = "sent"
    AGAIN = "again"  # the same call, the same body, the same key
    RETURN = "return"  # surely not sent: packed anew
    PARK = "park"  # goes free with the resident's next message
    SPLIT = "split"  # one of them is odd: each half under its own key
    FAILED = "failed"
    UNKNOWN = "unknown"  # may have arrived: never sent again
    SKIP = "skip"  # surely not sent, and nobody wants it any more


@dataclass(frozen=True, slots=True)
class Verdict:
    """The next step, when, and the word the ledger shows for it."""

    next: Next
    reason: str | None = None
    wait_s: float = 0.0


SENT = Verdict(Next.SENT)


def judge(
    error: SendError | None,
    *,
    method: str,
    recipients: int,
    attempts: int,
    now: datetime,
    expires_at: datetime,
    unsure: bool = False,
) -> Verdict:
    """What an attempt's outcome means for the deliveries it carried.

    `attempts` counts this one; after `expires_at` nothing is tried again. `unsure`:
    an earlier attempt may have arrived.
    """
    if error is None:
        return SENT
    if error.quota_spent:
        return Verdict(Next.PARK, "quota")
    if error.moved_to is not None:
        # Packed anew for the new address, unless a part has arrived already.
        return Verdict(Next.UNKNOWN if error.sent else Next.RETURN, "moved")
    if error.permanent:
        return _refused(error, method=method, recipients=recipients, unsure=unsure)
    wait_s = error.retry_after_s
    if wait_s is None:
        wait_s = BACK_OFF_S[min(attempts, len(BACK_OFF_S)) - 1]
    in_time = now + timedelta(seconds=wait_s) < expires_at
    if method in KEYED:
        # The key makes a repeat harmless, whatever became of the first try.
        if in_time:
            return Verdict(Next.AGAIN, error.code, wait_s)
        return Verdict(Next.UNKNOWN, "key_expired")
    if error.ambiguous:
        return _ambiguous(error, method=method, unsure=unsure, in_time=in_time)
    if in_time:
        return Verdict(Next.AGAIN, error.code, wait_s)
    if method == "reply":
        return Verdict(Next.UNKNOWN if unsure else Next.PARK, "late")
    return Verdict(Next.FAILED, "gave_up")


def interrupted(method: str) -> SendError:
    """What a call means whose outcome was never recorded: we died on the way."""
    return SendError("interrupted", ambiguous=method not in KEYED)


def cancelled(method: str, *, sent: int) -> Verdict:
    """What a call means that waited for another try when its broadcast was ended.

    `sent`: how many of its messages went through already.
    """
    # A keyed call waits also where the first try may have arrived.
    if method in KEYED or sent:
        return Verdict(Next.UNKNOWN, "cancelled")
    return Verdict(Next.SKIP, "cancelled")


def _refused(
    error: SendError, *, method: str, recipients: int, unsure: bool
) -> Verdict:
    if method == "reply" and error.code == "token_invalid":
        # After an ambiguous try the token may be dead because the try arrived.
        if unsure:
            return Verdict(Next.UNKNOWN, "token_invalid")
        return Verdict(Next.PARK, "late")
    if method == "multicast" and recipients > 1:
        return Verdict(Next.SPLIT, error.code)
    return Verdict(Next.FAILED, error.code)


def _ambiguous(
    error: SendError, *, method: str, unsure: bool, in_time: bool
) -> Verdict:
    # A reply has one more try: the same token works once, whichever try arrives.
    if method == "reply" and not unsure and in_time:
        return Verdict(Next.AGAIN, error.code, 1.0)
    return Verdict(Next.UNKNOWN, error.code)
