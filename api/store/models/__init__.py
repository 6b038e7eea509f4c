"""The domain model: every noun that is recorded, one table each.

Identifiers are made by us before the insert (UUIDv7), so that sealed text can be
bound to its row. Columns named `*_sealed` hold text only the root key can read.
There are no lazy relationships: joins are written where they are needed.
"""

from api.store.models.advising import ModelReply, ModelTask
from api.store.models.asking import (
    Answer,
    Draw,
    IndicatorRelease,
    IndicatorValue,
    Invitation,
    Photo,
    Response,
    ResponseLink,
    SurveyVersion,
    Wave,
    WaveFeedback,
    WaveLink,
)
from api.store.models.inbound import InboundEvent, Lane, Utterance
from api.store.models.officers import (
    ApiKey,
    AuditEntry,
    JobRun,
    Officer,
    OfficerSession,
)
from api.store.models.people import Consent, Contact, Forgotten, OneTimeCode, Resident
from api.store.models.sending import (
    Batch,
    Broadcast,
    ChannelQuota,
    Delivery,
    ProgressUpdate,
    Report,
)
from api.store.models.telling import (
    Article,
    ArticleRevision,
    Asked,
    Case,
    CaseEvent,
    CheckedQuestion,
    OpenQuestion,
)

__all__ = [
    "Answer",
    "ApiKey",
    "Article",
    "ArticleRevision",
    "Asked",
    "AuditEntry",
    "Batch",
    "Broadcast",
    "Case",
    "CaseEvent",
    "ChannelQuota",
    "CheckedQuestion",
    "Consent",
    "Contact",
    "Delivery",
    "Draw",
    "Forgotten",
    "InboundEvent",
    "IndicatorRelease",
    "IndicatorValue",
    "Invitation",
    "JobRun",
    "Lane",
    "ModelReply",
    "ModelTask",
    "Officer",
    "OfficerSession",
    "OneTimeCode",
    "OpenQuestion",
    "Photo",
    "ProgressUpdate",
    "Report",
    "Resident",
    "Response",
    "ResponseLink",
    "SurveyVersion",
    "Utterance",
    "Wave",
    "WaveFeedback",
    "WaveLink",
]
