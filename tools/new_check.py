"""Write the module and the cases of a new check: ``make check-new CODE=CF118 NAME=order``."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULE = '''"""{code}: {name}."""

from __future__ import annotations

from crossfoot.checks import register
from crossfoot.checks._findings import consistent, inconsistent
from crossfoot.model import Finding, Relation


@register("{code}", relation="{name}")
def {name}_holds(relation: Relation) -> Finding:
    """What should hold, in one sentence.

    Why: What goes wrong for the reader where it does not.
    Example: "A short text" and what is wrong with it.
    Silent: Where the wording leaves it open.
    Misses: What is known to escape.
    Source: The handbook that has the rule.
    """
    raise NotImplementedError
'''
CASES = """# {code}: {name}

## A text that breaks it
```text
Replace this sentence.
```
```expect
{code} inconsistent
```

## A near miss
Silent only because of a guard; say which.
```text
Replace this sentence.
```
```expect
none
```
"""


def main() -> int:
    """Write the two files; refuse where either exists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="CF and three digits")
    parser.add_argument("name", help="the relation it checks")
    options = parser.parse_args()
    code, name = options.code, options.name
    if not re.fullmatch(r"CF[1-9]\d\d", code) or not re.fullmatch(r"[a-z]+", name):
        parser.error("give a code such as CF118 and a name such as order")
    wanted = {
        ROOT / f"src/crossfoot/checks/{code.lower()}_{name}.py": MODULE,
        ROOT / f"tests/checks/{code}.md": CASES,
    }
    for path in wanted:
        if path.exists():
            print(f"{path} exists", file=sys.stderr)
            return 1
    for path, body in wanted.items():
        path.write_text(body.format(code=code, name=name), "utf-8")
        print(path.relative_to(ROOT))
    print(f"next: relate/{name}.py reads the wording, changelog.d/{code.lower()}.md tells users")
    return 0


if __name__ == "__main__":
    sys.exit(main())
