"""Start Annotator from a checkout: ``python main.py [PATH]``."""

import sys

from annotator.cli import main

if __name__ == "__main__":
    sys.exit(main())
