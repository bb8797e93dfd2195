"""Options for what is exported: folder or article, labels, annotators and statuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.interop.options import Options
from annotator.language.annotator_names import GOLD, annotator_name
from annotator.language.label_names import shown_name
from annotator.language.plain_line import plain_line
from annotator.model.document import STATUSES
from annotator.model.scheme import Scheme
from annotator.session.exporting.survey import Group
from annotator.session.opening.status_names import status_words
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.tick_chip import TickItem
from annotator.ui.widgets.buttons.tick_group import TickGroup
from annotator.ui.widgets.form import Form, choice

FOLDER, ARTICLE, NARROWEST = "folder", "article", 80
NO_GOLD = N_("Nobody has made final versions here.")
NOBODY, NO_LABEL, NO_STATUS = N_("No annotator is ticked."), N_("No label is ticked."), N_("No status is ticked.")


@dataclass(frozen=True, slots=True)
class Source:
    """The open folder, and the article that is open in it, if any."""

    folder: Path
    article: Path | None
    scheme: Scheme


class ContentOptions(QObject):
    """Form rows for the content.

    ``changed``: other labels, annotators or statuses are ticked. ``part_changed``: folder instead of article, or the
    other way round.
    """

    changed = Signal()
    part_changed = Signal()

    def __init__(self, source: Source, form: Form, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._source = source
        parts = {FOLDER: _("The whole folder “{name}”").format(name=shown(source.folder.name))}
        if source.article:
            parts[ARTICLE] = _("Only “{name}”").format(name=shown(source.article.name))
        self._part = choice(parts, FOLDER, page)
        self._part.setObjectName("exportPart")
        self._part.setMinimumWidth(NARROWEST)
        self._labels = TickGroup(look, _("Labels"), page)
        self._annotators = TickGroup(look, _("Annotators"), page)
        self._statuses = TickGroup(look, _("Status"), page)
        # Translators: what is exported follows, the folder or one article.
        form.add(_("Export"), self._part)
        self._rows = [
            (form.add_wide(group.accessibleName(), group), group)
            for group in (self._labels, self._annotators, self._statuses)
        ]
        for _name, group in self._rows:
            group.changed.connect(self.changed)
        self._part.currentIndexChanged.connect(lambda _index: self.part_changed.emit())

    @property
    def path(self) -> Path:
        """Path of the folder or of the article."""
        one = self._part.currentData() == ARTICLE and self._source.article
        return one or self._source.folder

    @property
    def is_one_article(self) -> bool:
        return self.path == self._source.article

    def options(self) -> Options:
        """Return the options chosen here; a group in which everything is ticked does not filter."""
        return Options(_chosen(self._labels), _chosen(self._annotators), _chosen(self._statuses))

    def refusal(self) -> str:
        """Return a sentence that says why nothing can be exported; empty where something can."""
        empty = {NO_LABEL: self._labels, NOBODY: self._annotators, NO_STATUS: self._statuses}
        return next((_(why) for why, group in empty.items() if not (group.ticked or group.is_empty)), "")

    def show_survey(self, groups: Sequence[Group]) -> None:
        """Show the labels, annotators and statuses found, each with its number."""
        self._labels.show_items([*self._label_items(groups)])
        self._annotators.show_items([*_annotator_items(groups)])
        self._statuses.show_items([*_status_items(groups)])
        for name, group in self._rows:
            name.setVisible(not group.is_empty)
            group.setVisible(not group.is_empty)

    def _label_items(self, groups: Sequence[Group]) -> Iterator[TickItem]:
        counts: Counter[str] = Counter()
        for group in groups:
            counts.update(group.labels)
        scheme = self._source.scheme
        for label in scheme.labels:
            if label.id in counts:
                yield TickItem(label.id, shown_name(label), label, count=counts.pop(label.id))
        for id in sorted(counts):
            yield TickItem(id, plain_line(id), count=counts[id])


def _chosen(group: TickGroup) -> frozenset[str]:
    return frozenset() if group.all_ticked else group.ticked


def _annotator_items(groups: Sequence[Group]) -> Iterator[TickItem]:
    counts: Counter[str] = Counter()
    for group in groups:
        counts[group.annotator] += group.documents
    gold = counts.pop(GOLD, 0)
    for name in sorted(counts) or [""]:
        yield TickItem(name, annotator_name(name), count=counts[name])
    yield TickItem(GOLD, annotator_name(GOLD), count=gold, reason="" if gold else _(NO_GOLD))


def _status_items(groups: Sequence[Group]) -> Iterator[TickItem]:
    counts: Counter[str] = Counter()
    for group in groups:
        counts[group.status] += group.documents
    others = sorted(counts.keys() - {*STATUSES})
    for status in (*(status for status in STATUSES if status in counts), *others):
        yield TickItem(status, status_words(status), status=status, count=counts[status])
