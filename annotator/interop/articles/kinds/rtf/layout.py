"""Assembly of paragraphs and tables from a stream of RTF text and marks."""

from __future__ import annotations

from annotator.interop.articles.blocks import Block, paragraph, rows


class Layout:
    """Collect text into ``blocks``; ``listed`` counts the paragraphs with a bullet or a number."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.listed = 0
        self.in_table = False
        self._text: list[str] = []
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._has_bullet = False

    def write(self, text: str) -> None:
        self._text.append(text)

    def put_bullet(self) -> None:
        self._has_bullet = True

    def end(self, word: str) -> None:
        """End a “cell” or a “row”; any other word ends a paragraph."""
        if word == "cell":
            self._cells.append(self._take_text())
        elif word == "row":
            self._rows.append(self._cells)
            self._cells = []
        elif self.in_table:
            self._text.append("\n")
        else:
            self._end_paragraph()

    def finish(self) -> None:
        """End the open row and paragraph."""
        self.in_table = False
        if self._cells:
            self.end("row")
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        self.blocks.append(rows(self._rows))
        self._rows = []
        block = paragraph(self._take_text())
        self.listed += self._has_bullet and bool(block.text)
        self._has_bullet = False
        self.blocks.append(block)

    def _take_text(self) -> str:
        text = "".join(self._text)
        self._text = []
        return text
