"""Rich menus as LINE keeps them: objects, pictures, aliases, who sees which."""

import uuid
from collections.abc import Callable
from typing import Any

from starlette.routing import Route

from tests.platforms import line_rules as rules
from tests.platforms.line_answers import json_object, refusal, refuse_problems
from tests.platforms.standin import Answer, Received

MAX_PICTURE_BYTES = 1024 * 1024
PICTURE_TYPES = ("image/png", "image/jpeg")
PICTURE_ENDPOINT = "richmenu/content"
NO_PICTURE = "must upload richmenu image before applying it to user"


class RichMenus:
    """The menus of one account; `seen_by` says which one a user has before him."""

    def __init__(self) -> None:
        self.menus: dict[str, dict[str, Any]] = {}
        self.pictures: dict[str, tuple[str, bytes]] = {}  # (content type, bytes)
        self.aliases: dict[str, str] = {}
        self.linked: dict[str, str] = {}  # user id -> menu id
        self.default: str | None = None

    def seen_by(self, user_id: str) -> str | None:
        """The user's own menu before the account's."""
        return self.linked.get(user_id, self.default)

    def routes(self) -> list[Route]:
        """Literal paths first: {menu} would take them for its own."""
        menu, user = "/v2/bot/richmenu", "/v2/bot/user"
        table: list[tuple[str, str, str, Callable[[Received], Answer]]] = [
            ("POST", menu, "richmenu", self._create),
            ("POST", f"{menu}/validate", "richmenu/validate", self._validate),
            ("GET", f"{menu}/list", "richmenu/list", self._list),
            ("POST", f"{menu}/alias", "richmenu/alias", self._create_alias),
            ("GET", f"{menu}/alias/list", "richmenu/alias/list", self._list_aliases),
            ("GET", f"{menu}/alias/{{alias}}", "richmenu/alias", self._alias),
            ("POST", f"{menu}/alias/{{alias}}", "richmenu/alias", self._set_alias),
            ("DELETE", f"{menu}/alias/{{alias}}", "richmenu/alias", self._drop_alias),
            ("POST", f"{menu}/{{menu}}/content", PICTURE_ENDPOINT, self._upload),
            ("GET", f"{menu}/{{menu}}/content", PICTURE_ENDPOINT, self._picture),
            ("GET", f"{menu}/{{menu}}", "richmenu", self._get),
            ("DELETE", f"{menu}/{{menu}}", "richmenu", self._delete),
            ("GET", f"{user}/all/richmenu", "richmenu/default", self._get_default),
            ("DELETE", f"{user}/all/richmenu", "richmenu/default", self._no_default),
            ("POST", f"{user}/all/richmenu/{{menu}}", "richmenu/default", self._set),
            ("POST", f"{user}/{{user}}/richmenu/{{menu}}", "richmenu/link", self._link),
            ("GET", f"{user}/{{user}}/richmenu", "richmenu/link", self._linked),
            ("DELETE", f"{user}/{{user}}/richmenu", "richmenu/link", self._unlink),
        ]
        return [Route(p, h, methods=[m], name=n) for m, p, n, h in table]

    def _create(self, received: Received) -> Answer:
        menu = json_object(received)
        refuse_problems(rules.menu_problems(menu))
        menu_id = f"richmenu-{uuid.uuid4().hex}"
        self.menus[menu_id] = {"richMenuId": menu_id, **menu}
        return Answer(200, {"richMenuId": menu_id})

    def _validate(self, received: Received) -> Answer:
        refuse_problems(rules.menu_problems(json_object(received)))
        return Answer()

    def _list(self, _received: Received) -> Answer:
        return Answer(200, {"richmenus": list(self.menus.values())})

    def _get(self, received: Received) -> Answer:
        return Answer(200, self.menus[self._known(received)])

    def _delete(self, received: Received) -> Answer:
        menu_id = self._known(received)
        del self.menus[menu_id]
        self.pictures.pop(menu_id, None)
        self.linked = {u: m for u, m in self.linked.items() if m != menu_id}
        if self.default == menu_id:
            self.default = None
        return Answer()

    def _upload(self, received: Received) -> Answer:
        menu_id = self._known(received)
        content_type = received.headers.get("content-type", "")
        if content_type not in PICTURE_TYPES:
            raise refusal(415, f"The content type, {content_type}, is not supported")
        if not received.raw or len(received.raw) > MAX_PICTURE_BYTES:
            raise refusal(400, "The image must be between 1 byte and 1 MB")
        if menu_id in self.pictures:
            raise refusal(400, "An image has already been uploaded to the richmenu")
        self.pictures[menu_id] = (content_type, received.raw)
        return Answer()

    def _picture(self, received: Received) -> Answer:
        picture = self.pictures.get(self._known(received))
        if picture is None:
            raise refusal(404, "Not found")
        return Answer(200, picture[1], {"content-type": picture[0]})

    def _set(self, received: Received) -> Answer:
        self.default = self._with_picture(received)
        return Answer()

    def _get_default(self, _received: Received) -> Answer:
        if self.default is None:
            raise refusal(404, "no default richmenu")
        return Answer(200, {"richMenuId": self.default})

    def _no_default(self, _received: Received) -> Answer:
        self.default = None
        return Answer()

    def _link(self, received: Received) -> Answer:
        self.linked[self._user(received)] = self._with_picture(received)
        return Answer()

    def _linked(self, received: Received) -> Answer:
        menu_id = self.linked.get(self._user(received))
        if menu_id is None:
            raise refusal(404, "the user has no richmenu")
        return Answer(200, {"richMenuId": menu_id})

    def _unlink(self, received: Received) -> Answer:
        self.linked.pop(self._user(received), None)
        return Answer()

    def _create_alias(self, received: Received) -> Answer:
        body = json_object(received)
        alias = str(body.get("richMenuAliasId"))
        if not rules.ALIAS_ID.fullmatch(alias):
            raise refusal(400, "Invalid richMenuAliasId")
        if alias in self.aliases:
            raise refusal(400, "conflict richmenu alias id")
        self.aliases[alias] = self._alias_target(body)
        return Answer()

    def _set_alias(self, received: Received) -> Answer:
        alias = self._known_alias(received)
        self.aliases[alias] = self._alias_target(json_object(received))
        return Answer()

    def _alias(self, received: Received) -> Answer:
        alias = self._known_alias(received)
        return Answer(200, self._described(alias))

    def _list_aliases(self, _received: Received) -> Answer:
        return Answer(200, {"aliases": [self._described(one) for one in self.aliases]})

    def _drop_alias(self, received: Received) -> Answer:
        del self.aliases[self._known_alias(received)]
        return Answer()

    def _described(self, alias: str) -> dict[str, str]:
        return {"richMenuAliasId": alias, "richMenuId": self.aliases[alias]}

    def _known(self, received: Received) -> str:
        menu_id = received.params["menu"]
        if menu_id not in self.menus:
            raise refusal(404, "Not found")
        return menu_id

    def _with_picture(self, received: Received) -> str:
        menu_id = self._known(received)
        if menu_id not in self.pictures:
            raise refusal(400, NO_PICTURE, details=[])
        return menu_id

    def _alias_target(self, body: dict[str, Any]) -> str:
        menu_id = str(body.get("richMenuId"))
        if menu_id not in self.menus:
            raise refusal(400, "richmenu not found")
        if menu_id not in self.pictures:
            raise refusal(400, NO_PICTURE, details=[])
        return menu_id

    def _known_alias(self, received: Received) -> str:
        alias = received.params["alias"]
        if alias not in self.aliases:
            raise refusal(404, "richmenu alias not found")
        return alias

    def _user(self, received: Received) -> str:
        user_id = received.params["user"]
        if not rules.USER_ID.fullmatch(user_id):
            raise refusal(400, "The value for the 'userId' parameter is invalid")
        return user_id
