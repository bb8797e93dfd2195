"""Detection of the columns of a table by name or by content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.day import day_of
from annotator.interop.articles.kinds.table.tabular import Row
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _, listed

TEXT = [
    *("text", "body", "content", "articletext", "articlebody", "fulltext", "maintext", "story", "article", "document"),
    *("news", "rawtext", "paragraphs"),
]
IDS = ["id", "articleid", "docid", "uid", "uuid", "key", "filename", "file", "name"]
TITLES = ["title", "slug", "headline"]
NAME = [*IDS, *TITLES]
ABOUT = {
    "title": ["title", "headline"],
    "outlet": ["outlet", "publisher", "publication", "newspaper", "source", "sourcename", "site"],
    "byline": ["byline", "author", "authors", "writer", "creator"],
    "published": ["published", "publishedat", "publicationdate", "publishdate", "pubdate", "datepublished", "date"],
    "link": ["link", "url", "href", "articleurl", "canonicalurl"],
}
LIKE_ID = re.compile(r".*(?:id|number)|nr|no|index|unnamed0|column1")
"""Plain names of columns that may number the rows, among them that of an index without a name."""

NESTED = ("", "{", "[")
"""First characters of cells that hold no plain value: empty ones, and those with a nested record."""

NO_DAY = N_("{words} was not taken as the day of publication, because it is not written like 2016-12-15.")


def text_column(columns: Sequence[str], wish: str, sample: Sequence[Row]) -> str:
    """Return the column with the texts: the wished one, else one named so, else the longest. Raises ForeignError."""
    if named := _requested(columns, wish) or _first_named(columns, TEXT):
        return named
    return max(columns, key=lambda column: sum(len(row.get(column)) for row in sample))


def name_column(columns: Sequence[str], wish: str, text: str, sample: Sequence[Row]) -> str:
    """Return the column with the names, empty where there is none. Raises ForeignError for an unknown wished one.

    A column whose cells are all different goes before one that would give two articles the same name.
    """
    if wished := _requested(columns, wish):
        return wished
    others = [column for column in columns if column != text]
    ids = _named(others, IDS) + [column for column in others if LIKE_ID.fullmatch(plain_name(column))]
    titles = _named(others, TITLES)
    told_apart = (column for column in [*ids, *titles] if _is_unique(column, sample))
    return next(told_apart, next(iter(_named(others, NAME)), ""))


def about_columns(columns: Sequence[str], text: str) -> Mapping[str, str]:
    """Return the columns with article attributes, by attribute."""
    others = [column for column in columns if column != text]
    return {key: column for key, names in ABOUT.items() if (column := _first_named(others, names))}


def about_of(row: Row, columns: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the row's article attributes, on one line each, and a note where its date could not be read."""
    about = {key: value for key, column in columns.items() if (value := line_of(row.get(column)))[:1] not in NESTED}
    if not about.get("link", "http").startswith("http"):
        del about["link"]
    written = about.pop("published", "")
    if day := day_of(written):
        about["published"] = day
    return about, (_(NO_DAY).format(words=told(written)),) if written and not day else ()


def line_of(cell: str) -> str:
    """Return the cell on one line."""
    return " ".join(cleaned(cell)[0].split())


def plain_name(column: str) -> str:
    """Return the name without case and punctuation."""
    return "".join(filter(str.isalnum, column.casefold()))


def _requested(columns: Sequence[str], wish: str) -> str:
    if wish and wish not in columns:
        there = listed(told(column) for column in columns[:20])
        raise ForeignError(_("It has no column {wanted}. It has {columns}.").format(wanted=told(wish), columns=there))
    return wish


def _first_named(columns: Sequence[str], names: Sequence[str]) -> str:
    """Return the column with the first matching name; empty where there is none."""
    return next(iter(_named(columns, names)), "")


def _named(columns: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the columns with these names, in the order of the names."""
    plain = {plain_name(column): column for column in reversed(columns)}
    return [plain[name] for name in names if name in plain]


def _is_unique(column: str, sample: Sequence[Row]) -> bool:
    cells = [cell.casefold() for row in sample if (cell := line_of(row.get(column)))]
    return 0 < len(cells) == len(set(cells)) == len(sample)
