"""Rails at both sides of the window with the names of the panels."""

from __future__ import annotations

from collections.abc import Callable

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.rail import Rail, RailName
from annotator.ui.window.docks import Docks
from annotator.ui.window.panel_specs import LEFT, RIGHT, PanelSpec, standing


class PanelRails:
    """A rail for each side; a click on a name calls ``toggle`` with the panel's action."""

    def __init__(self, docks: Docks, look: Look, toggle: Callable[[str], None]) -> None:
        self._specs = docks.specs
        self.sides = {area: Rail(look, at_left=standing(area) is LEFT) for area in (LEFT, RIGHT)}
        for spec in docks.specs:
            name, header = self.sides[spec.area].add(spec.action, _(spec.title)), docks.header(spec.action)
            name.set_count(header.count)
            header.counted.connect(name.set_count)
            name.clicked.connect(lambda _on=False, action=spec.action: toggle(action))

    def name(self, spec: PanelSpec) -> RailName:
        return self.sides[spec.area].names[spec.action]

    def show(self, is_open: Callable[[PanelSpec], bool], *, on: bool) -> None:
        """Show the rails or hide them, and draw the names of open panels as open."""
        for side in self.sides.values():
            side.setVisible(on)
        for spec in self._specs:
            self.name(spec).set_open(on=is_open(spec))
