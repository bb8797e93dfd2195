"""Start Annotator as a module: ``python -m annotator [PATH]``."""

import sys

from annotator.cli import main

if __name__ == "__main__":
    sys.exit(main())
