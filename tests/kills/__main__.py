"""`python -m tests.kills`: kill the service again and again on each database; say what came."""

import sys

from tests.kills.command import main

if __name__ == "__main__":
    sys.exit(main())
