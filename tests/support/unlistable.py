"""A folder that cannot be listed, whoever runs the tests: nothing is closed to root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def unlistable(folder: Path) -> Iterator[None]:
    """Refuse to list the folder, by whatever way Python lists folders, as the system does without permission."""

    def refusing(listing: Any) -> Any:
        def listed(path: Any = ".") -> Any:
            if not isinstance(path, int) and Path.cwd() / path == folder:
                raise PermissionError(13, "Permission denied", str(path))
            return listing(path)

        return listed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", refusing(os.scandir))
        patch.setattr(os, "listdir", refusing(os.listdir))
        yield
