"""Schemes read: the long and the short forms, what is filled in, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.model.scheme import MARKS, AttributeRule, Guideline, RelationRule, Scheme
from annotator.storage.files.file_error import SchemeError
from annotator.storage.schemes.scheme_lookup import built_in_scheme, read_scheme, scheme_of

HEAD = "format: annotation-scheme\nversion: 1\nid: own\n"
LABELS = "labels:\n- id: claim\n- id: source\n"
ATTRIBUTES = "- id: a\n  attributes:\n    a: [x, y]\n"
FULL = """\
format: annotation-scheme
version: 1
id: own
name: "My own scheme"
author: "kept out of the way"
labels:
- id: claim
  key: y
  colour: "#123abc"
  mark: box
  full_stop: outside
  definition: "What is asserted."
  yes: ["Snow fell.", 12]
  no: ["Will it snow?"]
  attributes:
    kind: [event, "no", 3]
    value: number
    evidence: link, many
    voice:
      type: choice
      choices: {author: "Its own words.", reported: }
      many: true
      definition: "Whose words."
      yes: ["She said"]
    sure: {type: flag}
- id: source
relations:
- {id: attributed_to, from: claim, to: source, definition: "Who says so."}
- {id: repeats, from: claim, to: claim, symmetric: true, attributes: {sure: flag, why: [copied, "no"]}}
article:
  attributes: {outlet: text, published: date}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scheme.yaml"


def read(path: Path, text: str) -> Scheme:
    path.write_text(text, encoding="utf-8")
    return read_scheme(path)


def test_everything_that_a_scheme_can_say(path: Path) -> None:
    scheme = read(path, FULL)
    claim, source = scheme.labels
    assert (scheme.id, scheme.name) == ("own", "My own scheme")
    assert (claim.id, claim.key, claim.colour, claim.mark) == ("claim", "y", "#123abc", "box")
    assert (claim.full_stop_outside, source.full_stop_outside) == (True, False)
    assert claim.guideline == Guideline("What is asserted.", ("Snow fell.", "12"), ("Will it snow?",))
    assert claim.attributes == (
        AttributeRule("kind", "choice", ("event", "no", "3")),
        AttributeRule("value", "number"),
        AttributeRule("evidence", "link", many=True),
        AttributeRule(
            *("voice", "choice", ("author", "reported"), True),
            Guideline("Whose words.", ("She said",)),
            ("Its own words.", ""),
        ),
        AttributeRule("sure", "flag"),
    )
    assert (source.key, source.attributes) == ("", ())
    assert scheme.relations == (
        RelationRule("attributed_to", "claim", "source", guideline=Guideline("Who says so.")),
        RelationRule(
            *("repeats", "claim", "claim"),
            symmetric=True,
            attributes=(AttributeRule("sure", "flag"), AttributeRule("why", "choice", ("copied", "no"))),
        ),
    )
    assert scheme.article == (AttributeRule("outlet", "text"), AttributeRule("published", "date"))


def test_names_in_all_languages_are_kept_also_in_those_that_the_program_does_not_speak(path: Path) -> None:
    named = '- id: a\n  names:\n    de: Frage\n    no: Spørsmål\n    tlh: 7\n    ar: "سؤال"\n'
    [label] = read(path, f"{HEAD}labels:\n{named}").labels
    assert label.names == (("de", "Frage"), ("no", "Spørsmål"), ("tlh", "7"), ("ar", "سؤال"))


def test_marks_and_colours_that_are_left_out_are_given_in_turn(path: Path) -> None:
    labels = "".join(f"- id: label{number}\n" for number in range(8))
    scheme = read(path, f"{HEAD}labels:\n{labels}")
    assert [label.mark for label in scheme.labels] == [*MARKS, *MARKS[:2]]
    assert len({label.colour for label in scheme.labels}) == 8
    assert scheme.name == "own"


def test_what_is_required_offered_and_shown_only_at_times(path: Path) -> None:
    rule = "    b: {type: number, required: true, default: 1.5, when: {a: [x]}}\n"
    attribute = read(path, HEAD + LABELS + ATTRIBUTES + rule).labels[-1].attributes[1]
    assert (attribute.required, attribute.default, attribute.when) == (True, "1.5", (("a", ("x",)),))


