"""The base of all frozen data: facts, commands, plan content."""

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Immutable data; an unknown field is an error when decoded. Subclass with `kw_only=True`: msgspec does
    not hand that down.
    """
