"""Decoding of JSON values; numbers keep their notation, and faults are told in a sentence."""

from __future__ import annotations

import json
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import N_, _

TOO_DEEP = N_("It is nested too deeply.")


class Number(str):
    """Number in its original notation."""

    __slots__ = ()


DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)


def loaded(text: str) -> Any:
    """Decode the text. Raises JSONDecodeError, and ForeignError where it is nested too deeply."""
    try:
        return DECODER.decode(text)
    except RecursionError as error:
        raise ForeignError(_(TOO_DEEP)) from error


def why(error: json.JSONDecodeError | ForeignError | RecursionError) -> str:
    """Return what is wrong as a sentence."""
    match error:
        case ForeignError():
            return error.sentence
        case RecursionError():
            return _(TOO_DEEP)
        case _:
            fault = f"{error.msg[:1].lower()}{error.msg[1:]}"
            return _("It is not valid JSON: {fault} at character {column}.").format(fault=fault, column=error.colno)