def test_the_keys_of_choices(path: Path) -> None:
    rule = "    b: {choices: [u, w], keys: {u: V 1, w: v ü}}\n"
    attribute = read(path, HEAD + LABELS + ATTRIBUTES + rule).labels[-1].attributes[1]
    assert [attribute.key(choice) for choice in ("u", "w", "x")] == ["v 1", "v ü", ""]


def test_the_built_in_scheme_has_keys_for_verdict_and_checkable() -> None:
    claim = built_in_scheme().labels[0]
    keys = {rule.id: [key for _choice, key in rule.keys] for rule in claim.attributes if rule.keys}
    assert keys == {"verdict": ["v 1", "v 2", "v 3", "v 4"], "checkable": ["w 1", "w 2", "w 3"]}


def test_what_a_label_chose_is_not_given_to_another(path: Path) -> None:
    scheme = read(path, HEAD + LABELS + '- {id: third, mark: fill, colour: "#56b4e9"}\n')
    assert [label.mark for label in scheme.labels] == ["line", "box", "fill"]
    assert len({label.colour.upper() for label in scheme.labels}) == 3


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ("", 1, "not a scheme"),
        ("a: b: c", 1, "not valid YAML"),
        ("format: annotator\n", 1, "not a scheme"),
        ("format: annotation-scheme\nversion: 2\n", 2, "version must be 1"),
        ("format: annotation-scheme\nversion: 1\n" + LABELS, 1, "“id:” is missing"),
        (HEAD, 1, "no labels"),
        (HEAD + "labels: claim\n", 4, "must be a list"),
        (HEAD + "labels:\n- claim\n", 4, "must be a mapping"),
        (HEAD + LABELS + "- id: claim\n", 7, "The id “claim” stands there twice"),
        (HEAD + "labels:\n- {id: a, key: x}\n- id: b\n  key: X\n", 7, "The key “x” stands there twice"),
        (HEAD + LABELS + "- key: x\n", 7, "“id:” is missing"),
        (HEAD + LABELS + "- id: a\n  key: xy\n", 8, "A key is one letter, digit or sign, not “xy”"),
        (HEAD + LABELS + '- id: a\n  key: "\\n"\n', 8, "A key is one letter"),
        (HEAD + LABELS + '- id: a\n  key: " "\n', 8, "A key is one letter"),
        (HEAD + LABELS + "- id: a\n  colour: #56B4E9\n", 8, "in quotes"),
        (HEAD + LABELS + "- id: a\n  colour: blue\n", 8, "in quotes"),
        (HEAD + LABELS + "- id: a\n  full_stop: no\n", 8, "must be inside or outside"),
        (HEAD + LABELS + "- id: a\n  mark: wavy\n", 8, "no mark “wavy”; the marks are fill, line, box"),
        (HEAD + LABELS + "- id: a\n  color: x\n", 8, "The key “color” is not known here"),
        (HEAD + LABELS + "- id: a\n  names: Frage\n", 8, "must be a mapping"),
        (HEAD + LABELS + "- id: a\n  names:\n    de: Frage\n    german: [x]\n", 10, "must be text"),
        (HEAD + LABELS + "- id: a\n  names:\n    de: Frage\n    in_german: x\n", 10, "not by “in_german”"),
        (HEAD + LABELS + '- id: a\n  names:\n    ar: x\n    de: " "\n', 10, "name in the language “de” is empty"),
        (HEAD + LABELS + "- id: a\n  names:\n    de: x\n    DE: y\n", 10, "language “DE” stands there twice"),
        (HEAD + LABELS + "- id: a\n  attributes: [x]\n", 8, "must be a mapping"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: words\n", 9, "no type “words”"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: choice\n", 9, "needs choices"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: []\n", 9, "needs choices"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: [x, x]\n", 9, "twice"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: [[x]]\n", 9, "list of texts"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind: link, few\n", 9, "is written as"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind:\n      type: text\n      choices: [x]\n", 9, "not choice"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind:\n      type: text\n      many: 1\n", 11, "true or false"),
        (HEAD + LABELS + "- id: a\n  attributes:\n    kind:\n      typ: text\n", 10, "“typ” is not known"),
        (HEAD + LABELS + ATTRIBUTES + "    b: {type: number, default: many}\n", 10, "not a number"),
        (
            HEAD + LABELS + ATTRIBUTES + "    b: {type: text, when: {c: [x]}}\n",
            10,
            "depends on “c”, which is not there",
        ),
        (HEAD + LABELS + ATTRIBUTES + "    b: {type: text, when: {a: [z]}}\n", 10, "“z”, which is no choice of “a”"),
        (HEAD + LABELS + ATTRIBUTES + "    b: {type: text, when: {b: [z]}}\n", 10, "“b” depends on itself"),
        (HEAD + LABELS + ATTRIBUTES + "    b: {type: text, when: {a: []}}\n", 10, "missing or empty"),
        (HEAD + LABELS + ATTRIBUTES + "    b: {type: text, required: 1}\n", 10, "true or false"),
        (
            HEAD + LABELS + ATTRIBUTES + "    b:\n      choices: [u]\n      keys: {w: v 1}\n",
            12,
            "no choice “w” for these",
        ),
        (HEAD + LABELS + ATTRIBUTES + "    b:\n      choices: [u]\n      keys: {u: v1}\n", 12, "as in v 1, not “v1”"),
        (HEAD + LABELS + ATTRIBUTES + "    b:\n      choices: [u]\n      keys: {u: v 1 2}\n", 12, "not “v 1 2”"),
        (HEAD + LABELS + ATTRIBUTES + "    b:\n      choices: [u]\n      keys: v 1\n", 12, "must be a mapping"),
        (HEAD + LABELS + ATTRIBUTES + "    b:\n      type: text\n      keys: {u: v 1}\n", 12, "no choice “u”"),
        (
            HEAD + LABELS + ATTRIBUTES + "    b:\n      choices: [u, w]\n      keys:\n        u: v 1\n        w: V 1\n",
            14,
            "The keys “v 1” set “u” of “b” already",
        ),
        (HEAD + LABELS + "relations:\n- {id: r, from: claim, to: fact}\n", 8, "no label “fact”"),
        (HEAD + LABELS + "relations:\n- {id: r, from: claim}\n", 8, "“to:” is missing"),
        (
            HEAD + LABELS + "relations:\n- {id: r, from: claim, to: claim}\n- {id: r, from: claim, to: claim}\n",
            9,
            "twice",
        ),
        (HEAD + LABELS + "article: {attributes: {a: words}}\n", 7, "no type “words”"),
    ],
)
def test_a_faulty_scheme_has_a_sentence_with_its_line(path: Path, text: str, line: int, about: str) -> None:
    with pytest.raises(SchemeError) as error:
        read(path, text)
    problem = error.value.problem
    assert (problem.path, problem.line) == (path, line)
    assert about in problem.sentence
    assert problem.sentence.endswith(".")


