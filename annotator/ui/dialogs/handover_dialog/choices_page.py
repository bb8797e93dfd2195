"""Form of the choices: what is handed over, in which form, with which labels and states, and what beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from annotator.facts.desk.words import STATE_WORDS, state_words
from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.forms import FORMS, Form
from annotator.language.label_names import shown_name
from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.handover_dialog.remembering import HTML, Remembered
from annotator.ui.dialogs.handover_dialog.source import ARTICLE, FOLDER, Source
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.tick_chip import TickItem
from annotator.ui.widgets.buttons.tick_group import TickGroup
from annotator.ui.widgets.form import Form as FormLayout
from annotator.ui.widgets.form import choice

NARROWEST, BETWEEN = 80, 18
FILES: Mapping[EvidenceFiles, str] = {
    EvidenceFiles.NONE: N_("Not beside it"),
    EvidenceFiles.FOLDER: N_("In a folder beside it"),
    EvidenceFiles.ZIP: N_("As a zip file beside it"),
}
NEVER = N_("Confidential evidence never goes out: it is only counted.")
NO_LABEL, NO_STATE = N_("No label is ticked."), N_("No state is ticked.")


class ChoicesPage(QWidget):
    """Page of choices. ``changed``: any of them; ``part_changed``: the folder instead of the article, or back."""

    changed = Signal()
    part_changed = Signal()

    def __init__(self, source: Source, remembered: Remembered, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._remembered = source, remembered
        self._part = _box(_parts(source), ARTICLE if source.article else FOLDER, "handOverPart", self)
        forms = {name: _(form.title) for name, form in FORMS.items()}
        self._form = _box(forms, remembered.form, "handOverForm", self)
        files = {one.value: _(words) for one, words in FILES.items()}
        self._files = _box(files, remembered.evidence_files.value, "evidenceFiles", self)
        self._labels, self._states = TickGroup(look, _("Labels"), self), TickGroup(look, _("States"), self)
        self._queries = _check(_("Queries to the author"), "withQueries", self, on=remembered.queries)
        self._notes = _check(_("One’s own notes"), "withNotes", self, on=remembered.notes)
        self._charts = _check(_("Charts"), "withCharts", self, on=remembered.charts)
        self._lay_out()
        self._connect()
        self._allow_charts()

    @property
    def with_charts(self) -> bool:
        """True if charts are wanted, which only the page of one article can have."""
        return self._charts.isEnabled() and self._charts.isChecked()

    @property
    def form(self) -> Form:
        return FORMS[self._form.currentData()]

    @property
    def path(self) -> Path:
        """Path of the article or the folder that is handed over."""
        one = self._part.currentData() == ARTICLE and self._source.article
        return one or self._source.folder

    @property
    def is_folder(self) -> bool:
        return self.path == self._source.folder

    def choices(self) -> Choices:
        """Return what is chosen; a group in which everything is ticked does not filter."""
        return Choices(
            _chosen(self._labels),
            _chosen(self._states),
            self._queries.isChecked(),
            self._notes.isChecked(),
            EvidenceFiles(self._files.currentData()),
        )

    def refusal(self) -> str:
        """Return a sentence that says why nothing can be handed over; empty where something can."""
        groups = {NO_LABEL: self._labels, NO_STATE: self._states}
        return next((_(why) for why, group in groups.items() if not (group.ticked or group.is_empty)), "")

    def remembered(self) -> Remembered:
        """Return the choices to offer the next time."""
        now, before = self.choices(), self._remembered
        return Remembered(
            self.form.name,
            _left_out(self._labels, before.labels),
            _left_out(self._states, before.states),
            now.queries,
            now.notes,
            now.evidence_files,
            self._charts.isChecked(),
        )

    def show_found(self, labels: Counter[str], states: Counter[str]) -> None:
        """Show the labels and states that were found, each with its number."""
        _fill(self._labels, [*self._label_items(labels)], self._remembered.labels)
        _fill(self._states, [*_state_items(states)], self._remembered.states)
        for name, group in self._groups:
            name.setVisible(not group.is_empty)
            group.setVisible(not group.is_empty)

    def _label_items(self, counts: Counter[str]) -> Iterator[TickItem]:
        known = [label for label in self._source.scheme.labels if label.id in counts]
        for label in known:
            yield TickItem(label.id, shown_name(label), label, count=counts[label.id])
        for id in sorted(counts.keys() - {label.id for label in known}):
            yield TickItem(id, plain_line(id), count=counts[id])

    def _lay_out(self) -> None:
        layout = FormLayout(self)
        layout.add(_("Hand over"), self._part)
        layout.add(_("Form"), self._form)
        self._groups = [
            (layout.add_wide(group.accessibleName(), group), group) for group in (self._labels, self._states)
        ]
        more = QHBoxLayout()
        more.setSpacing(BETWEEN)
        more.addWidget(self._queries)
        more.addWidget(self._notes)
        more.addWidget(self._charts)
        more.addStretch(1)
        layout.add_row(_("Also"), more, self._queries)
        layout.add(_("Files of evidence"), self._files)
        layout.add_hint(_(NEVER))
        layout.setRowStretch(layout.rowCount(), 1)

    def _connect(self) -> None:
        for box in (self._form, self._files):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for check in (self._queries, self._notes, self._charts):
            check.toggled.connect(lambda _on: self.changed.emit())
        for group in (self._labels, self._states):
            group.changed.connect(self.changed)
        self._part.currentIndexChanged.connect(lambda _index: self.part_changed.emit())
        for box in (self._form, self._part):
            box.currentIndexChanged.connect(lambda _index: self._allow_charts())

    def _allow_charts(self) -> None:
        self._charts.setEnabled(self.form.name == HTML and not self.is_folder)


def _parts(source: Source) -> dict[str, str]:
    whole = {FOLDER: _("The whole folder “{name}”").format(name=shown(source.folder.name))}
    if source.article is None:
        return whole
    return {ARTICLE: _("Only “{name}”").format(name=shown(source.article.name)), **whole}


def _state_items(counts: Counter[str]) -> Iterator[TickItem]:
    others = sorted(counts.keys() - STATE_WORDS.keys())
    for state in (*(state for state in STATE_WORDS if state in counts), *others):
        yield TickItem(state, state_words(state), count=counts[state])


def _fill(group: TickGroup, items: list[TickItem], left_out: frozenset[str]) -> None:
    """Show the items; those that were left out the last time are not ticked when they first come."""
    known = group.ids
    group.show_items(items)
    group.untick(left_out - known)


def _chosen(group: TickGroup) -> frozenset[str]:
    return frozenset() if group.all_ticked else group.ticked


def _left_out(group: TickGroup, before: frozenset[str]) -> frozenset[str]:
    """Return what is not ticked, and what was left out before and does not occur here."""
    return (group.ids - group.ticked) | (before - group.ids)


def _box(choices: dict[str, str], chosen: str, name: str, page: QWidget) -> QComboBox:
    box = choice(choices, chosen, page)
    box.setObjectName(name)
    box.setMinimumWidth(NARROWEST)
    return box


def _check(text: str, name: str, page: QWidget, *, on: bool) -> QCheckBox:
    box = QCheckBox(text, page)
    box.setObjectName(name)
    box.setChecked(on)
    return box
