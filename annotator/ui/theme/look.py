"""Choice of the theme shown: the user's, or the system's."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QVersionNumber, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator.ui.theme.high_contrast import high_contrast_theme, is_readable, own_palette
from annotator.ui.theme.palette import palette_of
from annotator.ui.theme.tokens import Theme, load_theme, with_accent

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_REPORTS_CONTRAST = QVersionNumber(6, 10)


class Look(QObject):
    """Current theme, applied to the whole application.

    ``choice`` is ``system``, ``light``, ``dark`` or ``contrast``; where the system asks for high contrast, it has it
    whatever was chosen. ``changed`` is emitted when ``theme`` has become another one, or
    what was drawn from it is to be drawn again. Without ``styled`` Qt draws the widgets until ``set_style``.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        choice: str = "system",
        system_accent: bool = False,
        styled: bool = True,
    ) -> None:
        super().__init__(parent)
        self.choice, self._styled = choice, styled
        self.system_accent = system_accent
        self._hints = QGuiApplication.styleHints()
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)  # menus and tooltips come up at once
        self._hints.setColorScheme(_SCHEMES.get(choice, Qt.ColorScheme.Unknown))
        self.theme = self._current()
        self._apply()
        self._hints.colorSchemeChanged.connect(self.refresh)
        if QLibraryInfo.version() >= _REPORTS_CONTRAST:
            self._hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def set_choice(self, choice: str) -> None:
        """Show the theme ``choice``: ``system``, ``light``, ``dark`` or ``contrast``."""
        self.choice = choice
        self._hints.setColorScheme(_SCHEMES.get(choice, Qt.ColorScheme.Unknown))
        self.refresh()

    def set_system_accent(self, wanted: bool) -> None:
        """Use the system's accent colour, adjusted where it would be unreadable, or the theme's own."""
        self.system_accent = wanted
        self.refresh()

    def set_style(self) -> None:
        """Draw the widgets in the program's own style from now on."""
        self._styled = True
        self._apply()

    def draw_again(self) -> None:
        """Have everything drawn again with the same theme, as a window has moved to a screen of another scale."""
        self.changed.emit()

    def refresh(self) -> None:
        """Read the system's preferences again and apply the theme that follows from them."""
        before, self.theme = self.theme, self._current()
        self._apply()
        if self.theme != before:
            self.changed.emit()

    def _current(self) -> Theme:
        dark = _SCHEMES.get(self.choice, self._hints.colorScheme()) == Qt.ColorScheme.Dark
        wanted = self._system_wants_contrast()
        if wanted and is_readable(system := _system_palette()):
            return high_contrast_theme(system)
        if wanted or self.choice == "contrast":
            return high_contrast_theme(own_palette(dark=dark))
        theme = load_theme("dark" if dark else "light")
        return with_accent(theme, _system_palette().accent().color()) if self.system_accent else theme

    def _system_wants_contrast(self) -> bool:
        if QLibraryInfo.version() < _REPORTS_CONTRAST:
            return False
        return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _apply(self) -> None:
        if self._styled:
            _put_style(self.theme)
        QApplication.setPalette(palette_of(self.theme))


def _put_style(theme: Theme) -> None:
    from annotator.ui.theme.style import AnnotatorStyle  # here: nothing in the first picture is drawn by it

    style = QApplication.style()
    if isinstance(style, AnnotatorStyle):
        style.theme = theme
    else:
        QApplication.setStyle(AnnotatorStyle(theme))


def _system_palette() -> QPalette:
    """Return the system's own palette; the application's palette is reset on the way."""
    QApplication.setPalette(QPalette())
    return QApplication.palette()
