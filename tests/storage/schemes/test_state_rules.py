"""States of check in a scheme: which are used, in their order, with keys and colours; read, refused and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.model.annotation import CHECK_STATES
from annotator.model.items import altered
from annotator.model.scheme import Scheme, StateRule
from annotator.storage.files.file_error import SchemeError
from annotator.storage.schemes.scheme_lookup import built_in_scheme, read_scheme, unused_keys
from annotator.storage.schemes.scheme_writing import written_scheme

START = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  key: c
  attributes:
    verdict: {choices: [good, bad], keys: {good: v 1, bad: v 2}}
"""
STATES = """\
states:
# first of all
- id: asked
  keys: X 1
- {id: confirmed, colour: "#009E73"}  # green
"""


def scheme_in(folder: Path, states: str) -> Path:
    path = folder / "scheme.yaml"
    path.write_text(START + states, "utf-8")
    return path


def states_in(folder: Path, states: str) -> tuple[StateRule, ...]:
    return read_scheme(scheme_in(folder, states)).states


def test_what_a_scheme_says(tmp_path: Path) -> None:
    assert states_in(tmp_path, STATES) == (StateRule("asked", "x 1"), StateRule("confirmed", colour="#009E73"))
    assert states_in(tmp_path, "") == ()


def test_without_them_all_seven_are_used_and_have_no_keys() -> None:
    found = Scheme("own", "Own", ()).states_in_use
    assert tuple(state.id for state in found) == CHECK_STATES
    assert not any(state.keys or state.colour for state in found)


def test_the_built_in_scheme_uses_all_with_keys_of_their_own() -> None:
    states = built_in_scheme().states
    assert tuple(state.id for state in states) == CHECK_STATES
    assert len({state.keys for state in states}) == len(CHECK_STATES)


@pytest.mark.parametrize(
    ("states", "line", "sentence"),
    [
        ("states: asked", 9, "“states:” must be a list."),
        ("states: [asked]", 9, "Each item of “states:” must be a mapping that begins with “- id:”."),
        ("states:\n- keys: x 1", 10, "“id:” is missing or empty."),
        ("states:\n- id: done", 10, "There is no state “done”; the states are to-check, asked, confirmed"),
        ("states:\n- id: asked\n- id: asked", 11, "The state “asked” stands there twice."),
        ("states:\n- id: asked\n  glyph: a", 11, "The key “glyph” is not known here; known are colour, id, keys."),
        ("states:\n- id: asked\n  keys: x", 11, "The keys of a choice are two letters, digits or signs"),
        ("states:\n- id: asked\n  keys: v 1", 11, "The keys “v 1” set “verdict” already"),
        ("states:\n- {id: asked, keys: x 1}\n- {id: query, keys: X 1}", 11, "The keys “x 1” set “asked” already"),
        ("states:\n- id: asked\n  colour: green", 11, "A colour must be written in quotes"),
    ],
)
def test_what_is_refused(tmp_path: Path, states: str, line: int, sentence: str) -> None:
    with pytest.raises(SchemeError) as failure:
        read_scheme(scheme_in(tmp_path, states + "\n"))
    problem = failure.value.problem
    assert (problem.line, problem.sentence[: len(sentence)]) == (line, sentence)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("c 1", "The key “c” is that of the label “claim”: the keys of the state “asked” do nothing."),
        ("1 1", "The key “1” is that of the label “claim”: the keys of the state “asked” do nothing."),
        ("n 1", "The program needs the key “n”: the keys of the state “asked” do nothing."),
        ("v 3", ""),
    ],
)
def test_keys_that_do_nothing_are_told(tmp_path: Path, keys: str, sentence: str) -> None:
    found = unused_keys(scheme_in(tmp_path, f"states:\n- id: asked\n  keys: {keys}\n"))
    assert [(problem.line, problem.sentence) for problem in found] == ([(11, sentence)] if sentence else [])


def test_a_change_leaves_comments_and_layout(tmp_path: Path) -> None:
    path = scheme_in(tmp_path, STATES)
    before = read_scheme(path)
    states = (before.states[0], StateRule("query", "x 2"), altered(before.states[1], colour=""))
    wanted = altered(before, states=states)
    written = written_scheme(path.read_bytes(), wanted)
    path.write_bytes(written.data)
    assert read_scheme(path) == wanted
    assert written.not_kept == ()
    assert "# first of all\n- id: asked\n  keys: X 1\n" in path.read_text("utf-8")


def test_another_change_keeps_the_states(tmp_path: Path) -> None:
    path = scheme_in(tmp_path, STATES)
    wanted = altered(read_scheme(path), name="Another")
    assert STATES in written_scheme(path.read_bytes(), wanted).data.decode()


def test_states_come_and_go(tmp_path: Path) -> None:
    path = scheme_in(tmp_path, "")
    wanted = altered(read_scheme(path), states=(StateRule("opinion", "x o", "#CC79A7"),))
    path.write_bytes(written_scheme(path.read_bytes(), wanted).data)
    assert read_scheme(path) == wanted
    path.write_bytes(written_scheme(path.read_bytes(), altered(wanted, states=())).data)
    assert path.read_text("utf-8") == START
