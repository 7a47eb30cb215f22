"""Where requests turn into news: decide, append, fold, tell."""
