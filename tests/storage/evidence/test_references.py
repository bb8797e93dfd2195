"""Files of evidence that sidecars refer to, however these write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.storage.evidence.keeping import keep_bytes
from annotator.storage.evidence.references import unused_files


@pytest.mark.parametrize("slash", ["/", "\\/", "\\x2f", "\\u002F"])
def test_a_file_is_used_however_its_name_is_written(tmp_path: Path, slash: str) -> None:
    file = keep_bytes(tmp_path, b"Accounts", ".pdf").file
    assert unused_files(tmp_path) == [file]
    piece = f'{{"id": "e1", "file": "{file.replace("/", slash)}"}}'
    sidecar = f'{{"format": "annotator", "version": 1, "article": {{"file": "story.txt"}}, "evidence": [{piece}]}}'
    (tmp_path / "story.annotations.yaml").write_text(sidecar, encoding="utf-8")
    assert unused_files(tmp_path) == []
