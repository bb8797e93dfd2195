"""Judge a catalogue: messages that are open, and translations that would break what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message


def messages(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages of the catalogue without its header."""
    return (message for message in catalog if message.id)


def open_messages(catalog: Catalog) -> list[str]:
    """Return the English of the messages that have no translation, or not in every form of their plural."""
    return [english(message)[0] for message in messages(catalog) if not all(translations(message))]


def faults(catalog: Catalog) -> list[str]:
    """Return what is wrong with the translations: other places for words than in English, other ends of the line."""
    return [
        f"{source!r}: {translation!r}"
        for message in messages(catalog)
        for translation in filter(None, translations(message))
        if not any(alike(source, translation) for source in english(message))
        for source in english(message)[-1:]
    ]


def alike(source: str, translation: str) -> bool:
    """Return whether both have the same places for words, and the same blanks and line ends around them."""
    return places(source) == places(translation) and around(source) == around(translation)


def english(message: Message) -> tuple[str, ...]:
    """Return the English of the message, both forms of a plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    """Return the translation of the message, all forms of a plural."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def places(text: str) -> Counter[str]:
    """Return the named places of a message, and how often each stands in it."""
    return Counter(name for _before, name, _form, _conversion in Formatter().parse(text) if name is not None)


def around(text: str) -> tuple[str, str]:
    """Return the blanks before and after the words."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
