"""Extractor for saved web pages: HTML, and MHTML with everything in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from annotator.interop.articles.blocks import Block, inlay_of, joined
from annotator.interop.articles.extracted import FOOTNOTE, HEADLINE, Extracted, Extractor, Kept, Wishes
from annotator.interop.articles.footnotes import footnote_notes
from annotator.interop.articles.incoming import bounded
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.web_page.about import about_page
from annotator.interop.articles.kinds.web_page.article import article_of
from annotator.interop.articles.kinds.web_page.between import repeated, texts_between
from annotator.interop.articles.kinds.web_page.left_out import left_out_within, wished
from annotator.interop.articles.kinds.web_page.parts import Parts, parts, role
from annotator.interop.articles.kinds.web_page.surroundings import Surroundings
from annotator.interop.articles.kinds.web_page.web_archive import is_web_archive, page_in
from annotator.interop.articles.markup.decoding import markup
from annotator.interop.articles.markup.notes import markup_notes
from annotator.interop.articles.markup.tree import tree
from annotator.interop.articles.markup.visible_text import Visible, visible
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by
from annotator.translation.messages import N_, _, ngettext, number

NOTHING_SEEN = N_(
    "A reader of the page sees no text. If scripts write it, open the page in a browser and save it from there."
)
NOT_FOUND = N_("The article could not be found on the page, so all of its text was taken.")


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the page's article or, if page parts are wanted, all visible text in page order. Raises ForeignError."""
    data, charset, link = page_in(bounded(data)) if is_web_archive(data, name) else (bounded(data), "", "")
    text, notes = markup(data, charset)
    root = tree(text)
    page = visible(root)
    if not page.passages:
        raise ForeignError(_(NOTHING_SEEN))
    about = ({"link": link} if link else {}) | about_page(root)
    known, left, more = _known(page, root, about, wishes.keep, name)
    shown = range(len(page.passages)) if wishes.page_parts else sorted(known.kept)
    blocks = _blocks(page, list(shown), known, about.get("title", ""), wishes.page_parts)
    text, marked = joined(blocks)
    if title := next((block.text for block in blocks if block.role == HEADLINE), ""):
        about["title"] = " ".join(title.split())
    left_out = () if wishes.page_parts else tuple(page.passages[i].text for i in left)
    inlay = inlay_of(blocks)
    harmless = (*_left_out(page, shown), *footnote_notes(page.footnotes), *inlay_notes(inlay, text))
    notes += (*more, *harmless, *markup_notes(page, shown))
    title, library = about.get("title") or PurePath(name).stem, made_by("trafilatura")
    yield Extracted(
        title, text, marked, about, library, notes, frozenset(harmless), inlay.corrections, left_out=left_out
    )


def _known(
    page: Visible, root: Any, about: dict[str, str], keep: Sequence[Kept], name: str
) -> tuple[Parts, list[int], tuple[str, ...]]:
    """Return the article's parts, the passages left out between them, and a note where no article was found."""
    around, passages = Surroundings(page.passages), page.passages
    article = article_of(root, page)
    everything = frozenset(range(len(passages)))
    known = parts(passages, article or everything, about.get("title", ""), about.get("byline", ""))
    if not article:
        return known, [], (_(NOT_FOUND),)
    kept = known.kept | texts_between(passages, article, around, known.headline)
    kept -= repeated(passages, kept, around)
    left = left_out_within(passages, kept)
    if more := wished(passages, left, keep, name):
        kept |= more
        left = left_out_within(passages, kept)
    return replace(known, kept=kept), left, ()


def _blocks(page: Visible, shown: list[int], known: Parts, title: str, in_order: bool) -> list[Block]:
    """Return the shown passages as blocks, headline first, unless page order is wanted and includes the headline."""
    if known.headline is None:
        first = [Block(title, HEADLINE)] if title else []
    elif in_order:
        first = []
    else:
        shown.remove(known.headline)
        first = [Block(page.passages[known.headline].text, HEADLINE, page.passages[known.headline].inlay)]
    passages = page.passages
    if not in_order:
        shown.sort(key=lambda number: passages[number].role == FOOTNOTE)
    return [*first, *(Block(passages[i].text, role(passages, i, known), passages[i].inlay) for i in shown)]


def _left_out(page: Visible, shown: range | list[int]) -> tuple[str, ...]:
    count = len(page.passages) - len(shown)
    if not count:
        return ()
    message = ngettext(
        "{count} paragraph of navigation and other page parts was left out.",
        "{count} paragraphs of navigation and other page parts were left out.",
        count,
    )
    return (message.format(count=number(count)),)


SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
EXTRACTOR = Extractor("html", N_("Web pages"), SUFFIXES, extract, "trafilatura", page_parts=True)
