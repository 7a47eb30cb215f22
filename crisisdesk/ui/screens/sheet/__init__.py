"""The fact sheet, filled in as a telephone script."""
