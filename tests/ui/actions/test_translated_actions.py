"""Actions in another language: menus and their letters, keys, sheet of keys and palette."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.translation.messages import use
from annotator.ui.actions.command_field import CommandField
from annotator.ui.actions.keys import clash, key_map
from annotator.ui.actions.label_rows import label_rows
from annotator.ui.actions.menus import Menus
from annotator.ui.actions.mnemonics import mnemonics, with_mnemonic
from annotator.ui.actions.table import ACTIONS
from annotator.ui.dialogs.command_palette import ActionSource, CommandPalette
from annotator.ui.dialogs.key_sheet import KeyLine, KeySheet
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.key_names import caption, captions
from tests.support.dialogs import opened_menus

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

GERMAN = {
    "File": "Datei",
    "Annotate": "Auszeichnen",
    "Lock a label": "Marke feststellen",
    "Tag as {label}": "Als {label} auszeichnen",
    "Write a note": "Notiz schreiben",
    "Card": "Karte",
    "Theme": "Farben",
    "Dark": "Dunkel",
    "{menu}: {action}": "{menu}: {action}",
    "Undo": "Zurück",
    "Undo: {step}": "Zurück: {step}",
    "Keys": "Tasten",
    "by character": "zeichenweise",
    "move the end held, with {ctrl} by word": "Ende bewegen, mit {ctrl} wortweise",
    "note": "Notiz",
    "claim": "Vorwurf",
    "No article is open": "Kein Artikel ist offen",
    "Run a command or go to, {key}": "Befehl oder Ziel, {key}",
    "{key} alone acts only in the article; “{action}” needs {ctrl} or {alt} with it.": (
        "{key} allein wirkt nur im Artikel; „{action}“ braucht {ctrl} oder {alt} dazu."
    ),
}


class Words:
    """Translates by a function of the message."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def text(self, message: str, _context: str = "") -> str:
        return self._translate(message)

    def plural(self, one: str, many: str, count: int) -> str:
        return self._translate(one if count == 1 else many)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    own = QTranslator()
    assert own.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(own)
    use(Words(lambda message: GERMAN.get(message, message)))
    yield
    use()
    qapp.removeTranslator(own)


def in_script(first: str) -> Words:
    """Write every letter outside of places in another script, as the 26 characters from ``first`` on."""

    def letter(found: re.Match[str]) -> str:
        return found[1] or chr(ord(first) + ord(found[2].lower()) - ord("a"))

    return Words(lambda message: re.sub(r"(\{\w+\})|([A-Za-z])", letter, message))


@pytest.fixture(params=["а", "א", "ა", "一", "か"])
def in_another_script(request: pytest.FixtureRequest) -> Iterator[None]:
    use(in_script(request.param))
    yield
    use()


@pytest.fixture
def menus(small_window: SmallWindow) -> Menus:
    return Menus(small_window.window.menuBar(), small_window.actions, dict, lambda _folder: None)


def letter_of(text: str) -> str:
    return text.replace("&&", "").partition("&")[2][:1].casefold()


