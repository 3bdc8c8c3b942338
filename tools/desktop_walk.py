"""Walks through the plugin in a real desktop as a new user would, and checks what comes of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .bootstrap import ROOT
from .desktop.session import play

PATIENCE_S = 3600


def main(arguments: Sequence[str]) -> int:
    """Take every step; what was seen goes into the folder as pictures and as report.txt."""
    parser = argparse.ArgumentParser(prog="tools/desktop_walk", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "walk")
    parser.add_argument(
        "--without-torch",
        action="store_true",
        help="only the first start of somebody who has no PyTorch, which is downloaded",
    )
    parser.add_argument("--steps", default="", help="only these, separated by spaces")
    chosen = parser.parse_args(arguments)
    os.environ["TERRALOOM_STEPS"] = chosen.steps
    folder, torch = chosen.out, not chosen.without_torch
    report = folder / "report.txt"
    report.unlink(missing_ok=True)
    try:
        script = "walk.py" if torch else "first_start.py"
        play(script, folder, PATIENCE_S, installed=False, torch=torch)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if report.is_file():
            print(report.read_text(encoding="utf-8"))
    return 0
