"""Which language a page speaks: the one asked for, else remembered, else Thai."""

from fastapi import Request, Response

from content.messages import DEFAULT, LANGUAGES

COOKIE = "ecotown_lang"
YEAR_S = 365 * 24 * 3600
# Each language by its own name, so that nobody needs another one to find theirs.
NAMES = {"th": "ไทย", "en": "English", "my": "မြန်မာ"}


def of(request: Request, spoken: tuple[str, ...] = LANGUAGES) -> str:
    """The language for this request, one of `spoken`."""
    return chosen(request, spoken) or DEFAULT


def chosen(request: Request, spoken: tuple[str, ...] = LANGUAGES) -> str | None:
    """The language the reader asked for, now or before; None: they never did."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in spoken:
            return wanted
    return None


def remember(request: Request, response: Response) -> None:
    """Keep a language that was just asked for, in a cookie that says nothing else."""
    wanted = request.query_params.get("lang")
    if wanted in LANGUAGES:
        response.set_cookie(
            COOKIE,
            str(wanted),
            max_age=YEAR_S,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )


def switch(request: Request, spoken: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(code, own name, address of this very page) for each language."""
    return [
        (code, NAMES[code], str(_relative(request.url.include_query_params(lang=code))))
        for code in spoken
    ]


def _relative(url: object) -> str:
    """The address without its host: behind a proxy we may not know our own name."""
    text = str(url)
    start = text.find("/", text.find("//") + 2)
    return text[start:] if start >= 0 else "/"
