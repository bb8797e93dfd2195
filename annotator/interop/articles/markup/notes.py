"""Notes on what a page has besides its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from annotator.interop.articles.counting import left_out, sentence, without_bullets
from annotator.interop.articles.markup.visible_text import Visible


def markup_notes(page: Visible, kept: Collection[int]) -> tuple[str, ...]:
    """Return notes on what was left out or altered among the ``kept`` passages, from the first to the last of them."""
    within = range(min(kept, default=0), max(kept, default=-1) + 2)
    everything = len(kept) == len(page.passages)
    things = Counter(kind for before, kind in page.things if everything or before in within)
    tables = sum(page.passages[i].is_table and "\t" in page.passages[i].text for i in kept)
    items = sum(page.passages[i].is_item for i in kept)
    flattened = (sentence(tables, "table", "written as lines, with tabs between the cells"),) if tables else ()
    hyphens = page.soft_hyphens
    return (
        *left_out(things),
        *flattened,
        *without_bullets(items),
        *((sentence(hyphens, "soft hyphen", "left out"),) if hyphens else ()),
    )
