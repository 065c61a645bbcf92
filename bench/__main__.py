"""Run the named benchmarks, or all."""

import pkgutil
import sys
from importlib import import_module

import bench

NAMES = sorted(m.name for m in pkgutil.iter_modules(bench.__path__) if not m.name.startswith("_"))

if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        if name not in NAMES:
            sys.exit(f"bench: no benchmark {name!r}; there are {', '.join(NAMES)}")
        print(f"== {name}")
        import_module(f"bench.{name}").main()
