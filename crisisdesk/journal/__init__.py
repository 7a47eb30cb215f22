"""One file per incident, only ever added to."""
