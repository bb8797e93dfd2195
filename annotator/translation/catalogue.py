"""Read the translations of one language from its catalogue, a PO file of GNU gettext."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Entry = Mapping[str, str]
"""The strings of one entry by their keywords: ``msgctxt``, ``msgid``, ``msgid_plural``, ``msgstr``, ``msgstr[0]`` …"""

LINE = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?"(.*)"$', re.MULTILINE)
PLURAL_FORMS = re.compile(r"^Plural-Forms:.*?plural=([^;\n]+)", re.MULTILINE)
ESCAPE = re.compile(r"\\(.)")
ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
BEGINNINGS = ("msgctxt", "msgid")


class Catalogue:
    """Translate messages by the entries of a PO file, which ``source`` is the text of."""

    def __init__(self, source: str) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._plurals: dict[str, tuple[str, ...]] = {}
        self._form: Callable[[int], int] = gettext.c2py("n != 1")
        for entry in entries(source):
            self._add(entry)

    def text(self, message: str, context: str = "") -> str:
        """Return the translation of the message, itself where there is none."""
        return self._texts.get((context, message)) or message

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the translation that goes with ``count``; ``one`` or ``many`` where there is none."""
        forms = self._plurals.get(one, ())
        index = self._form(count)
        if index < len(forms) and forms[index]:
            return forms[index]
        return one if count == 1 else many

    def _add(self, entry: Entry) -> None:
        message = entry["msgid"]
        if not message:
            found = PLURAL_FORMS.search(entry["msgstr"])
            self._form = gettext.c2py(found[1]) if found else self._form
        elif "msgid_plural" in entry:
            self._plurals[message] = tuple(entry[key] for key in sorted(entry) if key.startswith("msgstr["))
        else:
            self._texts[entry.get("msgctxt", ""), message] = entry["msgstr"]


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue in that file. Raises OSError."""
    return Catalogue(path.read_text(encoding="utf-8"))


def entries(source: str) -> Iterator[Entry]:
    """Yield the entries of a PO file in their order; the header is the first, with an empty ``msgid``."""
    entry: dict[str, str] = {}
    keyword = ""
    for word, text in LINE.findall(source):
        if word in BEGINNINGS and keyword.startswith("msgstr"):
            yield entry
            entry = {}
        keyword = word or keyword
        entry[keyword] = entry.get(keyword, "") + _unescaped(text)
    if entry:
        yield entry


def _unescaped(text: str) -> str:
    return ESCAPE.sub(lambda found: ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
