"""Page for importing annotations: the annotator's name, and the labels they become."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.interop.incoming.label_map import LabelMap
from annotator.language.label_names import shown_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.session.importing.annotation_scan import AnnotationScan
from annotator.storage.sidecars.sidecar_files import is_annotator_name
from annotator.translation.messages import N_, _, listed
from annotator.ui.actions.label_menu import badge_icon
from annotator.ui.dialogs.import_dialog.name_map import NameMap, Ours
from annotator.ui.theme.look import Look
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.options_area import OptionsArea
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.counted import counted_annotations, counted_documents, counted_relations
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

READING, NAME_WIDTH, SIDE, ABOVE = N_("Reading…"), 220, 20, 12
NAME_HINT = N_("Their documents stand beside yours: a model’s output, or a colleague’s work.")
NO_NAME = N_("Say whose annotations they are: the name becomes part of the sidecars’ names.")
NOT_A_NAME = N_("This cannot be part of a file name. Take letters, digits, hyphens and spaces between them.")
SEVERAL = N_("The file names the annotators {names}. Leave this empty to keep their names.")
REPLACE = N_("Replace what that annotator has of these articles already")
# Translators: the name of a label or of a relation.
MAKE = N_("Create “{name}”")
# Translators: the name of a label or of a relation.
KEEP = N_("Keep “{name}”, which the scheme lacks")


class AnnotationsPage(QWidget):
    """Form with the annotator's name and the mapping of labels and relations. ``changed``: the name has changed."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._several = False
        self._sentence = WrappingLabel(self)
        self._sentence.setObjectName("annotationFinds")
        self._name = QLineEdit(self)
        self._name.setObjectName("importAnnotator")
        self._name.setMinimumWidth(NAME_WIDTH)
        self._hint = WrappingLabel(self)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._replace = QCheckBox(_(REPLACE), self)
        self._replace.setObjectName("replaceTheirs")
        self._replace.setAccessibleName(_(REPLACE))
        self._labels, self._relations = NameMap(counted_annotations, self), NameMap(counted_relations, self)
        self._lay_out()
        self._name.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def annotator(self) -> str | None:
        """Name typed by the user; None where the names in the files are used."""
        return self._name.text().strip() or None

    @property
    def names(self) -> LabelMap:
        return LabelMap(self._labels.names, self._relations.names)

    @property
    def replace(self) -> bool:
        return self._replace.isChecked()

    def refusal(self) -> str:
        """Return a sentence that says why the name cannot be used; empty where it can."""
        name = self._name.text().strip()
        if name:
            return "" if is_annotator_name(name) else _(NOT_A_NAME)
        return "" if self._several else _(NO_NAME)

    def say(self, sentence: str) -> None:
        """Show a sentence on what was found, or why nothing was."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)

    def begin_typing(self) -> None:
        """Focus the name."""
        self._name.setFocus()

    def begin(self) -> None:
        """Show that the files are being read."""
        self.say(_(READING))
        self._labels.hide()
        self._relations.hide()

    def show_finds(self, finds: AnnotationScan, scheme: Scheme, own: bool) -> None:
        """Show what was found; ``own`` means that the folder has a scheme of its own, which is not extended."""
        names = sorted(name for name in finds.annotators if is_annotator_name(name))
        self._several = len(names) > 1 and len(names) == len(finds.annotators)
        if len(names) == 1 and not self._name.text():
            self._name.setText(names[0])
        several = _(SEVERAL).format(names=listed(map(plain_line, names)))
        self._hint.setText(several if self._several else _(NAME_HINT))
        made = _(KEEP) if own else _(MAKE)
        self._labels.show_names(finds.labels, [*self._our_labels(scheme)], made)
        relations = [Ours(rule.id, plain_line(rule.id)) for rule in scheme.relations]
        self._relations.show_names(finds.relations, _once(relations), made)
        self._relation_title.setVisible(bool(finds.relations))
        self.say(_found_words(finds))
        show_tip(self._sentence, "\n".join(map(str, finds.problems)))

    def _our_labels(self, scheme: Scheme) -> Iterator[Ours]:
        for label in scheme.labels:
            yield Ours(label.id, shown_name(label), badge_icon(label, self._look, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        page = QWidget(self)
        form = Form(page)
        form.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        form.addWidget(self._sentence, 0, 0, 1, 2)
        form.add(_("Annotator’s name"), self._name)
        form.addWidget(self._hint, form.rowCount(), 1)
        form.addWidget(self._replace, form.rowCount(), 1)
        self._relation_title = _title(_("Relations"), page)
        form.addWidget(_title(_("Labels"), page), form.rowCount(), 0, 1, 2)
        form.addWidget(self._labels, form.rowCount(), 0, 1, 2)
        form.addWidget(self._relation_title, form.rowCount(), 0, 1, 2)
        form.addWidget(self._relations, form.rowCount(), 0, 1, 2)
        form.setRowStretch(form.rowCount(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(OptionsArea(page, self))


def _title(text: str, page: QWidget) -> QLabel:
    title = name_label(text, page)
    title.setContentsMargins(0, ABOVE, 0, 0)
    return title


def _once(ours: list[Ours]) -> list[Ours]:
    """Return the entries without duplicates, since a relation type may be allowed between several pairs of labels."""
    return list({one.id: one for one in ours}.values())


def _found_words(finds: AnnotationScan) -> str:
    words = [counted_documents(finds.documents), counted_annotations(finds.labels.total())]
    if finds.relations:
        words.append(counted_relations(finds.relations.total()))
    # Translators: “counts” is a list, as in “3 documents, 40 annotations”.
    found = _("{counts} found.").format(counts=listed(words))
    return "\n".join([found, *map(str, finds.problems[:3])])
