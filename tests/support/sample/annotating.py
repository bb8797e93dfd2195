"""Steps by keys that annotate an article as a sidecar says."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.language.plain_line import plain_line
from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.filling import turn_off_filling
from tests.support.program import ALT, CTRL, Key, Program
from tests.support.stories import KEYS

OWN = ("id", "created", "modified")


def annotate(program: Program, wanted: list[dict[str, Any]], relations: list[dict[str, Any]], qtbot: QtBot) -> None:
    """Make the annotations with their values and notes, then the relations among them."""
    turn_off_filling(program, qtbot)  # what this annotator says of a figure is typed whole
    for item in wanted:
        go_by_keys(program, item["start"])
        program.select_on(item["end"] - item["start"])
        program.type(KEYS[item["label"]])
        give_values(program, item.get("attributes", {}))
        write_note(program, item.get("note", ""))
    link_by_keys(program, wanted, relations)


def give_values(program: Program, values: dict[str, Any]) -> None:
    """Go from field to field with Tab; type, or choose by digit or by words."""
    left = dict(values)
    program.press(Key.Key_Return)
    while left:
        name = open_editor(program)
        value = left.pop(name, None)
        if value is None:
            program.press(Key.Key_Tab)
            continue
        choices = choices_of(program, name)
        if str(value) not in choices:
            program.type(", ".join(value) if isinstance(value, list) else str(value))
            program.press(Key.Key_Tab)
        elif choices.index(value) < 9:
            program.press(Key(Key.Key_1 + choices.index(value)))
            program.press(Key.Key_Tab)
        else:
            program.type(value.replace("-", " "))
            program.press(Key.Key_Return)
            program.press(Key.Key_Escape)
            program.press(Key.Key_Return)
    program.press(Key.Key_Escape)
    assert program.view.hasFocus()


def open_editor(program: Program) -> str:
    """The attribute whose editor is open in the details."""
    parts = program.part(DetailsPanel).findChildren(QWidget)
    names = [part.objectName() for part in parts if part.isVisible()]
    return next(name.removeprefix("editor-") for name in names if name.startswith("editor-"))


def choices_of(program: Program, name: str) -> tuple[str, ...]:
    chosen = program.session.selected_annotation
    label = program.session.scheme.label(chosen.label) if chosen else None
    return next(rule.choices for rule in label.attributes if rule.id == name) if label else ()


def write_note(program: Program, note: str) -> None:
    if note:
        program.press(Key.Key_N)
        program.type(note)
        program.press(Key.Key_Escape)


def link_by_keys(program: Program, items: list[dict[str, Any]], relations: list[dict[str, Any]]) -> None:
    """Walk through the annotations with Tab, and link each to what its relations lead to."""
    by_id = {item["id"]: item for item in items}
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Escape)
    for _item in items:
        program.press(Key.Key_Tab)
        chosen = program.session.selected_annotation
        assert chosen is not None
        here = (chosen.label, chosen.span.start, chosen.span.end)
        for relation in relations:
            source, target = by_id.get(relation["from"]), by_id.get(relation["to"])
            if source and target and place_of(source) == here:
                link_to(program, target, relation["type"])


def link_to(program: Program, target: dict[str, Any], type: str) -> None:
    """Type the first words of the target, choose it by its number, and the type where it is asked for."""
    before = set(program.document.relations)
    program.press(Key.Key_L)
    program.type(" ".join(words_to_type(target).split()[:4]))
    rows = program.part(RowsView, "candidates").model()
    listed = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    named = f", {target['label']}, {plain_line(target['text'])}, "
    number = next(line.partition(",")[0] for line in listed if named in line)  # the nearest of those with these words
    program.press(Key(Key.Key_0 + int(number)), ALT)
    chosen = program.session.selected_annotation
    if set(program.document.relations) == before and chosen:
        types = [rule.id for rule in program.session.scheme.relations_between(chosen.label, target["label"])]
        program.press(Key(Key.Key_1 + types.index(type)))
    assert len(program.document.relations) == len(before) + 1


def words_to_type(item: dict[str, Any]) -> str:
    """The words from the first that begins with a letter, else the label: a digit would choose at once."""
    found = re.search(r"(?<!\S)\D.*", plain_line(item["text"]))
    return found[0] if found else item["label"]


def place_of(item: dict[str, Any]) -> tuple[str, int, int]:
    return item["label"], item["start"], item["end"]


def described(saved: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Annotations and relations of a sidecar without ids and times; those relations whose ends are both there."""
    places = {item["id"]: place_of(item) for item in saved["annotations"]}
    own = ({key: value for key, value in item.items() if key not in OWN} for item in saved["annotations"])
    joined = (r for r in saved.get("relations", ()) if r["from"] in places and r["to"] in places)
    relations = [(r["type"], places[r["from"]], places[r["to"]]) for r in joined]
    return sorted(own, key=lambda item: (item["start"], item["end"], item["label"])), sorted(relations)


def go_by_keys(program: Program, position: int) -> None:
    """By words as far as that goes, then by letters."""
    if program.session.caret.position > position:
        program.press(Key.Key_Home, CTRL)
    for _ in range(position):
        if program.session.caret.position < position - 20:
            program.press(Key.Key_Right, CTRL)
    letters = position - program.session.caret.position
    program.press(Key.Key_Right if letters > 0 else Key.Key_Left, times=abs(letters))
