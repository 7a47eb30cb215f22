"""The program itself: starts Qt, keeps the crash log, opens the right window."""
