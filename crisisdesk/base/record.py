"""The base of all frozen data: facts, commands, plan content."""

from typing import dataclass_transform

import msgspec


# Tells the type checker what msgspec does at run time: `frozen` is handed down to subclasses.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Immutable data; an unknown field is an error when decoded. Subclass with `kw_only=True`: msgspec does
    not hand that down.
    """
