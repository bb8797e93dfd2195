"""Search for a filter in many annotations at once; it finds exactly the annotations that match one by one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from annotator.facts.desk.open_facts import checked_facts
from annotator.language.folded_text import folded_text
from annotator.language.folding import folded_query
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.session.annotation_filter import AnnotationFilter, parsed
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.relation_index import RelationIndex
from annotator.session.session import Session
from annotator.ui.panels.annotations.order import Position
from annotator.ui.panels.annotations.row_text import label_matches, matches

MOST_COUNTED = 2000
"""Most annotations in which is counted, while a filter is typed, how many it would find."""


class AnnotationSearch:
    """Search in the annotations of an article, whose text is folded once: an article never changes while it is open.

    An annotation with a note, or with other words than those at its span, is looked at by itself.
    """

    def __init__(self, article: Article, signing: Signing) -> None:
        self.article, self._signing = article, signing
        self._text = folded_text(article.text)

    def found(self, session: Session, typed: str, among: Iterable[Position]) -> list[Position]:
        """Return the positions, in the order given, of the annotations that match the filter ``typed``."""
        annotations, text, scheme = session.document.annotations, self.article.text, session.scheme
        asked = parsed(typed, scheme)
        if asked.terms:
            meets = test_of(asked, session, self._signing)
            among = [place for place in among if meets(annotations[place[2]])]
        words = asked.words
        if not words:
            return list(among)
        needle, place_of, find = folded_query(words), self._text.place, self._text.fold().folded.find
        labels = {label for label in session.index.counts() if label_matches(label, scheme, needle)}
        return [
            place
            for place in among
            if (
                matches(annotation, text, scheme, words)
                if (annotation := annotations[place[2]]).note or annotation.displaced
                else find(needle, place_of(place[0]), place_of(place[1])) >= 0 or annotation.label in labels
            )
        ]


class SessionSearch:
    """Search in the session's article; the folded text is kept as long as the article is open."""

    def __init__(self, session: Session) -> None:
        self._session, self._signing = session, Signing(session)
        self._search: AnnotationSearch | None = None

    def found(self, typed: str, among: Iterable[Position]) -> list[Position]:
        """Return the positions, in the order given, of the annotations that match the filter ``typed``."""
        article = self._session.document.article
        if self._search is None or self._search.article is not article:
            self._search = AnnotationSearch(article, self._signing)
        return self._search.found(self._session, typed, among)

    def matches(self, typed: str, annotation: Annotation) -> bool:
        """Return whether the annotation matches the filter."""
        if not typed:
            return True
        session, asked = self._session, parsed(typed, self._session.scheme)
        if asked.terms and not test_of(asked, session, self._signing)(annotation):
            return False
        return not asked.words or matches(annotation, session.document.article.text, session.scheme, asked.words)

    def count(self, typed: str) -> int | None:
        """Return how many annotations match the filter; None for one without a term, or if there are too many."""
        session = self._session
        if session.current is None or len(session.document.annotations) > MOST_COUNTED:
            return None
        asked = parsed(typed, session.scheme)
        if not asked.terms:
            return None
        return sum(map(test_of(asked, session, self._signing), session.document.annotations.values()))

    def has_words_only(self, *typed: str) -> bool:
        """Return whether none of these filters has a term, so that each further letter only narrows what is found."""
        return self._session.current is None or not any(parsed(one, self._session.scheme).terms for one in typed)


def test_of(asked: AnnotationFilter, session: Session, signing: Signing) -> Callable[[Annotation], bool]:
    """Return the test whether an annotation of the open article meets the conditions of the filter."""
    return asked.meets(session.scheme, relations_of(session), OpenFacts(session), lambda: signing.standing.facts)


def relations_of(session: Session) -> RelationIndex:
    """Return the relations of the open article."""
    assert session.current is not None
    return session.current.relations


class OpenFacts(Container[str]):
    """Ids of the open facts of the session's document, found when they are first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: frozenset[str] | None = None

    def __contains__(self, id: object) -> bool:
        if self._ids is None:
            facts = checked_facts(self._session.document, self._session.scheme)
            self._ids = frozenset(fact.annotation.id for fact in facts if fact.reasons)
        return id in self._ids
