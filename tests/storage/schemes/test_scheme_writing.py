"""A changed scheme written: the file keeps its comments, order and quotes, and reads back as the scheme wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.items import altered
from annotator.model.scheme import MARKS, AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.files.file_error import SchemeError
from annotator.storage.schemes.scheme_lookup import built_in_scheme, read_scheme
from annotator.storage.schemes.scheme_writing import built_in_bytes, written_scheme

OWN = """\
# Our scheme. Ask Kim before changing it.
format: annotation-scheme
version: 1
id: own
author: "kept"   # not of ours

labels:
# What is asserted
- id: claim      # short
  key: c
  definition: >-
    What is
    asserted.
  attributes:
    kind: [event, 'no', 3]  # three
    # how sure
    sure: flag
    voice:
      choices:
        author: "Its own words."
        # or somebody else's
        reported: ""
      when: {kind: [event]}

# Who says it
- id: Source
  mark: box
relations:
- {id: attributed_to, from: claim, to: Source}
article:
  note: "unknown here"
  attributes:
    outlet: text
"""


def scheme_in(data: bytes, folder: Path) -> Scheme:
    path = folder / "scheme.yaml"
    path.write_bytes(data)
    return read_scheme(path)


Edit = Callable[[Scheme], Scheme]


def edited(tmp_path: Path, edit: Edit, text: str = OWN) -> tuple[str, tuple[str, ...]]:
    """Return the text after the edit, which is read back as what was wanted, and what was not kept."""
    wanted = edit(scheme_in(text.encode(), tmp_path))
    written = written_scheme(text.encode(), wanted)
    assert scheme_in(written.data, tmp_path) == wanted
    return written.data.decode(), written.not_kept


def with_label(scheme: Scheme, index: int, **fields: object) -> Scheme:
    labels = list(scheme.labels)
    labels[index] = altered(labels[index], **fields)
    return altered(scheme, labels=tuple(labels))


def with_rule(scheme: Scheme, index: int, **fields: object) -> Scheme:
    rules = list(scheme.labels[0].attributes)
    rules[index] = altered(rules[index], **fields)
    return with_label(scheme, 0, attributes=tuple(rules))


def renamed(scheme: Scheme) -> Scheme:
    scheme = with_label(scheme, 1, id="Speaker")
    return altered(scheme, relations=(altered(scheme.relations[0], target="Speaker"),))


REPLACED: list[tuple[Edit, dict[str, str]]] = [
    (lambda old: with_label(old, 0, key="d"), {"key: c": "key: d"}),
    (renamed, {"id: Source": "id: Speaker", "to: Source": "to: Speaker"}),
    (lambda old: with_label(old, 0, guideline=Guideline("New.")), {">-\n    What is\n    asserted.": '"New."'}),
    (lambda old: with_rule(old, 0, choices=("event", "no", "3", "x")), {"'no', 3]": "'no', 3, x]"}),
    (lambda old: with_rule(old, 0, choices=("event", "it's", "3")), {"'no', 3]": "'it''s', 3]"}),
    (lambda old: with_rule(old, 1, id="certain"), {"sure: flag": "certain: flag"}),
    (lambda old: with_rule(old, 1, type="number"), {"sure: flag": "sure: number"}),
    (
        lambda old: with_rule(old, 0, required=True),
        {
            "kind: [event, 'no', 3]  # three": "kind:  # three\n      type: choice\n"
            '      choices: [event, "no", "3"]\n      required: true'
        },
    ),
    (
        lambda old: with_rule(old, 2, choices=("author", "told"), meanings=("Its own words.", "")),
        {"reported:": "told:"},
    ),
    (lambda old: with_rule(old, 2, when=()), {"      when: {kind: [event]}\n": ""}),
    (lambda old: with_rule(old, 2, default="author"), {"      when:": "      default: author\n      when:"}),
    (lambda old: altered(old, name="Own: a name"), {"id: own\n": 'id: own\nname: "Own: a name"\n'}),
    (
        lambda old: with_label(old, 1, names=(("de", "Quelle"),)),
        {"id: Source\n": 'id: Source\n  names:\n    de: "Quelle"\n'},
    ),
    (
        lambda old: altered(old, article=(*old.article, AttributeRule("seen", "date"))),
        {"text\n": "text\n    seen: date\n"},
    ),
    (
        lambda old: altered(old, article=(), relations=()),
        {"relations:\n- {id: attributed_to, from: claim, to: Source}\n": "", "  attributes:\n    outlet: text\n": ""},
    ),
]


@pytest.mark.parametrize(("edit", "replaced"), REPLACED)
def test_an_edit_changes_its_own_words_and_nothing_else(tmp_path: Path, edit: Edit, replaced: dict[str, str]) -> None:
    wanted = OWN
    for old, new in replaced.items():
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    assert edited(tmp_path, edit) == (wanted, ())


def test_labels_change_places_with_their_comments(tmp_path: Path) -> None:
    text, lost = edited(tmp_path, lambda old: altered(old, labels=old.labels[::-1]))
    assert not lost
    assert text.index("# Who says it\n- id: Source") < text.index("# What is asserted\n- id: claim      # short")
    assert text.count("\n\n") == OWN.count("\n\n")


def test_a_removed_label_takes_its_comments_along_and_that_is_said(tmp_path: Path) -> None:
    text, lost = edited(tmp_path, lambda old: altered(old, labels=old.labels[:1], relations=()))
    assert "Who says it" not in text
    assert "\n\n\n" not in text
    assert lost == ("1 comment went with what was changed: “# Who says it”.",)


def test_a_new_label_without_a_look_gets_the_next_free_one() -> None:
    built_in = built_in_scheme()
    written = written_scheme(None, altered(built_in, labels=(*built_in.labels, Label("rumour", "", "", ""))))
    assert not written.not_kept
    assert b'      no: ["What the layout does"]' not in written.data
    assert len(written.data) - len(built_in_bytes()) == len(b"\n- id: rumour\n")
    assert re.search(rb"\n\n- id: rumour\n\nrelations:\n", written.data)


def test_colours_that_followed_from_the_order_are_written_out(tmp_path: Path) -> None:
    text = "format: annotation-scheme\nversion: 1\nid: own\nlabels:\n- id: a\n- id: b\n- id: c\n"
    new, _lost = edited(tmp_path, lambda old: altered(old, labels=old.labels[1:]), text)
    assert '- id: b\n  colour: "#E69F00"\n' in new


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_mark_stay(tmp_path: Path, newline: str, mark: str) -> None:
    data = (mark + OWN.replace("\n", newline)).encode()
    wanted = with_rule(scheme_in(data, tmp_path), 0, required=True)
    new = written_scheme(data, wanted).data
    assert scheme_in(new, tmp_path) == wanted
    assert new.startswith(mark.encode())
    assert new.count(b"\r") == (new.count(b"\n") if newline == "\r\n" else 0)


JSON = '{"format":"annotation-scheme","version":1,"id":"own","labels":[{"id":"a"},{"id":"b"}], "x":[1,2]}'
UNUSUAL = """\
? format
: annotation-scheme  # why not
version: 1
id: own
labels:
-
  id: a  # first
