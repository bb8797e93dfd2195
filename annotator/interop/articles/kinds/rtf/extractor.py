"""Extractor for RTF.

Written without striprtf, which takes minutes for some files of a few kilobytes, loses the text after a binary picture,
writes addresses into the text, splits emoji, and keeps deleted and hidden text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from annotator.interop.articles.blocks import inlay_of, joined
from annotator.interop.articles.counting import EDGES, left_out, without_bullets
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.footnotes import footnote_notes
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.rtf.groups import AUTHOR, CREATED, TITLE
from annotator.interop.articles.kinds.rtf.layout import with_joined_surrogates
from annotator.interop.articles.kinds.rtf.text import RtfText
from annotator.interop.articles.kinds.rtf.tokens import tokens
from annotator.interop.articles.margin.remarks import hung_on
from annotator.interop.articles.margin.telling import kept_sentences, lost_sentences
from annotator.interop.articles.properties import about_from
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import N_, _, ngettext, number

BEGINNING = b"{\\rtf"
UNREAD = "\ufffd"
ENDS_EARLY = N_("It ends in the middle, so some of it may be missing.")


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the document's text and tables, then its notes. Raises ForeignError."""
    rtf = _read(data.lstrip())
    blocks = [*rtf.layout.blocks, *rtf.notes.blocks()]
    text, parts = joined(blocks)
    if not text:
        raise ForeignError(_("It has no text."))
    known = {
        "title": rtf.about.get(TITLE, ""),
        "byline": rtf.about.get(AUTHOR, ""),
        "published": rtf.about.get(CREATED, ""),
    }
    about, notes = about_from({key: with_joined_surrogates(value) for key, value in known.items()})
    inlay = inlay_of(blocks)
    hung = hung_on(text, inlay, rtf.margin, wishes.links)
    kept = (*notes, *footnote_notes(rtf.notes.count), *kept_sentences(hung, rtf.margin), *inlay_notes(hung.inlay, text))
    told = (*kept, *lost_sentences(hung), *_notes(rtf, text), *rtf.cleaner.notes())
    name = PurePath(name).stem
    yield Extracted(
        name, text, parts, about, "", told, frozenset(kept), hung.inlay.corrections, hung.remarks, links=hung.links
    )


def _read(data: bytes) -> RtfText:
    if not data.startswith(BEGINNING):
        raise ForeignError(
            _("It is not RTF: it does not begin with “{beginning}”.").format(beginning=BEGINNING.decode())
        )
    rtf = RtfText()
    for token in tokens(data):
        rtf.read(token)
        if not rtf.is_open:
            break
    rtf.finish()
    return rtf


def _notes(rtf: RtfText, text: str) -> Iterator[str]:
    yield from (*left_out(rtf.counts), *without_bullets(rtf.layout.listed))
    if rtf.has_edges:
        yield _(EDGES)
    if unread := text.count(UNREAD):
        message = ngettext(
            "{count} character was not in the encoding that the file names, and replaced by \ufffd.",
            "{count} characters were not in the encoding that the file names, and replaced by \ufffd.",
            unread,
        )
        yield message.format(count=number(unread))
    if rtf.is_open:
        yield _(ENDS_EARLY)


EXTRACTOR = Extractor("rtf", "RTF", (".rtf",), extract)
