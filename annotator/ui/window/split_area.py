"""Area of the articles: the page of the one that is edited and, where there is room, a second one beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.editing.navigation import Navigation
from annotator.session.opening.article_walk import name_below
from annotator.session.services import Services
from annotator.translation.messages import N_, _
from annotator.ui.article_page.article_divider import HANDLE, Both
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from annotator.ui.article_page.second_page import SecondPage

WHOLE, COMPARED = 10_000, 0.8
"""Shares of the divider in all; share of a text's least width that does for comparing it with an earlier one."""

NO_ROOM = N_("The window is too narrow for two articles: make it wider or the text smaller")
AWAY = N_("The second article is hidden until the window is wide enough for two")
NONE = N_("There is no second article")
EARLIER = N_("An earlier text of the article can only be read")
THE_SAME = N_("This article is the one that is edited: choose another one to stand beside it")
NO_OTHER = N_("There is no other article in this folder")


class SplitArea(QWidget):
    """``page`` and the page of the second article, which is made on first use, with a divider between them.

    ``arranged``: there is a second article to make room for, or none any more. ``second_shown``: whether there is one.
    ``left_alone``: the page has the whole area again. ``second_made``: ``second`` is there for the first time.
    """

    arranged = Signal()
    second_shown = Signal(bool)
    left_alone = Signal()
    second_made = Signal()

    def __init__(self, page: ArticlePage, look: Look, services: Services, navigation: Navigation) -> None:
        super().__init__()
        self._look, self._services, self._navigation = look, services, navigation
        self.page = page
        self.second: SecondPage | None = None
        self._room = 0
        self._settling = False
        self._both = Both(look, self)
        self._both.addWidget(page)
        self._both.splitterMoved.connect(lambda *_at: self._note_share())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._both)
        services.second.changed.connect(self._follow)
        services.second.failed.connect(services.session.say)
        services.session.opened.connect(self._restore, Qt.ConnectionType.SingleShotConnection)

    # what it shows

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that take the keyboard here beside the page."""
        return [self.second.view] if self.second and self.second.isVisible() else []

    @property
    def is_alone(self) -> bool:
        """True where the page has the whole area, and all around it has the room that the second one had."""
        return not self.panes and not self._settling

    @property
    def least_width(self) -> int:
        """Width below which a line of one of the texts would hold less than 45 characters, or 36 to compare them."""
        return self._least_of_both if self.panes else self.page.view.least_width

    def fit(self, room: int) -> None:
        """Show the second article if there is one and ``room``, a width, is enough for both."""
        self._room = room
        second, wanted = self.second, self._services.second.article is not None
        if second is None:
            return
        fits = wanted and room >= self._least_of_both
        if wanted and not fits and second.isVisible():
            self._services.session.say(_(AWAY))
        second.view.setMinimumWidth(self.least_of_each)
        if fits and second.isHidden():
            second.show()
            share = self._services.store.settings.second_share
            self._both.setSizes([WHOLE - WHOLE * share // 100, WHOLE * share // 100])
        elif not fits and not second.isHidden():
            self._put_away(second, for_now=wanted)

    def _put_away(self, second: SecondPage, *, for_now: bool) -> None:
        self._give_keyboard_back()
        self._settling = not for_now
        second.hide()
        if self._settling:
            self._need_less_room()
            self.left_alone.emit()
        self._settling = False

    @property
    def least_of_each(self) -> int:
        """Width that the text needs, and a second one as well: less where that is an earlier one, to compare with."""
        second = self._services.second
        return self._least_of_one(earlier=second.article is not None and bool(second.about))

    @property
    def _least_of_both(self) -> int:
        return 2 * self.least_of_each + HANDLE

    def _least_of_one(self, *, earlier: bool) -> int:
        least = self.page.view.least_width
        return round(COMPARED * least) if earlier else least

    # room for panels over the texts

    def middle(self, *, at_left: bool) -> QRect:
        """Return the room of the text at that side, in coordinates of the area."""
        if self.panes and not at_left:
            view = self.panes[0]
            return QRect(view.mapTo(self, QPoint()), view.size())
        return self.page.middle.translated(self.page.mapTo(self, QPoint()))

    def reserve(self, width: int, *, at_left: bool) -> None:
        """Leave room beside the edited text for a panel at that side; none is left beside the second one."""
        beside = width if at_left or not self.panes else 0
        self.page.reserve(beside if at_left else 0, 0 if at_left else beside)

    def has_room_for(self, width: int, *, at_left: bool) -> bool:
        """Tell whether a panel of that width has room beside the edited text."""
        return (at_left or not self.panes) and self.page.middle.width() >= self.page.view.least_width + width

    # called by actions

    def has_room(self, *, earlier: bool = False) -> bool:
        """Return whether there is room for two texts, or an ``earlier`` one; say so where there is not."""
        if self._room < 2 * self._least_of_one(earlier=earlier) + HANDLE:
            self._services.session.say(_(NO_ROOM))
            return False
        return True

    def open_second(self, path: Path) -> None:
        """Show the article beside the one that is edited."""
        if not self.has_room():
            return
        if path == self._services.session.path:
            self._services.session.say(_(THE_SAME))
            return
        self._services.second.open(path)
        self._services.session.say(_("{name} stands beside, to be read").format(name=plain_line(path.name)))

    def toggle_second(self, selected: Path | None) -> None:
        """Close the second article; where there is none, open the selected one or the next in the folder."""
        if self._services.second.article:
            self.close_second()
            return
        current, folder = self._services.session.path, self._services.folder
        after, before = (folder.neighbour(current, step, new_only=False) for step in (1, -1))
        other = selected if selected and selected != current else after or before
        if other:
            self.open_second(other)
        else:
            self._services.session.say(_(NO_OTHER))

    def close_second(self) -> None:
        self._services.second.close()

    def swap(self) -> None:
        """Edit the second article, and read the one that was edited."""
        second, edited = self._services.second.path, self._services.session.path
        if second is None or edited is None:
            self._services.session.say(_(NONE))
        elif self._services.second.about:
            self._services.session.say(_(EARLIER))
        elif second != edited:
            self._navigation.open_article(second)
            self._services.second.open(edited)
            take_keyboard(self.page.view)

    # reactions

    def _follow(self) -> None:
        path = self._services.second.path
        if path and self.second is None:
            self.second = self._made_second()
            self.second_made.emit()
        kept = "" if self._services.second.about else path
        self._services.store.update(second_article=str(kept or ""))
        self.second_shown.emit(path is not None)
        self.arranged.emit()

    def _restore(self) -> None:
        """Open what stood beside the article at the last time, if it is of the same folder."""
        second, current = self._services.store.settings.second_article, self._services.session.path
        if second and current and name_below(self._services.folder.path, Path(second)) is not None:
            self._services.second.open(Path(second))

    def _note_share(self) -> None:
        first, second = self._both.sizes()
        if first and second:
            self._services.store.update(second_share=min(max(round(100 * second / (first + second)), 1), 99))

    def _made_second(self) -> SecondPage:
        from annotator.ui.article_page.second_page import SecondPage  # here: imported on first use only

        second = SecondPage(self._services.second, self._look, self._services.store, self._both)
        second.hide()
        second.swapped.connect(self.swap)
        second.closed.connect(self.close_second)
        second.said.connect(self._services.session.say)
        self._both.addWidget(second)
        return second

    def _need_less_room(self) -> None:
        """Let all that is around the area know at once that it needs less room; Qt would do so bit by bit."""
        self._both.refresh()
        around: QWidget | None = self
        while around is not None:
            if layout := around.layout():
                layout.invalidate()
                layout.activate()
            around = around.parentWidget()

    def _give_keyboard_back(self) -> None:
        focused = QApplication.focusWidget()
        if self.second and focused and self.second.isAncestorOf(focused):
            take_keyboard(self.page.view)
