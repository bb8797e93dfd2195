"""The catalogues hold the messages of the code, and their translations can be shown."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.catalogues.collecting import KEYWORDS, as_text, bring_up_to_date, catalogue_files, catalogue_of, collected
from tests.catalogues.judging import english, faults, messages, open_messages
from tests.support.code.syntax_trees import syntax_trees

ADVICE = "run “python -m tests.catalogues”, then translate what is open"
COMPLETE = ("de",)


@pytest.mark.parametrize("path", catalogue_files(), ids=lambda path: path.stem)
def test_a_catalogue_has_the_messages_of_the_code(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    bring_up_to_date(copy)
    assert copy.read_text("utf-8") == path.read_text("utf-8"), ADVICE


@pytest.mark.parametrize("path", catalogue_files(), ids=lambda path: path.stem)
def test_every_translation_has_the_places_of_its_message(path: Path) -> None:
    assert not faults(catalogue_of(path))


@pytest.mark.parametrize("path", [path for path in catalogue_files() if path.stem in COMPLETE], ids=lambda p: p.stem)
def test_the_language_is_complete(path: Path) -> None:
    assert not open_messages(catalogue_of(path)), ADVICE


def test_what_would_break_a_sentence_is_a_fault() -> None:
    catalog = Catalog(locale="de")
    catalog.add("{count} of {total} done", "{anzahl} von {total} fertig")
    catalog.add("Line {line}: ", "Zeile {line}:")
    catalog.add(("{count} file", "{count} files"), ("Eine Datei", "{count} Dateien"))
    assert len(faults(catalog)) == 3


def test_what_is_not_translated_is_open() -> None:
    catalog = Catalog(locale="de")
    catalog.add("Open", "Öffnen")
    catalog.add("Close")
    catalog.add(("{count} file", "{count} files"), ("{count} Datei", ""))
    assert open_messages(catalog) == ["Close", "{count} file"]


def test_a_catalogue_is_written_by_the_alphabet_without_lines_and_dates() -> None:
    catalog = Catalog(locale="de")
    catalog.add("Open", "Öffnen", locations=[("here.py", 3)])
    catalog.add("Close", "Schließen")
    assert as_text(catalog).splitlines()[6:] == [
        'msgid "Close"',
        'msgstr "Schließen"',
        "",
        'msgid "Open"',
        'msgstr "Öffnen"',
    ]


def test_every_message_of_the_code_is_collected() -> None:
    """Babel passes over what stands inside another call; the syntax tree does not."""
    known = {text for message in messages(collected()) for text in english(message)}
    written = {
        node.args[0 if node.func.id != "pgettext" else 1].value
        for tree in syntax_trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in KEYWORDS and isinstance(node.args[node.func.id == "pgettext"], ast.Constant)
    }
    assert written - known == set()
