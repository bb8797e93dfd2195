"""Collect the messages of the program from its code, and bring the catalogues of the languages up to date."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po

from tests.support.paths import ROOT

LANGUAGES = ROOT / "resources" / "languages"
KEYWORDS = {"_": None, "N_": None, "nN_": (1, 2), "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NOTES = ["Translators:"]
A_MESSAGE = re.compile(rb"\b(?:%s)\(" % "|".join(KEYWORDS).encode())


def extracted(
    file: BinaryIO, keywords: Collection[str], tags: Collection[str], options: Any
) -> Iterable[tuple[Any, ...]]:
    """Return the messages of a module as Babel does, which takes most modules apart for nothing."""
    data = file.read()
    return extract_python(io.BytesIO(data), keywords, tags, options) if A_MESSAGE.search(data) else ()


@cache
def collected() -> Catalog:
    """Return all messages of the code, with the notes for translators above them; for reading only."""
    catalog = Catalog()
    found = extract_from_dir(
        ROOT / "annotator", [("**.py", extracted)], keywords=KEYWORDS, comment_tags=NOTES, strip_comment_tags=True
    )
    for _path, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def catalogue_files() -> list[Path]:
    """Return the catalogues that there are, one for each language."""
    return sorted(LANGUAGES.glob("*.po"))


def catalogue_of(path: Path) -> Catalog:
    """Return the catalogue in that file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def bring_up_to_date(path: Path) -> None:
    """Add the messages that are new, by alphabet, and drop those that the code has no more.

    Nothing is guessed from similar messages: a message whose English has changed is translated anew.
    """
    catalog = catalogue_of(path) if path.exists() else Catalog(locale=path.stem)
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path.write_text(as_text(catalog), encoding="utf-8")


def as_text(catalog: Catalog) -> str:
    """Return the catalogue as it stands in its file: without line numbers and dates, which change with each commit."""
    fields = (
        f"Language: {catalog.locale_identifier}",
        "Content-Type: text/plain; charset=utf-8",
        f"Plural-Forms: {catalog.plural_forms}",
    )
    head = "\n".join(('msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields), "", ""))
    written = io.BytesIO()
    write_po(written, catalog, width=0, omit_header=True, sort_output=True, ignore_obsolete=True, no_location=True)
    return head + written.getvalue().decode("utf-8").strip() + "\n"
