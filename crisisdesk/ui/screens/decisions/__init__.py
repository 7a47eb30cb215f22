"""The decisions: what is decided, what each still lacks, and what became of it."""
