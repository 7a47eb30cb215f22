"""How each block of a document is drawn."""
