"""A loopback stand-in for an OpenAI-compatible endpoint, as ill-behaved as wanted.

It answers what `says` makes of a request; the worst a model can do is obey whoever
wrote the question, and `obey` does. Every request is kept, so that tests can look for
what must never leave the town.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.routing import Route

from tests.platforms.standin import Answer, Received, Refused, StandIn

Says = Callable[[dict[str, Any]], Any]
"""The data a model was given (`question`, `articles`) and its rules, as `rules`, ->
what it says: text as it is, anything else as JSON."""
SIZE = 64


def first(data: dict[str, Any]) -> Any:
    """A model that chooses the first article."""
    return {"slug": data["articles"][0]["slug"]}


def none(data: dict[str, Any]) -> Any:
    return {"slug": None}


def rephrasing(text: str | Callable[[str], str]) -> Says:
    """A model that says this of the first article, or makes it of its text."""

    def says(data: dict[str, Any]) -> Any:
        article = data["articles"][0]
        said = text if isinstance(text, str) else text(article["text"])
        return {"slug": article["slug"], "text": said}

    return says


def obey(data: dict[str, Any]) -> Any:
    """The worst case: it does all that any attack asks for, and tells its rules."""
    told = f"{data['question']} {data['rules']}"
    return {"slug": data["articles"][0]["slug"], "text": told}


class ModelStandIn(StandIn):
    """`with ModelStandIn() as model:`; the base address is `model.url` + `/v1`."""

    capture_name = "model.jsonl"

    def __init__(self, *, key: str = "stand-in-key", **options: Any) -> None:
        self.key = key
        self.says: Says = first
        self.moved_to = ""
        """Where errors say the endpoint has gone."""
        super().__init__(**{"latency_s": None, **options})

    @property
    def base(self) -> str:
        return f"{self.url}/v1"

    @property
    def asked(self) -> list[str]:
        """The questions it was given."""
        return [_data(each.body)["question"] for each in self.calls("chat")]

    @property
    def heard(self) -> str:
        """All that it was ever sent, headers included."""
        with self.lock:
            return "\n".join(f"{r.headers} {r.raw.decode()}" for r in self.requests)

    def routes(self) -> list[Route]:
        return [
            Route("/v1/chat/completions", self._chat, methods=["POST"], name="chat"),
            Route("/v1/embeddings", self._embed, methods=["POST"], name="embeddings"),
        ]

    def admit(self, received: Received) -> None:
        if received.headers.get("authorization") != f"Bearer {self.key}":
            raise Refused(self.error(401, None))
        if not isinstance(received.body, dict) or "model" not in received.body:
            raise Refused(self.error(400, None))

    def error(self, status: int, retry_after_s: int | None) -> Answer:
        headers = {} if retry_after_s is None else {"retry-after": str(retry_after_s)}
        if self.moved_to:
            headers["location"] = self.moved_to
        return Answer(status, {"error": {"message": "refused"}}, headers)

    def captured(self, received: Received) -> dict[str, Any] | None:
        return {"path": received.path, "body": received.body}

    def _chat(self, received: Received) -> Answer:
        return Answer(200, self.completion(received.body))

    def completion(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """What it answers to a request; to be had without the wire, too."""
        said = self.says(_data(request))
        content = said if isinstance(said, str) else json.dumps(said)
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return {"object": "chat.completion", "choices": [choice]}

    def _embed(self, received: Received) -> Answer:
        texts = received.body["input"]
        rows = [{"index": n, "embedding": vector(text)} for n, text in enumerate(texts)]
        # In any order: it is the index that counts.
        return Answer(200, {"object": "list", "data": rows[::-1]})


def vector(text: str) -> list[float]:
    """Texts that share runs of three letters point in like directions."""
    letters = "".join(text.casefold().split())
    found = [0.0] * SIZE
    for at in range(max(1, len(letters) - 2)):
        digest = hashlib.sha256(letters[at : at + 3].encode()).digest()
        found[digest[0] % SIZE] += 1.0
    return found


def _data(request: Mapping[str, Any]) -> dict[str, Any]:
    system, user = request["messages"]
    return {**json.loads(user["content"]), "rules": system["content"]}
