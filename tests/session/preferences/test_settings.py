"""Settings: what they may be, and what a file may say."""

from __future__ import annotations

import json
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.session.preferences.settings import MOST_CARETS, MOST_FOLDERS, Settings
from annotator.session.preferences.settings_decoding import decoded
from annotator.storage.sidecars.sidecar_files import is_annotator_name

texts = st.text(max_size=8)
paths = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.just("\udc80"), max_size=8)
coded = st.binary(max_size=8).map(lambda data: b64encode(data).decode())
all_settings = st.builds(
    Settings,
    annotator=texts.filter(lambda name: not name or is_annotator_name(name)),
    article_font=st.sampled_from(["serif", "system", "fixed"]),
    article_font_family=texts,
    font_size=st.integers(10, 40),
    column_width=st.integers(45, 80),
    zoom=st.integers(7, 30).map(lambda tens: tens * 10),
    theme=st.sampled_from(["system", "light", "dark"]),
    system_accent=st.booleans(),
    annotations_order=st.sampled_from(["text", "label", "verdict", "source", "part"]),
    annotation_columns=st.lists(st.sampled_from(["value", "verdict", "linked", "note", "created"]), unique=True).map(
        tuple
    ),
    column_widths=st.dictionaries(texts, st.integers(0, 9999), max_size=3),
    kept_filters=st.dictionaries(texts, texts, max_size=3),
    keys=st.dictionaries(texts, st.lists(texts, max_size=2).map(tuple), max_size=3),
    last_folder=paths,
    last_article=paths,
    recent_folders=st.lists(paths, max_size=3).map(tuple),
    recent_actions=st.lists(texts, max_size=3).map(tuple),
    carets=st.dictionaries(texts, st.integers(0, 2**31 - 1), max_size=3),
    geometry=coded,
    layout=coded,
    mirrored_layout=coded,
)


@given(all_settings)
def test_round_trip(settings: Settings) -> None:
    assert decoded(json.loads(json.dumps(settings.different()))) == (settings, [])


def test_only_what_differs_is_told() -> None:
    assert Settings().different() == {}
    assert Settings(zoom=120, keys={"undo": ("F2",)}).different() == {"zoom": 120, "keys": {"undo": ("F2",)}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("annotator", 3),
        ("article_font", "comic"),
        ("font_size", 9),
        ("font_size", "17"),
        ("font_size", True),
        ("column_width", 81),
        ("zoom", 75),
        ("zoom", 100.0),
        ("theme", None),
        ("theme", []),
        ("system_accent", 1),
        ("keys", {"undo": "Ctrl+Z"}),
        ("keys", [["undo", "Ctrl+Z"]]),
        ("annotation_columns", ["value", "size"]),
        ("column_widths", {"value": -1}),
        ("kept_filters", {"mine": 3}),
        ("recent_folders", "folder"),
        ("recent_folders", [1]),
        ("carets", {"town.txt": -1}),
        ("carets", {"town.txt": True}),
        ("carets", []),
        ("carets", {"town.txt": 2**31}),
        ("text_margins", {"left": 2**31}),
        ("window_sizes", {"figures": [2**31, 600]}),
        ("last_folder", "a\0b"),
        ("recent_folders", ["\ud800"]),
        ("handover_folder", "\udfff"),
        ("layout", "\udc80"),
    ],
)
def test_wrong_value_is_named_and_the_rest_kept(name: str, value: object) -> None:
    settings, wrong = decoded({name: value, "geometry": "AAAA"})
    assert (settings, wrong) == (Settings(geometry="AAAA"), [name])


def test_wrong_values_are_refused() -> None:
    with pytest.raises(ValueError, match="zoom cannot be 75"):
        Settings(zoom=75)


def test_unknown_names_are_passed_over() -> None:
    assert decoded({"colour": "red"}) == (Settings(), [])


def test_oldest_carets_are_forgotten() -> None:
    settings = Settings(carets={f"{number}.txt": number for number in range(MOST_CARETS)})
    carets = settings.carets_with("new.txt", 7)
    assert len(carets) == MOST_CARETS
    assert list(carets)[-1] == "new.txt"
    assert "0.txt" not in carets


def test_caret_that_is_set_again_is_the_latest() -> None:
    assert list(Settings(carets={"a": 1, "b": 2}).carets_with("a", 3).items()) == [("b", 2), ("a", 3)]


def test_recent_folders() -> None:
    settings = Settings(recent_folders=tuple(str(number) for number in range(MOST_FOLDERS)))
    folders = settings.recent_folders_with("5")
    assert folders[:3] == ("5", "0", "1")
    assert len(folders) == MOST_FOLDERS
    assert len(settings.recent_folders_with("new")) == MOST_FOLDERS


def test_recent_actions() -> None:
    assert Settings(recent_actions=("undo", "find")).recent_actions_with("find") == ("find", "undo")
