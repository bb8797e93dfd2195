"""What the README and docs/format.md show is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.cli import COMMANDS, main
from annotator.model.article import Article
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from annotator.ui.actions.fixed_keys import FIXED_KEYS
from annotator.ui.actions.table import ACTIONS

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
ARTICLE = "Some 3,000 people left Aleppo on Thursday, the Red Cross said.\n"


def test_the_example_is_what_the_program_writes(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert example
    sidecar = tmp_path / "story.annotations.yaml"
    sidecar.write_text(example[1], "utf-8")
    read = read_sidecar(sidecar, Article.of("story.txt", ARTICLE))
    assert not read.problems
    assert SidecarWriter().data(read.document).decode() == example[1]


def test_the_keys_it_names_are_the_keys_there_are() -> None:
    shown = set(re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+[A-Z]\w*|\bF\d+", README))
    keys = {key.replace("Return", "Enter") for row in (*ACTIONS, *FIXED_KEYS) for key in row.keys}
    assert shown <= keys
    assert {"Ctrl+O", "Ctrl+K", "F1", "F3", "F6", "Ctrl+Z", "Ctrl+F"} <= shown


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"scheme"}))
def test_its_table_names_every_option_of_a_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And every form that a hand-over may have; the formats of an export have a page of their own."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    helped = capsys.readouterr().out
    named = set(re.findall(r"^ +(--[a-z-]+)", helped, re.MULTILINE))
    for forms in re.findall(r"--as {([^}]*)}", helped):
        named |= set(re.split(r",\s*", forms))
    rows = "".join(line for line in README.splitlines() if re.match(rf"\| `annotator {command}\b", line))
    code = " ".join(re.findall(r"`[^`]*`", rows))
    assert {name for name in named if not re.search(rf"(?<![\w-]){name}(?![\w-])", code)} == set()
