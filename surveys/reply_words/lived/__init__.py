"""What people tell of their lives that settles a yes or no, by what is asked of."""

from surveys.reply_words.lived import feelings, health, homes, livelihood, town
from surveys.reply_words.lived.fact import Fact

__all__ = ["FACTS", "Fact"]

FACTS: tuple[Fact, ...] = (
    *health.FACTS,
    *homes.FACTS,
    *livelihood.FACTS,
    *town.FACTS,
    *feelings.FACTS,
)
