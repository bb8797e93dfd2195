"""YAML read with care: what is allowed, and every way of doing harm refused with a line and a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.yaml import guarded_yaml
from annotator.storage.yaml.guarded_yaml import MOST_LINES, load
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError


@pytest.fixture(params=[True, False], ids=["libyaml", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers; which one there is depends on the machine."""
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


def refused(data: bytes) -> tuple[int, str]:
    with pytest.raises(YamlError) as error:
        load(data)
    assert "\n" not in error.value.sentence
    assert error.value.sentence.endswith(".")
    return error.value.line, error.value.sentence


def test_values_are_plain_and_know_their_lines() -> None:
    value = load(b"# a comment\na: 1\nb:\n- c: yes\n  d: |\n    two\n    lines\n- 'true'\n")
    assert value == {"a": 1, "b": [{"c": "yes", "d": "two\nlines\n"}, "true"]}
    assert isinstance(value, LinedMapping)
    assert value.lines == {"a": 2, "b": 3}
    inner = value["b"]
    assert isinstance(inner, list)
    assert isinstance(inner[0], LinedMapping)
    assert (inner[0].line, inner[0].lines) == (4, {"c": 4, "d": 5})


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b"---\n...\n", b"\xef\xbb\xbf"])
def test_nothing_is_none(data: bytes) -> None:
    assert load(data) is None


def test_a_byte_order_mark_and_a_document_start_are_allowed() -> None:
    assert load(b"\xef\xbb\xbf%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def test_keys_are_strings_as_they_stand() -> None:
    assert load(b"12: a\ntrue: b\n~: c\n'<<': d\n") == {"12": "a", "true": "b", "~": "c", "<<": "d"}


@pytest.mark.parametrize(
    ("data", "line", "about"),
    [
        (b"a: 1\nb: &x 2\n", 2, "anchor"),
        (b"a: &x [1]\nb: *x\n", 1, "anchor"),
        (b"a: *x\n", 1, "alias"),
        (b"a: 1\n<<: {b: 2}\n", 2, "merge key"),
        (b"a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        (b"a: !!str 1\n", 1, "tag"),
        (b"a: ! 1\n", 1, "tag"),
        (b"!!str a: 1\n", 1, "tag"),
        (b"&k a: 1\n", 1, "anchor"),
        (b"a: 1\nb: 2\na: 3\n", 3, "twice"),
        (b"a: 1\n---\nb: 2\n", 2, "more than one"),
        (b"? [a, b]\n: 1\n", 1, "key"),
        (b"a: [1, 2\nb: 3\n", 2, "not valid YAML"),
        (b"a: b: c\n", 1, "not valid YAML"),
        (b"\tx: 1\n", 1, "not valid YAML"),
        (b"a: 1\nb: caf\xe9\n", 2, "not UTF-8"),
        (b"a: 1\nb: \x07\n", 2, "control character"),
        (b"a: 1\nb: \x00\n", 2, "control character"),
        (b'a: 1\nb: "\\ud800"\n', 2, "not valid YAML"),
        (b'a: 1\nb: "\\U00110000"\n', 2, "not valid YAML"),
        (b'a: 1\nb: "\\Uffffffff"\n', 2, "not valid YAML"),
        (b"%YAML 3.0\n---\na: 1\n", 1, "not valid YAML"),
    ],
)
def test_what_is_not_allowed_is_refused_with_its_line(data: bytes, line: int, about: str) -> None:
    assert refused(data)[0] in (line, line + 1)  # the two parsers place an open bracket differently
    assert about in refused(data)[1]


@pytest.mark.parametrize("depth", [17, 30_000, 1_000_000])
@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? "], ids=["list", "mapping", "items", "keys"])
def test_deep_nesting_is_refused_at_once(depth: int, opening: bytes) -> None:
    line, sentence = refused(opening * depth)
    assert line == 1
    assert "deep" in sentence or "key" in sentence


def test_sixteen_levels_are_allowed() -> None:
    assert load(b"[" * 16 + b"]" * 16) == [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]


def test_a_billion_laughs_are_refused() -> None:
    lines = [b"a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [b"%c: &%c [%s]" % (98 + i, 98 + i, b", ".join([b"*%c" % (97 + i)] * 9)) for i in range(9)]
    assert refused(b"\n".join(lines)) == (1, "It uses a YAML anchor (&), which is not allowed; write the value out.")


def test_a_long_value_is_no_trouble() -> None:
    assert load(b'a: "' + b"x" * 1_000_000 + b'"') == {"a": "x" * 1_000_000}


def test_a_control_character_is_found_wherever_it_stands() -> None:
    before = "é👩\n".encode() * 200_000  # more than one piece, which ends amid a character
    assert refused(before + b"a: \x07\n") == (200_001, "It has a control character, which YAML does not allow.")
    assert refused(before + b"\xc2\x84\n")[0] == 200_001
    assert refused(before + b"\xe9\n") == (200_001, "It is not UTF-8, as YAML should be. Save it as UTF-8.")
    assert refused(before + b"\xc3") == (200_001, "It is not UTF-8, as YAML should be. Save it as UTF-8.")
    assert load(before.replace(b"\n", b" ") + b"\xc2\x85") is not None


@pytest.mark.parametrize("data", [b"[a, b, c, [], {d: e}]", b"- a\n- b\n- c\n- d\n- e\n- f\n", b"[.5, 1.5, 2.5]"])
def test_more_keys_and_values_than_are_read_in_time_are_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(data)
    monkeypatch.setattr(guarded_yaml, "MOST_EVENTS", 10)
    assert "more than 10 keys and values" in refused(data)[1]


def test_what_was_spent_already_is_counted() -> None:
    assert load(b"[a, b]", guarded_yaml.MOST_EVENTS - 10) == ["a", "b"]
    with pytest.raises(YamlError, match="more than 5 keys and values"):
        load(b"[a, b]", guarded_yaml.MOST_EVENTS - 5)


def test_too_many_lines_are_refused_before_anything_is_read() -> None:
    assert refused(b"[\n" * (MOST_LINES + 1)) == (
        MOST_LINES,
        "It has more than 400,000 lines; that is too much for a file that was changed outside Annotator. "
        "Undo these changes, or split the file in two.",
    )


@given(st.binary(max_size=60) | st.text("a:-[]{},&*!|>'\"#%@` \n\t?<~", max_size=60).map(str.encode))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    with suppress(YamlError):
        load(data)
