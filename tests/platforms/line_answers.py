"""The words and shapes of LINE's answers."""

import uuid
from typing import Any

from tests.platforms.line_events import new_message_id
from tests.platforms.line_rules import Problem
from tests.platforms.standin import Answer, Received, Refused

MONTHLY_LIMIT = "You have reached your monthly limit."
RATE_LIMIT = "The API rate limit has been exceeded. Try again later."
BAD_TO = "The property, 'to', in the request body is invalid (line: -, column: -)"
BAD_TOKEN = (
    "Authentication failed. Confirm that the access token in the authorization "
    "header is valid."
)


def refusal(status: int, message: str, **body: Any) -> Refused:
    return Refused(Answer(status, {"message": message, **body}))


def refuse_problems(problems: list[Problem]) -> None:
    if problems:
        text = f"The request body has {len(problems)} error(s)"
        raise refusal(400, text, details=problems)


def json_object(received: Received) -> dict[str, Any]:
    """The request's JSON object; refused for another type or broken JSON."""
    content_type = received.headers.get("content-type", "")
    if content_type.split(";")[0].strip().lower() != "application/json":
        raise refusal(415, f"The content type, {content_type}, is not supported")
    if not isinstance(received.body, dict):
        text = "The request body could not be parsed as JSON (line: 1, column: 1)"
        raise refusal(400, text)
    return received.body


def sent_messages(messages: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What LINE calls the messages it took, in the order of the request."""
    sent = []
    for message in messages:
        one = {"id": new_message_id()}
        if message["type"] in ("text", "textV2", "sticker", "image", "video"):
            one["quoteToken"] = uuid.uuid4().hex
        sent.append(one)
    return sent
