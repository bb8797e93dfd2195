"""WebAnno TSV 3 as its format is described: stacked values, numbers, relations, slots, chains, escapes, UTF-16."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.webanno_tsv.format import FORMAT
from annotator.interop.report import Report

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
HEAD = f"""#FORMAT=WebAnno TSV 3.3
#T_SP={NER}|identifier|value
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=webanno.custom.Remark|
#T_RL=webanno.custom.Near|how|BT_{NER}


"""
TEXT = "Anna 🚌 Weiß fuhr.\n\nحلب und A_B* [1]"
ROWS = """#Text=Anna 🚌 Weiß fuhr.
1-1\t0-4\tAnna\t*[1]|*[2]\tPER[1]|PER\\_X[2]\tNE\t*\t_\t_\t
1-2\t5-7\t🚌\t*[1]\tPER[1]\t_\t_\t_\t_\t
1-3\t8-12\tWeiß\tQ5\\|6[1]\tPER[1]\t_\t_\t_\t_\t
1-4\t13-17\tfuhr\t_\t_\t_\t*[3]\t_\t_\t
1-5\t17-18\t.\t_\t_\t_\t*[3]\t_\t_\t

#Text=حلب und A_B\\* [1]
2-1\t20-23\tحلب\tQ1\tLOC\t_\t_\tsehr nah\t1-1[1_0]\t
2-2\t24-27\tund\t_\t_\t_\t_\t_\t_\t
2-3\t28-32\tA_B*\t_\t_\t_\t_\t_\t_\t
2-3.1\t28-29\tA\t_\tORG\t_\t_\t_\t_\t
"""


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def one(tmp_path: Path, content: str, report: Report | None = None) -> Incoming:
    (tmp_path / "reise.tsv").write_text(content, "utf-8")
    (incoming,) = read(tmp_path / "reise.tsv", report)
    return incoming


def marked(incoming: Incoming) -> list[tuple[str, str, dict[str, object]]]:
    text = incoming.text or ""
    return [(item.label, item.span.of(text), dict(item.attributes)) for item in incoming.annotations]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_spans_are_taken_with_their_values(tmp_path: Path, newline: str) -> None:
    report = Report()
    incoming = one(tmp_path, (HEAD + ROWS).replace("\n", newline), report)
    assert incoming.text == "Anna 🚌 Weiß fuhr.\n حلب und A_B* [1]"
    assert marked(incoming) == [
        ("NamedEntity", "Anna 🚌 Weiß", {"value": "PER"}),
        ("NamedEntity", "Anna", {"value": "PER_X"}),
        ("Remark", "Anna", {}),
        ("Remark", "fuhr.", {}),
        ("NamedEntity", "حلب", {"identifier": "Q1", "value": "LOC"}),
        ("NamedEntity", "A", {"value": "ORG"}),
    ]
    (near,) = incoming.relations
    ids = [item.id for item in incoming.annotations]
    assert (near.type, near.source, near.target, near.attributes) == ("Near", ids[0], ids[4], {"how": "sehr nah"})
    assert report.is_whole
    assert report.notes == ["1 of POS are left out, as they are not a person's annotations."]


def test_slots_are_relations_by_their_roles(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=custom.Frame|FE|ROLE_custom.Frame:Roles_custom.FrameRolesLink|custom.Who\n"
    rows = (
        "#T_SP=custom.Who|\n\n\n#Text=Anna fuhr heim\n"
        "1-1\t0-4\tAnna\t_\t_\t_\t*[2]\n1-2\t5-9\tfuhr\tgehen\twer;*\t1-1[2];1-3\t_\n1-3\t10-14\theim\t_\t_\t_\t*\n"
    )
    incoming = one(tmp_path, head + rows)
    who, frame, home = (item.id for item in incoming.annotations)
    assert marked(incoming)[1] == ("Frame", "fuhr", {"FE": "gehen"})
    assert [(each.type, each.source, each.target) for each in incoming.relations] == [
        ("wer", frame, who),
        ("Roles", frame, home),
    ]


def test_chains_are_links_one_after_the_other(tmp_path: Path) -> None:
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_CH=custom.CorefLink|referenceRelation|referenceType\n\n\n"
        "#Text=Anna Weiß lacht , sie\n"
        "1-1\t0-4\tAnna\tanaphor->1-1\tnam[1]\n1-2\t5-9\tWeiß\tanaphor->1-1\tnam[1]\n1-3\t10-15\tlacht\t_\t_\n"
        "1-4\t16-17\t,\t_\t_\n1-5\t18-21\tsie\t*->1-2\tpro[1]\n"
    )
    incoming = one(tmp_path, content)
    assert marked(incoming) == [
        ("CorefLink", "Anna Weiß", {"referenceType": "nam"}),
        ("CorefLink", "sie", {"referenceType": "pro"}),
    ]
    assert [(each.type, each.source, each.target) for each in incoming.relations] == [("anaphor", "a1", "a2")]


@pytest.mark.parametrize("number", ["7", "9" * 5000])
def test_a_relation_to_what_is_not_there_is_a_loss(tmp_path: Path, number: str) -> None:
    report = Report()
    one(tmp_path, HEAD + ROWS.replace("1-1[1_0]", f"1-4[{number}_0]"), report)
    assert [(loss.what, loss.kind) for loss in report.losses] == [("left out", "relation")]


def test_documents_of_a_project_are_of_their_annotators(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "project.zip", "w") as archive:
        for name in ("anna", "ليلى", "INITIAL_CAS"):
            archive.writestr(f"annotation/reise.txt/{name}.tsv", HEAD + ROWS)
        archive.writestr("source/other.tsv", "x")
    report = Report()
    found = [(incoming.path, incoming.annotator) for incoming in read(tmp_path / "project.zip", report)]
    assert found == [("reise.txt", "anna"), ("reise.txt", "ليلى"), ("reise.txt", "")]
    assert "source/other.tsv, line 1: It is not WebAnno TSV 3" in str(report.problems[0])


@pytest.mark.parametrize(
    ("content", "line", "about"),
    [
        ("", 1, "not WebAnno TSV 3"),
        ("#FORMAT=WebAnno TSV 2.0\n", 1, "not WebAnno TSV 3"),
        (HEAD + "#Text=A\n1-1\tA\n", 9, "is no token of WebAnno TSV"),
        (HEAD + "#Text=A\n1-1\t4-2\tA\n", 9, "is no token of WebAnno TSV"),
        (HEAD + "#Text=A b\n1-1\t0-1\tX\n", 9, "do not fit"),
        (HEAD + "#Text=A\n1-1\t5-6\tA\n\n#Text=B\n2-1\t0-1\tB\n", 12, "do not fit"),
        (HEAD + "#Text=A\n1-1\t999999999-999999999\tA\n", 9, "do not fit"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, content: str, line: int, about: str) -> None:
    (tmp_path / "in.tsv").write_text(content, "utf-8")
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.tsv")
    assert (caught.value.place, caught.value.line) == (f"in.tsv, line {line}", line)
    assert caught.value.sentence.endswith(".")


def test_what_is_no_utf_8_and_no_folder_of_it_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ForeignError, match="no files that end in"):
        read(tmp_path)
    (tmp_path / "in.tsv").write_bytes(b"#FORMAT=WebAnno TSV 3.3\n\xff")
    with pytest.raises(ForeignError, match="not UTF-8") as caught:
        read(tmp_path)
    assert caught.value.line == 2
