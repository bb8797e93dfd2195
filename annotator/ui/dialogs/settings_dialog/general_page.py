"""Settings page for the annotator's name, the language, the theme and the filling of figures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.language.plain_line import plain_line
from annotator.session.preferences.settings import Settings
from annotator.storage.sidecars.sidecar_files import is_annotator_name
from annotator.translation.messages import N_, _
from annotator.ui.system.window_language import languages
from annotator.ui.theme.look import Look
from annotator.ui.widgets.form import Form, choice

THEMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
NAME_WIDTH = 220
NAME_HINT = N_("It becomes part of the sidecars’ names: article.annotations.{name}.yaml")
EMPTY_HINT = N_("Empty while you work alone: article.annotations.yaml")
IN_USE = N_("{name} is in use now, as the program was started with that name; another one here takes its place.")
NOT_A_NAME = N_("This cannot be part of a file name. Take letters, digits, hyphens and spaces between them.")


class GeneralPage(QWidget):
    """Page. ``allowed``: whether the name typed is valid. ``in_use`` is the name under which the program works now."""

    allowed = Signal(bool)

    def __init__(self, settings: Settings, look: Look, parent: QWidget, in_use: str) -> None:
        super().__init__(parent)
        self._look = look
        self._in_use = in_use if in_use != settings.annotator else ""
        self.setObjectName("generalPage")
        self.setAccessibleName(_("General"))
        self._name = QLineEdit(settings.annotator, self)
        self._name.setObjectName("annotatorName")
        self._name.setMinimumWidth(NAME_WIDTH)
        self._language = choice({"": _("As the system"), **languages()}, settings.language, self)
        self._language.setObjectName("languageChoice")
        self._theme = choice({theme: _(name) for theme, name in THEMES.items()}, settings.theme, self)
        self._theme.setObjectName("themeChoice")
        self._accent = QCheckBox(_("Use the system’s accent"), self)
        self._accent.setObjectName("systemAccent")
        self._accent.setAccessibleName(self._accent.text())
        self._accent.setChecked(settings.system_accent)
        self._figures = QCheckBox(_("Fill figures by rule"), self)
        self._figures.setObjectName("fillFigures")
        self._figures.setAccessibleName(self._figures.text())
        self._figures.setChecked(settings.fill_figures)
        self._unread = QCheckBox(_("Ask before an article with unread sentences is done"), self)
        self._unread.setObjectName("askUnread")
        self._unread.setAccessibleName(self._unread.text())
        self._unread.setChecked(settings.ask_unread)
        self._lay_out()
        self._name.textChanged.connect(self._check)
        self._check()

    def chosen(self, settings: Settings) -> Settings:
        """Return the settings with this page's choices."""
        return replace(
            settings,
            annotator=self._name.text().strip(),
            language=self._language.currentData(),
            theme=self._theme.currentData(),
            system_accent=self._accent.isChecked(),
            fill_figures=self._figures.isChecked(),
            ask_unread=self._unread.isChecked(),
        )

    def _lay_out(self) -> None:
        form = Form(self)
        form.add(_("Annotator’s name"), self._name)
        self._hint = form.add_hint(_(EMPTY_HINT))
        self._hint.setObjectName("nameHint")
        if self._in_use:
            form.add_hint(_(IN_USE).format(name=annotator_name(self._in_use))).setObjectName("nameInUse")
        form.add(_("Language"), self._language)
        form.add_hint(_("Another language is used from the next start on."))
        form.add(_("Theme"), self._theme)
        form.addWidget(self._accent, form.rowCount(), 1)
        form.addWidget(self._figures, form.rowCount(), 1)
        form.add_hint(_("A figure that is tagged gets the value that its words say, to be confirmed by you."))
        form.addWidget(self._unread, form.rowCount(), 1)
        form.setRowStretch(form.rowCount(), 1)

    def _check(self) -> None:
        name = self._name.text().strip()
        good = not name or is_annotator_name(name)
        sentence = _(NAME_HINT).format(name=plain_line(name)) if name else _(EMPTY_HINT)
        self._hint.setText(sentence if good else _(NOT_A_NAME))
        palette = QPalette(self._hint.palette())
        colour = self._look.theme.muted if good else self._look.theme.error
        palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
        self._hint.setPalette(palette)
        self.allowed.emit(good)
