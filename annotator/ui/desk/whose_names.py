"""Names of annotators in the review: one who has none is called so."""

from __future__ import annotations

from annotator.language.plain_line import plain_line
from annotator.review.reviewing import UNNAMED
from annotator.translation.messages import _


def whose_words(name: str) -> str:
    """Return the name on one line, or words for an annotator without one."""
    return _("without a name") if name in ("", UNNAMED) else plain_line(name)
