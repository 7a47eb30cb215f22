"""The pieces that every screen and the window frame are made of; knows nothing of incidents."""
