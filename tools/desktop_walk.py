"""Walks through the plugin in a real desktop as a new user would, and checks what comes of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .bootstrap import ROOT
from .desktop.session import play

PATIENCE_S = 1500


def main(arguments: Sequence[str]) -> int:
    """Take every step; what was seen goes into the folder as pictures and as report.txt."""
    parser = argparse.ArgumentParser(prog="tools/desktop_walk", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "walk")
    folder = parser.parse_args(arguments).out
    report = folder / "report.txt"
    report.unlink(missing_ok=True)
    try:
        play("walk.py", folder, PATIENCE_S, installed=False)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if report.is_file():
            print(report.read_text(encoding="utf-8"))
    return 0
