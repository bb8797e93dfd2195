"""Settings page for the article's font, with a preview, and for selecting in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from annotator.session.preferences.settings import COLUMN_WIDTHS, FONT_SIZES, Settings
from annotator.translation.messages import N_, _
from annotator.ui.article_view.typography import typeface
from annotator.ui.dialogs.settings_dialog.preview import Preview
from annotator.ui.theme.look import Look
from annotator.ui.widgets.form import Form, choice, number

FONTS = {"serif": N_("Serif"), "system": N_("As the system"), "fixed": N_("Fixed width")}
BY_KIND = N_("Chosen by kind")
WIDEST_BOX = 220


class TextPage(QWidget):
    """Page for font, size and column width, and for what a drag selects."""

    def __init__(self, settings: Settings, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textPage")
        self.setAccessibleName(_("Text"))
        self._kind = choice({kind: _(name) for kind, name in FONTS.items()}, settings.article_font, self)
        self._family = families(settings.article_font_family, self)
        self._size = number(FONT_SIZES, settings.font_size, "px", self)
        # Translators: stands after the number of characters that fit on a line, as in “74 characters”.
        self._width = number(COLUMN_WIDTHS, settings.column_width, _("characters"), self)
        self._whole_words = QCheckBox(_("Select whole words when dragging"), self)
        self._whole_words.setChecked(settings.whole_words)
        self._preview = Preview(look, self)
        self._lay_out()
        for box in (self._kind, self._family):
            box.currentIndexChanged.connect(self._show)
        for field in (self._size, self._width):
            field.valueChanged.connect(self._show)
        self._show()

    def chosen(self, settings: Settings) -> Settings:
        """Return the settings with this page's choices."""
        return replace(
            settings,
            article_font=self._kind.currentData(),
            article_font_family=self._family.currentData(),
            font_size=self._size.value(),
            column_width=self._width.value(),
            whole_words=self._whole_words.isChecked(),
        )

    def _lay_out(self) -> None:
        names = ("fontKind", "fontFamily", "fontSize", "columnWidth")
        for control, name in zip((self._kind, self._family, self._size, self._width), names, strict=True):
            control.setObjectName(name)
        form = Form(self)
        form.add(_("Kind of font"), self._kind)
        form.add(_("Font"), self._family)
        form.add(_("Size at 100 %"), self._size)
        # Translators: the column of the article’s text: its width follows.
        form.add(_("Column"), self._width)
        self._whole_words.setObjectName("wholeWords")
        self._whole_words.setAccessibleName(self._whole_words.text())
        form.addWidget(self._whole_words, form.rowCount(), 1)
        form.add_hint(_("Alt while dragging does the other: characters, or words where this is off."))
        row = form.rowCount()
        form.addWidget(self._preview, row, 0, 1, 2)
        form.setRowStretch(row, 1)

    def _show(self) -> None:
        self._preview.show_text(typeface(self.chosen(Settings())), self._width.value())


def families(chosen: str, page: QWidget) -> QComboBox:
    """Return a combo box of the installed fonts, and of the chosen one even if it is not installed."""
    there = QFontDatabase.families()
    listed = [family for family in there if not QFontDatabase.isPrivateFamily(family)]
    missing = [] if not chosen or chosen in listed else [chosen]
    box = choice({"": _(BY_KIND), **{family: family for family in (*missing, *listed)}}, chosen, page)
    box.setMaximumWidth(WIDEST_BOX)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setMinimumSize(QSize(WIDEST_BOX, 0))
    return box
