"""Articles: what the town can tell, one file each; front matter and an answer."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from content import dates, front_matter
from content.front_matter import ArticleError, Source
from content.messages import LANGUAGES, Messages
from content.outbound import Card, Link, Outbound

__all__ = [
    "Article", "ArticleError", "Source", "card", "load_all", "parse", "read_all",
]  # fmt: skip

SHIPPED = Path(__file__).parent / "articles"
MORE = "<!-- more -->"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What fits a chat card without scrolling (method: one screen, then the rest).
SHORT_LIMITS = {"th": 300, "en": 400, "my": 500}
WHOLE_LIMIT = 1200
MOST_SOURCES_NAMED = 2
MOST_LINKS = 3
# An answer is a text with a phone number in it, not a program.
ALLOWED_VALUES = {"municipality_phone"}
ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.Name,
    nodes.Not,
)


@dataclass(frozen=True, slots=True)
class Article:
    """One answer in one language."""

    slug: str
    language: str
    title: str
    topic: str
    asked_as: tuple[str, ...]
    not_told: tuple[str, ...]
    """Questions near this subject that no article answers."""
    facts: tuple[str, ...]
    sources: tuple[Source, ...]
    as_of: str | None
    """`2021`, `2021-11` or `2021-11-16`: as exactly as the source knows it."""
    as_of_note: str | None
    unreviewed: bool
    """A translation that no speaker has read yet: said on the card."""
    volatile: bool
    """May have changed since: said on the card, with whom to ask."""
    ask: str | None
    review_by: date
    owner: str
    """The unit in charge of the fact, not of our words."""
    short: str
    """The answer, as a Jinja2 template; may use `municipality_phone` only."""
    more: str
    """The rest; may be empty."""
    source_text: str
    """The whole file as it was read, for keeping and for export."""

    @property
    def text(self) -> str:
        return f"{self.short}\n\n{self.more}" if self.more else self.short


def parse(text: str, *, slug: str, language: str, file: str | None = None) -> Article:
    """Read one article. Raises `ArticleError`, its line the offending one's."""
    name = file or f"{language}/{slug}.md"
    if not SLUG.fullmatch(slug):
        raise ArticleError(name, 1, "a name is a-z, 0-9 and hyphens")
    if language not in LANGUAGES:
        raise ArticleError(name, 1, f"{language} is not a language of ours")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    lines = text.split("\n")
    if lines[0].rstrip() != "---" or "---" not in lines[1:]:
        raise ArticleError(name, 1, "an article begins with front matter between ---")
    end = lines.index("---", 1)
    front = front_matter.read("\n".join(lines[1:end]), name)
    body = "\n".join(lines[end + 1 :])
    _check_template(body, name, end + 1)
    short, _, more = (part.strip() for part in body.partition(MORE))
    _check_length(short, more, language, name, end + 2)
    return Article(
        slug=slug,
        language=language,
        title=front.title,
        topic=front.topic,
        asked_as=tuple(front.asked_as),
        not_told=tuple(front.not_told),
        facts=tuple(front.facts),
        sources=tuple(front.sources),
        as_of=None if front.as_of is None else str(front.as_of),
        as_of_note=front.as_of_note,
        unreviewed=front.unreviewed,
        volatile=front.volatile,
        ask=front.ask,
        review_by=front.review_by,
        owner=front.owner,
        short=short,
        more=more,
        source_text=text,
    )


def load_all(directory: Path = SHIPPED) -> tuple[Article, ...]:
    """Every article under `<language>/<slug>.md`. Raises the first `ArticleError`."""
    found, problems = read_all(directory)
    if problems:
        raise problems[0]
    return found


