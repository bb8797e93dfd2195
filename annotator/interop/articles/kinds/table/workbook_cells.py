"""Texts of the cells of an Excel workbook: shared and own texts, numbers, days and truth values."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from posixpath import dirname
from xml.etree.ElementTree import Element

from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _

DAYS_OF_EXCEL = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Numbers of the built-in formats of days and times."""

NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a number format that are literal text, colours and paddings."""

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
SINCE_1900, SINCE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
NO_SHARED = N_("Its cell {place} refers to a text that the workbook does not have.")
MOST_DIGITS = 9
LATEST = 2_958_465
"""Number of the last day that Excel knows, in the year 9999."""


class Cells:
    """Texts of cells; ``without_results`` tells whether a formula had no saved result."""

    def __init__(self, shared: list[str], of_days: frozenset[int], since: datetime) -> None:
        self._shared, self._of_days, self._since = shared, of_days, since
        self.without_results = False

    def text(self, cell: Element) -> str:
        """Return the text of a cell; empty for an error and a formula without a saved result. Raises ForeignError."""
        kind, value = cell.get("t", "n"), _value(cell)
        if not value and any(local(child.tag) == "f" for child in cell):
            self.without_results = True
        match kind:
            case "inlineStr":
                return "".join(_texts(child) for child in cell if local(child.tag) == "is")
            case "s":
                return self._shared_text(value, cell.get("r", "")) if value else ""
            case "b":
                return {"1": "true", "0": "false"}.get(value or "", "")
            case "e":
                return ""
            case "n":
                return self._number(value or "", cell.get("s", "0"))
            case _:
                return _unescaped(value or "")

    def _shared_text(self, value: str, place: str) -> str:
        at = whole_number(value)
        if not 0 <= at < len(self._shared):
            raise ForeignError(_(NO_SHARED).format(place=told(place)))
        return self._shared[at]

    def _number(self, value: str, style: str) -> str:
        if whole_number(style) not in self._of_days:
            return value
        try:
            days = float(value)
        except ValueError:
            return value
        if not 0 <= days <= LATEST:
            return value
        moment = self._since + timedelta(seconds=round(days * 86_400))
        return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat(" ")


def cells_of(archive: Archive, workbook: str) -> Cells:
    """Return the reader of the workbook's cells. Raises ForeignError."""
    folder = dirname(workbook)
    shared, styles = (_root(archive, f"{folder}/{name}.xml") for name in ("sharedStrings", "styles"))
    texts = [_texts(item) for item in shared] if shared is not None else []
    settings = [element for element in part_of(archive, workbook)[1] if local(element.tag) == "workbookPr"]
    is_1904 = any(element.get("date1904") in ("1", "true") for element in settings)
    return Cells(texts, _formats_of_days(styles), SINCE_1904 if is_1904 else SINCE_1900)


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def whole_number(text: str) -> int:
    """Return the number that the digits are; -1 where they are none, or more than any workbook counts."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1


def _root(archive: Archive, name: str) -> Element | None:
    return part_of(archive, name)[1] if name in archive else None


def _formats_of_days(styles: Element | None) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a day or a time."""
    if styles is None:
        return frozenset()
    own = {
        element.get("numFmtId", ""): NOT_LETTERS.sub("", element.get("formatCode", "")).lower()
        for element in styles.iter()
        if local(element.tag) == "numFmt"
    }
    formats = [element for element in styles if local(element.tag) == "cellXfs"]
    numbers = [element.get("numFmtId", "0") for group in formats for element in group]
    return frozenset(at for at, number in enumerate(numbers) if _is_of_days(number, own))


def _is_of_days(number: str, own: dict[str, str]) -> bool:
    if number in own:
        return any(letter in own[number] for letter in "ymdhs")
    return whole_number(number) in DAYS_OF_EXCEL


def _value(cell: Element) -> str | None:
    return next((child.text or "" for child in cell if local(child.tag) == "v"), None)


def _texts(item: Element) -> str:
    """Return the text of its runs, without reading aids."""
    found = []
    for child in item:
        match local(child.tag):
            case "t":
                found.append(_unescaped(child.text or ""))
            case "r":
                found += [_unescaped(text.text or "") for text in child if local(text.tag) == "t"]
    return "".join(found)


def _unescaped(text: str) -> str:
    """Return the text with the characters that Excel writes as “_x000D_”."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
