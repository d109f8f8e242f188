"""What the live server counts, for /metrics: Prometheus text, kept by its own library."""

from collections.abc import Callable, Iterator

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)

Census = Callable[[], tuple[int, int, int]]
"""How many rooms, people and connections there are now."""


class LiveCounters:
    """The figures of one server; they begin with it."""

    def __init__(self, census: Census) -> None:
        self.registry = registry = CollectorRegistry()
        registry.register(_Present(census))
        for collector in (GCCollector, PlatformCollector, ProcessCollector):
            collector(registry=registry)
        self._operations = Counter(
            "journeymap_operations", "Operations told to the rooms here, by whatever door.", registry=registry
        )
        self._sent = Counter("journeymap_frames", "Frames with operations that were sent.", registry=registry)
        self._refusals = Counter(
            "journeymap_refusals", "Changes that were refused on a live socket.", ["code"], registry=registry
        )
        self._fanout = Histogram(
            "journeymap_fanout_seconds",
            "From the commit of an operation to its being sent to everybody in the room.",
            buckets=BUCKETS,
            registry=registry,
        )
        self._answers = Histogram(
            "journeymap_answer_seconds",
            "From a change on a live socket to its answer, the commit included.",
            buckets=BUCKETS,
            registry=registry,
        )
        self._drops = Counter(
            "journeymap_queue_drops", "Connections let go because they did not read.", registry=registry
        )

    def record(self, operations: int, members: int, seconds: float) -> None:
        """These operations were sent to so many, so long after the first of them was committed."""
        self._operations.inc(operations)
        self._sent.inc(members)
        self._fanout.observe(seconds)

    def answered(self, seconds: float) -> None:
        """A change was answered after so long."""
        self._answers.observe(seconds)

    def refused(self, code: str) -> None:
        """A change was refused."""
        self._refusals.labels(code).inc()

    def dropped(self) -> None:
        """A connection was let go because it did not read."""
        self._drops.inc()

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)


class _Present(Collector):
    """What is there now, counted when it is asked."""

    def __init__(self, census: Census) -> None:
        self._census = census

    def collect(self) -> Iterator[Metric]:
        rooms, people, connections = self._census()
        yield GaugeMetricFamily("journeymap_rooms", "Maps that are open.", value=rooms)
        yield GaugeMetricFamily("journeymap_people", "People in the rooms, each once; no beamer.", value=people)
        yield GaugeMetricFamily("journeymap_connections", "Live sockets in the rooms.", value=connections)
