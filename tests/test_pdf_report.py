"""Hand-over as PDF, by the command and without a display: read by the program's own reader of PDF."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from annotator.interop.articles.kinds.pdf import EXTRACTOR
from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandOver
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.forms import FORMS
from tests.interop.articles.taking import one
from tests.support.handover.checked_story import SCHEME, SECRET, checked_story, signed_by
from tests.support.paths import ROOT

STORY = contents_of(checked_story(), SCHEME, Choices())


def pages(handed: HandOver) -> list[str]:
    """The text of each page of the PDF, with single blanks."""
    document = pypdfium2.PdfDocument(FORMS["pdf"].file_of(handed))
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


@pytest.mark.usefixtures("qtbot")
class TestFile:
    def test_text_numbers_and_notes_stand_on_the_first_page(self) -> None:
        first, _last = pages(STORY)
        assert "The bell weighs 412 kilos" in first
        assert re.search(r"more than the old one\s*3", first)
        assert "✓ supported · E1; E2, p. 14" in first.replace("\u00a0", " ")
        assert "Read: “42 per cent”, not “58 per cent”" in first
        assert "1 of 2" in first

    def test_the_sheet_is_on_the_last(self) -> None:
        last = pages(STORY)[-1]
        for words in (
            "Claims and sign-off",
            "The bell was stolen",
            "E2 Accounts, p. 14",
            "1 piece is confidential and not listed",
            "3 (line 4) – Which old bell? (open)",
            "1 – the editor knows",
            "Ines Okoro, 2026-11-28, 18:40 UTC, round 2",
            "second signature: name, date, time",
        ):
            assert words in last
        assert STORY.article.sha256 in last.replace(" ", "")
        assert not any(SECRET in page for page in pages(STORY))

    def test_all_who_signed_the_latest_round_stand_on_the_sheet(self) -> None:
        earlier = signed_by(checked_story(), "Kim Adu", "2026-11-27T18:40:00Z", round="1")
        for names in (["Sam Poe"], ["Sam Poe", "Alex Ray"]):
            signed = earlier
            for minute, name in enumerate(names, 41):
                signed = signed_by(signed, name, f"2026-11-28T18:{minute}:00Z")
            last = pages(contents_of(signed, SCHEME, Choices()))[-1]
            assert [name for name in ("Ines Okoro", *names) if f"{name}, 2026-11-28" in last] == ["Ines Okoro", *names]
            assert "Kim Adu" not in last
            assert "second signature" not in last
            assert last.count("1 – the editor knows") == 1

    def test_the_words_of_a_long_article_are_there_in_order(self) -> None:
        text = "\n\n".join(
            f"Paragraph {n} tells of the harbour and of its wall, which fell in the night." for n in range(150)
        )
        long = HandOver(replace(STORY.article, text=text))
        found = one(EXTRACTOR, FORMS["pdf"].file_of(long), name="a.pdf").text
        assert re.findall(r"Paragraph (\d+) tells of the harbour", found) == [str(n) for n in range(150)]

    def test_its_fonts_are_in_it(self) -> None:
        data = FORMS["pdf"].file_of(STORY)
        assert data.startswith(b"%PDF")
        assert data.count(b"/FontFile2") + data.count(b"/FontFile3") == data.count(b"/Type /FontDescriptor") > 0


class TestWithoutDisplay:
    def test_the_command_makes_it_and_loads_no_widgets(self, tmp_path: Path) -> None:
        program = (
            "import sys; from annotator.cli import main; code = main(sys.argv[1:]); "
            "assert 'PySide6.QtWidgets' not in sys.modules; sys.exit(code)"
        )
        without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in without}
        out = tmp_path / "out.pdf"
        article = str(ROOT / "sample_articles" / "harbour-report.txt")
        command = [sys.executable, "-c", program, "report", article, "-o", str(out), "--as", "pdf"]
        ran = subprocess.run(
            command,
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        document = pypdfium2.PdfDocument(out)
        assert len(document) >= 2
        document.close()
