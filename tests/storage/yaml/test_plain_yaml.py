"""What is read without PyYAML is what would have been read with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.model.annotation import Value
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN
from annotator.storage.yaml.guarded_yaml import load
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

SCALARS = (
    "a",
    "no",
    "12",
    "1.50",
    "text, many",
    '"a: # b"',
    '"\\n"',
    "[a, 3]",
    '["x, y", no]',
    "{a: b}",
    "~",
    "a: b",
    "",
)
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "  ", "    ", "   "]),
    st.sampled_from(["", "", "- ", "-", "- - ", "# "]),
    st.sampled_from(["id: ", "yes: ", "kind:", "other: ", "", "Key: "]),
    st.sampled_from(SCALARS),
)


def test_the_built_in_scheme_is_read() -> None:
    data = resource(BUILT_IN).read_bytes()
    assert with_lines(load_plain(data)) == with_lines(load(data))


@given(st.lists(LINES, max_size=8).map("\n".join))
@example("a:\n  b: c\n\n# nothing\n  d:\n  - e: f\n    g: h\n  - i\nj: [k, l]\n")
@example("a:\n- b\n  c")
@example("a: b\n  c")
@example("a: b\na: c")
@example("a:\nb: c")
@example("a:\n  - b\n- c")
@example("x:\n  a:\n- b")
@example('a: "b\u2028c"')
@example('a: "\x07"')
@example("# \x07\na: b")
@example("\ufeffa: b")
@example("a: b \n")
def test_it_is_read_alike_or_not_at_all(text: str) -> None:
    data = text.encode()
    found = load_plain(data)
    if found is not None:
        assert with_lines(found) == with_lines(load(data))


@pytest.mark.parametrize(
    "text", ["", "a", "- a", "a: &x b", "a: 'b'", "a: |\n  b", "a:\tb", "a: b\r\n", "a: b\n---\nc: d"]
)
def test_the_rest_is_left(text: str) -> None:
    assert load_plain(text.encode()) is None


def test_deep_nesting_is_left() -> None:
    text = "\n".join("  " * depth + "a:" for depth in range(20)) + " b"
    assert load_plain(text.encode()) is None
    with pytest.raises(YamlError):
        load(text.encode())


def with_lines(value: Value) -> object:
    """The value with the line of everything in it, to compare."""
    if isinstance(value, LinedMapping):
        return value.line, {key: (value.lines[key], with_lines(value[key])) for key in value}
    return [with_lines(item) for item in value] if isinstance(value, list) else (type(value), value)
