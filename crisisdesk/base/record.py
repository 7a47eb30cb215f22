"""The base of all frozen data: facts, commands, plan content."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Immutable data with named fields; an unknown field is an error when decoded."""
