"""Gestures: zooming by the wheel with Ctrl or by two fingers, scrolling on a touch pad."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from annotator.ui.widgets.whole_steps import WholeSteps

NOTCH, TENTH = 120, 0.1
"""Turn of the wheel, in eighths of a degree, and growth between two fingers that make one step."""


class Gestures(QObject):
    """Watch widgets for gestures.

    ``zoomed``: steps to zoom by, above 0 to enlarge. ``scrolled``: pixels by which fingers have moved down a touch pad.
    """

    zoomed = Signal(int)
    scrolled = Signal(float)

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._turned, self._spread = WholeSteps(NOTCH), WholeSteps(TENTH)
        for widget in widgets:
            widget.grabGesture(Qt.GestureType.PinchGesture)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Wheel:
                return self._turn(cast(QWheelEvent, event))
            case QEvent.Type.NativeGesture:
                return self._pinch_natively(cast(QNativeGestureEvent, event))
            case QEvent.Type.Gesture:
                return self._pinch(cast(QGestureEvent, event))
            case _:
                return super().eventFilter(watched, event)

    def _turn(self, event: QWheelEvent) -> bool:
        """Zoom or scroll; leave a wheel, whose turns have no phases, to Qt: its pixels are not to be trusted on X11."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(self._turned.add(event.angleDelta().y()))
        elif event.phase() != Qt.ScrollPhase.NoScrollPhase and event.pixelDelta().y():
            self.scrolled.emit(event.pixelDelta().y())
        else:
            return False
        event.accept()
        return True

    def _pinch_natively(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.BeginNativeGesture:
                self._spread.reset()
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._step(self._spread.add(event.value()))
            case _:
                return False
        event.accept()
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = cast(QPinchGesture | None, event.gesture(Qt.GestureType.PinchGesture))
        if pinch is None:
            return False
        if pinch.state() == Qt.GestureState.GestureStarted:
            self._spread.reset()
        self._step(self._spread.add(pinch.scaleFactor() - 1))
        event.accept(pinch)
        return True

    def _step(self, steps: int) -> None:
        if steps:
            self.zoomed.emit(steps)
