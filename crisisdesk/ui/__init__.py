"""Everything above the Qt line: the kit, the screens and the shell."""
