"""One annotator's version of a difference in words: what is marked, and all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.language.annotator_names import annotator_name
from annotator.language.arrow_words import beginning_with_arrow
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.kinds.comments import Comment
from annotator.review.adjudicating import Compared
from annotator.review.comparing import Cluster
from annotator.review.threads import DOUBT, doubted
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.review.compare_mode import CompareMode
from annotator.session.review.version_pieces import OTHER, SHARED, Piece, Pieces, value_pieces, word_pieces
from annotator.session.session import Session
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class VersionWords:
    """Annotator with number, letter and name; ``words`` are empty where there is no version, ``lines`` say the rest.

    The first line has the label and the values.
    """

    annotator: str
    number: int
    letter: str
    name: str
    words: Pieces = ()
    lines: tuple[Pieces, ...] = ()
    followed: bool = False


def version_words(mode: CompareMode, session: Session) -> list[VersionWords]:
    """Return the version of each annotator of the current difference; nothing where there is none."""
    cluster, table = mode.current, mode.table
    if cluster is None or table is None:
        return []
    decision = mode.decision(cluster)
    followed = decision.followed if decision else ""
    return [
        _version(mode, session, table, cluster, (name, place), followed=followed == name)
        for place, name in enumerate(mode.annotators, 1)
    ]


def _version(
    mode: CompareMode, session: Session, table: Compared, cluster: Cluster, who: tuple[str, int], *, followed: bool
) -> VersionWords:
    name, place = who
    head = name, place, mode.letter(name), mode.name(name)
    version, document = cluster.versions.get(name), table.documents[name]
    if version is None:
        return VersionWords(*head)
    others = [_relations(table, one, item) for one, item in cluster.versions.items() if one != name]
    relations = (
        (Piece(line, SHARED if all(line in some for some in others) else OTHER),)
        for line in _relations(table, name, version)
    )
    lines = (
        *([_("Note: {note}").format(note=plain_line(version.note))] if version.note else []),
        *_comments(mode, table, name, version),
    )
    about = value_pieces(cluster, name, label_name(session.scheme, version.label))
    words = word_pieces(cluster, name, document.article.text)
    return VersionWords(*head, words, (about, *relations, *((Piece(line),) for line in lines)), followed)


def _relations(table: Compared, name: str, version: Annotation) -> list[str]:
    return [_relation(table.documents[name], version, relation) for relation in table.links(name, version.id)]


def _relation(document: Document, version: Annotation, relation: Relation) -> str:
    inwards = relation.target == version.id
    other = document.annotations.get(relation.source if inwards else relation.target)
    words = plain_line(document.words(other)) if other else ""
    said = f"{direction_words(relation.type, inwards=inwards)}: {words}"
    return beginning_with_arrow(said, inwards=inwards)


def _comments(mode: CompareMode, table: Compared, name: str, version: Annotation) -> Iterator[str]:
    """Yield what the compared annotators said of the version of ``name``; of doubts those that still are."""
    if version.id in doubted(table.documents[name]):
        yield _("? not sure")
    for owner, document in table.documents.items():
        for comment in document.of(Comment).values():
            is_said = comment.text not in ("", DOUBT)  # a mark that settles a thread has no words
            if is_said and comment.on == version.id and (comment.annotator or owner) == name:
                yield f"{_('Comment') if mode.hidden else annotator_name(comment.by)}: {plain_line(comment.text)}"
