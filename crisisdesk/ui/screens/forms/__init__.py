"""The paper forms: which are out, which came back, and typing them in."""
