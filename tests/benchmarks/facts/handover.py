"""Hand-over of an article with very many facts, in each form."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.forms import FORMS, Form
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

BAR = 2000
SENTENCE = "The council counted {number} people on the bridge, said the mayor. "


def hand_over(count: int, times: int) -> Iterator[Row]:
    """Gather and write the hand-over in each form."""
    document = checked_bridge(count)
    for form in FORMS.values():
        spent = Times()
        for _ in range(times):
            spent.measure(lambda form=form: _file(document, form))  # type: ignore[misc]  # bound at once
        yield Row(f"hand-over, as {form.name}", f"{count:,} facts", spent.cpu_median, limit=BAR)


def _file(document: Document, form: Form) -> bytes:
    return form.file_of(contents_of(document, built_in_scheme(), Choices()))


def checked_bridge(count: int) -> Document:
    """An article with that many claims, each with a figure, a source and a piece of evidence."""
    text, annotations, relations, evidence = "", dict[str, Annotation](), dict[str, Relation](), dict[str, Evidence]()
    for number in range(count):
        sentence, start = SENTENCE.format(number=1000 + 7 * number), len(text)
        claim, figure, source = f"c{number}", f"f{number}", f"s{number}"
        said = {"verdict": "supported", "in_full": sentence.strip()}
        annotations[claim] = _part(claim, "claim", start, sentence.partition(",")[0], sentence, said)
        annotations[figure] = _part(figure, "figure", start, str(1000 + 7 * number), sentence, {"value": 7 * number})
        annotations[source] = _part(source, "source", start, "the mayor", sentence, {"entity": f"Mayor {number % 40}"})
        relations[f"r{number}"] = Relation(f"r{number}", "attributed_to", claim, source)
        evidence[f"e{number}"] = Evidence(f"e{number}", (claim,), "supports", title=f"Report {number}")
        text += sentence + ("\n\n" if number % 4 == 3 else "")
    return Document(Article.of("bridge.txt", text), annotations, relations).with_items(Evidence, evidence)


def _part(id: str, label: str, start: int, words: str, sentence: str, said: dict[str, object]) -> Annotation:
    at = start + sentence.index(words)
    state = "confirmed" if label == "claim" else ""  # a figure or a source with a state would be a fact, too
    return Annotation(id, label, Span(at, at + len(words)), said, state=state)  # type: ignore[arg-type]
