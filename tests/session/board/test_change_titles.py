"""Titles of changes in the board."""

from __future__ import annotations

from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.model.scheme import AttributeRule
from annotator.session.board.values import change_title


def test_a_sentence_with_marks_of_its_own_has_one_pair() -> None:
    column = BoardColumn(ColumnKind.WORDS, rule=AttributeRule("in_full", "text"))
    assert [change_title(column, words, 1).count("“We deny it”") for words in ("We deny it", "“We deny it”")] == [1, 1]
    assert "““" not in change_title(column, "“We deny it”", 1)
