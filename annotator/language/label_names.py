"""Names of labels as the window shows them: in the language in use, where the scheme has one for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.language.plain_line import plain_line
from annotator.translation.messages import _, language

if TYPE_CHECKING:
    from annotator.model.scheme import (
        AttributeRule,
        Label,
        Scheme,
    )  # here: the colours of the first picture need no scheme

EVIDENCE_LINKS = ("evidence", "link")
"""Id and type of the attribute that the built-in scheme has for links."""


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


def attribute_name(rule: AttributeRule) -> str:
    """Return the name of an attribute: its id with a capital; links for evidence say so, beside pieces of evidence."""
    # Translators: an attribute with web addresses; what else is known of evidence stands under “Evidence”
    return _("Evidence links") if (rule.id, rule.type) == EVIDENCE_LINKS else capitalised(rule.id)


def name_in_sentence(rule: AttributeRule) -> str:
    """Return the name of an attribute within a sentence: “checked on”, “evidence links”."""
    return _("evidence links") if (rule.id, rule.type) == EVIDENCE_LINKS else capitalised(rule.id).lower()


def capitalised(name: str) -> str:
    """Return an id of the scheme with spaces and a capital: ``attributed_to`` becomes “Attributed to”."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
