"""Forms of a hand-over: the table of them, as HTML and CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias, cast

from annotator.interop.handover.content import HandOver
from annotator.translation.messages import N_

WORD = "annotator.interop.handover.word"
Render: TypeAlias = Callable[[HandOver], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a hand-over: its name on the command line, its title, and the suffix of its file.

    ``module`` has a function ``file_of(handed)`` that returns the bytes of the file; it is imported when it is used.
    The ``title`` is translated where it is shown. ``of_verdicts``: only facts with a verdict are in it.
    ``is_text``: its file is a text, which can be printed on a terminal.
    """

    name: str
    title: str
    suffix: str
    module: str
    of_verdicts: bool = False
    is_text: bool = True

    def file_of(self, handed: HandOver) -> bytes:
        """Return the hand-over in this form, as the bytes of its file."""
        return cast("Render", import_module(self.module).file_of)(handed)


FORMS = MappingProxyType(
    {
        form.name: form
        for form in (
            Form("html", N_("Web page (HTML)"), ".html", "annotator.interop.handover.html.page"),
            Form("docx", N_("Word document"), ".docx", f"{WORD}.document", is_text=False),
            Form(
                "docx-footnotes", N_("Word document with footnotes"), ".docx", f"{WORD}.with_footnotes", is_text=False
            ),
            Form("pdf", "PDF", ".pdf", "annotator.pdf_report", is_text=False),
            Form("csv", N_("Table of facts (CSV)"), ".csv", "annotator.interop.handover.facts_csv"),
            Form(
                "claimreview",
                "ClaimReview (JSON-LD)",
                ".jsonld",
                "annotator.interop.handover.claim_reviews",
                of_verdicts=True,
            ),
        )
    }
)
"""Forms by name, in the order in which they are offered."""
