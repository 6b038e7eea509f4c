"""What people tell of their lives that settles a yes or no, by what is asked of."""

from surveys.replies.lists.lived import (
    daily,
    feelings,
    hardship,
    health,
    homes,
    livelihood,
    papers,
    services,
    town,
)
from surveys.replies.lists.lived.fact import Fact

__all__ = ["FACTS", "Fact"]

FACTS: tuple[Fact, ...] = (
    *daily.FACTS,
    *hardship.FACTS,
    *health.FACTS,
    *homes.FACTS,
    *livelihood.FACTS,
    *papers.FACTS,
    *services.FACTS,
    *town.FACTS,
    *feelings.FACTS,
)
