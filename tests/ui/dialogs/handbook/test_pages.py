"""The pages of the handbook: the same in every language, and true of the table of actions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.storage.program.resources import resource
from annotator.ui.actions.keys import key_map
from annotator.ui.actions.table import ACTIONS
from annotator.ui.dialogs.handbook.pages import PLACE, filled, page_files, read_pages

HANDBOOK = resource("handbook")
LANGUAGES = sorted(path.name for path in HANDBOOK.iterdir())
ENGLISH = sorted((HANDBOOK / "en").glob("*.md"))
KEYS = key_map(ACTIONS, {})
LINK = re.compile(r"\]\(([^)]*)\)")


def places(path: Path) -> list[str]:
    return sorted(match[0] for match in PLACE.finditer(path.read_text("utf-8")))


pytestmark = pytest.mark.usefixtures("qapp")  # whose layout and language the names of keys go by


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_pages(language: str) -> None:
    assert [path.name for path in sorted((HANDBOOK / language).glob("*.md"))] == [path.name for path in ENGLISH]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ENGLISH, ids=lambda path: path.stem)
def test_a_translated_page_names_the_same_actions_and_pages(page: Path, language: str) -> None:
    translated = HANDBOOK / language / page.name
    assert places(translated) == places(page)
    assert LINK.findall(translated.read_text("utf-8")) == LINK.findall(page.read_text("utf-8"))


@pytest.mark.parametrize("path", sorted(HANDBOOK.rglob("*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_action_and_link_of_a_page_exists(path: Path) -> None:
    text = filled(path.read_text("utf-8"), ACTIONS, KEYS)
    assert "{" not in text
    assert text.startswith("# ")
    assert set(LINK.findall(text)) <= {page.name for page in ENGLISH}


@pytest.mark.parametrize("path", sorted(HANDBOOK.rglob("*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_page_names_the_key_of_an_action_by_itself(path: Path) -> None:
    text = PLACE.sub("", path.read_text("utf-8"))
    assert not re.search(r"\b(Ctrl|Strg|Alt|Shift|Umschalt)\+[A-Z0-9]\b", text)
    assert not re.search(r"\bF\d{1,2}\b", text)


@pytest.mark.parametrize("place", ["{key:removed_action}", "{menu:removed_action}"])
def test_an_action_that_does_not_exist_is_noticed(place: str) -> None:
    with pytest.raises(KeyError):
        filled(place, ACTIONS, KEYS)


def test_keys_and_menus_are_those_of_now() -> None:
    keys = key_map(ACTIONS, {"find": ("Ctrl+L",), "undo": ()})
    text = "{name:find} {menu:find} {key:find} {key:undo} {menu:status_done} {menu-of:status_done}"
    expected = "Find… *Edit ▸ Find…* `\u202fCtrl+L\u202f` no key *File ▸ Article status ▸ Done* File ▸ Article status"
    assert filled(text, ACTIONS, keys) == expected


def test_a_language_without_a_handbook_has_the_english_one() -> None:
    assert page_files("xx") == ENGLISH
    assert [page.title for page in read_pages("de", ACTIONS, KEYS)][:2] == [
        "Was Annotator ist",
        "Öffnen und importieren",
    ]


def test_the_pages_are_short() -> None:
    assert 8 <= len(ENGLISH) <= 30
    for path in HANDBOOK.rglob("*.md"):
        assert len(path.read_text("utf-8").split()) < 300, path
