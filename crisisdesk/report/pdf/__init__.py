"""The PDF writer: draws a neutral document on A4 pages, built as PDF/A-2b."""

from crisisdesk.report.pdf.writer import write_pdf

__all__ = ["write_pdf"]
