"""Schemes to start from, as they are listed."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.storage.schemes.ready_schemes import ready_names, ready_scheme


@dataclass(frozen=True, slots=True)
class Start:
    """A ready scheme: its name, its title, what it is for, how many labels it has."""

    name: str
    title: str
    purpose: str
    labels: int


def ready_starts() -> list[Start]:
    """Return all ready schemes. They are read, which takes a while."""
    schemes = ((name, ready_scheme(name)) for name in ready_names())
    return [Start(name, scheme.name, scheme.definition, len(scheme.labels)) for name, scheme in schemes]
