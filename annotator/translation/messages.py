"""Translate messages into the language in use: the functions of gettext, for every layer of the program.

A message is a whole sentence or name in English, with named places for what varies::

    _("Tagged “{words}” as {label}").format(words=words, label=label)
    ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))

Numbers that are shown go through this module, too, so that all have the digits of the language: ``number`` for what is
counted, ``decimal_number`` for measures, ``in_digits`` for numbers that are names (of a fact, a year, a place in the
text) and for days as ISO 8601 writes them. Keys, values as people have typed them, what is told of faulty files, and
all that is written to files keep their digits.

Messages of tables, which are made before the language is known, are marked by ``N_`` and translated when they are
shown; ``nN_`` marks those that count. Without a language in use, as on the command line, every message stays as it
stands in the code.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from annotator.translation.forms import PLAIN, Forms

__all__ = [
    "N_",
    "Translator",
    "_",
    "decimal_number",
    "in_digits",
    "language",
    "listed",
    "nN_",
    "ngettext",
    "number",
    "pgettext",
    "use",
]


class Translator(Protocol):
    """Translate messages into one language."""

    def text(self, message: str, context: str = "") -> str:
        """Return the message in this language; itself where it is not translated."""
        ...

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of the message that goes with ``count`` in this language."""
        ...


class English:
    """Leave messages as they stand in the code."""

    def text(self, message: str, context: str = "") -> str:  # noqa: ARG002  # as every translator
        """Return the message itself."""
        return message

    def plural(self, one: str, many: str, count: int) -> str:
        """Return ``one`` for 1, else ``many``."""
        return one if count == 1 else many


_translator: Translator = English()
_forms = PLAIN
_language = ""


def use(translator: Translator | None = None, forms: Forms = PLAIN, *, language: str = "") -> None:
    """Translate from now on by ``translator``, English without, and write numbers by ``forms``.

    ``language`` is the code of the language, empty where nothing is to be shown in one of its own.
    """
    global _translator, _forms, _language  # one language at a time, as in gettext
    _translator, _forms, _language = translator or English(), forms, language


def language() -> str:
    """Return the code of the language in use; empty where there is none, as on the command line."""
    return _language


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _translator.text(message)


def pgettext(context: str, message: str) -> str:
    """Return the message in the language in use; ``context`` tells it from one of the same English words."""
    return _translator.text(message, context)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that goes with ``count`` in the language in use."""
    return _translator.plural(one, many, count)


def N_(message: str) -> str:  # noqa: N802  # gettext's name, which extractors know
    """Return the message as it is: it is translated where it is shown, by ``_``."""
    return message


def nN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802  # as N_, of a message that counts
    """Return both forms of the message as they are: ``ngettext`` translates them where they are shown."""
    return one, many


def number(value: int) -> str:
    """Return a whole number as it is written in the language in use, with its digits in groups."""
    return _forms.whole(value)


def decimal_number(value: float, places: int) -> str:
    """Return a number with so many decimals as it is written in the language in use; never “-0.00”."""
    return _forms.decimal(round(value, places) + 0.0, places)


def in_digits(text: str) -> str:
    """Return a number that is a name, or a day such as 2026-11-29, in the digits of the language in use."""
    return _forms.digits(text)


def listed(items: Iterable[str]) -> str:
    """Return the items one after another, with what stands between the items of a list in the language in use."""
    # Translators: what stands between the items of a list
    return _(", ").join(items)
