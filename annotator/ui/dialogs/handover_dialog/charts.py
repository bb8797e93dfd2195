"""Charts of one article for its hand-over, as SVG texts."""

from __future__ import annotations

from annotator.corpus.charts.all_charts import charts_of
from annotator.corpus.charts.wording import Wording
from annotator.corpus.tallies.tally import tally_of
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.session.editing.values.attribute_words import separators
from annotator.ui.charts.pictures import chart_svg
from annotator.ui.theme.tokens import load_theme

OF_ONE_ARTICLE = frozenset({"labels", "verdicts", "states", "sources", "voice"})
"""Charts that say something of one article; the others compare articles or days."""


def article_charts(document: Document, scheme: Scheme) -> tuple[str, ...]:
    """Return the charts of the document that have anything to show, on a light ground."""
    tally, theme = tally_of(Entry(document.article.name, document, scheme)), load_theme("light")
    made = charts_of([tally], scheme, wording=Wording(separators=separators()))
    shown = [chart for chart in made if chart.head.key in OF_ONE_ARTICLE and not chart.head.nothing]
    return tuple(chart_svg(chart, theme) for chart in shown)
