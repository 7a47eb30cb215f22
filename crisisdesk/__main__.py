"""`python -m crisisdesk` is the same as `crisisdesk`."""

from crisisdesk.cli.__main__ import main

if __name__ == "__main__":
    main()
