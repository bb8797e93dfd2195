"""Only the first cases of each test that has many: ``--first-cases 3``.

For a second Python: that the code runs there is proved by some of the cases, and what it does by all of them, on the
first.
"""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--first-cases", type=int, default=0, metavar="N", help="only N cases of each test; 0: all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    most: int = config.getoption("--first-cases")
    if not most:
        return
    seen: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    others: list[pytest.Item] = []
    for item in items:
        test = item.nodeid.partition("[")[0]
        seen[test] += 1
        (kept if seen[test] <= most else others).append(item)
    config.hook.pytest_deselected(items=others)
    items[:] = kept
