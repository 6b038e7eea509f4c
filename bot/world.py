"""What the conversation knows that is the same for everyone."""

from dataclasses import dataclass

from api.settings import Settings
from content.articles import Article
from content.emergency import Hotline
from content.messages import LANGUAGES, Messages, nearest
from content.search import Index


@dataclass(frozen=True)
class World:
    """Read at the start, replaced whole when officers change an article."""

    settings: Settings
    messages: Messages
    articles: dict[tuple[str, str], Article]
    """(slug, language) -> the live article."""
    index: Index
    hotlines: tuple[Hotline, ...]
    stamp: str
    """Which revisions this was built from."""

    def say(self, key: str, language: str | None, /, **values: object) -> str:
        return self.messages.say(key, language, **values)

    def article(self, slug: str, language: str) -> Article | None:
        """The article in this language, or else in English or Thai."""
        spoken = [each for each in LANGUAGES if (slug, each) in self.articles]
        if not spoken:
            return None
        return self.articles[slug, nearest(language, spoken)]
