"""A file of another program, and the scheme made from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.interop.incoming.foreign_scheme import Derived
from annotator.interop.scheme_sources import scheme_from
from annotator.model.scheme import Scheme

Make = Callable[[str, str | bytes], Derived]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a file of that name, and make a scheme from it."""

    def made(name: str, content: str | bytes) -> Derived:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return scheme_from(path)

    return made


def ids(scheme: Scheme) -> list[str]:
    return [label.id for label in scheme.labels]
