"""The parts of the desk, made once for each window."""

from __future__ import annotations

from msgspec import Struct

from annotator.session.editing.desk.fact_steps import FactSteps
from annotator.session.editing.desk.reading import Reading


class Desk(Struct, frozen=True):
    """Parts that the actions of the desk act on."""

    reading: Reading
    facts: FactSteps
