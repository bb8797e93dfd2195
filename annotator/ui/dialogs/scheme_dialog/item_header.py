"""Header of the form: which part is shown, how often it is used, and what can be done with the whole part."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, SCHEME, STATE
from annotator.session.scheme_editing.places import label_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor, kind_words
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.dialogs.scheme_dialog.row_words import name_words
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE = 46, 24
NAME_SIZE_STEP = 2
MERGE, SPLIT, REMOVE = N_("Merge into…"), N_("Split by…"), N_("Remove…")


class ItemHeader(QWidget):
    """Header. ``merge_asked``, ``split_asked``: the buttons of changes that go through saved files."""

    merge_asked = Signal()
    split_asked = Signal()

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self.setFixedHeight(HEIGHT)
        self._badge = Badge(self)
        self._name = ElidedLabel(parent=self)
        self._name.setFont(chrome_font(NAME_SIZE_STEP, STRONG))
        self._facts = muted_label(self)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._merge = self._button(_(MERGE), "mergeScheme", self.merge_asked)
        self._split = self._button(_(SPLIT), "splitScheme", self.split_asked)
        self._remove = self._button(_(REMOVE), "removeScheme", editor.remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(8)
        for widget in (self._badge, self._name):
            row.addWidget(widget)
        row.addWidget(self._facts, 1)
        for button in (self._merge, self._split, self._remove):
            row.addWidget(button)
        for signal in (editor.changed, editor.went, editor.counted, look.changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the facts on the part that is shown now."""
        scheme, place = self._editor.scheme, self._editor.place
        label = label_at(scheme, place) if place.kind == LABEL else None
        self._badge.show_label(self._look.theme.label(label, label.id) if label else None)
        name = _("The article itself") if place.kind == ARTICLE else name_words(scheme, place)
        self._name.show_line(plain_line(name))
        self._facts.show_forms(*self._fact_forms())
        new = self._editor.draft.is_new(place)
        self._merge.setVisible(not new and place.kind not in (ARTICLE, SCHEME, STATE))
        self._split.setVisible(not new and place.kind == LABEL)
        self._remove.setVisible(place.kind not in (ARTICLE, SCHEME, STATE))
        self._remove.setText(_("Remove") if new else _(REMOVE))
        palette = QPalette(self._remove.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, self._look.theme.error)
        self._remove.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._look.theme.border)

    def _fact_forms(self) -> tuple[str, ...]:
        place, uses = self._editor.place, self._editor.uses
        kind = kind_words(place.kind)
        count = uses.counts[place]
        if self._editor.draft.is_new(place):
            state = _("not yet written")
            return f"{kind} · {state}", kind
        if not count:
            return (kind,)
        if place.kind in (LABEL, RELATION):
            counted = _count_words(place.kind, count)
            articles, annotators = len(uses.articles[place]), len(uses.annotators[place])
            whole = _("{kind} · {items} in {articles}, {annotators}").format(
                kind=kind,
                items=counted,
                articles=ngettext("{count} article", "{count} articles", articles).format(count=number(articles)),
                annotators=ngettext("{count} annotator", "{count} annotators", annotators).format(
                    count=number(annotators)
                ),
            )
            return whole, f"{kind} · {counted}", kind
        values = ngettext("{count} value", "{count} values", count).format(count=number(count))
        return f"{kind} · {values}", kind

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button


class Badge(QWidget):
    """Badge of a label; hidden for other kinds of part."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours: LabelColours | None = None

    def show_label(self, colours: LabelColours | None) -> None:
        """Show the badge in these colours, or hide it."""
        self._colours = colours
        self.setVisible(colours is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LIST_BADGE, LIST_BADGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colours:
            rect = QRectF(0, (self.height() - LIST_BADGE) / 2, LIST_BADGE, LIST_BADGE)
            paint_badge(painter_on(self), rect, self._colours, self._colours.sign, selected=True)


def _count_words(kind: str, count: int) -> str:
    if kind == RELATION:
        return ngettext("{count} relation", "{count} relations", count).format(count=number(count))
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))
