"""``annotator agreement``: what it prints and what it returns."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from annotator.commands.agreement import NOBODY, command
from annotator.commands.agreement_extras import Extras, extra_lines
from annotator.review.gamma.asking import Gamma

Printed = pytest.CaptureFixture[str]

TEXT = "The quay was built in 1904. The port says it will be mended, and nobody paid. "
ANA = [("claim", 0, 26), ("figure", 22, 26), ("claim", 28, 59), ("source", 28, 36)]
BEN = [("claim", 0, 26), ("figure", 22, 26), ("quote", 28, 59), ("source", 28, 36), ("claim", 65, 76)]


def sidecar(name: str, rows: list[tuple[str, int, int]], file: str) -> str:
    head = f"format: annotator\nversion: 1\narticle: {{file: {file}}}\nannotator: {name}\nstatus: done\nannotations:\n"
    return head + "".join(
        f'- {{id: {label}-{at}, label: {label}, start: {start}, end: {end}, text: "{TEXT[start:end]}"}}\n'
        for at, (label, start, end) in enumerate(rows)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        (tmp_path / f"quay{number}.txt").write_text(TEXT)
        for name, rows in (("ana", ANA), ("ben", BEN)):
            text = sidecar(name, rows, f"quay{number}.txt")
            (tmp_path / f"quay{number}.annotations.{name}.yaml").write_text(text)
    return tmp_path


def test_the_table_has_numbers_and_reasons(folder: Path, capsys: Printed) -> None:
    assert command([str(folder), "--resamples", "50"]) == 0
    lines = {line.split("  ")[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "0.50 (0.50–0.50)" in lines["claim"]
    assert "too few: 6 and 6 in 6 articles, at least 10 are needed" in lines["source"]
    assert "too few: 0 and 6 in 6 articles, at least 10 are needed" in lines["quote"]
    assert "undefined: nobody has used it" in lines["via"]
    assert "0.67 (0.67–0.67)" in lines["all labels"]


def test_json_leads_to_the_places(folder: Path, capsys: Printed) -> None:
    assert command([str(folder), "--json", "--resamples", "0"]) == 0
    told = json.loads(capsys.readouterr().out)
    claim = next(row for row in told["rows"] if row["name"] == "claim")
    assert claim["used"] == {"ana": 12, "ben": 12}
    assert claim["measures"]["exact F1"]["value"] == 0.5
    here = [place for place in told["differences"] if place["article"] == "quay3.txt"]
    assert [(place["labels"], place["ids"]) for place in here] == [
        (["claim", "quote"], ["claim-2", "quote-2"]),
        ([None, "claim"], [None, "claim-4"]),
    ]
    assert {"annotators": ["ana", "ben"], "labels": ["claim", "quote"], "count": 6} in told["confusions"]


def test_csv_and_latex_have_every_row(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert command([str(folder), "--csv", "--resamples", "50"]) == 0
    lines = capfdbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert lines[0] == "kind,name,used by ana,used by ben,articles,measure,value,low,high,reason"
    assert "label,claim,12,12,6,exact F1,0.5,0.5,0.5," in lines
    assert command([str(folder), "--latex", "--resamples", "50"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert r"attributed\_to & 0 & 0 & \multicolumn" in text
    assert "claim & 12 & 12 & 0.50 (0.50--0.50)" in text


def test_labels_and_annotators_can_be_chosen(folder: Path, capsys: Printed) -> None:
    (folder / "quay0.annotations.eva.yaml").write_text(sidecar("eva", ANA, "quay0.txt"))
    assert command([str(folder), "--json", "--annotators", "ana,ben", "--label", "claim", "--resamples", "0"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["annotators"] == ["ana", "ben"]
    assert [row["name"] for row in told["rows"] if row["kind"] == "label"] == ["claim"]


def test_processes_find_the_same(folder: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.corpus.processes.FEWEST", 1)
    command([str(folder), "--json", "--resamples", "50", "--jobs", "1"])
    one = capsys.readouterr().out
    command([str(folder), "--json", "--resamples", "50", "--jobs", "2"])
    assert capsys.readouterr().out == one


def test_one_annotator_has_nobody_to_agree_with(folder: Path, capsys: Printed) -> None:
    assert command([str(folder), "--annotators", "ana"]) == 0
    assert capsys.readouterr().out == f"{NOBODY}\n"


def test_an_unreadable_sidecar_is_told(folder: Path, capsys: Printed) -> None:
    (folder / "quay0.annotations.ben.yaml").write_text("format: annotator\nversion: 1\nannotations: 5\n")
    assert command([str(folder), "--resamples", "0"]) == 1
    assert "quay0.annotations.ben.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--overlap", "2"], ["--seed", "x"], ["--json", "--csv"]])
def test_wrong_use(folder: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command([str(folder), *arguments])
    assert ended.value.code == 2


def test_too_many_annotators_are_not_measured_at_once(folder: Path, capsys: Printed) -> None:
    for name in ("c", "d", "e", "f"):
        (folder / f"quay0.annotations.{name}.yaml").write_text(sidecar(name, ANA, "quay0.txt"))
    assert command([str(folder)]) == 2
    assert "There are 6 annotators: ana, ben, c, d, e, f." in capsys.readouterr().err


def test_a_model_is_tested_against_people(folder: Path, capsys: Printed) -> None:
    for number in range(6):
        (folder / f"quay{number}.annotations.bot.yaml").write_text(sidecar("bot", ANA, f"quay{number}.txt"))
    assert command([str(folder), "--model", "bot", "--resamples", "0"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        "bot instead of a person: may stand in, won against 2 of 2 people (omega 1.00, advantage 1.00, epsilon 0.2)"
        in lines
    )
    assert "  against ben: won, advantage 1.00, p 0.000, 6 articles" in lines
    assert "  It says little with fewer than 3 people or 30 articles." in lines
    assert command([str(folder), "--model", "bot", "--json", "--resamples", "0"]) == 0
    assert json.loads(capsys.readouterr().out)["alternative_test"]["omega"] == 1.0


def test_a_model_that_is_not_there(folder: Path, capsys: Printed) -> None:
    assert command([str(folder), "--model", "bot"]) == 2
    assert "bot has no article in common with others; there are: ana, ben." in capsys.readouterr().err


@pytest.mark.skipif(find_spec("pygamma_agreement") is not None, reason="pygamma-agreement is installed")
def test_gamma_without_its_library(folder: Path, capsys: Printed) -> None:
    assert command([str(folder), "--gamma"]) == 2
    assert "pip install 'article-annotator[gamma]'" in capsys.readouterr().err


def test_reviews_and_final_versions_are_measured_where_they_are_named(folder: Path, capsys: Printed) -> None:
    for name in ("dee", "gold"):
        decided = "\ndecisions:\n- {id: d1, over: {ana: aaaaaaaaaaaaaaaa}, of: {ana: claim-0}, took: none, by: dee}\n"
        text = sidecar(name, [], "quay0.txt").replace("\nannotations:\n", decided)
        (folder / f"quay0.annotations.{name}.yaml").write_text(text)
    assert command([str(folder), "--json", "--resamples", "0"]) == 0
    claim = next(row for row in json.loads(capsys.readouterr().out)["rows"] if row["name"] == "claim")
    assert claim["used"] == {"ana": 12, "ben": 12}
    assert command([str(folder), "--json", "--resamples", "0", "--annotators", "ana,gold"]) == 0
    claim = next(row for row in json.loads(capsys.readouterr().out)["rows"] if row["name"] == "claim")
    assert claim["used"] == {"ana": 2, "gold": 0}


def test_the_help_has_no_doubled_signs(capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        command(["--help"])
    assert "with 95 % intervals" in " ".join(capsys.readouterr().out.split())


def test_gamma_stands_with_its_interval_and_counts() -> None:
    used = {"ana": 3, "ben": 4}
    found = [Gamma("a.txt", 0.5, 0.4, 0.6, used), Gamma("b.txt", 1.0, used=used), Gamma("c.txt", None, used=used)]
    assert [*extra_lines(Extras(gammas=found))] == [
        "",
        "gamma: mean 0.75 of 2 articles",
        "  a.txt: 0.50 (sampling 0.40–0.60; 3, 4 annotations)",
        "  b.txt: 1.00 (no interval; 3, 4 annotations)",
        "  c.txt: undefined, somebody has marked nothing",
    ]
