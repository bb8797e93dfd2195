"""Options for dividing articles into training, development and test splits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from annotator.session.exporting.export_runs import Shares
from annotator.translation.messages import N_, _, number
from annotator.ui.dialogs.export_dialog.remembering import Remembered
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

# Translators: the names and the shares of the splits follow, as in “Divide into train 80 %, dev 10 %, test 10 %”.
DIVIDE, NAMES = N_("Divide into"), ("train", "dev", "test")
TOGETHER = N_("By articles; those that are nearly the same stay together. Another seed gives another division.")
ONE_ARTICLE = N_("One article cannot be divided.")
HIGHEST_SEED, INDENT = 9999, 4


class SplitsRow(QWidget):
    """Check box, shares and seed. ``changed``: any of them has changed."""

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = QCheckBox(_(DIVIDE), self)
        self._on.setObjectName("splits")
        self._on.setAccessibleName(_("Divide into splits"))
        self._on.setChecked(remembered.splits)
        self._shares = [self._share(name, share) for name, share in zip(NAMES, remembered.shares, strict=True)]
        # Translators: the number that a random division begins with; it follows.
        self._seed = self._number("seed", _("seed"), "", HIGHEST_SEED, remembered.seed)
        self._hint = WrappingLabel(self)
        self._lay_out()
        self._on.toggled.connect(self._follow)
        for field in (*self._shares, self._seed):
            field.valueChanged.connect(self._follow)
        self._show()

    @property
    def shares(self) -> Shares | None:
        """Shares in per cent; None where articles are not to be divided."""
        if not (self._on.isChecked() and self._on.isEnabled()):
            return None
        train, dev, test = (field.value() for field in self._shares)
        return train, dev, test

    @property
    def seed(self) -> int:
        return self._seed.value()

    def allow(self, *, allowed: bool) -> None:
        """Enable or disable dividing, which a single article does not allow."""
        self._on.setEnabled(allowed)
        show_tip(self._on, "" if allowed else _(ONE_ARTICLE))
        self._show()

    def refusal(self) -> str:
        """Return a sentence that says why the shares are not valid; empty where they are."""
        total = sum(self.shares) if self.shares else 100
        told = _("Together the splits must make 100 %, not {total} %.").format(total=number(total))
        return "" if total == 100 else told

    def remembered(self, before: Remembered) -> Remembered:
        """Return ``before`` with the choices made here."""
        train, dev, test = (field.value() for field in self._shares)
        return replace(before, splits=self._on.isChecked(), shares=(train, dev, test), seed=self.seed)

    def _share(self, name: str, share: int) -> QSpinBox:
        return self._number(f"share-{name}", name, " %", 100, share)

    def _number(self, id: str, name: str, suffix: str, highest: int, value: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setObjectName(id)
        field.setAccessibleName(name.capitalize())
        field.setRange(0, highest)
        field.setPrefix(f"{name} ")
        field.setSuffix(suffix)
        field.setValue(value)
        return field

    def _lay_out(self) -> None:
        line = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        flow = FlowLayout(line, 8, 6)
        for part in (self._on, *self._shares, self._seed):
            flow.addWidget(part)
        self._hint.setFont(small_font())
        self._hint.setObjectName("splitsHint")
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(INDENT, 0, 0, 0))
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._hint)

    def _follow(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        divided = self.shares is not None
        for field in (*self._shares, self._seed):
            field.setVisible(divided)
        self._hint.setVisible(divided)
        self._hint.setText(self.refusal() or _(TOGETHER))
        self._hint.setAccessibleName(self._hint.text())
