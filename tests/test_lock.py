"""The lock in requirements/ fits pyproject.toml, is whole and names no place to download from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.support.paths import ROOT

FOLDER = ROOT / "requirements"
LAYERS = ("run", "test", "readers")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINNED = re.compile(r"([a-z0-9-]+)==(\S+?)(?: ; .+?)?((?: --hash=sha256:[0-9a-f]{64})+)")


def pins(layer: str) -> dict[str, set[Version]]:
    """Return the versions of each distribution that the layer itself locks."""
    text = re.sub(r"^\s*#.*\n|^-r .*\n", "", (FOLDER / f"{layer}.txt").read_text("utf-8"), flags=re.MULTILINE)
    found: dict[str, set[Version]] = {}
    for line in re.sub(r" *\\\n *", " ", text).splitlines():
        pinned = PINNED.fullmatch(line.strip())
        assert pinned, f"{layer}.txt: {line} is not pinned with hashes"
        found.setdefault(pinned[1], set()).add(Version(pinned[2]))
    return found


def locked(layer: str) -> dict[str, set[Version]]:
    """Return what the layer locks together with those below it."""
    return {name: versions for below in LAYERS[: LAYERS.index(layer) + 1] for name, versions in pins(below).items()}


def wanting(needed: Iterable[str], layer: str) -> list[str]:
    """Return those of the requirements that the layer does not satisfy."""
    there = locked(layer)
    requirements = [Requirement(line) for line in needed if not line.startswith(PROJECT["project"]["name"])]
    return [str(one) for one in requirements if not _satisfied(one, there.get(canonicalize_name(one.name), set()))]


def _satisfied(requirement: Requirement, versions: set[Version]) -> bool:
    return bool(versions) and all(requirement.specifier.contains(version) for version in versions)


@pytest.mark.parametrize(
    ("needed", "layer"),
    [
        (PROJECT["project"]["dependencies"], "run"),
        (PROJECT["project"]["optional-dependencies"]["test"], "test"),
        (PROJECT["build-system"]["requires"], "test"),
        (PROJECT["project"]["optional-dependencies"]["export"], "readers"),
        (PROJECT["project"]["optional-dependencies"]["readers"], "readers"),
    ],
)
def test_the_lock_fits_the_project(needed: list[str], layer: str) -> None:
    assert wanting(needed, layer) == [], "write it anew: python requirements/renew.py"


def test_what_does_not_fit_is_found() -> None:
    assert wanting(["lxml<6", "pytest", "no-such-package"], "run") == ["lxml<6", "pytest", "no-such-package"]
    assert wanting(["PyYAML>=6"], "test") == []


def test_no_layer_repeats_what_is_below_it() -> None:
    names = [name for layer in LAYERS for name in pins(layer)]
    assert len(names) == len({*names})


def test_all_that_is_locked_is_hashed_and_comes_from_the_index_that_pip_knows() -> None:
    assert pins("alone")
    for path in FOLDER.glob("*.txt"):
        assert not re.search(r"//|^--?(?!r \w+\.txt$)", path.read_text("utf-8"), re.MULTILINE), path
