"""Filling a slot of a card: an annotation and its relation as one step of undo."""

from __future__ import annotations

from annotator.language.graphemes import whole_graphemes
from annotator.language.label_names import label_name
from annotator.model import edits, relation_edits
from annotator.model.annotation import Relation
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.relation_edits import DisallowedRelationError, DuplicateRelationError
from annotator.model.span import Span
from annotator.session.editing.card.card_parts import Target
from annotator.session.editing.descriptions import Titles, beginning, filled, not_understood, tagging
from annotator.session.editing.relations.relation_descriptions import linking
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.editing.values.figure_filling import is_not_understood, with_figures
from annotator.session.session import Session
from annotator.translation.messages import _


class CardFilling:
    """Fill slots with words of the article, or with annotations that are there."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def fill(self, here: str, target: Target, span: Span) -> str:
        """Mark the words, unless they are marked so already, and relate them to the annotation ``here``.

        Return the id of the annotation that fills the slot; empty where it is refused, which is said.
        """
        span = whole_graphemes(self._session.document.article.text, span)
        marked, id = self._marked(target, span)
        return id if self._do(here, id, target, marked) else ""

    def join(self, here: str, target: Target, there: str) -> bool:
        """Relate an annotation that is there to the annotation ``here``. Return False if it is refused."""
        return self._do(here, there, target, Change())

    def _do(self, here: str, there: str, target: Target, marked: Change) -> bool:
        after = marked.apply(self._session.document)
        related = self._related(after, here, there, target)
        if related is None:
            return False
        title, done = self._titles(after, marked, related, target)
        told = not_understood(done) if is_not_understood(self._session, marked) else done
        return self._session.do(marked + related, title, done=told)

    def _marked(self, target: Target, span: Span) -> tuple[Change, str]:
        """Return the change that marks the words, empty where they are marked so, and the id of the annotation."""
        session, id = self._session, self._session.new_id()
        among = session.index.with_span(span)
        try:
            change = edits.annotate(session.document, span, target.label, id=id, now=session.now(), among=among)
        except edits.DuplicateAnnotationError as duplicate:
            return Change(), duplicate.existing.id
        return with_figures(session, change), id

    def _related(self, document: Document, here: str, there: str, target: Target) -> Change | None:
        """Return the change that makes the relation, empty where the target has none; None where it is refused."""
        session = self._session
        if here == there:
            session.say(_("An annotation cannot be related to itself"))
            return None
        if not target.type:
            return Change()
        id = next(id for id in iter(session.new_id, "") if id != there)
        try:
            return relation_edits.relate(document, session.scheme, *target.ends(here, there), target.type, id=id)
        except DuplicateRelationError:
            words = beginning(document.words(document.annotations[there]))
            session.say(_("“{words}” stands there already").format(words=words))
        except DisallowedRelationError:
            session.say(_("The scheme allows no relation between these two"))
        return None

    def _titles(self, document: Document, marked: Change, related: Change, target: Target) -> Titles:
        relation = next(iter(related.added_of(Relation)), None)
        if not marked and relation:
            return linking(document, relation)
        if not marked.annotations_added:
            return "", ""
        annotation, label = marked.annotations_added[0], label_name(self._session.scheme, target.label)
        if not relation:
            return tagging(document, annotation, label)
        type = direction_words(target.type, inwards=target.inwards)
        title = _("Tag “{words}” as {label} and link it: {type}")
        done = _("Tagged “{words}” as {label} and linked it: {type}")
        return filled(title, done, words=beginning(document.words(annotation)), label=label, type=type)
