"""The watch's own page: /health for a watcher, /metrics for Prometheus, on a private address."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.health import Health
from storage.database import Database

HEALTH_PATH, METRICS_PATH = "/health", "/metrics"


def build_watch_page(health: Health, database: Database) -> Starlette:
    """The application; it reads what the last look saw, and asks the database nothing."""

    async def show_metrics(_request: Request) -> Response:
        # Started before it is asked for, a service that nobody measures need not know how.
        from bot.metrics import CONTENT_TYPE, written

        return Response(written(health, database.counts), media_type=CONTENT_TYPE)

    return Starlette(routes=[health_route(health), Route(METRICS_PATH, show_metrics)])


def health_route(health: Health) -> Route:
    """/health: 200 only where a look was completed lately and found nothing."""

    async def show_health(_request: Request) -> Response:
        return JSONResponse(told(health), status_code=200 if health.sound else 503)

    return Route(HEALTH_PATH, show_health)


def told(health: Health) -> dict[str, object]:
    """What the page says: codes, counts and ages in seconds."""
    age = health.age
    return {
        "sound": health.sound,
        "pass_age_seconds": None if age is None else round(age.total_seconds(), 1),
        "findings": [finding.value for finding in health.last.findings] if health.last else [],
        "deaf": health.deaf,
        "trouble": health.trouble,
        "counts": dict(health.counts),
    }
