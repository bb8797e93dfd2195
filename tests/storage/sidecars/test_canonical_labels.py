"""Labels exchanged in the bytes of a sidecar: the same as of it as a document, and nothing in what is faulty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename
from annotator.model.scheme_changes.document_edits import changed_document
from annotator.model.scheme_changes.parts import LABEL, Part
from annotator.storage.files.file_error import SaveError, SidecarError
from annotator.storage.sidecars.canonical_labels import relabelled
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.document_strategies import documents
from tests.support.running.examples import examples

PATH = Path("story.annotations.yaml")
UNUSED = "a name: that “nobody” has\t"

SIGNS = ['"', "'", "\\", " ", ":", "#", "&", "0", "-", "\u2028"]


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The lines of a file, of which one may be lost, there twice, in another place, or with another character in it."""
    lines = data.decode().split("\n")
    at, other = draw(st.integers(0, len(lines) - 2)), draw(st.integers(0, len(lines) - 2))
    match draw(st.sampled_from(["", "lost", "twice", "moved", "altered"])):
        case "lost":
            del lines[at]
        case "twice":
            lines.insert(other, lines[at])
        case "moved":
            lines.insert(other, lines.pop(at))
        case "altered":
            where, sign = draw(st.integers(0, len(lines[at]))), draw(st.sampled_from(SIGNS))
            lines[at] = lines[at][:where] + sign + lines[at][where + 1 :]
    return "\n".join(lines).encode()


@examples(2)
@given(documents(), st.data())
def test_labels_are_exchanged_as_in_a_document(document: Document, draw: st.DataObject) -> None:
    data = draw.draw(damaged(SidecarWriter().data(document)))
    labels = sorted({item.label for item in document.annotations.values()})
    old = draw.draw(st.sampled_from([*labels, "claim", "no"]))
    new = draw.draw(st.sampled_from([UNUSED, "statement", "no"]))
    found = relabelled(data, old, new)
    try:
        whole = read_alone(PATH, data)
        after = changed_document(whole.document, Rename(Part(LABEL, old), new), Scheme("", "", ()))
        plain = with_items(PATH, replace(whole, is_canonical=False), after) if new != old else data
    except (SidecarError, SaveError):
        return  # a fault of another annotation; those of the ones with the label are below
    assert found or not whole.is_canonical
    if found:
        having = [item for item in whole.document.annotations.values() if item.label == old]
        assert found.data == plain
        assert (found.annotator, found.annotations) == (whole.document.annotator, len(having))
        assert found.words == (having[0].words("") if having else "")


SIDECAR = """\
# Annotations of story.txt. Made with Annotator; safe to edit by hand, comments are not kept.
format: annotator
version: 1
article:
  file: "story.txt"
  sha256: "{hash}"
  length: 40
annotator: "alice"
status: done
annotations:
- id: a1
  label: claim
  start: 3
  end: 9
  text: "\\"Snow\\" fell"
  attributes:
    kind: event
    sure: true
  by_rule:
  - kind
- id: a2
  label: source
  start: 10
  end: 12
  text: "- id: a1\\n  label: claim\\n"
- id: a3
  label: claim
  start: 20
  end: 31
  text: "It was cold"
  attributes:
    about: place
    more: false
  by_rule:
  - more
  note: "A claim"
relations:
- id: r1
  type: claim
  from: a1
  to: a2
read:
- [0, 40]
""".replace("{hash}", "0" * 64)


def test_only_the_lines_with_the_label_are_others() -> None:
    found = relabelled(SIDECAR.encode(), "claim", "no")
    assert found
    assert found.data.decode() == SIDECAR.replace("\n  label: claim\n", '\n  label: "no"\n')
    assert found[1:] == ("alice", 2, '"Snow" fell')
    assert relabelled(SIDECAR.encode(), "nobody", "x") == (SIDECAR.encode(), "alice", 0, "")


FAULTS = [
    ("id: a3", "id: a1"),
    ("id: a3", "id: r1"),
    ("id: a3", "id: no"),
    ("label: claim\n  start: 20", 'label: "claim"\n  start: 20'),
    ("label: claim\n  start: 20", "label: claim # ours\n  start: 20"),
    ("label: source", "label: *a"),
    ("start: 20", "start: 31"),
    ("start: 20", "start: 020"),
    ("    kind: event\n    sure: true\n", "    kind: event\n    kind: true\n"),
    ("kind: event", "kind: [event]"),
    ("  - kind", "  - 'kind'"),
    ("    about: place\n    more: false\n", "    more: false\n    more: false\n"),
    ("about: place", "about: [place]"),
    ("  - more", "  - 'more'"),
    ('"It was cold"', '"It was \\cold"'),
    ('"It was cold"', '"It was" cold"'),
    ('"A claim"', "A claim"),
    ("status: done", "status: no"),
    ("- [0, 40]", "- [40, 0]"),
    ("- [0, 40]", "- [0, 040]"),
    ("version: 1", "version: 2"),
    ("read:", "# mine\nread:"),
]


@pytest.mark.parametrize(("line", "fault"), FAULTS)
def test_what_is_faulty_or_in_another_layout_is_left_to_the_reader(line: str, fault: str) -> None:
    assert line in SIDECAR
    assert relabelled(SIDECAR.replace(line, fault, 1).encode(), "claim", "statement") is None


def test_a_sidecar_in_no_encoding_is_left_to_the_reader() -> None:
    assert relabelled(SIDECAR.encode() + b"\xff", "claim", "statement") is None


def test_nothing_in_the_words_of_an_annotation_is_taken_for_a_label() -> None:
    found = relabelled(SIDECAR.encode(), "source", "claim")
    assert found
    document = read_alone(PATH, found.data).document
    assert [item.label for item in document.of(Annotation).values()] == ["claim", "claim", "claim"]
