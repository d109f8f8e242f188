"""`python -m journeymap` is the command `journeymap`."""

from journeymap.cli import main

if __name__ == "__main__":
    main()
