"""Labels, attributes and relations that come in are in the folder's new scheme, so that a check finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from annotator.corpus.checking.problems import Check
from annotator.corpus.entries import entries_below
from annotator.interop.format import EVERYTHING, Format, Incoming
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.registry import format_named
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule, Scheme
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import scheme_of
from tests.support.hard_entries import exported, unheard

TEXT = "Anna Weiß leitet das Werk in Köln. ليلى تعمل في حلب.\n"
LINES = """T1\tPerson 0 9\tAnna Weiß
T2\tPlant 17 25\tdas Werk
T3\tCity 29 33\tKöln
T4\tPerson 35 39\tليلى
T5\tCity 48 51\tحلب
R1\tPart-of Arg1:T2 Arg2:T3
R2\tPart-of Arg1:T1 Arg2:T2
R3\tPart-of Arg1:T4 Arg2:T2
A1\tNegated T2
A2\tCertainty T1 hoch
A3\tCertainty T4 gering
A4\tRole T1 a
A5\tRole T1 b
"""


def imported(format: Format, source: Path, folder: Path) -> Report:
    importer = Importer(format, folder, Terms(None, LabelMap(), scheme_of(folder)[0]), replace=False)
    importer.take(source, unheard)
    importer.write("2026-11-22T06:21:20Z", unheard)
    return importer.report


def saying(incoming: Incoming) -> Format:
    def read(_path: Path, _report: Report) -> Iterator[Incoming]:
        yield incoming

    return Format("some", "Some", ".x", EVERYTHING, None, read)


def brat(folder: Path) -> Format:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT, "utf-8")
    (folder / "in" / "a.ann").write_text(LINES, "utf-8")
    format = format_named("brat")
    assert format
    return format


def rules(scheme: Scheme, label: str) -> dict[str, tuple[str, tuple[str, ...], bool]]:
    found = scheme.label(label)
    assert found
    return {rule.id: shape(rule) for rule in found.attributes}


def shape(rule: AttributeRule) -> tuple[str, tuple[str, ...], bool]:
    return rule.type, rule.choices, rule.many


def test_a_check_is_quiet_after_an_import_from_brat(tmp_path: Path) -> None:
    report = imported(brat(tmp_path), tmp_path / "in", tmp_path / "out")
    scheme, problem = scheme_of(tmp_path / "out")
    assert problem is None
    assert [*Check().below(tmp_path / "out")] == []
    assert rules(scheme, "Plant") == {"Negated": ("flag", (), False)}
    assert rules(scheme, "Person") == {
        "Certainty": ("choice", ("hoch", "gering"), False),
        "Role": ("choice", ("a", "b"), True),
    }
    made = [(rule.id, rule.source, rule.target) for rule in scheme.relations if rule.id.startswith("Part-of")]
    assert made == [("Part-of", "Person", "Plant"), ("Part-of_City", "Plant", "City")]
    assert [(loss.kind, loss.id) for loss in report.losses] == [("relation", "R1")]
    assert any("“Certainty”, “Negated”, “Role”" in note for note in report.notes)


def test_relations_that_were_divided_go_out_to_brat_as_they_came(tmp_path: Path) -> None:
    imported(brat(tmp_path), tmp_path / "in", tmp_path / "out")
    entries = [entry for entry in entries_below([tmp_path / "out"]) if isinstance(entry, Entry)]
    assert exported("brat", tmp_path / "back", entries=entries).is_whole
    lines = (tmp_path / "back" / "a.ann").read_text("utf-8").splitlines()
    assert [line for line in lines if line[0] in "TR"] == [line for line in LINES.splitlines() if line[0] in "TR"]


def test_a_folders_own_scheme_is_told_what_it_lacks(tmp_path: Path) -> None:
    scheme = "format: annotation-scheme\nversion: 1\nid: mine\nlabels: [{id: Person}, {id: Plant}, {id: City}]\n"
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "scheme.yaml").write_text(scheme, "utf-8")
    report = imported(brat(tmp_path), tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out" / "scheme.yaml").read_text("utf-8") == scheme
    assert [note for note in report.notes if "lacks" in note] == [
        "scheme.yaml, the folder's own scheme, lacks attributes or relations that came in: "
        "“Certainty”, “Negated”, “Role”, “Part-of”, “Part-of_City”."
    ]
    (entry,) = (entry for entry in entries_below([tmp_path / "out"]) if isinstance(entry, Entry))
    assert {relation.type for relation in entry.document.relations.values()} == {"Part-of"}


def test_values_of_all_kinds_have_a_rule_that_allows_them(tmp_path: Path) -> None:
    values: list[dict[str, Value]] = [
        {
            "n": 1,
            "f": True,
            "d": "2026-11-22",
            "l": "https://a.example/1",
            "m": ["x", "y"],
            "mixed": True,
            "t": "a" * 90,
        },
        {
            "n": Decimal("1.50"),
            "f": False,
            "d": "2026-01-01",
            "l": "http://b.example",
            "m": "z",
            "mixed": "no",
            "t": "b",
        },
        {"odd": None, "kind": "measured", "": "x"},
    ]
    items = [Annotation(f"a{at}", "figure", Span(at, at + 1), some) for at, some in enumerate(values)]
    link = Relation("r1", "attributed_to", "a0", "a1", {"sure": True})
    incoming = Incoming("a.txt", TEXT, tuple(items), (link,), article={"attributes": {"desk": "Lokales"}})
    format = saying(incoming)
    imported(format, tmp_path / "in.x", tmp_path / "out")
    scheme, problem = scheme_of(tmp_path / "out")
    assert problem is None
    found = rules(scheme, "figure")
    assert {name: found[name][0] for name in ("n", "f", "d", "l", "m", "mixed", "t")} == {
        "n": "number",
        "f": "flag",
        "d": "date",
        "l": "link",
        "m": "choice",
        "mixed": "choice",
        "t": "text",
    }
    problems = [problem.sentence for problem in Check().below(tmp_path / "out")]
    assert sorted(problems) == [
        "The label “figure” has no attribute “odd” in the scheme.",
        "The label “figure” has no attribute “” in the scheme.",
    ]


def test_a_relation_of_very_many_pairs_is_not_divided_without_end(tmp_path: Path) -> None:
    items = [Annotation(f"a{at}", f"label {at}", Span(at, at + 1)) for at in range(40)]
    links = [Relation(f"r{at}", "near", f"a{at}", f"a{at + 1}") for at in range(39)]
    incoming = Incoming("a.txt", TEXT, tuple(items), tuple(links))
    format = saying(incoming)
    imported(format, tmp_path / "in.x", tmp_path / "out")
    scheme, problem = scheme_of(tmp_path / "out")
    assert problem is None
    assert sum(rule.id.startswith("near") for rule in scheme.relations) == 20
