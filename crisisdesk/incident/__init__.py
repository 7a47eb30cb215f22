"""One incident: all features joined, the rules that span several, the questions that span several."""
