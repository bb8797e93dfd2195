"""Context menu of the articles selected in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND
from annotator.session.opening.status_names import status_words
from annotator.translation.messages import _, ngettext, number, pgettext
from annotator.ui.actions.mnemonics import give_mnemonics

CHOICES = (NEW, IN_WORK, DONE, NOTHING_FOUND)


class ArticleMenu(QMenu):
    """Menu to open one, set the status of all, show one in the file manager and copy the paths of all."""

    def __init__(self, paths: Sequence[Path], parent: QWidget) -> None:
        articles = ngettext("{count} article", "{count} articles", len(paths)).format(count=number(len(paths)))
        super().__init__(_("Article") if len(paths) == 1 else articles, parent)
        self.setObjectName("articleMenu")
        self._paths = list(paths)

    def offer(
        self,
        open: Callable[[Path], None],
        beside: Callable[[Path], None],
        show: Callable[[Path], None],
        set_status: Callable[[str], None] | None,
        status: str,
    ) -> None:
        """Fill the menu; ``status`` is the one that all have, empty where they differ.

        None for ``set_status`` disables the choice of a status.
        """
        one = len(self._paths) == 1
        if one:
            self._add(self, pgettext("verb", "Open"), lambda: open(self._paths[0]))
            self._add(self, _("Open beside"), lambda: beside(self._paths[0]))
        self.addMenu(self._statuses(set_status, status))
        self.addSeparator()
        if one:
            self._add(self, _("Show in file manager"), lambda: show(self._paths[0]))
        self._add(self, self._copy_words(), self._copy)
        give_mnemonics(self)

    def _copy_words(self) -> str:
        count = len(self._paths)
        return ngettext("Copy path", "Copy {count} paths", count).format(count=number(count))

    def _statuses(self, set_status: Callable[[str], None] | None, status: str) -> QMenu:
        menu = QMenu(_("Status"), self)
        menu.setObjectName("articleStatusMenu")
        menu.setEnabled(set_status is not None)
        if set_status:
            for choice in CHOICES:
                action = self._add(menu, status_words(choice), partial(set_status, choice))
                action.setCheckable(True)
                action.setChecked(choice == status)
        give_mnemonics(menu)
        return menu

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(str, self._paths)))

    @staticmethod
    def _add(menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(lambda: act())
        menu.addAction(action)
        return action
