"""An article that has changed: the window says which read ranges, corrections and times are left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.program import Program

Start = Callable[..., Program]
TEXT = "Snow fell, said the mayor. It was cold.\n"


def article(folder: Path, text: str, *, keep: bool) -> Path:
    """An article that was read as a whole, with the time of its second sentence, and has another text since."""
    path = folder / "snow.txt"
    made = Article.of(path.name, TEXT)
    document = Document(made, read=(Span(0, len(TEXT)),), article_extra={"times": ["27-39 00:00:01.000"]})
    path.write_text(TEXT, "utf-8")
    if keep:
        keep_text(folder, made)
    sidecar_path(path, "").write_bytes(SidecarWriter().data(document))
    path.write_text(text, "utf-8")
    return path


def test_a_banner_says_what_is_left_out(tmp_path: Path, start_again: Start) -> None:
    program = start_again(article(tmp_path, TEXT.replace(" ", "\n"), keep=False))
    program.wait_for(lambda: "dropped" in program.banners)
    assert program.banners["dropped"] == (
        "The article has changed. "
        "Read ranges left out, as the article has changed and their places are not certain: 1. "
        "Times left out, as the article has changed and their places are not certain: 1."
    )


def test_what_is_certain_goes_along_without_a_banner(tmp_path: Path, start_again: Start) -> None:
    text = TEXT.replace(" ", "\n\n")
    program = start_again(article(tmp_path, text, keep=True))
    program.wait_for(lambda: bool(program.document.read))
    assert program.document.article_extra["times"] == [f"{text.index('It')}-{len(text) - 1} 00:00:01.000"]
    assert "dropped" not in program.banners
