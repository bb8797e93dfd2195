"""Numbers of charts as CSV."""

from __future__ import annotations

import csv
from io import StringIO

from annotator.corpus.charts.all_charts import Wishes, charts_of
from annotator.corpus.charts.chart import Strokes, marks_of
from annotator.corpus.charts.table import HEAD, as_csv, lines_of
from tests.support.statistics.tallied import SCHEME, Marking, quay


def test_every_number_has_a_line() -> None:
    charts = charts_of([quay().tally()], SCHEME, Wishes(word="boats"))
    rows = [*csv.reader(StringIO(as_csv(charts), newline=""))]
    assert tuple(rows[0]) == HEAD
    assert len(rows) == 1 + sum(len(marks) for chart in charts for marks in marks_of(chart))
    assert ["verdicts", "supported", "", "1", "1"] in rows
    assert ["verdicts", "", "", "1", "1"] in rows
    assert ["voice", "own", "without source", "1", "1"] in rows
    assert ["sources", "government", "named", "1", "1"] in rows
    assert ["labels-articles", "claim", "quay.txt", "133.333", "2"] in rows
    assert ["progress", "settled", "2026-11-04", "50", "1"] in rows
    assert ["places", "quay.txt", "“boats”", "2", "2"] in rows


def test_strokes_without_a_word_have_no_line_of_it() -> None:
    (strokes,) = [chart for chart in charts_of([quay().tally()], SCHEME) if isinstance(chart, Strokes)]
    assert [line.column for line in lines_of(strokes)] == ["claim"]


def test_a_name_that_a_spreadsheet_would_work_out_is_made_harmless() -> None:
    charts = charts_of([Marking("=1+1.txt").mark("claim", "boats").tally()], SCHEME)
    assert "'=1+1" in as_csv(charts)
