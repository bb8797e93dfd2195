"""Texts of other programs' files without the characters that no article can have, and their annotations moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from annotator.interop.format import Incoming
from annotator.interop.report import ALTERED, ANNOTATION, DOCUMENT, LEFT_OUT, Loss, Report
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.translation.messages import N_

UNREADABLE = re.compile("\\A\ufeff+|\0|\x1b(?=[$(])")
"""Byte-order marks in front, NUL, and the escape that switches encodings: an article with them is not read as it is."""

WITHOUT = N_("its text has characters that no article can have, such as NUL, and came in without them")
NO_WORDS_LEFT = N_("it marks nothing but characters that no article can have")


def without_unreadable(incoming: Incoming, report: Report) -> Incoming:
    """Return the document without these characters in its text; its spans are of the same words as before."""
    if incoming.text is None or not UNREADABLE.search(incoming.text):
        return incoming
    moves = _Moves(incoming.text)
    report.losses.append(Loss(ALTERED, DOCUMENT, incoming.path, "", WITHOUT))
    kept = []
    for item in incoming.annotations:
        span = moves.moved(item.span)
        if span:
            kept.append(altered(item, span=span))
        else:
            report.losses.append(Loss(LEFT_OUT, ANNOTATION, incoming.path, item.id, NO_WORDS_LEFT))
    return replace(
        incoming,
        text=UNREADABLE.sub("", incoming.text),
        annotations=tuple(kept),
        read=tuple(filter(None, map(moves.moved, incoming.read))),
        sha256="",
        quotes={id: UNREADABLE.sub("", words) for id, words in incoming.quotes.items()},
    )


class _Moves:
    """Map of spans in the text to those in the text without the characters that are dropped."""

    def __init__(self, text: str) -> None:
        self._dropped = [at for match in UNREADABLE.finditer(text) for at in range(*match.span())]

    def moved(self, span: Span) -> Span | None:
        """Return the span in the other text; None where nothing of it is left."""
        start, end = (position - bisect_left(self._dropped, position) for position in (span.start, span.end))
        return Span(start, end) if start < end else None
