"""Positions of a foreign program's annotations in the article of this folder."""

from __future__ import annotations

import re
from hashlib import sha256

from annotator.interop.format import Incoming
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_writing import excerpt_at
from annotator.translation.messages import N_

UNKNOWN_TEXT = "0" * 64
"""Stands for the SHA-256 of the text that offsets refer to, where the file does not say which text that is."""

BEHIND = N_("it ends after the end of its text")
NO_WORDS = N_("nothing tells which words it marks")
NOT_THERE = N_("its words are not in the article")


class LeftOutError(Exception):
    """The annotation cannot be placed; the message is the reason, as a clause."""


class Places:
    """Place one file's annotations in one article. ``made_on`` is the SHA-256 of the text their offsets refer to."""

    def __init__(self, incoming: Incoming, article: Article) -> None:
        self._incoming = incoming
        self._article = article
        text = incoming.text
        self.made_on = (incoming.sha256 or UNKNOWN_TEXT) if text is None else sha256(text.encode()).hexdigest()

    def placed(self, item: Annotation) -> Annotation:
        """Return the annotation at its quoted words, or displaced where they are not there. Raises LeftOutError."""
        if item.id in self._incoming.unplaced:
            return self._located(item)
        text = self._incoming.text
        if text is not None and item.span.end > len(text):
            raise LeftOutError(BEHIND)
        if self.made_on == self._article.sha256:
            return self._checked(item)
        excerpt = excerpt_at(item.span, text) if text is not None else self._quoted(item)
        if text is None and item.span.of(self._article.text) == excerpt.text:
            return item
        return altered(item, displaced=altered(excerpt, sha256=self.made_on))

    def _checked(self, item: Annotation) -> Annotation:
        """Compare the article, which is the file's text, with the words that the file quotes. Raises LeftOutError."""
        words = self._incoming.quotes.get(item.id, item.span.of(self._article.text))
        if item.span.end > len(self._article.text):
            raise LeftOutError(BEHIND)
        return item if item.span.of(self._article.text) == words else altered(item, displaced=self._quoted(item))

    def _located(self, item: Annotation) -> Annotation:
        """Place the annotation by its words; displaced where they occur more than once. Raises LeftOutError."""
        excerpt, text = self._quoted(item), self._article.text
        whole = excerpt.before + excerpt.text + excerpt.after
        starts = [match.start() + len(excerpt.before) for match in re.finditer(f"(?={re.escape(whole)})", text)]
        starts = starts or [match.start() for match in re.finditer(f"(?={re.escape(excerpt.text)})", text)]
        if not starts:
            raise LeftOutError(NOT_THERE)
        item = altered(item, span=Span(starts[0], starts[0] + len(excerpt.text)))
        return item if len(starts) == 1 else altered(item, displaced=altered(excerpt, sha256=UNKNOWN_TEXT))

    def _quoted(self, item: Annotation) -> Excerpt:
        words = self._incoming.quotes.get(item.id, "")
        if not words:
            raise LeftOutError(NO_WORDS)
        return Excerpt(words, *self._incoming.around.get(item.id, ("", "")))
