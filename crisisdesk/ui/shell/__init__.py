"""The windows and their frame: header, navigation, quick line, status line; it joins screens and session."""
