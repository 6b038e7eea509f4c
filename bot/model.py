"""An OpenAI-compatible endpoint: asked with a limit on time and on size, never twice.

https://platform.openai.com/docs/api-reference/chat/create and
https://platform.openai.com/docs/api-reference/embeddings/create ; vLLM, Ollama,
llama.cpp and the like answer the same two addresses.
"""

import asyncio
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from api.settings import Settings
from api.store.words import AdviceOutcome

# A choice is a line, a vector some thousand numbers; whoever sends more is ill.
MOST_BYTES = 64 * 1024
MOST_BYTES_OF_VECTORS = 16 * 1024 * 1024


class ModelError(Exception):
    """No answer: how it failed, and when the endpoint wants to be asked again."""

    def __init__(
        self, outcome: AdviceOutcome, retry_after_s: float | None = None
    ) -> None:
        # Never what it answered: that may hold the question.
        super().__init__(outcome.value)
        self.outcome = outcome
        self.retry_after_s = retry_after_s


class Endpoint:
    """One endpoint with one key. Close it at the end."""

    def __init__(self, url: str, key: str, timeout_s: float) -> None:
        self._url = url
        self._timeout_s = timeout_s
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # No redirects: the key and the question go where the operator said.
        self._client = httpx.AsyncClient(
            headers=headers, timeout=timeout_s, follow_redirects=False
        )

    async def choose(self, request: Mapping[str, Any]) -> bytes:
        """The answer to a chat completion as it came. Raises ModelError."""
        return await self._post("chat/completions", request, MOST_BYTES)

    async def embed(
        self, model: str, texts: Sequence[str], *, timeout_s: float | None = None
    ) -> list[list[float]]:
        """A vector for each text, in their order. Raises ModelError."""
        request = {"model": model, "input": list(texts), "encoding_format": "float"}
        body = await self._post(
            "embeddings", request, MOST_BYTES_OF_VECTORS, timeout_s=timeout_s
        )
        vectors = _vectors(body, len(texts))
        if vectors is None:
            raise ModelError(AdviceOutcome.GARBAGE)
        return vectors

    async def close(self) -> None:
        await self._client.aclose()

    async def _post(
        self,
        path: str,
        request: Mapping[str, Any],
        most_bytes: int,
        *,
        timeout_s: float | None = None,
    ) -> bytes:
        try:
            # The library limits each step, and a trickle has no end.
            async with asyncio.timeout(timeout_s or self._timeout_s):
                return await self._read(path, request, most_bytes)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise ModelError(AdviceOutcome.TIMEOUT) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(AdviceOutcome.DOWN) from error

    async def _read(
        self, path: str, request: Mapping[str, Any], most_bytes: int
    ) -> bytes:
        url = f"{self._url}/{path}"
        async with self._client.stream("POST", url, json=request) as response:
            if response.status_code != 200:
                raise _refusal(response)
            body = b""
            async for part in response.aiter_bytes():
                body += part
                if len(body) > most_bytes:
                    raise ModelError(AdviceOutcome.GARBAGE)
            return body


def endpoint(settings: Settings) -> Endpoint:
    """The town's endpoint."""
    return Endpoint(
        settings.model_url,
        settings.model_key.get_secret_value(),
        settings.model_timeout_s,
    )


def _refusal(response: httpx.Response) -> ModelError:
    if response.status_code == 429:
        wait = response.headers.get("Retry-After", "")
        wait_s = float(wait) if wait.isascii() and wait.isdigit() else None
        return ModelError(AdviceOutcome.BUSY, wait_s)
    if response.status_code >= 500:
        return ModelError(AdviceOutcome.DOWN)
    return ModelError(AdviceOutcome.REFUSED)


def _vectors(body: bytes, wanted: int) -> list[list[float]] | None:
    """The vectors by their `index`; None: the answer is none."""
    try:
        rows = json.loads(body)["data"]
        found = {
            int(row["index"]): [float(x) for x in row["embedding"]] for row in rows
        }
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None
    if len(rows) != wanted or set(found) != set(range(wanted)):
        return None
    vectors = [found[at] for at in range(wanted)]
    sizes = {len(vector) for vector in vectors}
    is_number = all(math.isfinite(x) for vector in vectors for x in vector)
    return vectors if len(sizes) <= 1 and 0 not in sizes and is_number else None
