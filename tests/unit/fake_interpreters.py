"""Programs that behave like Python, pip and venv as far as a set-up can tell, and fail as told."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

_PROGRAM = r'''#!@PYTHON@
import json, os, signal, subprocess, sys, time
from pathlib import Path

home = Path(os.environ["FAKE_HOME"])
plan = json.loads((home / "plan.json").read_text())
arguments = [a for a in sys.argv[1:] if a not in ("-I", "-B", "-X", "utf8")]
here = Path(sys.argv[0]).resolve()

def note(step):
    with open(home / "steps.txt", "a") as file:
        file.write(json.dumps({"step": step, "arguments": arguments, "pid": os.getpid()}) + "\n")

def act(step):
    """Do what the plan has for this step: one action for each time, the last for ever."""
    note(step)
    actions = plan.get(step, ["ok"])
    done = sum(json.loads(line)["step"] == step for line in open(home / "steps.txt"))
    action = actions[min(done, len(actions)) - 1]
    if action == "ok":
        return
    if action == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        (home / "grandchild.txt").write_text(str(child.pid))
        (home / "hanging.txt").write_text(step)
        time.sleep(60)
    if action == "slow":
        time.sleep(1.0)
        return
    print(action, flush=True)
    sys.exit(1)

if arguments[0].endswith("interpreter_probe.py"):
    act("probe")
    print("a warning of some library")
    print(json.dumps({"version": [3, 11, 2], "implementation": "CPython", "system": "linux",
        "machine": "x86_64", "bits": 64, "macos": "", "libc": "glibc", "executable": str(here),
        "prefix": "/usr", "base_prefix": "/usr", "venv": True,
        "ensurepip": plan.get("ensurepip", True), "pip": plan.get("pip", "25.0.1"),
        "packages": plan.get("packages", {}), "problems": plan.get("problems", {})}))
elif arguments[0].endswith("smoke.py"):
    act("smoke")
    print(json.dumps({"versions": {"torch": "2.13.0+cpu"}, "devices": [
        {"name": "cpu", "title": "fake", "memory_bytes": 0, "problem": ""}]}))
elif arguments[0].endswith("pip_fetch.py"):
    act("fetch")
elif arguments[0] == "-c":
    act("start")
elif arguments[:2] == ["-m", "venv"]:
    act("venv")
    folder = Path(arguments[-1])
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").write_text(here.read_text())
    (folder / "bin" / "python").chmod(0o755)
    if "--without-pip" not in arguments:
        (folder / "pip").write_text("")
elif arguments[-1] == "--version":
    if not (here.parent.parent / "pip").exists() and "--python" not in " ".join(arguments):
        print("No module named pip")
        sys.exit(1)
    print(f"pip {plan.get('has_pip', '25.0.1')} from somewhere (python 3.11)")
elif "--dry-run" in arguments:
    act("preview")
    report = [a for a in arguments if a.startswith("--report=")][0].partition("=")[2]
    names = plan.get("resolved", ["torch", "numpy"])
    Path(report).write_text(json.dumps({"install": [{"metadata": {"name": n}} for n in names]}))
elif "install" in arguments and arguments[-1].startswith("pip>="):
    act("pip")
elif "install" in arguments:
    cache = Path([a for a in arguments if a.startswith("--cache-dir=")][0].partition("=")[2])
    cache.mkdir(parents=True, exist_ok=True)
    print("Collecting torch")
    print("  Downloading torch-2.13.0-cp311-cp311-linux_x86_64.whl (191.8 MB)", flush=True)
    (cache / f"download-{len(list(cache.iterdir()))}").write_text("x" * 1000)
    act("torch" if "--no-deps" in arguments else "install")
    if arguments[-1].endswith(".whl"):
        (here.parent.parent / "pip").write_text("")
    for name in arguments[arguments.index("install") + 1 :]:
        if "==" in name:
            (here.parent.parent / name.replace("==", "-")).write_text(name)
else:
    print("not understood:", arguments)
    sys.exit(2)
'''


def write_fake_python(home: Path, name: str = "python3", **plan: Any) -> str:
    """A fake interpreter in ``home``; ``plan`` maps steps to lists of actions, and facts.

    Actions: ``ok``, ``hang`` (with a grandchild), ``slow``, or a text to print before failing.
    """
    home.mkdir(parents=True, exist_ok=True)
    set_plan(home, **plan)
    program = home / name
    program.write_text(_PROGRAM.replace("@PYTHON@", sys.executable), encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def set_plan(home: Path, **plan: Any) -> None:
    """Change what happens from now on; the steps so far are forgotten."""
    (home / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    (home / "steps.txt").write_text("", encoding="utf-8")
    for name in ("hanging.txt", "grandchild.txt"):
        (home / name).unlink(missing_ok=True)


def steps(home: Path) -> list[str]:
    """The names of what was run, in order."""
    return [str(one["step"]) for one in calls(home)]


def calls(home: Path) -> list[dict[str, Any]]:
    lines = (home / "steps.txt").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_running(pid: int) -> bool:
    """Whether the process lives; one that has ended but was not waited for does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
