"""The bases of all data: what is stored, what is only told, and what a fold keeps."""

from typing import dataclass_transform

import msgspec


# Tells the type checker what msgspec does at run time: `frozen` is handed down to subclasses.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Immutable data; an unknown field is an error when decoded. Subclass with `kw_only=True`: msgspec does
    not hand that down.
    """


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Value(msgspec.Struct, frozen=True):
    """Immutable data that is never stored, such as a row or a look; its fields may stand by position.

    A dataclass would do the same, but takes forty times as long to define, and a start defines a hundred.
    """


@dataclass_transform(field_specifiers=(msgspec.field,))
class Kept(msgspec.Struct):
    """Data that its owner changes in place, such as what a fold keeps."""
