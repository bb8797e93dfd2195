"""The parts of the desk, made once for each window."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.session.editing.desk.fact_steps import FactSteps
from annotator.session.editing.desk.reading import Reading


@dataclass(frozen=True, slots=True)
class Desk:
    """Parts that the actions of the desk act on."""

    reading: Reading
    facts: FactSteps