- id: b
extra: {x: 1}
"""


@pytest.mark.parametrize("text", [JSON, UNUSUAL])
def test_an_unusual_layout_is_edited_or_written_afresh_and_that_is_said(tmp_path: Path, text: str) -> None:
    new, lost = edited(tmp_path, lambda old: with_label(old, 1, id="c", key="k"), text)
    assert "x" in new
    assert bool(lost) == (text == UNUSUAL)


@pytest.mark.parametrize("newline", ["\r", "\u0085", "\u2028"])
def test_a_file_with_other_line_breaks_is_laid_out_afresh_and_its_comments_are_told(
    tmp_path: Path, newline: str
) -> None:
    new, lost = edited(tmp_path, lambda old: with_label(old, 0, key="d"), OWN.replace("\n", newline))
    assert "\n  key: d\n" in new
    assert lost[0] == "The file was laid out afresh, as its layout is too unusual to be kept."
    assert lost[1].startswith("8 comments went")


@pytest.mark.parametrize(
    "edit",
    [
        lambda old: altered(old, labels=()),
        lambda old: with_label(old, 1, id="claim"),
        lambda old: with_label(old, 1, id="speaker"),
        lambda old: with_rule(old, 0, choices=("other",)),
        lambda old: with_label(old, 0, key="two"),
    ],
)
def test_a_scheme_that_could_not_be_read_again_is_refused(tmp_path: Path, edit: Edit) -> None:
    with pytest.raises(SchemeError):
        edited(tmp_path, edit)


def test_a_faulty_file_is_refused_with_its_line() -> None:
    with pytest.raises(SchemeError, match=r"own\.yaml:4: It has no labels"):
        written_scheme(
            b"format: annotation-scheme\nversion: 1\nid: x\nlabels: []\n", built_in_scheme(), Path("own.yaml")
        )


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    [
        "yes",
        "no",
        "12",
        "1.5",
        "null",
        "a: b",
        "# c",
        "- x",
        "it's",
        '"',
        "{",
        "x" * 1500,
        "قول",
        "\u2028",
        "é\u0085",
        "~",
    ]
)
TEXTS = st.lists(NAMES, max_size=3).map(tuple)
GUIDELINES = st.builds(Guideline, NAMES | st.just(""), TEXTS, TEXTS)
LISTS = st.lists(NAMES, min_size=1, max_size=4, unique=True).map(tuple)


@st.composite
def rules(draw: st.DrawFn) -> tuple[AttributeRule, ...]:
    found = []
    for id in draw(st.lists(NAMES, max_size=3, unique=True)):
        choices = draw(st.just(()) | LISTS)
        meanings = draw(st.just(()) | st.just(choices))
        rule = AttributeRule(id, "choice" if choices else "text", choices, draw(st.booleans()), meanings=meanings)
        found.append(altered(rule, required=draw(st.booleans()), guideline=draw(GUIDELINES | st.just(Guideline()))))
    return tuple(found)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    ids = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    labels = [
        Label(
            id,
            "",
            draw(st.sampled_from(["#123456", "#abcdef"])),
            draw(st.sampled_from(MARKS)),
            draw(rules()),
            draw(GUIDELINES),
            full_stop_outside=draw(st.booleans()),
        )
        for id in ids
    ]
    relations = [
        RelationRule(id, draw(st.sampled_from(ids)), draw(st.sampled_from(ids)), draw(st.booleans()))
        for id in draw(st.lists(NAMES, max_size=2, unique=True))
    ]
    return Scheme(draw(NAMES), draw(NAMES), tuple(labels), tuple(relations), draw(rules()))


SMALL = b"format: annotation-scheme\nversion: 1\nid: x\nlabels:\n- id: a\n"


@given(schemes(), schemes())
def test_any_scheme_becomes_any_other_and_an_unchanged_one_stays_as_it_is(one: Scheme, other: Scheme) -> None:
    first = written_scheme(SMALL, one).data
    second = written_scheme(first, other).data
    assert written_scheme(second, other).data == second
    assert written_scheme(first, one).data == first


@pytest.mark.parametrize("text", [OWN, JSON, UNUSUAL, built_in_bytes().decode()])
def test_an_unchanged_scheme_keeps_its_bytes(tmp_path: Path, text: str) -> None:
    data = text.encode()
    assert written_scheme(data, scheme_in(data, tmp_path)) == (data, ())
