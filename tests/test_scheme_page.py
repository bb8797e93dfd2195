"""The page about schemes: its example is a scheme."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.model.scheme import ATTRIBUTE_TYPES, MARKS
from annotator.storage.schemes.scheme_lookup import read_scheme

PAGE = (Path(__file__).parents[1] / "docs" / "scheme.md").read_text(encoding="utf-8")


def test_the_example_is_a_scheme(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "scheme.yaml"
    path.write_text(example, encoding="utf-8")

    scheme = read_scheme(path)

    assert [label.name for label in scheme.labels] == ["demand", "addressee"]
    assert [rule.type for rule in scheme.labels[0].attributes] == ["choice", "date"]


def test_the_page_names_every_mark_and_every_type() -> None:
    assert all(f"`{word}`" in PAGE for word in (*MARKS, *ATTRIBUTE_TYPES))
