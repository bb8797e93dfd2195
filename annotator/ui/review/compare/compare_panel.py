"""Panel of the comparison, in place of the panels that tell of annotations: list of differences, and versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line, shortened
from annotator.language.quoted_words import without_marks
from annotator.model.kinds.decisions import NONE, OWN
from annotator.review.agreement.wording import number_words
from annotator.review.comparing import Cluster
from annotator.session.review.compare_mode import COMPARING
from annotator.session.review.compared_agreement import ComparedAgreement
from annotator.session.review.decided_so_far import decided_so_far
from annotator.session.review.version_words import version_words
from annotator.session.session import Session
from annotator.translation.messages import _, listed, ngettext, number
from annotator.ui.review.compare.agreement_table import AgreementTable, TableRow
from annotator.ui.review.compare.current_head import CurrentHead
from annotator.ui.review.compare.difference_list import DifferenceList
from annotator.ui.review.compare.difference_rows import ROW_HEIGHT, DifferenceDelegate, DifferenceRows
from annotator.ui.review.compare.kind_words import CHANGED, kind_words
from annotator.ui.review.compare.so_far import SoFar
from annotator.ui.review.compare.versions_pane import VersionsPane
from annotator.ui.review.guideline_note import GuidelineNote
from annotator.ui.review.outcomes import reason_words
from annotator.ui.review.progress_line import ProgressLine
from annotator.ui.review.reasons import Reasons
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING, PanelHeader, muted_label
from annotator.ui.widgets.scrolled import ScrolledPage

LONGEST, FEWEST = 60, 4


class ComparePanel(QWidget):
    """Differences by kind at the top, what each annotator has of the current one below, its ``words`` in that font."""

    def __init__(
        self, agreement: ComparedAgreement, session: Session, look: Look, words: QFont, parent: QWidget
    ) -> None:
        super().__init__(parent)
        mode = agreement.mode
        self._mode, self._session = mode, session
        self._seen: object = None
        self.setObjectName("comparePanel")
        self.setAccessibleName(_("Differences"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.header = PanelHeader(_("Differences"), count_at_right=True, parent=self)
        self._rows = DifferenceRows(mode, session, self)
        self.list = self._made_list(look)
        self._current = CurrentHead(look, self)
        self._about = muted_label(self)
        self.reasons, self.versions = Reasons(look, self), VersionsPane(look, words, self)
        self._guideline, self.agreement = GuidelineNote(self), AgreementTable(look, self)
        self._line, self._so_far = ProgressLine(look, self), SoFar(look, self)
        self.setFocusProxy(self.list)
        self._lay_out()
        self.list.clicked.connect(self._choose)
        for part in (self.reasons, self.agreement):
            part.left.connect(lambda: take_keyboard(self.list))
        self._agreement = agreement
        self.agreement.asked.connect(lambda label, overlaps: agreement.go_to(label, overlaps=overlaps))
        agreement.changed.connect(self._show_agreement)
        self._show_agreement()

    def _made_list(self, look: Look) -> DifferenceList:
        made = DifferenceList(self)
        made.setAccessibleName(_("Differences between the annotators"))
        made.setModel(self._rows)
        made.setItemDelegate(DifferenceDelegate(self._rows, self._mode, self._session, look, made))
        made.say_when_empty(_("The annotators agree in everything"))
        return made

    @property
    def panes(self) -> list[QWidget]:
        """Parts that F6 stops at."""
        return [part for part in (self.list, self.agreement) if not part.isHidden()]

    def refill(self) -> None:
        """Show the differences of the mode, as others are compared; the current one stays where it is seen."""
        rows, place = self._rows, self.list.visualRect(self.list.currentIndex()).top()
        was_shown = self.list.current_row() >= 0
        rows.refill()
        self.list.setMaximumHeight(max(len(rows.rows), FEWEST) * ROW_HEIGHT + 2)  # the rest is for the versions
        if was_shown and (row := rows.row_of(self._mode.current)) >= 0:
            self.list.selectRow(row)
            bar = self.list.verticalScrollBar()
            bar.setValue(bar.value() + self.list.visualRect(rows.index(row, 0)).top() - place)

    def refresh(self) -> None:
        """Show the current difference, and what is decided."""
        mode = self._mode
        total = len(mode.differences)
        counts = self._counts(total)
        self.header.set_count(*counts)
        self._line.setVisible(mode.deciding)
        self._line.show_share(mode.decided, total, counts[-1])
        row = self._rows.row_of(mode.current)
        if row >= 0 and row != self.list.current_row():
            self.list.selectRow(row)
            self.list.scrollTo(self._rows.index(row, 0))
        if self._seen is not mode.decisions:
            self._seen = mode.decisions
            self.list.viewport().update()
            self._so_far.show_rows(decided_so_far(mode) if mode.decided else ())
        self._show_current(total)

    def ask_reason(self, decided: Sequence[Cluster]) -> None:
        """Ask for the reason of the decisions over these differences."""
        text, count = self._session.document.article.text, len(decided)
        words = shortened(without_marks(plain_line(decided[0].span.of(text))), LONGEST)
        several = ngettext("Why {count} difference was decided so", "Why {count} differences were decided so", count)
        one = _("Why “{words}” was decided so")
        self.reasons.ask((one if count == 1 else several).format(words=words, count=number(count)))

    def _show_current(self, total: int) -> None:
        mode, cluster = self._mode, self._mode.current
        for part in (self._current, self._about):
            part.setVisible(cluster is not None)
        self.versions.show_versions(version_words(mode, self._session))
        labels = [one.label for one in cluster.versions.values()] if cluster else []
        self._guideline.show_labels(self._session.scheme, labels)
        if cluster is None:
            return
        title = _("Difference {number} of {total}")
        told = title.format(number=number(mode.number), total=number(total) if mode.whole else "…")
        self._current.show_words(told, kind_words(cluster))
        words = self._decision_words(cluster)
        if words != self._about.text():  # a text lays out the whole window again
            self._about.show_line(words)

    def _counts(self, total: int) -> tuple[str, ...]:
        mode = self._mode
        if not mode.whole:
            return (_(COMPARING),)
        if not mode.deciding:
            return (number(total),)
        short = _("{decided} of {total} decided").format(decided=number(mode.decided), total=number(total))
        agreed = len(mode.agreed)
        words = ngettext("{count} agreed to be taken", "{count} agreed to be taken", agreed).format(
            count=number(agreed)
        )
        return (f"{short} · {words}", short) if agreed else (short,)

    def _decision_words(self, cluster: Cluster) -> str:
        """Return what was decided, or what has changed since."""
        decision = self._mode.decision(cluster)
        if decision is None:
            return _("Not decided yet") if self._mode.deciding else ""
        changed = self._mode.reopened.get(decision.id)
        if changed is not None:
            words = (_(CHANGED[what]).format(name=self._mode.name(name)) for name, what in changed.items())
            return listed(words) or _("What was decided is no longer in the final version")
        took = {NONE: _("None is right"), OWN: _("An own version")}.get(decision.took)
        told = took or _("Followed {name}").format(name=self._mode.name(decision.followed))
        return " · ".join(filter(None, (told, reason_words(decision.why), decision.by and annotator_name(decision.by))))

    def _lay_out(self) -> None:
        about = QVBoxLayout()
        about.setContentsMargins(margins(PADDING, 0, PADDING, 8))
        about.addWidget(self._about)
        about.addWidget(self.reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._line)
        column.addWidget(self.list, 3)
        column.addWidget(self._current)
        column.addLayout(about)
        page = ScrolledPage(self._page(), self)
        self.agreement.came.connect(lambda: page.show_soon(self.agreement))
        column.addWidget(page, 4)

    def _page(self) -> QWidget:
        """Return the page with the versions and what was decided so far."""
        page = QWidget(self)
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.versions)
        note = QVBoxLayout()
        note.setContentsMargins(margins(PADDING, 8, PADDING, 8))
        note.addWidget(self._guideline)
        below.addLayout(note)
        below.addWidget(self._so_far)
        below.addWidget(self.agreement)
        below.addStretch(1)
        return page

    def _show_agreement(self) -> None:
        """Show what has been counted, each label by its name."""
        scheme = self._session.scheme
        self.agreement.show_rows(
            [
                TableRow(
                    row.label,
                    label_name(scheme, row.label) if row.label else _("All labels"),
                    *(number_words(one) if isinstance(one, float) else "–" for one in (row.exact, row.overlap)),
                )
                for row in self._agreement.rows
            ]
        )

    def _choose(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if isinstance(row, Cluster):
            self._mode.choose(row)
