"""``python -m crossfoot``."""

import sys

if __name__ == "__main__":
    try:
        from crossfoot.cli import main

        code = main()
    except KeyboardInterrupt:  # so early that nothing is loaded yet
        code = 130
    sys.exit(code)
