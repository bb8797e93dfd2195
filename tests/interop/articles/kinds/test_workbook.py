"""Excel workbooks of texts, written by hand: what stands in the cells comes out, and no bomb goes off."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from annotator.interop.articles.extracted import Extracted, Wishes
from annotator.interop.articles.kinds.table.extractor import EXTRACTOR, columns
from tests.interop.articles.taking import SCRIPTS, laughing, one, refusal, repacked, taken, taken_or_refused

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>'
)


def cell(place: str, value: str, kind: str = "n", style: int = 0) -> str:
    return f'<c r="{place}" t="{kind}" s="{style}"><v>{escape(value)}</v></c>'


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def workbook(sheets: Mapping[str, str], shared: str = "", settings: str = "") -> bytes:
    """A workbook of these sheets, each by its name; ``shared`` has the shared texts."""
    file = BytesIO()
    ids = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in zip(ids, sheets, strict=True))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in ids
    )
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{settings}<sheets>{listed}</sheets></workbook>',
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>')
        archive.writestr("xl/styles.xml", STYLES)
        if shared:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
        for number, rows in zip(ids, sheets.values(), strict=True):
            sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
    return file.getvalue()


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


HEAD = row(1, inline("A1", "id"), inline("B1", "text"), inline("C1", "published"))


def first(data: bytes) -> Extracted:
    return taken(EXTRACTOR, data, None, "a.xlsx")[0]


def test_every_script_comes_out_as_it_went_in() -> None:
    rows = [row(n, cell(f"A{n}", str(n)), inline(f"B{n}", text)) for n, text in enumerate(SCRIPTS, 2)]
    articles = taken(EXTRACTOR, workbook({"Data": HEAD + "".join(rows)}), None, "a.xlsx")
    assert [article.text for article in articles] == SCRIPTS
    assert [article.name for article in articles] == [str(n) for n in range(2, 2 + len(SCRIPTS))]


def test_shared_texts_lose_their_looks_and_reading_aids() -> None:
    shared = (
        "<si><t>A flood.</t></si><si><r><t>The </t></r><r><rPr><b/></rPr><t>mayor</t></r><rPh><t>x</t></rPh></si>"
        "<si><t>Two_x000D_\nlines</t></si>"
    )
    rows = "".join(row(n + 2, cell(f"B{n + 2}", str(n), "s")) for n in range(3))
    data = workbook({"Data": HEAD + rows}, shared)
    assert [article.text for article in taken(EXTRACTOR, data, None, "a.xlsx")] == [
        *("A flood.", "The mayor", "Two\nlines")
    ]


@pytest.mark.parametrize(("style", "settings"), [(1, ""), (2, ""), (1, '<workbookPr date1904="1"/>')])
def test_days_are_days(style: int, settings: str) -> None:
    number = "41257" if settings else "42719"
    data = workbook({"D": HEAD + row(2, inline("B2", "It rained."), cell("C2", number, style=style))}, "", settings)
    assert first(data).about["published"] == "2016-12-15"


def test_numbers_truth_values_and_gaps() -> None:
    rows = row(2, inline("B2", "It rained."), cell("E2", "3.50", style=3), cell("G2", "1", "b"), cell("H2", "x", "e"))
    data = workbook({"Data": row(1, inline("B1", "text"), inline("E1", "n"), inline("G1", "sure")) + rows})
    assert columns(data, "a.xlsx") == [
        *("column 1", "text", "column 3", "column 4", "n", "column 6", "sure", "column 8")
    ]
    assert first(data).text == "It rained."


def test_the_first_sheet_that_has_rows_is_read_and_the_others_are_named() -> None:
    article = first(workbook({"Cover": "", "Data": HEAD + row(2, inline("B2", "It rained.")), "Old": HEAD}))
    assert article.text == "It rained."
    assert "Only the sheet “Data” was read, not “Cover”, “Old”." in article.notes
    assert "Only the sheet “Data” was read, not “Cover”, “Old”." not in article.harmless


def test_a_formula_without_a_result_is_told() -> None:
    formula = '<c r="C2"><f>1+1</f></c>'
    article = one(EXTRACTOR, workbook({"D": HEAD + row(2, inline("B2", "It rained."), formula)}), Wishes(), "a.xlsx")
    assert any(note.startswith("Some of its cells have formulas") for note in article.notes)


def test_numbers_of_thousands_of_digits_are_none_that_a_workbook_has() -> None:
    endless = "2" * 5000
    cells = row(2, inline("B2", "It rained."), f'<c r="C2" s="{endless}"><v>42719</v></c>')
    data = workbook({"D": HEAD + cells.replace('r="2"', f'r="{endless}"')})
    assert first(data).text == "It rained."
    shared = workbook({"D": HEAD + row(2, cell("B2", endless, "s"))}, "<si><t>x</t></si>")
    assert "refers to a text that the workbook does not have" in refusal(EXTRACTOR, shared, "a.xlsx").sentence


class TestBadFiles:
    GOOD = workbook({"Data": HEAD + row(2, inline("B2", "It rained."))}, "<si><t>x</t></si>")

    def test_old_and_encrypted_ones(self) -> None:
        error = refusal(EXTRACTOR, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xlsx")
        assert error.sentence.startswith("It is encrypted or an old Excel workbook.")

    @pytest.mark.parametrize("data", [b"PK\x03\x04", b"no zip", repacked(GOOD, {"xl/workbook.xml": None})])
    def test_other_files(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data, "a.xlsx").sentence

    @pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
    def test_entities_are_refused(self, member: str) -> None:
        bad = laughing(f'<worksheet xmlns="{MAIN}">&l9;&f;&n;</worksheet>'.encode())
        refusal(EXTRACTOR, repacked(self.GOOD, {member: bad}), "a.xlsx")

    def test_a_sheet_that_unpacks_to_too_much_is_refused(self) -> None:
        bomb = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode() + b" " * 30 * 1024 * 1024
        assert (
            "larger than"
            in refusal(EXTRACTOR, repacked(self.GOOD, {"xl/worksheets/sheet1.xml": bomb}), "a.xlsx").sentence
        )

    def test_cells_far_to_the_right_of_many_rows_are_refused(self) -> None:
        rows = "".join(row(number, inline(f"XFD{number}", "It rained.")) for number in range(1, 400))
        assert "With its empty cells" in refusal(EXTRACTOR, workbook({"D": rows}), "a.xlsx").sentence

    def test_one_cell_far_to_the_right_is_read(self) -> None:
        rows = HEAD + row(2, inline("B2", "It snowed."), inline("XFD2", "far"))
        assert first(workbook({"D": rows})).text == "It snowed."

    @pytest.mark.parametrize("place", ["", "ZZZZZZ1", "é1", "1", "XFD1", "A"])
    def test_places_that_are_none(self, place: str) -> None:
        taken_or_refused(EXTRACTOR, workbook({"D": HEAD + row(2, inline(place, "It rained."))}), "a.xlsx")

    def test_cut_off_anywhere(self) -> None:
        for end in range(0, len(self.GOOD), 97):
            taken_or_refused(EXTRACTOR, self.GOOD[:end], "a.xlsx")
