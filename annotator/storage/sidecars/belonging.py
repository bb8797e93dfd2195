"""Recognition of an article's sidecar, by the name in it or the text that it was made on, and of whose it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.files.file_bytes import is_there
from annotator.storage.sidecars.sidecar_names import annotator_in, is_annotator_name

LONGEST_NAME = 2000
"""In characters; to bring a longer one into normal form can take for ever, and no disk has it."""


def belongs(sidecar: Path, name: str, sha256: str, article: Article) -> bool:
    """Tell whether a sidecar that names the article ``name`` is that of ``article``.

    An article that was renamed has the text it had, of the hash ``sha256``; but not where the named one has the
    sidecar's stem as well and is still there.
    """
    if same_name(name, article.name):
        return True
    return sha256 == article.sha256 and not is_there_too(sidecar, name, article.name)


def owned(sidecar: Path, document: Document) -> Document:
    """Return the document as that of the annotator in the name of its sidecar, where that has one.

    A sidecar that was copied for another annotator still says whose the first one was. One without a name is that of
    the annotator whom it names, unless they have one of their own beside it.
    """
    name, said = annotator_in(sidecar), document.annotator
    if name:
        return document if same_name(name, said) else replace(document, annotator=name)
    has_own = is_annotator_name(said) and is_there(sidecar.with_name(f"{sidecar.stem}.{said}{sidecar.suffix}"))
    return replace(document, annotator="") if has_own else document


def same_name(one: str, other: str) -> bool:
    """Compare two file names, however their accents are composed."""
    if max(len(one), len(other)) > LONGEST_NAME:
        return False
    return normalize("NFC", one) == normalize("NFC", other)


def is_plain_name(name: str) -> bool:
    """Tell whether it is the name of a file, and no path."""
    return len(name) <= LONGEST_NAME and "\0" not in name and Path(name).name == name


def is_there_too(sidecar: Path, name: str, other: str) -> bool:
    """Tell whether the sidecar is called after the article ``name`` as well, and is another file than ``other``."""
    if not is_plain_name(name) or not sidecar.name.startswith(
        (f"{Path(name).stem}.annotations.", f"{name}.annotations.")
    ):
        return False
    named, article = sidecar.with_name(name), sidecar.with_name(other)
    try:
        return is_there(named) and not (is_there(article) and named.samefile(article))
    except OSError:
        return True
