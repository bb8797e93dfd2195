"""Names in Word's XML, and new runs of text."""

from __future__ import annotations

from typing import Any

from annotator.interop.articles.margin.margin import Margin

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOT_SET = ("0", "false", "off", "none")
"""Values by which a document says that a format does not hold."""


def text_element(like: Any, text: str) -> Any:
    """Return a new text element; ``like`` is any element of the same document."""
    element = like.makeelement(W + "t")
    element.text = text
    return element


def run_of(like: Any, text: str) -> Any:
    """Return a new run of the text."""
    run = like.makeelement(W + "r")
    run.append(text_element(like, text))
    return run


def change_of(element: Any, margin: Margin) -> int | None:
    """Return the number of the element's tracked change, by its author and date; None where it tells neither."""
    return margin.change(element.get(W + "author", ""), element.get(W + "date", ""))
