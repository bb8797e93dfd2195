"""Accessible description of the article: how many annotations it has, of which labels."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number


class ArticleDescription(QObject):
    """Keeps the description of ``widget``, which shows the session's article."""

    def __init__(self, session: Session, widget: QWidget) -> None:
        super().__init__(widget)
        self._session, self._widget = session, widget
        session.opened.connect(self._follow)
        session.changed.connect(self._follow)
        self._follow()

    def _follow(self, _change: object = None) -> None:
        current = self._session.current
        self._widget.setAccessibleDescription(counted(current) if current else "")


def counted(article: OpenArticle) -> str:
    """Return a sentence such as “3 annotations: 2 claim, 1 source”."""
    counts = article.index.counts()
    if not counts:
        return _("No annotations")
    labels = ", ".join(f"{number(count)} {label_name(article.scheme, label)}" for label, count in counts.most_common())
    total = counts.total()
    words = ngettext("{count} annotation: {labels}", "{count} annotations: {labels}", total)
    return words.format(count=number(total), labels=labels)
