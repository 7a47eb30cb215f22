"""Reports: an incident or a plan on paper. A neutral document, and the writers that print it."""