def read_all(
    directory: Path = SHIPPED,
) -> tuple[tuple[Article, ...], tuple[ArticleError, ...]]:
    """The articles that can be used, and what is wrong with the others."""
    found: dict[tuple[str, str], Article] = {}
    problems: list[ArticleError] = []
    for path in sorted(directory.rglob("*.md")):
        name = path.relative_to(directory).as_posix()
        key = (path.stem.lower(), path.relative_to(directory).parts[0])
        try:
            article = parse(
                path.read_text(encoding="utf-8"),
                slug=path.stem,
                language=key[1],
                file=name,
            )
        except UnicodeDecodeError:
            problems.append(ArticleError(name, 1, "not UTF-8"))
        except ArticleError as error:
            problems.append(error)
        else:
            if key in found:
                reason = f"{path.stem} is there twice in {key[1]}"
                problems.append(ArticleError(name, 1, reason))
            found.setdefault(key, article)
    return tuple(found.values()), tuple(problems)


def card(
    article: Article,
    messages: Messages,
    *,
    full: bool = False,
    municipality_phone: str = "",
    today: date | None = None,
) -> Outbound:
    """The answer as it is said: title, text, warnings, source and date.

    `full` is the whole text with links to the sources; else the short answer.
    `today` past the article's review date: the answer is not served as fact.
    """
    language = article.language
    parts = [_fill(article.text if full else article.short, municipality_phone)]
    whom = article.ask or article.owner
    if today is not None and today > article.review_by:
        parts.append(messages.say("content.overdue", language, ask=whom))
    elif article.volatile:
        parts.append(messages.say("content.may_have_changed", language, ask=whom))
    if article.unreviewed:
        parts.append(messages.say("content.unreviewed", language))
    footer = _footer(article, messages)
    if full:
        owner = messages.say("content.owner", language, owner=article.owner)
        footer = f"{footer}\n{owner}"
    return Outbound(
        card=Card(
            title=article.title,
            body="\n\n".join(parts),
            footer=footer,
            links=_links(article) if full else (),
        )
    )


def _links(article: Article) -> tuple[Link, ...]:
    found = [Link(s.name, s.url) for s in article.sources if s.url]
    return tuple(found[:MOST_LINKS])


def _footer(article: Article, messages: Messages) -> str:
    names = list(dict.fromkeys(source.name for source in article.sources))
    said = messages.say(
        "content.source",
        article.language,
        names=", ".join(names[:MOST_SOURCES_NAMED]),
        others=max(0, len(names) - MOST_SOURCES_NAMED),
    )
    if article.as_of is None:
        return f"{said} · {article.as_of_note}"
    day = dates.say_partial(article.as_of, article.language)
    return f"{said} · {messages.say('content.as_of', article.language, day=day)}"


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=False)


def _fill(text: str, municipality_phone: str) -> str:
    filled = _environment().from_string(text)
    return filled.render(municipality_phone=municipality_phone).strip()


def _check_template(body: str, file: str, lines_before: int) -> None:
    try:
        tree = _environment().parse(body)
    except TemplateSyntaxError as error:
        line = lines_before + error.lineno
        raise ArticleError(file, line, str(error.message)) from error
    for name in sorted(meta.find_undeclared_variables(tree) - ALLOWED_VALUES):
        line = next(n.lineno for n in tree.find_all(nodes.Name) if n.name == name)
        reason = f"{name} is not a value an answer may use"
        raise ArticleError(file, lines_before + line, reason)
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, ALLOWED_NODES):
            reason = f"{type(node).__name__} is more than an answer may do"
            raise ArticleError(file, lines_before + node.lineno, reason)


def _check_length(
    short: str, more: str, language: str, file: str, first_line: int
) -> None:
    limit = SHORT_LIMITS[language]
    if not short:
        raise ArticleError(file, first_line, "the answer is empty")
    if len(short) > limit:
        reason = f"the short answer has {len(short)} characters; {limit} fit"
        raise ArticleError(file, first_line, reason)
    if len(short) + len(more) > WHOLE_LIMIT:
        reason = f"the answer has more than {WHOLE_LIMIT} characters"
        raise ArticleError(file, first_line, reason)
