"""The signed text of the open article, or the one before, beside the present one, with what has changed in both."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from annotator.anchoring.text_changes import TextChange
from annotator.session.open_article import OpenArticle
from annotator.session.services import Services
from annotator.session.sync.earlier_text import EarlierText, earlier_text
from annotator.session.text_index import TextIndex
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.changes.changed_words import ChangedWords
from annotator.ui.window.compared.together import ScrollingTogether
from annotator.ui.window.split_area import SplitArea

NOT_KEPT = N_("No earlier text of this article is kept")
COMPARING = N_("Comparing the two texts…")
NOT_COMPARED = N_("The article is not being compared with an earlier text")
NO_CHANGE = N_("The two texts say the same")
READ_ONLY = N_("It is an earlier text of the article and can only be read.")


class Comparing(QObject):
    """Show the earlier text as the second one of ``area``, until it is closed or another article is opened."""

    def __init__(self, services: Services, area: SplitArea, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._area = services, area
        self._earlier: EarlierText | None = None
        self._shown: OpenArticle | None = None
        self._layers: list[tuple[ArticleText, ChangedWords]] = []
        self._together: ScrollingTogether | None = None
        services.session.opened.connect(self._follow_article)
        services.second.changed.connect(self._follow_second)

    def toggle(self) -> None:
        """Close the earlier text; where it is not shown, compare with it in the background."""
        if self._shown:
            self._services.second.close()
        elif self._services.session.current and self._area.has_room(earlier=True):
            self._begin(self._services.session.current)

    def go_to_change(self, step: int) -> None:
        """Select the next change in both texts, or the one before, from the caret; the first follows the last."""
        session, earlier = self._services.session, self._earlier
        if earlier is None or self._shown is None or session.current is None:
            session.say(_(NOT_COMPARED))
            return
        changes = earlier.changes.changes
        if not changes:
            session.say(_(NO_CHANGE))
            return
        at = _following(changes, session.caret.start, step)
        self._go(changes[at])
        words = _("Change {number} of {total}")
        session.say(words.format(number=number(at + 1), total=number(len(changes))))

    # beginning and end

    def _begin(self, article: OpenArticle) -> None:
        session, document, sidecar, saved = self._services.session, article.document, article.sidecar, article.saved
        session.say(_(COMPARING))
        self._services.long_jobs.run(
            lambda: earlier_text(document, sidecar, saved), lambda done: self._show(article, done)
        )

    def _show(self, article: OpenArticle, done: Future[EarlierText | None]) -> None:
        session, earlier = self._services.session, done.result()
        current = session.current
        if current is None or current.path != article.path or self._shown:
            return
        if current.document.article.sha256 != article.document.article.sha256:
            return  # it was read again meanwhile
        if earlier is None:
            session.say(_(NOT_KEPT))
            return
        self._earlier = earlier
        self._shown = _as_open(article, earlier)
        self._services.second.show_earlier(self._shown, _about(earlier))
        self._mark(earlier)
        session.say(_about(earlier))

    def _mark(self, earlier: EarlierText) -> None:
        """Draw what has changed in both texts, and let them scroll together."""
        second = self._area.second
        if second is None:
            return
        now, then, changes = self._area.page.view, second.view, earlier.changes
        gone = [one.old for one in changes.changes if one.old]
        come = [one.new for one in changes.changes if one.new]
        self._layers = [(then, ChangedWords(then, gone, gone=True)), (now, ChangedWords(now, come, gone=False))]
        for view, layer in self._layers:
            view.layers.append(layer)
            view.repaint_view()
        self._together = ScrollingTogether(now, then, changes.in_old, changes.in_new)

    def _end(self) -> None:
        if self._together:
            self._together.end()
        for view, layer in self._layers:
            view.layers.remove(layer)
            view.repaint_view()
        self._together, self._layers, self._earlier, self._shown = None, [], None, None

    def _follow_second(self) -> None:
        """End where the earlier text is closed, or another article stands in its place."""
        if self._shown and self._services.second.article is not self._shown:
            self._end()

    def _follow_article(self) -> None:
        """Close the earlier text where another article is open, or another text of this one."""
        current, earlier = self._services.session.current, self._earlier
        if self._shown is None or earlier is None:
            return
        if current is None or current.path != self._shown.path or not earlier.is_of(current.document):
            self._services.second.close()

    def _go(self, change: TextChange) -> None:
        session, second = self._services.session, self._area.second
        session.select(None)
        session.move_caret(change.new.end if change.new else change.new_at, change.new_at)
        session.reveal_caret()
        if second:
            second.searched.move_caret(change.old.end if change.old else change.old_at, change.old_at)
            second.searched.reveal_caret()


def _following(changes: tuple[TextChange, ...], caret: int, step: int) -> int:
    """Return the number of the change after the caret, or before it; the first follows the last."""
    if step > 0:
        return next((at for at, one in enumerate(changes) if one.new_at > caret), 0)
    return next((at for at in reversed(range(len(changes))) if changes[at].new_at < caret), len(changes) - 1)


def _about(earlier: EarlierText) -> str:
    """Return which text it is and how much has changed: “As it was signed · 3 changes since”."""
    count = len(earlier.changes.changes)
    changes = ngettext("{count} change since", "{count} changes since", count).format(count=number(count))
    words = _("As it was signed · {changes}") if earlier.signed else _("The text before · {changes}")
    return words.format(changes=changes)


def _as_open(article: OpenArticle, earlier: EarlierText) -> OpenArticle:
    """Return the earlier text as an article that can only be read."""
    document = earlier.document
    index = TextIndex(document.article.text, document.annotations.values())
    return OpenArticle(
        article.path, article.sidecar, document, index, QUndoStack(), article.scheme, read_only=_(READ_ONLY)
    )
