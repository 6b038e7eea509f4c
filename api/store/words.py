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
    NO_INVITATIONS = "no_invitations"  # in force: wants to be asked to no survey


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
    PLANNED = "planned"  # opens by itself at its time
    OPEN = "open"
    CLOSED = "closed"
    FROZEN = "frozen"  # its answers are fixed: nothing of them changes any more


class ResponseState(StrEnum):
    OFFERED = "offered"  # introduced, consent not given yet
    STARTED = "started"
    PAUSED = "paused"
    COMPLETE = "complete"
    DECLINED = "declined"
    INELIGIBLE = "ineligible"  # too young, or their group's quota is full


class PhotoState(StrEnum):
    WAITING = "waiting"  # the platform still has to hand it over
    BROUGHT = "brought"  # it is here, and the message it came with is still to be read
    STORED = "stored"
    UNAVAILABLE = "unavailable"  # it never will


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
    INVITATION = "invitation"  # to a survey, or a reminder of one
    APOLOGY = "apology"


class AdviceOutcome(StrEnum):
    """What became of a question that a language model was to choose an article for."""

    SHOWN = "shown"
    NONE = "none"  # it chose no article
    UNFOUNDED = "unfounded"  # it said what the article does not say
    GARBAGE = "garbage"  # no answer to what was asked
    TIMEOUT = "timeout"
    BUSY = "busy"  # 429
    REFUSED = "refused"  # another answer than 200
    DOWN = "down"  # 5xx, or nobody answered
    RESTING = "resting"  # not asked, for it failed again and again
    STALE = "stale"  # too late for whoever asked
    OVERTAKEN = "overtaken"  # they went on meanwhile


class DeliveryState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"  # goes free with the resident's next message
    FAILED = "failed"
    UNKNOWN = "unknown"  # may have arrived; never sent again
    SKIPPED = "skipped"  # no longer wanted, or the contact is gone
