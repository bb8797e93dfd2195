"""The tests that the last run skipped, alone: ``--skipped``, where what they need has been installed since.

pytest keeps in its cache which tests failed, not which were skipped.
"""

from __future__ import annotations

import pytest

KEPT = "annotator/skipped"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--skipped", action="store_true", help="only the tests that the last run without this skipped")


def pytest_configure(config: pytest.Config) -> None:
    cache: pytest.Cache | None = getattr(config, "cache", None)  # there is none with “-p no:cacheprovider”
    if config.getoption("--skipped"):
        config.pluginmanager.register(OnlySkipped(frozenset(cache.get(KEPT, ()) if cache else ())))
    elif cache and not hasattr(config, "workerinput"):  # of several processes, the one that hears of all tests
        config.pluginmanager.register(Noting(cache))


class Noting:
    """Keeps which tests, and which files of tests, are skipped."""

    def __init__(self, cache: pytest.Cache) -> None:
        self._cache = cache
        self._skipped: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped:
            self._skipped.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self._cache.set(KEPT, sorted(self._skipped))


class OnlySkipped:
    """Leaves out the tests that were not skipped."""

    def __init__(self, skipped: frozenset[str]) -> None:
        self._skipped = skipped

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        others = [item for item in items if not self._skipped & {item.nodeid, item.nodeid.partition("::")[0]}]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]
