"""Names of labels as the window shows them: in the language in use, where the scheme has one for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.language.plain_line import plain_line
from annotator.translation.messages import language

if TYPE_CHECKING:
    from annotator.model.scheme import Label, Scheme  # here: the colours of the first picture need no scheme


def shown_name(label: Label) -> str:
    """Return the label's name in the language in use; its own name where the scheme has none for it."""
    return " ".join(label.name_in(language()).split())


def shown_letter(label: Label) -> str:
    """Return the letter of the label's badge in the language in use."""
    return label.letter_in(language())


def label_name(scheme: Scheme, id: str) -> str:
    """Return the name of the label ``id`` in the language in use; the id itself where the scheme lacks the label."""
    label = scheme.label(id)
    return shown_name(label) if label else plain_line(id)


def capitalised(name: str) -> str:
    """Return an id of the scheme with spaces and a capital: ``attributed_to`` becomes “Attributed to”."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
