"""Choices of a hand-over: which labels and states go in, and what beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from annotator.model.annotation import CHECK_STATES, Annotation

TO_CHECK = CHECK_STATES[0]


class EvidenceFiles(Enum):
    """Form in which the files of evidence lie beside the hand-over."""

    NONE = ""
    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Choices:
    """Content of a hand-over. An empty set means all; a fact without a state counts as one to check.

    ``notes`` are one's own notes on annotations and evidence. Confidential evidence cannot be chosen: it never goes in.
    ``url`` is the address at which the check is published, empty where that is not known yet.
    """

    labels: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    queries: bool = True
    notes: bool = False
    evidence_files: EvidenceFiles = EvidenceFiles.NONE
    url: str = ""

    def takes_label(self, label: str) -> bool:
        """Tell whether annotations of the label go in."""
        return not self.labels or label in self.labels

    def takes_fact(self, fact: Annotation) -> bool:
        """Tell whether the fact goes in, by its label and its state."""
        return self.takes_label(fact.label) and (not self.states or (fact.state or TO_CHECK) in self.states)
