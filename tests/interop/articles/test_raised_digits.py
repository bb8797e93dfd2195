"""Raised and lowered digits: in no kind of file do they become part of the figure before them."""

from __future__ import annotations

import pytest

from tests.interop.articles.files import KINDS, Piece, extractor, imported, line
from tests.interop.articles.taking import one
from tests.interop.articles.written_pdf import CHARACTER, SIZE, Line, pdf

COUNTED = "{} raised or lowered numbers were written with raised or lowered digits, as in 10⁶."


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("The mill made 10", ("raised", "6"), " litres."), "The mill made 10⁶ litres."),
        (("The mill paid 3,200", ("raised", "2"), " by Friday."), "The mill paid 3,200 ² by Friday."),
        (("The mill paid 3,200", ("raised", "1"), ("raised", "2"), "."), "The mill paid 3,200 ¹²."),
        (("The mill counted 12", ("raised", "3"), " dead."), "The mill counted 12 ³ dead."),
        (("The mill covers 5 km", ("raised", "2"), "."), "The mill covers 5 km²."),
        (("The mill needs 10", ("raised", "-6"), " s", ("raised", "−1"), "."), "The mill needs 10⁻⁶ s⁻¹."),
        (("The mill stopped.", ("raised", "4"), " It rained."), "The mill stopped.⁴ It rained."),
        (("The mill emits CO", ("lowered", "2"), "."), "The mill emits CO₂."),
        (("The mill took 3", ("raised", "1"), "/", ("lowered", "2"), " years."), "The mill took 3½ years."),
        (("The mill took ", ("raised", "3"), "/", ("lowered", "16"), " of it."), "The mill took ³⁄₁₆ of it."),
        (("The mill came 1", ("raised", "st"), "."), "The mill came 1st."),
        (("The mill paid 3,200", ("raised", "[2]"), " again."), "The mill paid 3,200 [2] again."),
        (("The mill paid 3,200", ("raised", "*"), " again."), "The mill paid 3,200 * again."),
        (("The mill paid 3,200", ("raised", "a"), " again."), "The mill paid 3,200 [a] again."),
        (("The mill holds ١٠", ("raised", "٦"), " litres."), "The mill holds ١٠^٦ litres."),
        (("The mill paid ٣٬٢٠٠", ("raised", "٢"), " again."), "The mill paid ٣٬٢٠٠ [٢] again."),
        (("The mill holds 10", ("raised", "2.5"), " litres."), "The mill holds 10^2.5 litres."),
    ],
)
def test_in_every_kind_of_file(kind: str, pieces: tuple[Piece, ...], text: str) -> None:
    assert line(imported(kind, *pieces)) == text


@pytest.mark.parametrize("kind", KINDS)
def test_they_are_counted_and_nothing_is_lost_by_them(kind: str) -> None:
    found = imported(kind, "The mill made 10", ("raised", "6"), " litres and paid 3,200", ("raised", "2"), ".")
    counted, apart = COUNTED.format(2), "1 mark of a footnote was set apart from the figure before it."
    assert {counted, apart} <= {*found.notes} & found.harmless


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("The mill covers 5 km<sup><a href='#n'>2</a></sup>.", "The mill covers 5 km ²."),
        ("The mill holds 10<a href='#n'><sup>2</sup></a>.", "The mill holds 10 ²."),
        ("The mill holds 10<sup class='reference'>2</sup>.", "The mill holds 10 ²."),
        ("<a href='/x'>The mill makes 10<sup>6</sup> litres</a> now.", "The mill makes 10⁶ litres now."),
        ("The mill makes 10<span class='sup'>6</span>.", "The mill makes 10⁶."),
        ("The mill<sup><a href='/tm'>TM</a></sup> is old.", "The millTM is old."),
        ("The mill<sup><a href='#n'>b</a></sup> is old.", "The mill[b] is old."),
        ("The mill makes 10<span style='vertical-align: super; color: red'>6</span>.", "The mill makes 10⁶."),
    ],
)
def test_links_on_pages_are_marks(markup: str, text: str) -> None:
    assert line(imported("html", markup)) == text


def printed(*pieces: tuple[str, float, float]) -> list[Line]:
    """A printed line: each piece of it with how far it stands above the base line, and its size."""
    lines, left = [], 50.0
    for words, above, size in pieces:
        lines.append(Line(words, left, 700 + above, size))
        left += CHARACTER * size / SIZE * len(words)
    return lines


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ((("The mill made 10", 0, 10), ("6", 4, 6), (" litres.", 0, 10)), "The mill made 10⁶ litres."),
        ((("The mill paid 3,200", 0, 10), ("12", 3.5, 6), (" again.", 0, 10)), "The mill paid 3,200 ¹² again."),
        ((("The mill stopped.", 0, 10), ("2", 3.5, 6)), "The mill stopped.²"),
        ((("2", 3.5, 6), (" Ministry of Ports", 0, 10)), "² Ministry of Ports"),
        ((("The mill emits CO", 0, 10), ("2", -2, 6), (".", 0, 10)), "The mill emits CO₂."),
        ((("The mill needs 10", 0, 10), ("-6", 4, 6), (" s.", 0, 10)), "The mill needs 10⁻⁶ s."),
        ((("The mill paid 3", 0, 10), (",200", 0, 6), (" again.", 0, 10)), "The mill paid 3,200 again."),
        ((("The mill paid 3,200", 0, 10), ("2", 0.3, 10), (" again.", 0, 10)), "The mill paid 3,2002 again."),
    ],
)
def test_in_pdf_by_size_and_base_line(pieces: tuple[tuple[str, float, float], ...], text: str) -> None:
    assert one(extractor("pdf"), pdf([printed(*pieces)])).text == text


@pytest.mark.usefixtures("read_here")
def test_in_pdf_they_are_counted() -> None:
    pieces = ("It made 10", 0, 10), ("6", 4, 6), (" of 3,200", 0, 10), ("2", 4, 6), (" litres.", 0, 10)
    found = one(extractor("pdf"), pdf([printed(*pieces)]))
    counted, apart = COUNTED.format(2), "1 mark of a footnote was set apart from the figure before it."
    assert {counted, apart} <= {*found.notes} & found.harmless


@pytest.mark.parametrize(
    ("before", "raised", "shown"),
    [
        ("x", "n+1", "xⁿ⁺¹"),
        ("x", "k+1", "x^(k+1)"),
        ("2", "n+1", "2ⁿ⁺¹"),
        ("(a)", "2k+1", "(a)^(2k+1)"),
        ("ports", "2", "ports²"),
    ],
)
@pytest.mark.parametrize("kind", ["html", "docx", "odt"])
def test_a_calculated_exponent_is_no_mark(kind: str, before: str, raised: str, shown: str) -> None:
    assert line(imported(kind, f"The mill {before}", ("raised", raised), " is here.")) == f"The mill {shown} is here."
