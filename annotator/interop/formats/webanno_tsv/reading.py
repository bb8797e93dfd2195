"""Conversion of the rows of a WebAnno TSV file to annotations and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise

from annotator.interop.foreign.text import ForeignText
from annotator.interop.foreign.uima_packages import LANGUAGE
from annotator.interop.format import Incoming
from annotator.interop.formats.webanno_tsv.cells import LINK, NOTHING, Cell, plain, stacked
from annotator.interop.formats.webanno_tsv.header import BASE, RELATIONS, ROLE, SPANS, Layer, layers_of
from annotator.interop.formats.webanno_tsv.sentences import Row, SentenceReader
from annotator.interop.options import UTF_16
from annotator.interop.report import ANNOTATION, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.translation.messages import N_

EMPTY = N_("it marks no words")
DANGLING = N_("an annotation that it joins is left out")
LANGUAGE_ENDS = N_("it joins words, not a person's annotations")
ANY = "uima.tcas.Annotation"


@dataclass(slots=True)
class _Marked:
    """Annotation as far as its rows have been read; ``start`` and ``end`` are in UTF-16 code units."""

    id: str
    label: str
    start: int
    end: int
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A relation that is not resolved yet: the types and numbers of its ends at tokens."""

    type: str
    source: tuple[str, str, int]
    target: tuple[str, str, int]
    attributes: dict[str, Value] = field(default_factory=dict)


