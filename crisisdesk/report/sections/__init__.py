"""The sections of the report, one for each feature that prints; `report.incident` puts them in order."""
