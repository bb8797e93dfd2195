"""Sources of a hand-over: the open article, and its folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.model.scheme import Scheme

ARTICLE, FOLDER = "article", "folder"


@dataclass(frozen=True, slots=True)
class Source:
    """The open folder, the article that is open in it, if any, and whose document of it that is.

    ``charts`` returns those of the article, as SVG texts.
    """

    folder: Path
    article: Path | None
    annotator: str
    scheme: Scheme
    charts: Callable[[], tuple[str, ...]] = tuple
