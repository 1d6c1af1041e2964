"""``python -m hallctl``."""

from hallctl.cli import main

if __name__ == "__main__":
    main()
