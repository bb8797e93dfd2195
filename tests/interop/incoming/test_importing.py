"""Annotations of other programs in a folder: in their places, documents whole or not at all, nothing written over."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from annotator.corpus.checking.problems import Check
from annotator.corpus.entries import entries_below
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import EVERYTHING, Format, Incoming
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.registry import format_named
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.program.resources import samples
from annotator.storage.schemes.scheme_lookup import built_in_scheme, scheme_of
from tests.support.failing.once import called, fail_once
from tests.support.hard_entries import LATIN, annotation, exported, hard_entries, span_of, unheard

NOW = "2026-11-22T06:21:20Z"
CLAIM = annotation("c1", "claim", LATIN, "Some 40,000 people left")


def some_format(*incoming: Incoming) -> Format:
    """A format whose every file says that."""

    def read(path: Path, report: Report) -> Iterator[Incoming]:
        yield from incoming

    return Format("some", "Some", ".x", EVERYTHING, None, read)


def taken(
    folder: Path,
    *incoming: Incoming,
    names: LabelMap | None = None,
    annotator: str | None = None,
    replace: bool = False,
) -> Report:
    """Import what a file of some format says."""
    importer = Importer(
        some_format(*incoming),
        folder,
        Terms(annotator, names or LabelMap(), scheme_of(folder)[0]),
        replace=replace,
    )
    importer.take(folder / "in.x", unheard)
    importer.write(NOW, unheard)
    return importer.report


def documents(folder: Path) -> dict[str, Document]:
    found = {}
    for entry in entries_below([folder]):
        assert isinstance(entry, Entry), entry
        found[entry.name] = entry.document
    return found


def reasons(report: Report) -> set[str]:
    return {f"{loss.id}: {loss.why}" for loss in report.losses}


def test_ones_own_export_comes_back_with_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(samples(), source)
    format = format_named("jsonl")
    assert format
    entries = [entry for entry in entries_below([source]) if isinstance(entry, Entry)]
    exported("jsonl", tmp_path / "out.jsonl", entries=entries)
    importer = Importer(format, tmp_path / "back", Terms(None, LabelMap(), entries[0].scheme), replace=False)
    importer.take(tmp_path / "out.jsonl", unheard)
    importer.write(NOW, unheard)
    assert importer.report.is_whole
    for entry in entries:
        for name in (entry.path, f"{entry.name}.annotations.yaml"):
            assert (tmp_path / "back" / name).read_bytes() == (source / name).read_bytes()


def test_hard_documents_come_back(tmp_path: Path) -> None:
    given = [
        Incoming(
            e.path,
            e.text,
            tuple(e.annotations),
            tuple(e.relations),
            e.document.status.value,
            annotator=e.document.annotator,
        )
        for e in hard_entries()
    ]
    report = taken(tmp_path, *given)
    assert report.is_whole
    assert (report.documents, report.annotations, report.relations) == (4, 18, 5)
    found = documents(tmp_path)
    assert sorted(found) == ["aleppo", "chinese.bob", "empty", "news/arabic.alice"]
    for entry in hard_entries():
        assert found[entry.name].annotations == entry.document.annotations
        assert found[entry.name].relations == entry.document.relations
    assert [*Check().below(tmp_path)] == []


def test_an_article_of_the_folder_is_used_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(LATIN.replace("\n", "\r\n").encode())
    before = (tmp_path / "a.txt").read_bytes()
    assert taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,))).is_whole
    assert (tmp_path / "a.txt").read_bytes() == before
    assert documents(tmp_path)["a"].annotations == {"c1": CLAIM}


def test_an_article_is_known_by_its_text_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "aleppo.txt").write_text(LATIN, encoding="utf-8")
    taken(tmp_path, Incoming("0001", LATIN, (CLAIM,)))
    assert sorted(path.name for path in tmp_path.glob("a*")) == ["aleppo.annotations.yaml", "aleppo.txt"]


def test_where_the_article_has_changed_places_are_found_again_or_left_to_be_settled(tmp_path: Path) -> None:
    changed = "A new line before it.\n\n" + LATIN.replace("Peter Maurer, the Red Cross’s president", "its head")
    (tmp_path / "a.txt").write_text(changed, encoding="utf-8")
    source = annotation("s1", "source", LATIN, "Peter Maurer")
    report = taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM, source)))
    found = documents(tmp_path)["a"].annotations
    assert found["c1"].displaced is None
    assert found["c1"].span.of(changed) == CLAIM.span.of(LATIN)
    assert found["s1"].displaced
    assert reasons(report) == {"s1: the article has another text here, so its position must be settled"}


def test_without_a_text_the_quoted_words_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LATIN, encoding="utf-8")
    wrong = altered(CLAIM, id="c2", span=Span(CLAIM.span.start + 1, CLAIM.span.end + 1))
    mute = altered(CLAIM, id="c3")
    words = CLAIM.span.of(LATIN)
    report = taken(tmp_path, Incoming("a.txt", None, (CLAIM, wrong, mute), quotes={"c1": words, "c2": words}))
    found = documents(tmp_path)["a"].annotations
    assert found["c1"] == CLAIM
    assert found["c2"].span == CLAIM.span
    assert reasons(report) == {
        "c2: its offsets refer to another text, so it was placed by its quoted words",
        "c3: nothing tells which words it marks",
    }


def test_an_annotation_of_words_alone_is_put_where_they_stand_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Aleppo fell. In Aleppo, nobody slept.\n", encoding="utf-8")
    items = [altered(CLAIM, id=id, span=Span(0, 1)) for id in ("once", "twice", "told", "gone")]
    incoming = Incoming(
        "a.txt",
        None,
        tuple(items),
        quotes={"once": "nobody slept", "twice": "Aleppo", "told": "Aleppo", "gone": "Homs"},
        around={"told": ("In ", ",")},
        unplaced=frozenset(item.id for item in items),
    )
    report = taken(tmp_path, incoming)
    found = documents(tmp_path)["a"].annotations
    assert found["once"].span == Span(24, 36)
    assert found["told"].span == Span(16, 22)
    assert found["told"].displaced is None
    assert found["twice"].displaced
    assert "gone: its words are not in the article" in reasons(report)


def test_an_article_that_nobody_has_is_left_out(tmp_path: Path) -> None:
    report = taken(tmp_path, Incoming("a.txt", None, (CLAIM,)))
    assert [loss.why for loss in report.losses] == [
        "its article is not in the folder, and the file does not have the text"
    ]
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_what_the_annotator_has(tmp_path: Path) -> None:
    taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,)))
    before = (tmp_path / "a.annotations.yaml").read_bytes()
    other = altered(CLAIM, id="other")
    report = taken(tmp_path, Incoming("a.txt", LATIN, (other,)))
    assert (tmp_path / "a.annotations.yaml").read_bytes() == before
    assert report.documents == 0
    assert reasons(report) == {": its annotator has annotations of this article already"}
    assert taken(tmp_path, Incoming("a.txt", LATIN, (other,)), annotator="model").is_whole
    taken(tmp_path, Incoming("a.txt", LATIN, (other,)), replace=True)
    assert [*documents(tmp_path)["a"].annotations] == ["other"]
    (kept,) = (tmp_path / ".annotator" / "history" / "a.annotations.yaml").iterdir()
    assert kept.read_bytes() == before


def test_labels_and_relations_are_mapped(tmp_path: Path) -> None:
    items = (altered(CLAIM, label="PER"), altered(CLAIM, id="c2", label="MISC"), altered(CLAIM, id="c3", label="claim"))
    relations = (
        Relation("r1", "Origin", "c3", "c1"),
        Relation("r2", "Other", "c1", "c3"),
        Relation("r3", "x", "c1", "c2"),
    )
    names = LabelMap({"PER": "source", "MISC": ""}, {"Origin": "attributed_to", "Other": ""})
    report = taken(tmp_path, Incoming("a.txt", LATIN, items, relations), names=names)
    found = documents(tmp_path)["a"]
    assert {id: item.label for id, item in found.annotations.items()} == {"c1": "source", "c3": "claim"}
    assert {id: item.type for id, item in found.relations.items()} == {"r1": "attributed_to"}
    assert reasons(report) == {
        "c2: its label is mapped to nothing",
        "r2: its type is mapped to nothing",
        "r3: an annotation that it joins is not there",
    }


def test_new_labels_are_made_where_the_folder_has_no_scheme(tmp_path: Path) -> None:
    report = taken(tmp_path, Incoming("a.txt", LATIN, (altered(CLAIM, label="Per: “x”"),)))
    scheme, problem = scheme_of(tmp_path)
    assert problem is None
    assert [label.id for label in scheme.labels][-1] == "Per: “x”"
    assert "claim" in [label.id for label in scheme.labels]
    assert any("were made" in note for note in report.notes)
    assert [*Check().below(tmp_path)] == []


def test_a_folders_own_scheme_is_left_alone(tmp_path: Path) -> None:
    scheme = "format: annotation-scheme\nversion: 1\nid: mine\nlabels:\n- id: claim\n# a comment\n"
    (tmp_path / "scheme.yaml").write_text(scheme, encoding="utf-8")
    report = taken(tmp_path, Incoming("a.txt", LATIN, (altered(CLAIM, label="PER"),)))
    assert (tmp_path / "scheme.yaml").read_text("utf-8") == scheme
    assert any("lacks “PER”" in note for note in report.notes)


def test_an_id_that_stands_twice_is_made_new(tmp_path: Path) -> None:
    report = taken(
        tmp_path, Incoming("a.txt", LATIN, (CLAIM, altered(CLAIM, label="source")), (Relation("c1", "x", "c1", "c1"),))
    )
    assert len(documents(tmp_path)["a"].annotations) == 2
    assert {loss.why for loss in report.losses} == {"its id occurred twice, so it has a new one"}
    assert [*Check().below(tmp_path)] == []


def test_a_span_behind_the_end_of_its_text_is_left_out(tmp_path: Path) -> None:
    report = taken(
        tmp_path, Incoming("a.txt", LATIN, (altered(CLAIM, span=Span(0, len(LATIN) + 1)), altered(CLAIM, id="c2")))
    )
    assert reasons(report) == {"c1: it ends after the end of its text"}
    assert [*documents(tmp_path)["a"].annotations] == ["c2"]


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    taken(inside, Incoming("../../outside.txt", LATIN, (CLAIM,)), Incoming("/abs.txt", LATIN + "b", (CLAIM,)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inside"]
    assert sorted(documents(inside)) == ["abs", "outside"]


def test_two_texts_of_one_name_are_two_articles(tmp_path: Path) -> None:
    taken(tmp_path, Incoming("a", LATIN, (CLAIM,)), Incoming("a", LATIN + "more\n", (CLAIM,)))
    assert sorted(documents(tmp_path)) == ["a", "a 2"]


def test_several_annotators_of_a_new_article_share_it(tmp_path: Path) -> None:
    one, two = (Incoming("a", LATIN, (CLAIM,), annotator=name) for name in ("alice", "bob"))
    assert taken(tmp_path, one, two).is_whole
    assert sorted(documents(tmp_path)) == ["a.alice", "a.bob"]
    assert len([*tmp_path.glob("*.txt")]) == 1


def test_what_stands_before_a_fault_comes_in(tmp_path: Path) -> None:
    def read(path: Path, report: Report) -> Iterator[Incoming]:
        yield Incoming("a.txt", LATIN, (CLAIM,))
        raise ForeignError("It is broken.", "line 2", 2)

    importer = Importer(
        Format("some", "Some", ".x", EVERYTHING, None, read),
        tmp_path,
        Terms(None, LabelMap(), scheme_of(tmp_path)[0]),
        replace=False,
    )
    importer.take(tmp_path / "in.x", unheard)
    importer.write(NOW, unheard)
    assert [str(problem) for problem in importer.report.problems] == [f"{tmp_path / 'in.x'}:2: It is broken."]
    assert importer.report.documents == 1
    assert [*documents(tmp_path)["a"].annotations] == ["c1"]


def test_what_is_ended_in_the_middle_leaves_everything_as_it_was(tmp_path: Path) -> None:
    taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,)))
    before = {path: path.read_bytes() for path in tmp_path.glob("a*")}
    given = [
        Incoming(name, f"{LATIN}{name}" if name != "a.txt" else LATIN, (altered(CLAIM, label="PER"),))
        for name in ("a.txt", "b.txt", "c.txt")
    ]
    importer = Importer(some_format(*given), tmp_path, Terms(None, LabelMap(), scheme_of(tmp_path)[0]), replace=True)
    importer.take(tmp_path / "in.x", unheard)

    def passed(name: str) -> None:
        if name == "c.txt":
            assert (tmp_path / "b.txt").exists()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importer.write(NOW, passed)
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_what_somebody_else_wrote_meanwhile_is_not_taken_back(tmp_path: Path) -> None:
    importer = Importer(
        some_format(Incoming("a.txt", LATIN, (CLAIM,)), Incoming("b.txt", f"{LATIN}b", (CLAIM,))),
        tmp_path,
        Terms(None, LabelMap(), scheme_of(tmp_path)[0]),
        replace=False,
    )
    importer.take(tmp_path / "in.x", unheard)

    def passed(name: str) -> None:
        if name == "b.txt":
            (tmp_path / "a.annotations.yaml").write_text("theirs", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        importer.write(NOW, passed)
    assert (tmp_path / "a.annotations.yaml").read_text("utf-8") == "theirs"


def test_what_cannot_be_written_is_said_and_nothing_stays(tmp_path: Path) -> None:
    (tmp_path / "a.annotations.yaml").mkdir()
    report = taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,)), replace=True)
    assert len(report.problems) == 1
    assert report.documents == 0
    assert not (tmp_path / "a.txt").exists()


def test_words_between_two_code_points_stay_whole(tmp_path: Path) -> None:
    family = span_of(LATIN, "👩‍👩‍👧")
    taken(tmp_path, Incoming("a.txt", LATIN, (altered(CLAIM, span=family),)))
    assert documents(tmp_path)["a"].annotations["c1"].span.of(LATIN) == "👩‍👩‍👧"


@pytest.mark.parametrize("bad", ["", "   "])
def test_an_empty_name_is_a_name_all_the_same(tmp_path: Path, bad: str) -> None:
    taken(tmp_path, Incoming(bad, LATIN, (CLAIM,)))
    assert sorted(documents(tmp_path)) == ["article"]


@pytest.mark.parametrize("there", ["Budget.md", "budget.txt", "BUDGET.Md"])
def test_an_article_of_its_stem_is_not_locked_out(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("Another text.\n", "utf-8")
    taken(tmp_path, Incoming("Budget.txt", LATIN, annotations=(CLAIM,)))
    names = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert names == {there, "Budget 2.annotations.yaml", "Budget 2.txt"}


def test_an_article_is_found_however_its_name_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "Café.TXT").write_text(LATIN, "utf-8")
    taken(
        tmp_path,
        Incoming(normalize("NFD", "café.txt"), None, annotations=(CLAIM,), quotes={"c1": "Some 40,000 people left"}),
    )
    assert (tmp_path / "Café.annotations.yaml").exists()


@pytest.mark.parametrize(
    ("name", "usable"),
    [
        ("jan@example.org", "jan@example-org"),
        ("../evil", "evil"),
        ("/", ""),
        ("annotations", "annotations-"),
        (" a ", "a"),
        ("a" * 99, "a" * 60),
    ],
)
def test_an_annotators_name_that_no_file_can_have_is_spelled_otherwise(tmp_path: Path, name: str, usable: str) -> None:
    report = taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,), annotator=name))
    assert len(report.losses) == 1
    assert [document.annotator for document in documents(tmp_path).values()] == [usable]
    assert [*Check().below(tmp_path)] == []


def test_annotations_of_two_articles_of_one_stem_go_each_to_its_own(tmp_path: Path) -> None:
    texts = {"a.md": LATIN, "a.txt": f"Other.\n{LATIN}"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert taken(tmp_path, *(Incoming(name, text, (span_moved(name),)) for name, text in texts.items())).is_whole
    assert {name: document.article.name for name, document in documents(tmp_path).items()} == {
        "a": "a.txt",
        "a.md": "a.md",
    }
    assert [*Check().below(tmp_path)] == []


def span_moved(name: str) -> Annotation:
    """The claim in its place in the article."""
    moved = 0 if name == "a.md" else len("Other.\n")
    return altered(CLAIM, span=Span(CLAIM.span.start + moved, CLAIM.span.end + moved))


STRANGE = altered(CLAIM, label="PER")
TERMS = Terms(None, LabelMap(), built_in_scheme())


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_scheme_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").symlink_to(tmp_path / "nowhere" / "else")
    report = taken(tmp_path, Incoming("a.txt", LATIN, (STRANGE,)))
    assert [problem.path for problem in report.problems] == [tmp_path / "scheme.yaml"]
    assert documents(tmp_path).keys() == {"a"}


def test_a_scheme_of_which_the_system_cannot_tell_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    importer = Importer(some_format(Incoming("a.txt", LATIN, (STRANGE,))), tmp_path, TERMS, replace=False)
    importer.take(tmp_path / "in.x", unheard)
    failed = fail_once(monkeypatch, "stat", called("Scheme.yaml"))
    importer.write(NOW, unheard)
    assert failed
    assert [problem.path for problem in importer.report.problems] == [tmp_path / "Scheme.yaml"]
    assert not (tmp_path / "Scheme.yaml").exists()


def test_no_sidecar_comes_without_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    importer = Importer(some_format(Incoming("a.txt", LATIN, (CLAIM,))), tmp_path, TERMS, replace=False)
    importer.take(tmp_path / "in.x", unheard)
    failed = fail_once(monkeypatch, "stat", called("a.txt"))
    importer.write(NOW, unheard)
    assert failed
    assert [problem.path for problem in importer.report.problems] == [tmp_path / "a.txt"]
    assert documents(tmp_path) == {}
    assert not (tmp_path / "a.annotations.yaml").exists()


def test_nothing_is_replaced_that_the_history_cannot_keep(tmp_path: Path) -> None:
    taken(tmp_path, Incoming("a.txt", LATIN, (CLAIM,)))
    old = (tmp_path / "a.annotations.yaml").read_bytes()
    (tmp_path / ".annotator" / "history").write_text("in the way")
    report = taken(tmp_path, Incoming("a.txt", LATIN, ()), replace=True)
    assert len(report.problems) == 1
    assert (tmp_path / "a.annotations.yaml").read_bytes() == old


def test_a_folder_above_of_which_the_system_cannot_tell_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importer = Importer(some_format(Incoming("a.txt", LATIN, (CLAIM,))), tmp_path, TERMS, replace=False)
    importer.take(tmp_path / "in.x", unheard)
    failed = fail_once(monkeypatch, "stat", called(tmp_path.parent.name))
    importer.write(NOW, unheard)
    assert failed
    assert documents(tmp_path).keys() == {"a"}
