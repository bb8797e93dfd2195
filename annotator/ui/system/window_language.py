"""The language of the window: messages, Qt's own words, the direction of the layout, numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from annotator.storage.program.resources import resource
from annotator.translation.catalogue import read_catalogue
from annotator.translation.forms import Forms
from annotator.translation.messages import use

ENGLISH = "en"


class FormsOfLanguage(Forms):
    """Write numbers as the language and the country of ``locale`` do."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale
        zero = locale.zeroDigit()
        self._digits = {ord("0") + value: chr(ord(zero) + value) for value in range(10)} if zero != "0" else {}

    def whole(self, value: int) -> str:
        """Return a whole number with its digits in groups."""
        return self._locale.toString(value)

    def decimal(self, value: float, places: int) -> str:
        """Return a number with so many decimals."""
        return self._locale.toString(value, "f", places)

    def digits(self, text: str) -> str:
        """Return the text with the digits of the language in place of 0 to 9."""
        return text.translate(self._digits)


def languages() -> Mapping[str, str]:
    """Return the languages that the window speaks: their names in themselves by their codes, English first."""
    codes = sorted(path.stem for path in resource("languages").glob("*.po"))
    return {code: QLocale(code).nativeLanguageName() or code for code in (ENGLISH, *codes)}


def language_in_use(choice: str) -> str:
    """Return the language of that setting: the one chosen, else the first of the system's that there is."""
    known = languages()
    wanted = (choice, *(name.partition("-")[0] for name in QLocale.system().uiLanguages()))
    return next((name for name in wanted if name in known), ENGLISH)


def speak(choice: str) -> None:
    """Show everything in the language of that setting: in the system's where it is empty. Raises OSError."""
    language = language_in_use(choice)
    locale = _locale_of(language)
    QLocale.setDefault(locale)
    catalogue = read_catalogue(resource(f"languages/{language}.po")) if language != ENGLISH else None
    use(catalogue, FormsOfLanguage(locale), language=language)
    QGuiApplication.setLayoutDirection(QLocale(language).textDirection())
    _translate_qt(language)


def _locale_of(language: str) -> QLocale:
    """Return the system's rules for numbers and dates where they are of this language, else the usual ones of it."""
    system = QLocale.system()
    if system.language() == QLocale(language).language():
        return system
    return (
        QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom) if language == ENGLISH else QLocale(language)
    )


def _translate_qt(language: str) -> None:
    """Translate what Qt itself shows: the buttons of its dialogs, the menus of its fields, the names of keys."""
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if application and language != ENGLISH and translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
