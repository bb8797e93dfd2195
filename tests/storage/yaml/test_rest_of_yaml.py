"""What is left of a YAML file keeps the lines of the whole, and every mark must be where it was put."""

from __future__ import annotations

import pytest

from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.rest_of_yaml import MarkError, RestOfYaml, breaks

MARK = b'- "mark"\n'


def without_the_second_and_third(*pieces: bytes) -> RestOfYaml:
    """The first piece, two parts of five lines each that were taken out, the other pieces."""
    rest = RestOfYaml(MARK)
    rest.add(pieces[0], 1)
    rest.mark("items")
    rest.mark("items")
    line = 1 + breaks(pieces[0]) + 10
    for piece in pieces[1:]:
        rest.add(piece, line)
        line += breaks(piece)
    return rest


def test_the_lines_are_those_of_the_whole() -> None:
    root = without_the_second_and_third(b"a: 1\nitems:\n", b"- b: 2\n", b"c: {d: 3}\n").load()
    assert root == {"a": 1, "items": [{"b": 2}], "c": {"d": 3}}
    assert isinstance(root, LinedMapping)
    assert root.lines == {"a": 1, "items": 2, "c": 14}
    (item,) = root.mappings("items")
    assert (item.line, item.lines) == (13, {"b": 13})
    assert root.mapping("c").lines == {"d": 14}


def test_an_error_has_the_line_of_the_whole() -> None:
    with pytest.raises(YamlError) as error:
        without_the_second_and_third(b"items:\n", b"- b: 2\n", b"c: &c 1\n").load()
    assert error.value.line == 13


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (b'items: "\n', b'"\n'),
        (b"items:\n- |\n mark\nother:\n", b""),
        (b"items: 1\n\nother:\n", b""),
        (b"- items:\n", b""),
        (b"items:\n", b'- "mark"\n'),
    ],
)
def test_a_mark_elsewhere_than_it_was_put_is_found(first: bytes, last: bytes) -> None:
    with pytest.raises((MarkError, YamlError)):
        without_the_second_and_third(first, last).load()


def test_lines_are_counted_as_yaml_counts_them() -> None:
    assert breaks("a\nb\rc\r\nd\u0085e\u2028f\u2029g".encode()) == 6
