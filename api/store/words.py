"""The closed lists of words that columns hold."""

from enum import StrEnum


class ContactState(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"  # the resident blocked us, or their account is gone
    FORGOTTEN = "forgotten"  # erased but for a last message that is on its way


class ConsentPurpose(StrEnum):
    NOTICE = "notice"  # the privacy notice was shown
    BROADCASTS = "broadcasts"
    SURVEYS = "surveys"


class EventState(StrEnum):
    TAKEN = "taken"
    HANDLED = "handled"
    IGNORED = "ignored"  # kept, and nothing to do
    FAILED = "failed"


class QuestionState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


class CaseState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"  # an officer wrote last
    CLOSED = "closed"


class WaveState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class ResponseState(StrEnum):
    OFFERED = "offered"  # introduced, consent not given yet
    STARTED = "started"
    PAUSED = "paused"
    COMPLETE = "complete"
    DECLINED = "declined"


class ReportState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"


class BroadcastState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"  # waits for its start; can still be taken back
    EXPANDING = "expanding"  # its audience is being written out
    SENDING = "sending"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class DeliveryKind(StrEnum):
    REPLY = "reply"
    BROADCAST = "broadcast"
    OFFICER = "officer"  # an officer's answer in a case
    APOLOGY = "apology"


class DeliveryState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"  # goes free with the resident's next message
    FAILED = "failed"
    UNKNOWN = "unknown"  # may have arrived; never sent again
    SKIPPED = "skipped"  # no longer wanted, or the contact is gone
