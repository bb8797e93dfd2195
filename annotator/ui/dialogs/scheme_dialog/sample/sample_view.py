"""Sample of how a label's marks will look, drawn by the painter of the article view, in a theme of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.parts import LABEL
from annotator.session.scheme_editing.places import label_at
from annotator.session.scheme_editing.sample_text import sample
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.session.text_index import TextIndex
from annotator.translation.messages import _
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.palette import palette_of
from annotator.ui.theme.tokens import Theme, load_theme

SMALLEST, CHARACTERS = QSize(240, 150), 45


class SampleLook(QObject):
    """Theme of the sample: that of the window, or the other one of light and dark."""

    changed = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._chosen = look, ""
        self._other: Theme | None = None
        look.changed.connect(self.changed)

    @property
    def theme(self) -> Theme:
        return self._other or self._look.theme

    @property
    def coloured(self) -> Theme:
        """Theme whose colours are compared; in high contrast, which has no colours, the one that others see."""
        return load_theme(self.name) if self.theme.high_contrast else self.theme

    @property
    def name(self) -> str:
        """``light`` or ``dark``."""
        return self._chosen or ("dark" if self._look.theme.dark else "light")

    def choose(self, name: str) -> None:
        """Show the theme ``light`` or ``dark``; if that is the window's own, as the window, with its contrast."""
        own = "dark" if self._look.theme.dark else "light"
        self._chosen = "" if name == own else name
        self._other = load_theme(self._chosen) if self._chosen else None
        self.changed.emit()


class SampleView(ArticleText):
    """Text with annotations of the label shown and of others, the first one selected."""

    def __init__(self, editor: SchemeEditor, look: SampleLook, font: QFont, parent: QWidget) -> None:
        self._editor = editor
        self._framed: Annotation | None = None
        self._drawn: tuple[object, ...] = ()
        super().__init__(look, font, CHARACTERS)
        self.setParent(parent)
        self.setObjectName("schemeSample")
        self.setAccessibleName(_("How it will look"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._statements.selected = lambda: self._framed.id if self._framed else ""
        look.changed.connect(self._colour)
        editor.changed.connect(self.refresh)
        editor.went.connect(self.refresh)
        self._colour()
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def sizeHint(self) -> QSize:
        return SMALLEST

    def refresh(self) -> None:
        """Show the label that the part shown belongs to; the first label where it belongs to none."""
        scheme, place = self._editor.scheme, self._editor.place
        label = label_at(scheme, place) if place.root == LABEL else scheme.labels[0]
        label = label or scheme.labels[0]
        drawn = (label.id, label.guideline.yes, [(it.id, it.colour, it.mark, it.key) for it in scheme.labels])
        if drawn != self._drawn:
            self._drawn = drawn
            text, annotations = sample(scheme, label)
            self._framed = next((it for it in annotations if it.label == label.id), None)
            self.show_text(text, TextIndex(text, annotations))
            self._place_column()
            self._place_margins()

    def colours(self, label: str) -> LabelColours:
        scheme: Scheme = self._editor.scheme
        return self.look.theme.label(scheme.label(label), label)

    def framed(self) -> Annotation | None:
        return self._framed

    def _colour(self) -> None:
        palette = palette_of(self.look.theme)
        palette.setColor(QPalette.ColorRole.Window, self.look.theme.base)  # where the scroll bar would be
        self.setAutoFillBackground(True)
        for widget in (self, self.viewport(), self._statements, self._structure):
            widget.setPalette(palette)
