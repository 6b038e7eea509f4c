"""A loopback stand-in for Telegram's Bot API: the token, the webhook, the updates.

https://core.telegram.org/bots/api
"""

import json
import re
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.routing import Route

from tests.patience import PATIENCE_S
from tests.platforms import telegram_rules as rules
from tests.platforms.server import may_be_webhook, post
from tests.platforms.standin import Answer, Received
from tests.platforms.telegram_queue import Overtaken, UpdateQueue
from tests.platforms.telegram_sending import TelegramSending, failure
from tests.platforms.telegram_updates import (
    BOT,
    Update,
    blocked_update,
    edited_update,
    location_update,
    message,
    new_chat_id,
    next_update_id,
    photo_update,
    press_update,
    sticker_update,
    text_update,
)

__all__ = [
    "BOT",
    "LARGEST_FILE",
    "TelegramStandIn",
    "blocked_update",
    "edited_update",
    "location_update",
    "message",
    "new_chat_id",
    "next_update_id",
    "photo_update",
    "press_update",
    "sticker_update",
    "text_update",
]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
WEBHOOK_PORTS = {None, 443, 80, 88, 8443}
MOST_UPDATES = 100
LARGEST_FILE = 20 * 1024 * 1024
LONGEST_POLL_S = 50
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class TelegramStandIn(TelegramSending):
    """`with TelegramStandIn() as telegram:`; the bot's API base is `telegram.url`.

    `files` holds what residents sent, by file id, for getFile.
    """

    capture_name = "telegram.jsonl"

    def __init__(
        self,
        *,
        token: str = "100001:stand-in-token",
        webhook_url: str = "",
        secret: str = "",
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.token = token
        self.webhook_url = webhook_url
        self.secret = secret
        self.pending = UpdateQueue()
        self.files: dict[str, bytes] = {}
        self.methods |= {
            "getme": self._get_me,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": self._webhook_info,
            "getupdates": self._get_updates,
            "getfile": self._get_file,
        }

    # What residents do.

    def say(self, chat_id: int, text: str, **options: Any) -> Update:
        """The resident writes `text`; it goes to the webhook or waits for a poll."""
        return self.happen(text_update(next_update_id(), chat_id, text, **options))

    def press(self, chat_id: int, data: str, **options: Any) -> Update:
        """The resident presses the newest button that carries `data`."""
        if "pressed" not in options and "message_id" not in options:
            options["pressed"] = self._message_with(chat_id, data)
        return self.happen(press_update(next_update_id(), chat_id, data, **options))

    def happen(self, update: Update) -> Update:
        """Send `update` to the webhook where one is set, or queue it."""
        if self.webhook_url:
            self.deliver(update)
        else:
            self.queue(update)
        return update

    def queue(self, update: Update) -> None:
        """Keep `update` for getUpdates, unless the bot did not ask for its kind."""
        self.pending.put(update)
        self.call_soon(self.pending.wake)

    def deliver(
        self, update: Update, *, url: str | None = None, secret: str | None = None
    ) -> int:
        """POST `update` to the bot's webhook and return the bot's status."""
        target = url or self.webhook_url
        if not target:
            raise RuntimeError("no webhook URL: set webhook_url or pass url=")
        secret = self.secret if secret is None else secret
        headers = {SECRET_HEADER: secret} if secret else {}
        body = json.dumps(update, ensure_ascii=False).encode()
        return post(target, body, headers, timeout_s=PATIENCE_S)

    def _message_with(self, chat_id: int, data: str) -> dict[str, Any] | None:
        for sent in reversed(self.messages_to(chat_id)):
            rows = sent.get("reply_markup", {}).get("inline_keyboard", [])
            if any(
                button.get("callback_data") == data for row in rows for button in row
            ):
                return sent
        return None

    # What every request and answer goes through.

    def routes(self) -> list[Route]:
        both = ["GET", "POST"]
        return [
            Route("/bot{token}/{method}", self._call, methods=both, name="method"),
            Route("/file/bot{token}/{file:path}", self._file, name="file"),
        ]

    def endpoint_name(self, route: Route, params: dict[str, str]) -> str:
        return params.get("method", route.name)

    def admit(self, received: Received) -> None:
        token = received.params.get("token", "")
        if token != self.token:
            well_formed = TOKEN.fullmatch(token)
            raise failure(
                *((401, "Unauthorized") if well_formed else (404, "Not Found"))
            )

    def error(self, status: int, retry_after_s: int | None) -> Answer:
        if status == 429:
            return failure(429, retry_after_s=retry_after_s or 1).answer
        texts = {404: "Not Found", 405: "Method Not Allowed", 502: "Bad Gateway"}
        return failure(status, texts.get(status, "Internal Server Error")).answer

    async def parsed(self, request: Request) -> tuple[Any, dict[str, bytes]]:
        """Parameters from the address and the body: JSON, form or multipart."""
        params: dict[str, Any] = {
            name: rules.decoded(name, value)
            for name, value in request.query_params.items()
        }
        files: dict[str, bytes] = {}
        if request.headers.get("content-type", "").startswith("application/json"):
            body, _ = await super().parsed(request)
            return params | (body if isinstance(body, dict) else {}), files
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await value.read()
                else:
                    params[name] = rules.decoded(name, value)
        for name, content in files.items():
            reference = f"attach://{name}"
            field = next((f for f in params if params[f] == reference), name)
            params[field] = f"<file of {len(content)} bytes>"
        return params, files

    def captured(self, received: Received) -> dict[str, Any] | None:
        if "method" not in received.params:  # a file fetched is no call
            return None
        return {"method": received.endpoint, "params": received.body}

    def _call(self, received: Received) -> Any:
        handler = self.methods.get(received.params["method"].lower())
        if handler is None:
            raise failure(404, "Not Found: method not found")
        try:
            return handler(received.body)
        except rules.BadRequest as refused:
            raise failure(400, f"Bad Request: {refused}") from refused

    def _file(self, received: Received) -> Answer:
        content = self.files.get(received.params["file"].removeprefix("photos/"))
        if content is None:
            raise failure(404, "Not Found")
        return Answer(200, content, {"content-type": "application/octet-stream"})

    # The bot's own affairs.

    def _get_me(self, _params: dict[str, Any]) -> Answer:
        extra = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return self.result(BOT | extra)

    def _set_webhook(self, params: dict[str, Any]) -> Answer:
        url = str(params.get("url", ""))
        secret = str(params.get("secret_token", ""))
        if url and not may_be_webhook(url):
            raise rules.BadRequest(
                "bad webhook: An HTTPS URL must be provided for webhook"
            )
        if secret and not rules.SECRET_TOKEN.fullmatch(secret):
            raise rules.BadRequest("secret token contains unallowed characters")
        self._drop_pending(params)
        self.webhook_url, self.secret = url, secret
        self._allow(params)
        return self.result(True)

    def _delete_webhook(self, params: dict[str, Any]) -> Answer:
        self._drop_pending(params)
        self.webhook_url = self.secret = ""
        return self.result(True)

    def _webhook_info(self, _params: dict[str, Any]) -> Answer:
        info = {
            "url": self.webhook_url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending.waiting),
        }
        if self.pending.allowed:
            info["allowed_updates"] = self.pending.allowed
        return self.result(info)

    def _drop_pending(self, params: dict[str, Any]) -> None:
        if params.get("drop_pending_updates"):
            self.pending.drop()

    def _allow(self, params: dict[str, Any]) -> None:
        """What was asked for last stays until something else is asked for."""
        if isinstance(params.get("allowed_updates"), list):
            self.pending.allowed = params["allowed_updates"]

    def _get_file(self, params: dict[str, Any]) -> Answer:
        file_id = str(params.get("file_id"))
        content = self.files.get(file_id)
        if content is None:
            raise rules.BadRequest("invalid file_id")
        if len(content) > LARGEST_FILE:
            raise rules.BadRequest("file is too big")
        return self.result(
            {
                "file_id": file_id,
                "file_unique_id": file_id,
                "file_size": len(content),
                "file_path": f"photos/{file_id}",
            }
        )

    async def _get_updates(self, params: dict[str, Any]) -> Answer:
        if self.webhook_url:
            raise failure(409, WEBHOOK_ACTIVE)
        self._allow(params)
        try:
            updates = await self.pending.poll(
                offset=int(params.get("offset") or 0),
                limit=min(int(params.get("limit") or MOST_UPDATES), MOST_UPDATES),
                timeout_s=min(int(params.get("timeout") or 0), LONGEST_POLL_S),
            )
        except Overtaken:
            raise failure(409, OTHER_POLLER) from None
        return self.result(updates)
