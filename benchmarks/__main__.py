"""Runs every module of this folder that has a ``main()``: ``python -m benchmarks``."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import benchmarks


def main() -> None:
    for found in pkgutil.iter_modules(benchmarks.__path__):
        if found.name.startswith("_"):
            continue
        module = import_module(f"benchmarks.{found.name}")
        if hasattr(module, "main"):
            print(f"== {found.name}", flush=True)
            module.main()


if __name__ == "__main__":
    main()
