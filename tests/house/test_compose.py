"""compose.yaml runs two workers behind a proxy, and holds no secret."""

import re
import tomllib
from typing import Any

import yaml

from storage.settings import names
from tests.house.sources import HOUSE

COMPOSE: dict[str, Any] = yaml.safe_load((HOUSE / "compose.yaml").read_text("utf-8"))
PROXY = (HOUSE / "deploy" / "proxy.conf").read_text("utf-8")
SERVICES = COMPOSE["services"]
WORKERS = {name: one for name, one in SERVICES.items() if name.startswith("worker")}
DOCKERFILE = WORKERS["worker-one"]["build"]["dockerfile"]


def test_two_workers_have_the_same_settings_and_those_exist() -> None:
    assert len(WORKERS) == 2
    one, two = WORKERS.values()
    assert one == two
    asked = {name for name in one["environment"] if name.startswith("HEARTHLINE_")}
    assert asked <= {*names()}


def test_secrets_come_as_files_of_the_settings_names() -> None:
    for worker in WORKERS.values():
        assert {name.upper() for name in worker["secrets"]} <= {*names()}
        secret = re.compile("TOKEN|KEYS|SECRET|DATABASE_URL|PASSWORD$")
        assert not [name for name in worker["environment"] if secret.search(name)]
    for name, one in COMPOSE["secrets"].items():
        assert one["file"].startswith("./secrets/"), name
    used = {name for one in SERVICES.values() for name in one.get("secrets", ())}
    assert used == {*COMPOSE["secrets"]}


def test_everything_says_whether_it_is_well_and_comes_back() -> None:
    for name, one in SERVICES.items():
        assert one["healthcheck"]["test"], name
        assert one["restart"] == "always", name


def test_the_database_is_reached_from_inside_alone() -> None:
    assert SERVICES["database"]["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert [name for name, one in SERVICES.items() if "ports" in one] == ["proxy"]


def test_the_proxy_knows_every_worker_and_where_it_listens() -> None:
    for setting in ("HEARTHLINE_LISTEN", "HEARTHLINE_PAGES_LISTEN"):
        for name, worker in WORKERS.items():
            port = worker["environment"][setting].rpartition(":")[2]
            assert f"server {name}:{port} " in PROXY


def test_every_file_that_is_put_in_is_here() -> None:
    for one in SERVICES.values():
        for volume in one.get("volumes", ()):
            place = volume.partition(":")[0]
            if place.startswith("./deploy"):
                assert (HOUSE / place).exists()
    assert (HOUSE / DOCKERFILE).exists()


def test_the_image_holds_every_row_of_the_house() -> None:
    copied = re.findall(r"^COPY (\w+) \1$", (HOUSE / DOCKERFILE).read_text("utf-8"), re.MULTILINE)
    built = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert copied == [name.rstrip("*") for name in built["packages"]["find"]["include"]]
