"""Builds the zip that the plugin site takes, and refuses to where a rule of the site is broken."""

from __future__ import annotations

import argparse
import os
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from . import site_rules, translate
from .bootstrap import PACKAGE, ROOT

# The oldest date a zip can hold: the same tree gives the same zip, byte for byte.
_DATE = (1980, 1, 1, 0, 0, 0)


class PackageRefused(Exception):
    """The tree breaks a rule; `problems` has one sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def build(root: Path, folder: Path) -> Path:
    """Write `folder`/terraloom-VERSION.zip from the tree at `root` and give its path.

    The translations are compiled first, into i18n/ of the tree.

    Raises
    ------
    PackageRefused
        A rule in `site_rules` is broken; nothing is written.
    """
    translate.compile_all(root)
    problems = site_rules.all_problems(root)
    if problems:
        raise PackageRefused(problems)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PACKAGE}-{site_rules.read_metadata(root)['version']}.zip"
    unfinished = target.with_suffix(".zip.tmp")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in site_rules.shipped_files(root):
            entry = zipfile.ZipInfo(f"{PACKAGE}/{path.as_posix()}", _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, (root / path).read_bytes())
    size = unfinished.stat().st_size
    if size > site_rules.MAX_ZIP_BYTES:
        unfinished.unlink()
        raise PackageRefused(
            [f"The zip has {size} bytes; the site takes {site_rules.MAX_ZIP_BYTES}."]
        )
    os.replace(unfinished, target)
    return target


def main(arguments: Sequence[str]) -> int:
    """Build into dist/, or into the folder given."""
    parser = argparse.ArgumentParser(prog="tools/package", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the zip")
    try:
        path = build(ROOT, parser.parse_args(arguments).out)
    except PackageRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    with zipfile.ZipFile(path) as archive:
        count = len(archive.namelist())
    print(f"{path}: {count} files, {path.stat().st_size / 1e6:.2f} MB")
    return 0
