"""Source of a theme: the window's look, or a part's own."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from annotator.ui.theme.tokens import Theme


class Themed(Protocol):
    """Object with the theme to draw in; ``changed`` tells that it is another one."""

    @property
    def theme(self) -> Theme: ...

    @property
    def changed(self) -> SignalInstance: ...
