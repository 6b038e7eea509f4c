"""What the interface says of itself: the OpenAPI document, made true where the
framework takes it for granted how a refusal looks."""

from typing import Any

from fastapi import FastAPI

from api import problems
from api.routes.indicator_example import EXAMPLE
from api.routes.shapes import refusals

JSON = "application/json"
PROBLEM = {"$ref": "#/components/schemas/Problem"}


def of(app: FastAPI) -> dict[str, Any]:
    """The document. The framework leaves every null out of it, and an example without
    them is none of what is told."""
    told = FastAPI.openapi(app)
    told["components"]["schemas"]["Value"]["examples"] = [EXAMPLE]
    for operations in told["paths"].values():
        for operation in operations.values():
            if "requestBody" in operation:
                operation["responses"] |= _unread()
            for answer in operation["responses"].values():
                _name_problem(answer)
    return told


def _unread() -> dict[str, dict[str, Any]]:
    """How a body is refused before the route sees it."""
    return {
        str(status): {
            "description": each["description"],
            "content": {JSON: {"schema": PROBLEM}},
        }
        for status, each in refusals(400, 413).items()
    }


def _name_problem(answer: dict[str, Any]) -> None:
    """Problems come under a media type of their own."""
    content = answer.get("content", {})
    if content.get(JSON, {}).get("schema") == PROBLEM:
        answer["content"] = {problems.MEDIA: content[JSON]}
