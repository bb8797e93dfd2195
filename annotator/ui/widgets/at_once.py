"""Several changes of a layout's widgets, laid out once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """Lay nothing out within: each widget that is shown or hidden would lay out all the others, and all around them."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
