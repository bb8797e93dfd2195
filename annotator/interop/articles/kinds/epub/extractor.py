"""Extractor for books (EPUB)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from annotator.interop.articles.blocks import Block, inlay_of, joined
from annotator.interop.articles.extracted import NAVIGATION, Extracted, Extractor, Wishes
from annotator.interop.articles.footnotes import footnote_notes
from annotator.interop.articles.incoming import LARGEST, bounded
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.epub.package import Chapter, Package, package_in
from annotator.interop.articles.markup.blocks import blocks_of, visible_markup
from annotator.interop.articles.markup.notes import markup_notes
from annotator.interop.articles.markup.visible_text import Visible
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import made_by
from annotator.translation.messages import N_, _, ngettext, number


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the book as one text, its chapters in reading order. Raises ForeignError."""
    archive = Archive(bounded(data))
    package = package_in(archive)
    blocks, whole, notes, contents = _read(archive, package, wishes)
    text, parts = joined(blocks)
    if not text:
        raise ForeignError(_("The book has no text."))
    inlay = inlay_of(blocks)
    harmless = (*_without_contents(contents), *footnote_notes(whole.footnotes), *inlay_notes(inlay, text))
    notes = (*notes, *harmless, *markup_notes(whole, range(len(whole.passages))), *_missing(package), *_unsafe(archive))
    title, told = package.about.get("title") or PurePath(name).stem, tuple(dict.fromkeys(notes))
    library, nothing_lost = made_by("lxml"), frozenset(harmless)
    yield Extracted(title, text, parts, package.about, library, told, nothing_lost, inlay.corrections)


def _read(archive: Archive, package: Package, wishes: Wishes) -> tuple[list[Block], Visible, tuple[str, ...], int]:
    """Return the blocks of all chapters, their visible text, notes, and the count of lines of contents left out.

    ``wishes.failed`` takes the errors of chapters that cannot be read.
    """
    whole = Visible()
    blocks: list[Block] = []
    notes: tuple[str, ...] = ()
    left, contents = LARGEST, 0
    targets: dict[str, str] = {}
    for chapter in package.chapters:
        try:
            data = archive.read(chapter.member, left)
            left -= len(data)
            page, more = visible_markup(data, place=chapter.member, targets=targets)
        except ForeignError as error:
            wishes.failed(error)
            continue
        if chapter.is_contents and not wishes.page_parts:
            contents += len(page.passages)
            continue
        blocks += _blocks(chapter, page)
        notes += more
        _add(whole, page)
    return blocks, whole, notes, contents


def _blocks(chapter: Chapter, page: Visible) -> list[Block]:
    if chapter.is_contents:
        return [Block(passage.text, NAVIGATION) for passage in page.passages]
    return blocks_of(page)


def _add(whole: Visible, page: Visible) -> None:
    before = len(whole.passages)
    whole.things += [(before + place, kind) for place, kind in page.things]
    whole.passages += page.passages
    whole.footnotes += page.footnotes
    whole.soft_hyphens += page.soft_hyphens


def _missing(package: Package) -> tuple[str, ...]:
    message = ngettext(
        "{count} chapter was left out: no text, or not in the book.",
        "{count} chapters were left out: no text, or not in the book.",
        package.missing,
    )
    return (message.format(count=number(package.missing)),) if package.missing else ()


def _unsafe(archive: Archive) -> tuple[str, ...]:
    count = len(archive.unsafe)
    message = ngettext(
        "{count} file was left out for an unsafe path.", "{count} files were left out for an unsafe path.", count
    )
    return (message.format(count=number(count)),) if count else ()


def _without_contents(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} line was left out with the table of contents.",
        "{count} lines were left out with the table of contents.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


EXTRACTOR = Extractor("epub", N_("Books"), (".epub",), extract, "lxml", page_parts=True)
