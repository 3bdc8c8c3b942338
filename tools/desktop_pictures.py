"""Takes the pictures of the help pages in a real desktop, on a screen that nobody sees."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .bootstrap import ROOT
from .desktop.session import play

PATIENCE_S = 1200


def main(arguments: Sequence[str]) -> int:
    """Take them into help/images, or into the folder given. Then look at every one."""
    parser = argparse.ArgumentParser(prog="tools/desktop_pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "help" / "images")
    try:
        play("pictures.py", parser.parse_args(arguments).out, PATIENCE_S, installed=True)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
