"""Facts about one place of a finding: its words, where they stand, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.language.article_language import article_language
from annotator.language.plain_line import plain_line
from annotator.language.sentences import sentences
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.fact_tables.excerpt import Excerpt, excerpt
from annotator.translation.messages import _, number

PART, ROLE = "part", "role"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Facts for the window. ``about`` is the id of the annotation for which a ``wording`` can be proposed."""

    place: Place | None = None
    words: str = ""
    where: str = ""
    voice: str = ""
    excerpt: Excerpt | None = None
    about: str = ""
    wording: str = ""
    can_propose: bool = False

    @property
    def said(self) -> str:
        """All of it on one line."""
        return ", ".join(words for words in (self.words, self.where, self.voice) if words)


def place_facts(
    place: Place, document: Document, row: FigureRow | None, near: Sequence[Annotation], *, writable: bool
) -> PlaceFacts:
    """Return the facts about a place of the document; ``row`` is its row in the table of figures, if it has one.

    ``near`` are at least those annotations of the document that touch the paragraph of the place.
    """
    annotation = document.annotations.get(place.id)
    about = document.annotations.get(row.claim_id) if row else annotation
    about = about or annotation
    words = document.words(annotation) if annotation else place.span.of(document.article.text)
    shown = None if annotation and annotation.displaced else excerpt(document.article.text, place.span, near)
    return PlaceFacts(
        place,
        plain_line(words),
        _where(document, place.span, row.sentence if row else 0, near),
        _voice(row) if row else "",
        shown,
        about.id if about else "",
        _wording(document, about) if about else "",
        can_propose=writable and about is not None,
    )


def _where(document: Document, span: Span, known: int, near: Iterable[Annotation]) -> str:
    """Return the number of the sentence, ``known`` or counted, and the part of the page, if that is marked."""
    count = known or _sentences_before(document, span)
    sentence = _("Sentence {number}").format(number=number(count))
    role = next((role for one in near if (role := _role(one, span))), "")
    # Translators: the part of a page that a sentence is in, as in “Sentence 2, headline part”.
    return _("{sentence}, {role} part").format(sentence=sentence, role=plain_line(role)) if role else sentence


def _sentences_before(document: Document, span: Span) -> int:
    """Return the number of the sentence in which the span begins, from 1."""
    found = sentences(document.article.text, 0, span.end, article_language(document))
    return sum(one.start <= span.start for one in found)


def _role(annotation: Annotation, span: Span) -> str:
    if annotation.label != PART or not annotation.span.covers(span):
        return ""
    role = annotation.attributes.get(ROLE)
    return role if isinstance(role, str) else ""


def _voice(row: FigureRow) -> str:
    source, voice = plain_line(row.source), plain_line(row.voice)
    if not source:
        return _("the article, in its own voice")
    if not voice:
        return _("said by {source}").format(source=source)
    # Translators: who says something, and in whose words, as in “said by Dana Reiff, reported”.
    return _("said by {source}, {voice}").format(source=source, voice=voice)


def _wording(document: Document, annotation: Annotation) -> str:
    """Return the wording that was proposed already, else the present one."""
    proposed = annotation.wording.get("new")
    return str(proposed) if proposed else document.words(annotation)