def test_the_built_in_scheme_has_the_three_labels() -> None:
    scheme = built_in_scheme()
    assert {"claim", "source", "figure"} <= {label.id for label in scheme.labels}
    assert built_in_scheme() is scheme


def test_a_folder_has_its_own_scheme_else_the_built_in_one(path: Path) -> None:
    assert scheme_of(path.parent) == (built_in_scheme(), None)
    own = read(path, FULL)
    assert scheme_of(path.parent) == (own, None)


def test_instead_of_a_faulty_scheme_the_built_in_one_is_used_and_that_is_said(path: Path) -> None:
    path.write_text("format: annotation-scheme\nversion: 1\nid: own\nlabels: []\n", encoding="utf-8")
    scheme, problem = scheme_of(path.parent)
    assert scheme is built_in_scheme()
    assert problem is not None
    assert str(problem) == f"{path}:4: It has no labels; a scheme needs at least one."
    assert path.read_text(encoding="utf-8").startswith("format")


@pytest.mark.parametrize("name", ["scheme.yml", "Scheme.yaml", "SCHEME.YML"])
def test_other_spellings_of_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(HEAD + LABELS, encoding="utf-8")
    assert scheme_of(tmp_path)[0].id == "own"
    (tmp_path / name).write_text("format: no", encoding="utf-8")
    problem = scheme_of(tmp_path)[1]
    assert problem is not None
    assert problem.path == tmp_path / name
