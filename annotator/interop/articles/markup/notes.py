"""Notes on what a page has besides its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from annotator.interop.articles.counting import left_out, without_bullets
from annotator.interop.articles.markup.visible_text import Visible
from annotator.translation.messages import ngettext, number


def markup_notes(page: Visible, kept: Collection[int]) -> tuple[str, ...]:
    """Return notes on what was left out or altered among the ``kept`` passages, from the first to the last of them."""
    within = range(min(kept, default=0), max(kept, default=-1) + 2)
    everything = len(kept) == len(page.passages)
    things = Counter(kind for before, kind in page.things if everything or before in within)
    tables = sum(page.passages[i].is_table and "\t" in page.passages[i].text for i in kept)
    items = sum(page.passages[i].is_item for i in kept)
    return (*left_out(things), *_flattened(tables), *without_bullets(items), *_without_hyphens(page.soft_hyphens))


def _flattened(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} table was written as lines, with tabs between the cells.",
        "{count} tables were written as lines, with tabs between the cells.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _without_hyphens(count: int) -> tuple[str, ...]:
    message = ngettext("{count} soft hyphen was left out.", "{count} soft hyphens were left out.", count)
    return (message.format(count=number(count)),) if count else ()
