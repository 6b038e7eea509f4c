"""Sending as Telegram does it: chats that block, move or flood, messages, edits.

https://core.telegram.org/bots/api#available-methods
"""

import math
from collections.abc import Callable
from typing import Any

from tests.platforms import telegram_rules as rules
from tests.platforms.limits import TokenBucket
from tests.platforms.standin import Answer, Refused, StandIn
from tests.platforms.telegram_updates import BOT, chat, next_message_id

BLOCKED = "Forbidden: bot was blocked by the user"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
PROFILE_CHARACTERS = {"name": 64, "description": 512, "short_description": 120}

Params = dict[str, Any]


def failure(
    status: int, text: str = "", *, retry_after_s: int | None = None, **parameters: Any
) -> Refused:
    """Telegram's shape of an error; a 429 says for how long."""
    headers = {}
    if retry_after_s is not None:
        text = f"Too Many Requests: retry after {retry_after_s}"
        parameters["retry_after"] = retry_after_s
        headers["Retry-After"] = str(retry_after_s)
    body: Params = {"ok": False, "error_code": status, "description": text}
    if parameters:
        body["parameters"] = parameters
    return Refused(Answer(status, body, headers))


class TelegramSending(StandIn):
    """The sending half of the stand-in: what goes into chats, and what it refuses."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.blocked: set[int] = set()
        self.known_chats: set[int] | None = None  # None: every chat is there
        self.migrated: dict[int, int] = {}
        self.expired_queries: set[str] = set()
        self.sent: list[dict[str, Any]] = []  # messages as they stand now
        self.profile: dict[tuple[str, str], Any] = {}  # (field, language) -> value
        self.menu_buttons: dict[int | None, Any] = {}
        self._overall: TokenBucket | None = None
        self._per_chat: Callable[[int], TokenBucket] | None = None
        self._chat_buckets: dict[int, TokenBucket] = {}
        self.methods: dict[str, Callable[[Params], Any]] = {
            "sendmessage": self._send_message,
            "sendphoto": self._send_photo,
            "sendchataction": self._send_chat_action,
            "answercallbackquery": self._answer_query,
            "editmessagetext": self._edit_text,
            "editmessagereplymarkup": self._edit_markup,
            "setmycommands": self._set_commands,
            "setmyname": lambda p: self._set_profile("name", p),
            "setmydescription": lambda p: self._set_profile("description", p),
            "setmyshortdescription": lambda p: self._set_profile(
                "short_description", p
            ),
            "setchatmenubutton": self._set_menu_button,
        }

    # What tests arrange and look at.

    def messages_to(self, chat_id: int) -> list[dict[str, Any]]:
        """The bot's messages in a chat as the resident sees them, edits applied."""
        with self.lock:
            return [m for m in self.sent if m["chat"]["id"] == chat_id]

    def block(self, chat_id: int) -> None:
        self.blocked.add(chat_id)

    def unblock(self, chat_id: int) -> None:
        self.blocked.discard(chat_id)

    def migrate(self, chat_id: int, new_chat_id: int) -> None:
        """The group was upgraded: it answers under its new id only."""
        self.migrated[chat_id] = new_chat_id

    def limit(
        self,
        *,
        overall_per_s: float = 30,
        per_chat_per_s: float = 1,
        per_group_per_min: float = 20,
    ) -> None:
        """Put Telegram's limits on messages, with no burst within one chat."""
        self._overall = TokenBucket(overall_per_s)
        self._chat_buckets.clear()
        self._per_chat = lambda chat_id: TokenBucket(
            per_group_per_min / 60 if chat_id < 0 else per_chat_per_s, burst=1
        )

    def clear(self) -> None:
        """Forget requests, faults and messages."""
        super().clear()
        with self.lock:
            self.sent.clear()

    @staticmethod
    def result(value: Any) -> Answer:
        return Answer(200, {"ok": True, "result": value})

    # Messages.

    def _send_message(self, params: Params) -> Answer:
        text, entities = rules.checked_text(params)
        markup = rules.checked_markup(params.get("reply_markup"))
        content = {"text": text, **({"entities": entities} if entities else {})}
        return self._sent(params, content, markup)

    def _send_photo(self, params: Params) -> Answer:
        if not params.get("photo"):
            raise rules.BadRequest("there is no photo in the request")
        caption, entities = rules.checked_caption(params)
        markup = rules.checked_markup(params.get("reply_markup"))
        size = {"file_unique_id": "photo", "width": 1280, "height": 960}
        content: Params = {"photo": [{"file_id": f"photo-{len(self.sent)}", **size}]}
        if caption:
            content["caption"] = caption
        if entities:
            content["caption_entities"] = entities
        return self._sent(params, content, markup)

    def _sent(self, params: Params, content: Params, markup: Params | None) -> Answer:
        chat_id = self._writable(params)
        self._pace(chat_id)
        sent: Params = {
            "message_id": next_message_id(),
            "from": BOT,
            "chat": chat(chat_id),
            "date": int(self.clock().timestamp()),
            **content,
        }
        if markup and "inline_keyboard" in markup:
            sent["reply_markup"] = markup
        self.sent.append(sent)
        return self.result(dict(sent))

    def _writable(self, params: Params) -> int:
        """The chat's id, where the bot may write to it."""
        chat_id = params.get("chat_id")
        if chat_id is None or chat_id == "":
            raise rules.BadRequest("chat_id is empty")
        if not isinstance(chat_id, int):
            raise rules.BadRequest("chat not found")
        if chat_id in self.migrated:
            raise failure(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated[chat_id],
            )
        if self.known_chats is not None and chat_id not in self.known_chats:
            raise rules.BadRequest("chat not found")
        if chat_id in self.blocked:
            raise failure(403, BLOCKED)
        return chat_id

    def _pace(self, chat_id: int) -> None:
        """Take a token for the chat and one for the bot, or say how long to wait."""
        if self._overall is None or self._per_chat is None:
            return
        if chat_id not in self._chat_buckets:
            self._chat_buckets[chat_id] = self._per_chat(chat_id)
        buckets = (self._overall, self._chat_buckets[chat_id])
        wait_s = max(bucket.wait_s(self.clock()) for bucket in buckets)
        if wait_s:
            raise failure(429, retry_after_s=math.ceil(round(wait_s, 6)))
        for bucket in buckets:
            bucket.take()

    def _edit_text(self, params: Params) -> Answer:
        text, entities = rules.checked_text(params)
        markup = rules.checked_markup(params.get("reply_markup"))
        new: Params = {"text": text}
        if entities:
            new["entities"] = entities
        if markup:
            new["reply_markup"] = markup
        return self._edited(params, new, ("text", "entities", "reply_markup"))

    def _edit_markup(self, params: Params) -> Answer:
        markup = rules.checked_markup(params.get("reply_markup"))
        has_buttons = bool(markup and markup.get("inline_keyboard"))
        new = {"reply_markup": markup} if has_buttons else {}
        return self._edited(params, new, ("reply_markup",))

    def _edited(self, params: Params, new: Params, fields: tuple[str, ...]) -> Answer:
        chat_id, message_id = self._writable(params), params.get("message_id")
        for message in self.sent:
            if message["chat"]["id"] == chat_id and message["message_id"] == message_id:
                break
        else:
            raise rules.BadRequest("message to edit not found")
        if {field: message[field] for field in fields if field in message} == new:
            raise rules.BadRequest(NOT_MODIFIED)
        for field in fields:
            message.pop(field, None)
        message |= new | {"edit_date": int(self.clock().timestamp())}
        return self.result(dict(message))

    def _send_chat_action(self, params: Params) -> Answer:
        if params.get("action") not in rules.CHAT_ACTIONS:
            raise rules.BadRequest("wrong parameter action in request")
        self._writable(params)
        return self.result(True)

    def _answer_query(self, params: Params) -> Answer:
        query_id = str(params.get("callback_query_id", ""))
        if not query_id or query_id in self.expired_queries:
            raise rules.BadRequest(TOO_OLD)
        if len(str(params.get("text", ""))) > rules.ANSWER_CHARACTERS:
            raise rules.BadRequest("MESSAGE_TOO_LONG")
        return self.result(True)

    # How the bot presents itself.

    def _set_commands(self, params: Params) -> Answer:
        rules.check_commands(params.get("commands"))
        language = str(params.get("language_code", ""))
        self.profile["commands", language] = params["commands"]
        return self.result(True)

    def _set_profile(self, field: str, params: Params) -> Answer:
        value = str(params.get(field, ""))
        if len(value) > PROFILE_CHARACTERS[field]:
            raise rules.BadRequest(f"bot {field.replace('_', ' ')} is too long")
        self.profile[field, str(params.get("language_code", ""))] = value
        return self.result(True)

    def _set_menu_button(self, params: Params) -> Answer:
        button = params.get("menu_button", {"type": "default"})
        if not isinstance(button, dict) or "type" not in button:
            raise rules.BadRequest("can't parse MenuButton JSON object")
        self.menu_buttons[params.get("chat_id")] = button
        return self.result(True)
