"""Delivery of hand-overs: one file for each document, with the files of evidence beside it where they are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandedFact, HandOver, Piece
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.evidence_files import led_to, put_beside
from annotator.interop.handover.forms import Form
from annotator.interop.output import Output
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem


@dataclass(slots=True)
class Delivered:
    """Outcome: how much went out, how many pieces were confidential and so did not, and what could not be read.

    ``files`` are copies of files of evidence.
    """

    documents: int = 0
    facts: int = 0
    evidence: int = 0
    files: int = 0
    confidential: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Order:
    """Order of a delivery: form, choices, the folder that the paths of entries begin in, separators of numbers,
    and charts as SVG texts."""

    form: Form
    choices: Choices
    root: Path
    separators: Separators = ENGLISH
    charts: tuple[str, ...] = ()


def documents_of(found: Iterable[Entry | Problem], annotator: str | None) -> Iterator[Entry | Problem]:
    """Yield the documents of the annotator, or all of them where that is None, and the problems."""
    return (
        one for one in found if isinstance(one, Problem) or annotator is None or one.document.annotator == annotator
    )


def deliver(
    entries: Iterable[Entry | Problem], order: Order, output: Output, passed: Callable[[str], None], *, alone: bool
) -> Delivered:
    """Write a file for each entry to the output, and return what went out.

    ``alone``: the output is the one file of one entry, without files beside it. ``passed`` is called with the path of
    each article before it is written; what it raises ends the delivery. Raises OSError.
    """
    done = Delivered()
    for entry in entries:
        if isinstance(entry, Problem):
            done.problems.append(entry)
            continue
        passed(entry.path)
        handed = contents_of(
            entry.document, entry.scheme, order.choices, separators=order.separators, charts=order.charts
        )
        if not alone:
            folder = (order.root / entry.path).parent
            handed = _with_files(handed, folder, entry.name, order, output, done)
        with output.binary("" if alone else f"{entry.name}{order.form.suffix}") as file:
            file.write(order.form.file_of(handed))
        done.documents += 1
        facts = [fact for fact in handed.facts if fact.verdict or not order.form.of_verdicts]
        done.facts += len(facts)
        done.evidence += len(_pieces_of(facts) if order.form.of_verdicts else handed.evidence)
        done.confidential += handed.confidential
    return done


def _with_files(handed: HandOver, folder: Path, name: str, order: Order, output: Output, done: Delivered) -> HandOver:
    """Copy the files of evidence, and return the hand-over that leads to those that could be copied."""
    wanted = [piece for piece in handed.evidence if piece.file_name]
    if not wanted:
        return handed
    problems = put_beside(wanted, folder, name, order.choices.evidence_files, output)
    done.problems += problems.values()
    done.files += len(wanted) - len(problems)
    pieces = (_without_file(piece) if piece.label in problems else piece for piece in handed.evidence)
    return replace(handed, evidence=tuple(led_to(piece, name, order.choices.evidence_files) for piece in pieces))


def _pieces_of(facts: Iterable[HandedFact]) -> set[str]:
    """Return the labels of the pieces of evidence that the facts have."""
    return {label for fact in facts for label in fact.evidence}


def _without_file(piece: Piece) -> Piece:
    return replace(piece, file="", file_name="")
