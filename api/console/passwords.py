"""Passwords an officer must not choose: the well-known ones, and their own name."""

import re

from api.errors import DomainError

# Shorter ones cannot be chosen anyway; repetitions are refused by the store.
COMMON = frozenset(
    (
        "123456789012345",
        "1234567890123456",
        "123456789abcdef",
        "1q2w3e4r5t6y7u8i",
        "1qaz2wsx3edc4rfv",
        "abcdefghijklmno",
        "abcdefghijklmnop",
        "asdfghjklqwertyuiop",
        "correcthorsebatterystaple",
        "iloveyouforever",
        "letmeinletmein1",
        "monkeymonkey123",
        "password12345678",
        "password1234567",
        "passwordpassword1",
        "qazwsxedcrfvtgb",
        "qwertyasdfghzxcvbn",
        "qwertyuiop12345",
        "qwertyuiop123456",
        "qwertyuiopasdfgh",
        "qwertyuiopasdfghjkl",
        "thailand12345678",
        "thequickbrownfox",
        "thisismypassword",
        "trustno1trustno1",
        "welcomewelcome1",
        "whatismypassword",
        "zaq12wsxcde34rfv",
        "zxcvbnmasdfghjkl",
        "zxcvbnmasdfghjklqwertyuiop",
        "ไม่รู้ไม่รู้ไม่รู้",
        "รหัสผ่านของฉัน1234",
    )
)
# Shorter names are parts of too many words.
LEAST_NAME = 4


def check(password: str, again: str, *, login: str, name: str) -> None:
    """Raise the DomainError that says why not; the store checks length and sameness."""
    if password != again:
        raise DomainError(422, "console.password_differs")
    plain = re.sub(r"[\s._-]", "", password.casefold())
    if plain in COMMON:
        raise DomainError(422, "console.password_common")
    for part in (*re.split(r"[._-]", login), *name.split()):
        if len(part) >= LEAST_NAME and part.casefold() in plain:
            raise DomainError(422, "console.password_names_you")
