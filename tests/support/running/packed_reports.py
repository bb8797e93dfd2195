"""Reports of tests as one value each on the way from a worker of pytest-xdist to the process that prints them.

xdist writes each of some fifty values of a report in turn, in Python: a third of what a test by itself takes. marshal
writes them all at once; both ends are the same Python.
"""

from __future__ import annotations

import marshal
from collections.abc import Generator
from typing import Any

import pytest

PACKED = "packed"


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, dict[str, Any] | None, dict[str, Any] | None]:
    data = yield
    return data and {PACKED: marshal.dumps(data)}


@pytest.hookimpl(tryfirst=True)
def pytest_report_from_serializable(config: pytest.Config, data: dict[str, Any]) -> Any:
    """Return the report; None, which leaves it to pytest, where it is not packed."""
    packed = data.pop(PACKED, None)
    return packed and config.hook.pytest_report_from_serializable(config=config, data=data | marshal.loads(packed))
