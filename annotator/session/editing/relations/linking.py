"""Linking: relations are made, removed, given another type and turned round."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from annotator.model import relation_edits
from annotator.model.annotation import Relation
from annotator.model.change import Change
from annotator.model.relation_edits import DisallowedRelationError, DuplicateRelationError
from annotator.model.scheme import RelationRule
from annotator.session.editing.descriptions import Titles
from annotator.session.editing.relations.relation_descriptions import (
    ends,
    linking,
    linking_all,
    retyping,
    turning,
    unlinking,
)
from annotator.session.editing.relations.relation_words import type_words
from annotator.session.session import Session
from annotator.translation.messages import _


class Linking:
    """Turn wishes about relations into changes of the session's document; say so if one is refused."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def types(self, source: str, target: str) -> list[RelationRule]:
        """Return the types of relation that the scheme allows from the one annotation to the other."""
        return relation_edits.allowed_types(self._session.document, self._session.scheme, source, target)

    def link(self, source: str, target: str, type: str) -> bool:
        """Make a relation. Return False if it is refused: the scheme does not allow it, or it exists already."""
        session, document = self._session, self._session.document
        id = session.new_id()
        change = self._allowed(
            lambda: relation_edits.relate(document, session.scheme, source, target, type, id=id), type
        )
        made = change.apply(document).relations.get(id)
        return made is not None and self._do(change, linking(document, made))

    def link_all(self, ends: Sequence[tuple[str, str]], type: str) -> bool:
        """Make a relation between each pair that has none, as one step. Return False if it is refused."""
        session, document = self._session, self._session.document
        ids = {session.new_id(): pair for pair in ends}
        change = self._allowed(lambda: relation_edits.relate_all(document, session.scheme, ids, type), type)
        made = change.added_of(Relation)
        return bool(made) and self._do(change, linking_all(document, made))

    def remove(self, ids: Collection[str]) -> bool:
        """Remove relations as one step. Return False if there are none."""
        document = self._session.document
        relations = [document.relations[id] for id in ids]
        change = relation_edits.remove_relations(document, ids)
        return bool(relations) and self._do(change, unlinking(document, relations))

    def retype(self, id: str, type: str) -> bool:
        """Give a relation another type. Return False if nothing changes, or it is refused."""
        session, document = self._session, self._session.document
        change = self._allowed(lambda: relation_edits.retype(document, session.scheme, id, type), type)
        return self._do(change, retyping(document.relations[id], type))

    def turn_round(self, id: str) -> bool:
        """Swap the ends of a relation. Return False if it is refused or, as it goes both ways, nothing changes."""
        session, document = self._session, self._session.document
        relation = document.relations[id]
        change = self._allowed(lambda: relation_edits.turn_round(document, session.scheme, id), relation.type)
        return self._do(change, turning(relation))

    def _do(self, change: Change, titles: Titles) -> bool:
        title, done = titles
        return self._session.do(change, title, done=done)

    def _allowed(self, edit: Callable[[], Change], type: str) -> Change:
        """Return the change of ``edit``; an empty one after saying so if it is refused."""
        document = self._session.document
        try:
            return edit()
        except DuplicateRelationError as duplicate:
            said = _("“{source}” is linked to “{target}” already: {type}")
            facts = ends(document, duplicate.existing)
            self._session.say(said.format(**facts, type=type_words(duplicate.existing.type)))
        except DisallowedRelationError:
            said = _("The scheme does not allow the relation {type} between these annotations")
            self._session.say(said.format(type=type_words(type)))
        return Change()
