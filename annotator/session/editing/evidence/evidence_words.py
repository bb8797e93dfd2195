"""Pieces of evidence in words: kinds, stances, states of their files, sizes, and the titles of undo steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from annotator.facts.desk.words import kind_words, stance_words
from annotator.language.plain_line import plain_line
from annotator.language.values.numbers import number_text
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.table import kind_of
from annotator.session.editing.descriptions import Titles, beginning, filled
from annotator.session.editing.item_words import KEYS
from annotator.session.editing.values.attribute_words import separators
from annotator.storage.evidence.states import ALTERED, MISNAMED, MISSING, THERE, UNREADABLE, FileState
from annotator.translation.messages import N_, _, ngettext, number

__all__ = [
    "adding",
    "attaching",
    "changing",
    "confidential_words",
    "file_words",
    "kind_words",
    "piece_words",
    "removing",
    "size_words",
    "stance_words",
    "taking_off",
]

STATE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        THERE: N_("there"),
        MISSING: N_("missing"),
        ALTERED: N_("altered"),
        UNREADABLE: N_("not readable"),
        MISNAMED: N_("not a kept file"),
    }
)
KIB = 1024


def size_words(size: int) -> str:
    """Return a size in bytes in words: “812 bytes”, “14 KiB”, “3.2 MiB”."""
    if size < KIB:
        return ngettext("{count} byte", "{count} bytes", size).format(count=number(size))
    if size < KIB * KIB:
        # Translators: KiB is a unit, 1024 bytes
        return _("{count} KiB").format(count=number(round(size / KIB)))
    # Translators: MiB is a unit, 1024 × 1024 bytes
    return _("{count} MiB").format(count=number_text(round(size / KIB / KIB, 1), separators()))


def file_words(state: FileState) -> str:
    """Return the state of a file of evidence and its size in words: “there, 14 KiB”; empty where there is no file."""
    if not state.state:
        return ""
    words = _(STATE_WORDS[state.state])
    if state.state in (THERE, ALTERED):
        # Translators: of a kept file; whether it is there or altered, and its size: “there, 14 KiB”
        return _("{state}, {size}").format(state=words, size=size_words(state.size))
    return words


def piece_words(piece: Evidence) -> str:
    """Return what identifies a piece, on one line: its title, link, quoted words, publisher or note."""
    said = piece.title or piece.link or piece.quote or piece.publisher or piece.note
    return plain_line(said) or kind_words(piece.kind) or _("nothing said yet")


def adding(pieces: Sequence[Evidence]) -> Titles:
    """Return the titles for adding pieces of evidence; a kept file stays when that is undone."""
    if len(pieces) > 1:
        count = len(pieces)
        title = ngettext("Add {count} piece of evidence", "Add {count} pieces of evidence", count)
        done = ngettext("Added {count} piece of evidence", "Added {count} pieces of evidence", count)
        return filled(title, done, count=number(count))
    words = beginning(piece_words(pieces[0]))
    if pieces[0].file:
        title = _("Add the evidence “{words}”, whose file stays in the folder")
        return filled(title, _("Added the evidence “{words}”"), words=words)
    return filled(_("Add the evidence “{words}”"), _("Added the evidence “{words}”"), words=words)


def changing(before: Evidence, after: Evidence) -> Titles:
    """Return the titles for changing a piece of evidence, with the names of the keys that change."""
    keys = [key for key in kind_of(Evidence).keys if getattr(before, key.field) != getattr(after, key.field)]
    name = _(KEYS[Evidence][keys[0].name]) if len(keys) == 1 and keys[0].name in KEYS[Evidence] else ""
    words = beginning(piece_words(before if before.title else after))
    if not name:
        return filled(_("Change the evidence “{words}”"), _("Changed the evidence “{words}”"), words=words)
    # Translators: “key” is the name of what changes, as “Page or time”.
    title, done = _("Change the evidence “{words}”: {key}"), _("Changed the evidence “{words}”: {key}")
    return filled(title, done, words=words, key=name)


def attaching(document: Document, piece: Evidence, claims: Sequence[str]) -> Titles:
    """Return the titles for attaching a piece to claims."""
    words = beginning(piece_words(piece))
    if len(claims) == 1:
        claim = beginning(document.words(document.annotations[claims[0]]))
        title, done = _("Attach the evidence “{words}” to “{claim}”"), _("Attached the evidence “{words}” to “{claim}”")
        return filled(title, done, words=words, claim=claim)
    count = len(claims)
    title = ngettext(
        "Attach the evidence “{words}” to {count} annotation",
        "Attach the evidence “{words}” to {count} annotations",
        count,
    )
    done = ngettext(
        "Attached the evidence “{words}” to {count} annotation",
        "Attached the evidence “{words}” to {count} annotations",
        count,
    )
    return filled(title, done, words=words, count=number(count))


def taking_off(document: Document, piece: Evidence, claim: str) -> Titles:
    """Return the titles for taking a piece off a claim, which keeps it for others."""
    words, of = beginning(piece_words(piece)), beginning(document.words(document.annotations[claim]))
    title, done = _("Take the evidence “{words}” off “{claim}”"), _("Took the evidence “{words}” off “{claim}”")
    return filled(title, done, words=words, claim=of)


def removing(pieces: Sequence[Evidence]) -> Titles:
    """Return the titles for removing pieces, which say so if kept files stay."""
    if len(pieces) > 1:
        count = len(pieces)
        title = ngettext("Remove {count} piece of evidence", "Remove {count} pieces of evidence", count)
        done = ngettext("Removed {count} piece of evidence", "Removed {count} pieces of evidence", count)
        return filled(title, done, count=number(count))
    words = beginning(piece_words(pieces[0]))
    done = _("Removed the evidence “{words}”")
    if pieces[0].file:
        done = _("Removed the evidence “{words}”; its file stays in the folder")
    return filled(_("Remove the evidence “{words}”"), done, words=words)


def confidential_words(count: int) -> str:
    """Return the sentence on how many confidential pieces were left out of what was saved."""
    sentence = ngettext(
        "{count} piece is confidential and not in it", "{count} pieces are confidential and not in it", count
    )
    return sentence.format(count=number(count))
