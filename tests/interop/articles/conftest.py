"""What tests of articles in files share."""

from __future__ import annotations

import pytest

from annotator.interop.articles.kinds.pdf.lines import Printed, printed


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDF files in this process, where only the layout is tested: a process of its own takes 0.3 s."""

    def read(data: bytes, _go_on: object) -> Printed:
        return printed(data)

    monkeypatch.setattr("annotator.interop.articles.kinds.pdf.extractor.read_in_subprocess", read)
