"""Makes the empty environment, with what installs packages into it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ..language import tr
from .failures import explain
from .interpreter_checks import ISOLATED, InterpreterReport, version_numbers
from .interpreters import environment_python, find_uv, this_layout
from .package_tools import OTHER_PYTHON_SINCE, PackageTool, PipTool, Source, UvTool
from .setup_errors import SetupError
from .workshop import Workshop

_FETCH = Path(__file__).resolve().with_name("pip_fetch.py")
# The last pip that runs on Python 3.8 too. The hash is written in groups, as in the models' cards.
_PIP_NAME = "pip-25.0.1-py3-none-any.whl"
_PIP_ADDRESS = (
    "https://files.pythonhosted.org/packages/c9/bc/b7db44f5f39f9d0494071bddae"
    f"6880eb645970366d0a200022a1a93d57f5/{_PIP_NAME}"
)
_PIP_SHA256 = "c46efd13-b6aa8279-f33f2864-459c8ce5-87ea6a1a-59ee20de-055868d8-f7688f7f"
_SYSTEM_WHEELS = ("/usr/share/python-wheels", "/usr/share/python3-wheels")  # Debian, Fedora


def create_environment(shop: Workshop, base: InterpreterReport, folder: Path) -> PackageTool:
    """Make the environment in ``folder``; `SetupError` where this base cannot."""
    uv = shop.request.uv
    if uv is None:
        uv = find_uv(this_layout(shop.request.environ))
    if uv:
        tool = _with_uv(shop, uv, base, folder)
        if tool is not None:
            return tool
    return _with_pip(shop, base, folder)


def tool_for(shop: Workshop, folder: Path, base: InterpreterReport) -> PackageTool:
    """What installs into an environment that exists."""
    uv = shop.request.uv
    if uv is None:
        uv = find_uv(this_layout(shop.request.environ))
    python = environment_python(str(folder))
    if uv:
        return UvTool(uv, python, shop.cache)
    own = _own_pip(shop, python)
    return own or _pip_from_elsewhere(shop, base, python)


def pip_instead(
    shop: Workshop, tool: PackageTool, base: InterpreterReport
) -> Optional[PackageTool]:
    """pip, where uv failed: it knows the index and the certificates that pip was set up with."""
    if not isinstance(tool, UvTool):
        return None
    own = _own_pip(shop, tool.python)
    if own is not None:
        return own
    try:
        return _pip_from_elsewhere(shop, base, tool.python)
    except SetupError:
        return None


def _with_uv(
    shop: Workshop, uv: str, base: InterpreterReport, folder: Path
) -> Optional[PackageTool]:
    shop.say(0.04, tr("Creating the environment with uv"))
    command = [uv, "venv", f"--python={base.python}", f"--cache-dir={shop.cache}", str(folder)]
    outcome = shop.run(command)
    python = environment_python(str(folder))
    if outcome.ok and _starts(shop, python):
        return UvTool(uv, python, shop.cache)
    shop.note("uv could not make the environment; venv is tried.")
    shutil.rmtree(folder, ignore_errors=True)
    return None


def _with_pip(shop: Workshop, base: InterpreterReport, folder: Path) -> PackageTool:
    python = environment_python(str(folder))
    if base.has_ensurepip:
        shop.say(0.04, tr("Creating the environment"))
        outcome = shop.run([base.python, *ISOLATED, "-m", "venv", str(folder)])
        if outcome.ok:
            own = _own_pip(shop, python)
            if own is not None:
                return own
        elif explain(outcome.lines).kind == "disk":
            raise _failed(base, outcome.lines)
        shutil.rmtree(folder, ignore_errors=True)
    shop.say(0.05, tr("Creating the environment without pip"))
    outcome = shop.run([base.python, *ISOLATED, "-m", "venv", "--without-pip", str(folder)])
    if not outcome.ok:
        raise _failed(base, outcome.lines)
    if not _starts(shop, python):
        raise SetupError(
            tr(
                "An environment made from '{python}' does not start. Install Python from "
                "python.org and name it as the base."
            ).format(python=base.python),
            "start",
        )
    return _pip_from_elsewhere(shop, base, python)


def _own_pip(shop: Workshop, python: str) -> Optional[PipTool]:
    return _pip(shop, (python, *ISOLATED, "-m", "pip"))


def _pip(shop: Workshop, command: Sequence[str]) -> Optional[PipTool]:
    """pip behind that command, if it answers."""
    try:
        outcome = shop.run([*command, "--version"])
    except SetupError as error:
        if error.kind != "start":
            raise
        return None
    for line in outcome.lines if outcome.ok else ():
        match = re.match(r"pip (\d[\w.]*) from ", line)
        if match:
            return PipTool(tuple(command), version_numbers(match[1]), shop.cache)
    return None


def _pip_from_elsewhere(shop: Workshop, base: InterpreterReport, python: str) -> PipTool:
    """pip into an environment whose base has none to give: Debian without python3-venv."""
    wheel = _pip_wheel(shop)
    if wheel is None and base.pip >= OTHER_PYTHON_SINCE:
        command = (base.python, *ISOLATED, "-m", "pip", f"--python={python}")
        tool = _pip(shop, command)
        if tool is not None:
            return tool
    if wheel is None and shop.request.wheels is None:
        wheel = _fetch_pip(shop, base)
    if wheel is not None:
        # A wheel of pip can be run as it is, and installs itself.
        from_wheel = PipTool((python, *ISOLATED, f"{wheel}/pip"), (), shop.cache)
        source = Source(tr("a wheel"), ("--no-index",))
        if shop.run(from_wheel.install([str(wheel)], source)).ok:
            own = _own_pip(shop, python)
            if own is not None:
                return own
    short = f"{base.version[0]}.{base.version[1]}"
    raise SetupError(
        tr(
            "'{python}' can make an environment but has no pip to put into it. On Debian "
            "and Ubuntu run 'sudo apt install python{version}-venv' and try again; "
            "elsewhere install pip for that Python, or name another base."
        ).format(python=base.python, version=short),
        "start",
    )


def _pip_wheel(shop: Workshop) -> Optional[Path]:
    """A wheel of pip in the user's folder of wheels, from an earlier attempt, or the system's."""
    folders = [shop.cache, *(Path(name) for name in _SYSTEM_WHEELS)]
    if shop.request.wheels is not None:
        folders.insert(0, shop.request.wheels)
    for folder in folders:
        found = sorted(folder.glob("pip-*.whl"))
        if found:
            return found[-1]
    return None


def _fetch_pip(shop: Workshop, base: InterpreterReport) -> Optional[Path]:
    shop.say(0.06, tr("Downloading pip"))
    target = shop.cache / _PIP_NAME
    command = [base.python, *ISOLATED, str(_FETCH), _PIP_ADDRESS, _PIP_SHA256, str(target)]
    return target if shop.run(command).ok else None


def _starts(shop: Workshop, python: str) -> bool:
    """Whether the environment's interpreter runs: those of some bundles need more than a link."""
    try:
        return shop.run([python, *ISOLATED, "-c", "import encodings, ssl, zlib"]).ok
    except SetupError as error:
        if error.kind != "start":
            raise
        return False


def _failed(base: InterpreterReport, lines: Sequence[str]) -> SetupError:
    failure = explain(lines)
    return SetupError(
        tr("No environment could be made from '{python}'. {problem}").format(
            python=base.python, problem=failure.sentence
        ),
        failure.kind,
    )
