"""Counts for a monitoring system, in Prometheus' text format; nobody is named."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from api.store import advice, services
from api.store.session import Database

# Counting reads whole tables, and anyone may ask.
FRESH_FOR = timedelta(seconds=10)


class StoreCollector(Collector):
    """Reads the counts from the database when they are asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        with self._database.read() as session:
            events = services.events_by_channel(session)
            deliveries = services.deliveries_by_state(session)
            advised = advice.counts(session)
        taken = CounterMetricFamily(
            "ecotown_events_taken", "Events taken in", labels=["channel"]
        )
        for channel, count in events.items():
            taken.add_metric([channel], count)
        yield taken
        states = GaugeMetricFamily(
            "ecotown_deliveries", "Deliveries by state", labels=["channel", "state"]
        )
        for (channel, state), count in deliveries.items():
            states.add_metric([channel, state], count)
        yield states
        ends = CounterMetricFamily(
            "ecotown_model_questions",
            "Questions for a language model by how they ended",
            labels=["outcome"],
        )
        for outcome, count in advised.items():
            ends.add_metric([outcome], count)
        yield ends


class Metrics:
    """The registry of one app, and its last page."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(StoreCollector(database))
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._page = b""
        self._made_at: datetime | None = None

    def page(self) -> bytes:
        """The metrics, counted anew when the last count is ten seconds old."""
        with self._one_at_a_time:
            now = self._clock()
            if self._made_at is None or now - self._made_at >= FRESH_FOR:
                self._page, self._made_at = generate_latest(self.registry), now
            return self._page
