"""Result of a change of a scheme, and edits that several kinds of change need."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Scheme
from annotator.model.scheme_changes.changes import RefusedChangeError
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, Part
from annotator.translation.messages import _, number

Rules: TypeAlias = tuple[AttributeRule, ...]
LONGEST = 200


class ChangedScheme(NamedTuple):
    """The scheme after a change, and sentences on what else the change has altered in it."""

    scheme: Scheme
    notes: tuple[str, ...] = ()


def check_name(name: str) -> None:
    """Refuse a name that no part of a scheme can have. Raises RefusedChangeError."""
    if not name or name != name.strip() or not name.isprintable() or len(name) > LONGEST:
        sentence = _("A name is one line of at most {most} characters, without blanks at its ends.")
        raise RefusedChangeError(sentence.format(most=number(LONGEST)))


def with_rules(scheme: Scheme, part: Part, edit: Callable[[Rules], Rules]) -> Scheme:
    """Return the scheme with edited attributes of the label, relation or article that the part belongs to."""
    if part.root == ARTICLE:
        return altered(scheme, article=edit(scheme.article))
    if part.root == LABEL:
        labels = (altered(one, attributes=edit(one.attributes)) if one.id == part.id else one for one in scheme.labels)
        return altered(scheme, labels=tuple(labels))
    relations = (
        altered(one, attributes=edit(one.attributes)) if one.id == part.id else one for one in scheme.relations
    )
    return altered(scheme, relations=tuple(relations))
