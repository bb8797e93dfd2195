"""Name of the reviewer, under which the review is saved: that of the settings, or one for this review alone."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.review.own_work import is_own_work
from annotator.session.open_article import OpenArticle
from annotator.session.opening.opener import Opener
from annotator.storage.sidecars.sidecar_files import is_annotator_name
from annotator.translation.messages import _


class Reviewer:
    """Name of the reviewer. A name for the review alone is given back when the review is left, and proposed again.

    ``asking`` is the name that is proposed as long as one is to be given; empty else.
    """

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._before: str | None = None
        self._taken: frozenset[str] = frozenset()
        self._called: dict[str, str] = {}
        self.asking = ""

    @property
    def name(self) -> str:
        return self._opener.annotator

    @property
    def called(self) -> str:
        """Name for reviews alone that was given last under one's own name; empty as long as none was."""
        return self._called.get(self._own, "")

    @property
    def _own(self) -> str:
        return self._opener.annotator if self._before is None else self._before

    def annotators(self, own: Document, articles: Mapping[str, OpenArticle]) -> list[str]:
        """Return the names of those whose work can be reviewed: who has only decided or commented is not among them."""
        found = [name for name, article in articles.items() if is_own_work(article.document)]
        self._taken = frozenset(found) | ({own.annotator} if own.annotations and not own.of(Decision) else set())
        return sorted(found)

    def must_be_asked(self, own: Document, names: list[str]) -> bool:
        """Return whether a name is missing: there is none, or the only work to review is one's own."""
        whose = own.annotator or next(iter(names), "")
        if (names and own.annotator) or not (names or own.annotations):
            self.asking = ""
        else:
            proposed = f"{whose}-review" if is_annotator_name(whose) else "review"
            self.asking = self.called if self.called and self.called not in self._taken else proposed
        return bool(self.asking)

    def take(self, name: str) -> str:
        """Review under this name; return a sentence that says why that cannot be, empty where it can."""
        name = name.strip()
        if not is_annotator_name(name):
            return _("A name has letters, digits and hyphens, and no full stop")
        if name in self._taken:
            return _("{name} has annotated this article: the review needs another name").format(name=name)
        self.asking = ""
        self._before = self._own
        self._called[self._before] = name
        self._opener.annotator = name
        self._opener.reopen()
        return ""

    def give_back(self) -> None:
        """Go on under the name that was in use before the review."""
        self.asking = ""
        if self._before is not None:
            self._opener.annotator, self._before = self._before, None
            self._opener.reopen()
