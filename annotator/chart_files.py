"""Composition root of charts as files: painted as in the window, without one and without a display."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.corpus.charts.chart import Chart
from annotator.interop.foreign.file_names import safe_name
from annotator.ui.charts.pictures import chart_bytes
from annotator.ui.system.without_display import ready_to_paint
from annotator.ui.theme.tokens import load_theme

ALL = "statistics"


def files_of(charts: Sequence[Chart]) -> dict[str, bytes]:
    """Return files by their names: of each chart an SVG and a PNG, of all a PDF and their numbers as CSV."""
    ready_to_paint()
    theme = load_theme("light")
    files = {f"{ALL}.{kind}": chart_bytes(kind, charts, charts[0], theme) for kind in ("csv", "pdf")}
    for chart in charts:
        for kind in ("svg", "png"):
            files[f"{safe_name(chart.head.key)}.{kind}"] = chart_bytes(kind, charts, chart, theme)
    return files
