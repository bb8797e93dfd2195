"""Interface of what the find bar searches."""

from __future__ import annotations

from typing import Any, Protocol

from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.open_article import Caret, OpenArticle


class SearchedText(Protocol):
    """Text that is searched: its article, caret and selection, as the session has them of the open article."""

    opened: Any
    caret_moved: Any
    current: OpenArticle | None
    locked_label: str
    coming: bool

    @property
    def document(self) -> Document: ...
    @property
    def caret(self) -> Caret: ...
    @property
    def selection(self) -> Span | None: ...
    def move_caret(self, position: int, anchor: int | None = None) -> None: ...
    def reveal_caret(self) -> None: ...
