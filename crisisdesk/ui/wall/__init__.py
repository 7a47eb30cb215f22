"""Storbild: the second window, for a projector, read from six metres. It sees a covered state alone."""
