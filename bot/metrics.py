"""Metrics: counts and ages for Prometheus, without a label that could name anybody.

What goes by mail is not counted apart: a letter may mean that a young person asked for an advocate,
which the service may not learn (practice 17).
"""

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE
from prometheus_client.registry import Collector

from bot.health import Health
from fostering.audit import Finding, Pile
from storage.database import COMMITS
from storage.results import Lane

__all__ = ["CONTENT_TYPE", "written"]

OUTCOMES = ("accepted", "rejected", "not_sent", "unknown", "too_many", "lease_lost")
PAGED = "WorkerPaged"


def written(health: Health, counts: Mapping[str, int]) -> bytes:
    """All of them in Prometheus' own text; `counts` are what this process wrote."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collected(health, counts))
    return generate_latest(registry)


class _Collected(Collector):
    """What there is at this moment."""

    def __init__(self, health: Health, counts: Mapping[str, int]) -> None:
        self._health = health
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        """Each metric with its numbers."""
        health = self._health
        yield _counter("updates_received", "Updates stored by this process.", health, "received")
        sends = CounterMetricFamily(
            "hearthline_sends", "Deliveries of this process by outcome.", labels=["outcome"]
        )
        for outcome in OUTCOMES:
            sends.add_metric([outcome], health.counts[outcome])
        yield sends
        yield _counter("heartbeats", "Signs of life taken by the watcher outside.", health, "beats")
        pages = "Pages decided by this process, each climb among them."
        yield CounterMetricFamily("hearthline_pages", pages, self._counts.get(PAGED, 0))
        commits = "Transactions committed by this process."
        yield CounterMetricFamily("hearthline_commits", commits, self._counts.get(COMMITS, 0))
        yield _gauge(
            "deaf_seconds", "Since Telegram was last heard.", health.unheard.total_seconds()
        )
        yield _gauge(
            "tick_age_seconds", "Since a tick was completed.", health.standing.total_seconds()
        )
        yield from self._looked()

    def _looked(self) -> Iterator[Metric]:
        last, age = self._health.last, self._health.age
        if last is None or age is None:
            return
        signs = last.signs
        yield _gauge("pass_age_seconds", "Since the last completed look.", age.total_seconds())
        yield _gauge("loop_late_seconds", "Worst lateness of the loop.", signs.late.total_seconds())
        yield _gauge(
            "updates_parked", "Updates of the last hour that could not be read.", signs.parked
        )
        yield _gauge("matters_failing", "Due matters that fail again and again.", signs.fail)
        yield from _pile("inbox_waiting", "Updates that wait to be decided.", signs.updates)
        yield from _pile(
            "urgent_unacknowledged", "Urgent, and nobody has it.", signs.unacknowledged
        )
        yield from _pile("urgent_overdue", "Urgent, and the next step is late.", signs.steps)
        yield from _pile("matters_overdue", "Other due matters that are late.", signs.matters)
        rows = GaugeMetricFamily(
            "hearthline_outbox_rows", "Rows to be carried.", labels=["lane", "state"]
        )
        ages = GaugeMetricFamily(
            "hearthline_outbox_oldest_seconds", "Age of the oldest row.", labels=["lane", "state"]
        )
        for carried in last.carried:
            labels = [Lane(carried.lane).name.lower(), carried.state]
            rows.add_metric(labels, carried.rows.count)
            ages.add_metric(labels, carried.rows.age.total_seconds())
        yield rows
        yield ages
        found = GaugeMetricFamily("hearthline_finding", "1 while it stands.", labels=["finding"])
        for finding in Finding:
            found.add_metric([finding.value], float(finding in last.findings))
        yield found


def _counter(name: str, words: str, health: Health, counted: str) -> Metric:
    return CounterMetricFamily(f"hearthline_{name}", words, health.counts[counted])


def _gauge(name: str, words: str, number: float) -> Metric:
    return GaugeMetricFamily(f"hearthline_{name}", words, number)


def _pile(name: str, words: str, pile: Pile) -> Iterator[Metric]:
    yield _gauge(name, words, pile.count)
    yield _gauge(f"{name}_oldest_seconds", "Age of the oldest of them.", pile.age.total_seconds())