@pytest.mark.usefixtures("in_another_script")
def test_every_item_of_every_menu_has_a_letter_of_its_own(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    lists = [one.actions() for one in opened_menus(small_window.window.menuBar())]
    for items in (small_window.window.menuBar().actions(), *lists):
        letters = [letter_of(action.text()) for action in items if not action.isSeparator()]
        assert all(letters)
        assert len(set(letters)) == len(letters)


def test_a_letter_is_behind_a_text_whose_own_no_key_types() -> None:
    letters = mnemonics(["打开文件夹", "打开文章", "Über", "Schließen", "…"])
    assert letters == ["a", "b", "ü", "s", ""]
    assert with_mnemonic("打开文件夹", letters[0]) == "打开文件夹 (&A)"
    assert with_mnemonic("Schließen", letters[3]) == "&Schließen"


@pytest.mark.usefixtures("german")
def test_menus_are_translated_and_keep_their_names(small_window: SmallWindow, menus: Menus, qtbot: QtBot) -> None:
    small_window.open("A town.")
    bar = small_window.window.menuBar()
    opened_menus(bar)
    assert [action.text() for action in bar.actions()][:3] == ["&Datei", "&Edit", "&Auszeichnen"]
    assert small_window.actions.action("tag:claim").text() == "Als &claim auszeichnen"
    assert small_window.window.findChild(QMenu, "menuLockalabel").title() == "&Marke feststellen"
    file = small_window.window.findChild(QMenu, "menuFile")
    assert file.accessibleName() == "Datei"


@pytest.mark.usefixtures("german")
def test_a_step_of_undo_stands_in_its_place(small_window: SmallWindow) -> None:
    small_window.open("A town.")
    change = edits.annotate(small_window.session.document, Span(0, 1), "claim", id="b00000", now="")
    small_window.session.do(change, "Als {claim} ausgezeichnet")
    assert small_window.actions.action("undo").text() == "&Zurück: Als {claim} ausgezeichnet"


@pytest.mark.usefixtures("german")
def test_reasons_are_translated(small_window: SmallWindow) -> None:
    assert small_window.actions.reason("find") == "Kein Artikel ist offen"


@pytest.mark.usefixtures("german")
def test_keys_have_the_names_that_qt_gives_them() -> None:
    shown = captions(["Ctrl+Return", "Ctrl+Shift+Z", "Alt+Up", "PgDown", "Del", "Ctrl++"])
    assert shown == ["Strg+Enter", "Strg+Umschalt+Z", "Alt+↑", "Bild abwärts", "Entf", "Strg++"]
    table = [*ACTIONS, *label_rows(Scheme("s", "S", (Label("claim", "c", "#999999", "line"),)))]
    refusal = "K allein wirkt nur im Artikel; „Tasten“ braucht Strg oder Alt dazu."
    assert clash(table, key_map(table, {}), "keys", "K") == refusal


def test_keys_read_from_left_to_right_in_every_layout(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert caption("Ctrl+Left") == "\u200eCtrl+←\u200e"
        assert caption("") == ""
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.usefixtures("german")
def test_the_sheet_of_keys_leaves_labels_as_the_scheme_has_them(small_window: SmallWindow, light_look: Look) -> None:
    small_window.open("A town.")
    sheet = KeySheet(small_window.actions, light_look, small_window.window)
    lines = [line.accessibleName() for line in sheet.findChildren(KeyLine)]
    assert lines[0] == "claim: C, 1"
    assert "Notiz: N" in lines
    assert "Ende bewegen, mit Strg wortweise: ←, →" in lines


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("notiz", "Notiz schreiben"),
        ("write a note", "Notiz schreiben"),
        ("tag as claim", "Als claim auszeichnen"),
        ("dunkel", "Farben: Dunkel"),
        ("theme: dark", "Farben: Dunkel"),
    ],
)
def test_the_palette_finds_by_both_names(
    small_window: SmallWindow, light_look: Look, qtbot: QtBot, query: str, found: str
) -> None:
    small_window.open("A town.")
    source = ActionSource(small_window.actions, list)
    palette = CommandPalette(small_window.session, light_look, (source,), small_window.window)
    palette.open()
    qtbot.keyClicks(palette.findChild(QLineEdit), query)
    rows = palette.findChild(QListView).model()
    assert rows.data(rows.index(0, 0)) == found
    palette.close()


@pytest.mark.usefixtures("german")
def test_the_field_of_commands_names_its_key(small_window: SmallWindow, light_look: Look, qtbot: QtBot) -> None:
    field = CommandField(light_look, small_window.actions.action("palette").shortcut())
    qtbot.addWidget(field)
    assert field.accessibleName() == "Befehl oder Ziel, Strg+K"
