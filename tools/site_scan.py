"""Scans an unpacked plugin as the plugin site does: bandit, detect-secrets; every hit counts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path


def bandit_findings(folder: Path) -> Iterator[str]:
    """One line for each of bandit's findings, of any severity."""
    run = _run("bandit", "--quiet", "--recursive", "--format", "json", ".", folder=folder)
    report = json.loads(run)
    for entry in report["errors"]:
        yield f"{entry['filename']}: bandit cannot read it: {entry['reason']}"
    for entry in report["results"]:
        yield (
            f"{entry['filename']}:{entry['line_number']}: {entry['test_id']} {entry['issue_text']}"
        )


def secret_findings(folder: Path) -> Iterator[str]:
    """One line for each text that detect-secrets takes for a secret."""
    report = json.loads(_run("detect_secrets", "scan", "--all-files", ".", folder=folder))
    for name, entries in sorted(report["results"].items()):
        for entry in entries:
            yield f"{name}:{entry['line_number']}: looks like a secret ({entry['type']})"


def _run(module: str, *arguments: str, folder: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if not run.stdout.strip():
        raise RuntimeError(f"{module} gave no report: {run.stderr.strip()}")
    return run.stdout


def main(arguments: Sequence[str]) -> int:
    """Scan the folder given; exit status 1 where there are findings."""
    folder = Path(arguments[0])
    findings = [*bandit_findings(folder), *secret_findings(folder)]
    print("\n".join(findings) or "no findings")
    return 1 if findings else 0
