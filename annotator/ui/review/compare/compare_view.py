"""The comparison around the text: panel, lanes, keys; made when it begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from annotator.language.plain_line import plain_line
from annotator.review.comparing import Cluster
from annotator.session.review.adjudication import Adjudication
from annotator.session.review.compared_agreement import ComparedAgreement
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_page.pills.people_line import people_of
from annotator.ui.article_page.side_place import SidePlace
from annotator.ui.article_view.compared.compare_lanes import CompareLanes
from annotator.ui.article_view.margins.statement_margin import StatementMargin
from annotator.ui.review.compare.all_of_kind import AllQuestions
from annotator.ui.review.compare.cluster_badges import ClusterBadges
from annotator.ui.review.compare.clusters_in_sight import ClustersInSight
from annotator.ui.review.compare.compare_keys import compare_keys, kind_keys, merge_keys, text_keys
from annotator.ui.review.compare.compare_panel import ComparePanel
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.words.key_names import caption

MERGE, KIND = "merge", "kind"
"""What a second key is awaited for."""


class CompareView(QObject):
    """Shows the mode around the text of ``page``, in place of ``docks``, with a lane for each annotator below lines.

    ``who_asked``: to choose who is compared. ``deciding_asked``: to decide, by a click on the key of ``decide``.
    """

    who_asked = Signal()
    deciding_asked = Signal()

    def __init__(
        self,
        agreement: ComparedAgreement,
        session: Session,
        page: ArticlePage,
        docks: Sequence[QDockWidget],
        questions: AllQuestions,
        decide: Callable[[], str],
    ) -> None:
        super().__init__(page)
        mode = agreement.mode
        self._mode, self._session, self._page = mode, session, page
        self._questions, self._look, self._decide, self._agreement = questions, questions.look, decide, agreement
        self._deciding = Adjudication(mode, session)
        self._place = SidePlace(page, docks)
        self._margin = page.view.findChildren(StatementMargin)[0]
        self._panel: ComparePanel | None = None
        self._lanes: CompareLanes | None = None
        self._shown: tuple[object, ...] = ()
        self._decisions: object = None
        self._awaited = ""
        mode.begun.connect(self._show)
        mode.changed.connect(self._follow)
        mode.ended.connect(self._hide)

    def back(self) -> bool:
        """Give the keyboard back to the list, where the text has it; else leave. Return whether there was anything."""
        if self._panel and not self._panel.isAncestorOf(QApplication.focusWidget() or self._page):
            take_keyboard(self._panel.list)
            return True
        return self._mode.leave()

    @property
    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 stops at here."""
        return self._panel.panes if self._panel else []

    def _show(self) -> None:
        words, ground = self._page.view.font(), self._place.ground
        panel = self._panel = ComparePanel(self._agreement, self._session, self._look, words, ground)
        panel.list.stepped.connect(self._step)
        panel.list.typed.connect(self._type)
        panel.list.left.connect(self._escape)
        panel.list.entered.connect(lambda _row: self._mode.go_on())
        panel.versions.chosen.connect(self._deciding.take_number)
        panel.reasons.chosen.connect(self._deciding.give_reason)
        self._place.put(panel)
        panel.show()
        take_keyboard(panel.list)
        self._page.header.show_hint(_("Alike is pale, different is in full colour"), _("Alike is pale"))
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow_focus)

    def _hide(self) -> None:
        panel, self._panel = self._panel, None
        self._take_lanes_off()
        if panel is None:
            return
        cast(QApplication, QApplication.instance()).focusChanged.disconnect(self._follow_focus)
        had_focus = panel.isAncestorOf(QApplication.focusWidget() or self._page)
        self._place.put(None)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()
        self._page.show_mode("")
        if had_focus:
            take_keyboard(self._page.view)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Say what keys do in the text, or in the list again."""
        if self._page.view in (old, now):
            self._show_keys()

    def _follow(self) -> None:
        mode, panel = self._mode, self._panel
        if panel is None or mode.table is None:
            return
        shown = mode.table, mode.hidden, mode.deciding
        if shown != self._shown or self._lanes is None:
            self._put_lanes_on()
            panel.refill()
            self._page.header.show_people(people_of(mode))
            self._shown = shown
        panel.refresh()
        if self._lanes:
            self._lanes.frame(mode.current.span if mode.current else None)
        if self._decisions is not mode.decisions:
            self._decisions = mode.decisions
            self._margin.update()  # badges of what is decided are pale
        self._show_keys()

    def _show_keys(self) -> None:
        mode, count = self._mode, len(self._mode.annotators)
        title = _("Final version") if mode.deciding else _("Compare")
        keys = compare_keys(count, deciding=mode.deciding, agreed=len(mode.agreed), decide=self._decide())
        if self._page.view.hasFocus():
            self._page.show_mode(title, text_keys(), press=lambda _key: self.back())
            return
        names = [plain_line(mode.name(name)) for name in mode.annotators]
        keys = {MERGE: merge_keys(), KIND: kind_keys(names)}.get(self._awaited, keys)
        self._page.show_mode(title, keys, awaited=bool(self._awaited), press=self._press)

    def _put_lanes_on(self) -> None:
        """Draw lanes for what is compared; the lines move only where there are more or less of them than before."""
        mode, view = self._mode, self._page.view
        letters = [mode.letter(name) for name in mode.annotators]
        keys = [str(place) for place in range(1, len(letters) + 1)] if mode.deciding else letters
        in_sight = ClustersInSight(mode.table.clusters if mode.table else (), mode.annotators)
        if self._lanes:
            view.layers.remove(self._lanes)
        self._lanes = CompareLanes(view, view.colours, letters, keys, in_sight)
        view.layers.append(self._lanes)
        self._margin.others = ClusterBadges(mode, self._take_cluster, in_sight, view)
        if view.measure.lanes != len(letters):
            view.set_lanes(len(letters))
        view.viewport().update()
        self._margin.update()

    def _take_cluster(self, cluster: Cluster) -> None:
        """Show the cluster whose badge was clicked; say so where all agree in it."""
        if cluster.agreed:
            self._session.say(_("All agree here"))
        else:
            self._mode.choose(cluster)
        if self._panel:
            take_keyboard(self._panel.list)

    def _take_lanes_off(self) -> None:
        if self._lanes:
            self._page.view.layers.remove(self._lanes)
            self._lanes = self._margin.others = None
            self._page.view.set_lanes(0)

    def _press(self, key: str) -> None:
        """Do what the key does that was clicked on the bar."""
        if key == caption("Tab"):
            self._step(1)
        elif key == caption("Esc"):
            self._escape()
        elif key == self._decide():
            self.deciding_asked.emit()
        else:
            self._type(key)

    def _step(self, step: int) -> None:
        self._await("")
        self._mode.step(step)

    def _escape(self) -> None:
        if self._awaited:
            self._await("")
        else:
            self._mode.leave()

    def _await(self, what: str) -> None:
        if what != self._awaited:
            self._awaited = what
            self._show_keys()

    def _type(self, key: str) -> None:
        awaited, key = self._awaited, key.lower()
        self._awaited = ""
        if awaited == MERGE and key in ("u", "i"):
            self._deciding.merge(union=key == "u")
        elif awaited == KIND and key.isdecimal() and int(key) <= len(self._mode.annotators):
            self._take_kind(int(key))
        elif not awaited:
            self._plain_key(key)
        if self._panel:
            self._show_keys()

    def _plain_key(self, key: str) -> None:
        match key:
            case "0":
                self._deciding.none()
            case "1" | "2" | "3" | "4" | "5":
                self._deciding.take_number(int(key))
            case "m" | "g" if self._mode.deciding and self._mode.current:
                self._awaited = MERGE if key == "m" else KIND
            case "e":
                self._edit()
            case "a" if self._mode.deciding and self._mode.agreed:
                if self._questions.may_take_agreed(self._mode.agreed):
                    self._deciding.take_agreed()
            case "r" if self._mode.deciding:
                self._ask_reason()
            case "w" if self._mode.names:
                self.who_asked.emit()
            case "h":
                self._mode.hide_names()

    def _ask_reason(self) -> None:
        """Ask why the differences that were decided last were decided so."""
        if self._panel and (decided := self._deciding.reasoned):
            self._panel.ask_reason(decided)
        else:
            self._session.say(_("A reason belongs to a decision: this is not decided yet"))

    def _take_kind(self, place: int) -> None:
        clusters = self._deciding.of_this_kind()
        who = self._mode.name(self._mode.annotators[place - 1]) if place else ""
        if clusters and self._questions.may_take_all(clusters, who):
            self._deciding.take_all(clusters, place)

    def _edit(self) -> None:
        """Take an own version, select it, and let the keys of the text act on it."""
        if id := self._deciding.begin_own():
            self._session.select(id, show=True)
            take_keyboard(self._page.view)