class TsvDocument:
    """One file; ``skipped`` counts the annotations of linguistic layers by their types. Raises ForeignError."""

    def __init__(self, content: str, place: str, path: str, report: Report) -> None:
        self._sentences = SentenceReader(content, place)
        self._layers = layers_of(self._sentences.lines)
        self._text = ForeignText(self._sentences.text(), UTF_16)
        self._path, self._report = path, report
        self._ids = (f"a{number}" for number in count(1))
        self._marked: dict[str, _Marked] = {}
        self._at: dict[tuple[str, str, int], str] = {}
        self._slots: list[_Slot] = []
        self._chains: dict[str, dict[tuple[int, int], tuple[str, str]]] = {}
        self.skipped: Counter[str] = Counter()

    def incoming(self, annotator: str) -> Incoming:
        """Return the document."""
        for row in self._sentences.rows:
            for layer in self._layers:
                self._take(row, layer, row.cells[layer.first : layer.first + len(layer.columns)])
        annotations, relations = tuple(self._annotations()), tuple(self._relations())
        return Incoming(self._path, self._text.text, annotations, relations, annotator=annotator)

    def _take(self, row: Row, layer: Layer, cells: Sequence[str]) -> None:
        columns = [stacked(cell) for cell in (*cells, *[NOTHING] * (len(layer.columns) - len(cells)))]
        for at in range(max(map(len, columns), default=0)):
            values = [column[at] if at < len(column) else Cell(NOTHING, 0) for column in columns]
            if layer.is_language:
                self.skipped[layer.name] += 1
            elif layer.kind == SPANS:
                self._mark(row, layer, values)
            elif layer.kind == RELATIONS:
                self._join(row, layer, values)
            else:
                self._chain(row, layer, values)

    def _mark(self, row: Row, layer: Layer, values: Sequence[Cell]) -> None:
        number = max(value.number for name, value in zip(("", *layer.columns), values, strict=False) if _is_own(name))
        key = (layer.type, "", number)
        if not number or key not in self._at:
            self._at[key] = self._new(row, layer)
            self._fill(self._at[key], row, layer, values)
        self._marked[self._at[key]].end = max(self._marked[self._at[key]].end, row.end)
        self._at[layer.type, row.token, number] = self._at[ANY, row.token, number] = self._at[key]

    def _new(self, row: Row, layer: Layer) -> str:
        id = next(self._ids)
        self._marked[id] = _Marked(id, layer.name, row.start, row.end)
        return id

    def _fill(self, id: str, row: Row, layer: Layer, values: Sequence[Cell]) -> None:
        """Set the attributes, and remember what the slots lead to."""
        pairs = [*zip(layer.columns, values, strict=True)]
        role: tuple[str, Cell] | None = None
        for name, cell in pairs:
            if role:
                self._add_slots(row, layer, role, name, cell)
                role = None
            elif name.startswith(ROLE):
                role = (name.removeprefix(ROLE).partition(":")[2].partition("_")[0], cell)
            elif value := plain(cell.value):
                self._marked[id].attributes[name] = value

    def _add_slots(self, row: Row, layer: Layer, role: tuple[str, Cell], target: str, places: Cell) -> None:
        source = (layer.type, row.token, role[1].number)
        named = [plain(cell.value) for cell in stacked(role[1].value, ";")]
        whole = f"{places.value}[{places.number}]" if places.number else places.value
        for at, place in enumerate(stacked(whole, ";")):
            type = named[at] if at < len(named) else ""
            self._slots.append(_Slot(type or role[0], source, (target, place.value, place.number)))

    def _join(self, row: Row, layer: Layer, values: Sequence[Cell]) -> None:
        """Remember a relation, which stands at its target: “1-2[3_4]” has token and number of its source, then its own.

        A number of one digit group, as in “1-2[3]”, is that of the source.
        """
        cells = {name: cell for name, cell in zip(layer.columns, values, strict=True) if not name.startswith(BASE)}
        place = next((cell for name, cell in zip(layer.columns, values, strict=True) if name not in cells), None)
        if place is None:
            return
        token, _bracket, numbers = place.value.rstrip("]").partition("[")
        source, _sign, target = numbers.partition("_")
        ends = [int(number[:18]) if number.isascii() and number.isdigit() else 0 for number in (source, target)]
        attributes: dict[str, Value] = {name: plain(cell.value) for name, cell in cells.items() if plain(cell.value)}
        base = layer.base or ANY
        self._slots.append(
            _Slot(layer.name, (base, token, ends[0] or place.number), (base, row.token, ends[1]), attributes)
        )

    def _chain(self, row: Row, layer: Layer, values: Sequence[Cell]) -> None:
        """Take a link of a chain: “relation->1-2” says the chain and the place in it."""
        match = LINK.fullmatch(values[0].value)
        if not match:
            return
        chain, place = map(int, match[2].split("-"))
        links = self._chains.setdefault(layer.type, {})
        if (chain, place) not in links:
            id = self._new(row, layer)
            links[chain, place] = id, plain(match[1])
            type = plain(values[1].value) if len(values) > 1 else ""
            if type:
                self._marked[id].attributes[layer.columns[1]] = type
        marked = self._marked[links[chain, place][0]]
        marked.end = max(marked.end, row.end)

    def _annotations(self) -> Iterator[Annotation]:
        for marked in self._marked.values():
            span = self._text.span(marked.start, marked.end)
            if span:
                yield Annotation(marked.id, marked.label, span, marked.attributes)
            else:
                self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, self._path, marked.id, EMPTY))

    def _ends(self, slot: _Slot) -> tuple[str, str]:
        """Return the ids of both ends, also where a program wrote their numbers the other way round; empty for none."""
        (base, token, number), (other, row, own) = slot.source, slot.target
        swapped = (base, token, own), (other, row, number)
        for source, target in ((slot.source, slot.target), swapped):
            if source in self._at and target in self._at:
                return self._at[source], self._at[target]
        return "", ""

    def _relations(self) -> Iterator[Relation]:
        ids = (f"r{number}" for number in count(1))
        for slot in self._slots:
            id, (source, target) = next(ids), self._ends(slot)
            if source and target:
                yield Relation(id, slot.type, source, target, slot.attributes)
            else:
                why = LANGUAGE_ENDS if slot.source[0].startswith(LANGUAGE) else DANGLING
                self._report.losses.append(Loss(LEFT_OUT, RELATION, self._path, id, why))
        for type, links in self._chains.items():
            for (one, first), (two, second) in pairwise(sorted(links)):
                if one == two:
                    source, relation = links[one, first]
                    yield Relation(next(ids), relation or type.rpartition(".")[2], source, links[two, second][0])


def _is_own(before: str) -> bool:
    """Return whether a column has the numbers of its own annotations: not that of a slot's targets, after its roles."""
    return not before.startswith(ROLE)
