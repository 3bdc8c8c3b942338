"""What the plugin site, and we, demand of the files that are shipped."""

from __future__ import annotations

import ast
import configparser
import re
from collections.abc import Iterator
from pathlib import Path

ROOT_FILES = (
    "__init__.py",
    "plugin.py",
    "metadata.txt",
    "resources.qrc",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
)
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md")
FOLDERS = ("core", "processing_provider", "ui", "models", "i18n", "help")
# Made from, and useless without our tools: the sources of the translations.
_NOT_SHIPPED = frozenset({".pyc", ".ts"})
_TEXTS = {".csv", ".json", ".md", ".txt"}
_QT_FILES = {".qm", ".qml", ".qrc", ".ui"}
_PICTURES = {".jpg", ".png", ".svg"}
SUFFIXES = frozenset({".css", ".html", ".py", ".safetensors"} | _PICTURES | _TEXTS | _QT_FILES)
MAX_ZIP_BYTES = 25_000_000
MAX_FILE_BYTES = 64 * 2**20

REQUIRED_METADATA = (
    "name",
    "qgisMinimumVersion",
    "qgisMaximumVersion",
    "description",
    "about",
    "version",
    "author",
    "email",
    "homepage",
    "tracker",
    "repository",
    "icon",
    "hasProcessingProvider",
)
ADDRESSES = ("homepage", "tracker", "repository")

_CODE_LOADERS = frozenset({"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"})
_QT_BINDINGS = frozenset({"PyQt5", "PyQt6", "PySide2", "PySide6"})
_CALLS = frozenset({"__import__", "compile", "eval", "exec"})


def shipped_files(root: Path) -> list[Path]:
    """Paths, relative to `root`, of all that goes into the zip; sorted."""
    found = [Path(name) for name in ROOT_FILES if (root / name).is_file()]
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            relative = path.relative_to(root)
            wanted = "__pycache__" not in relative.parts and path.suffix not in _NOT_SHIPPED
            if path.is_file() and wanted:
                found.append(relative)
    return sorted(found, key=lambda path: path.as_posix())


def file_problems(root: Path, files: list[Path]) -> Iterator[str]:
    """Missing, forbidden, hidden, linked and oversized files."""
    for name in REQUIRED_FILES:
        if Path(name) not in files:
            yield f"{name}: is missing."
    for path in files:
        if any(part.startswith(".") for part in path.parts):
            yield f"{path}: hidden files are not shipped."
        elif path.suffix.lower() not in SUFFIXES and path.name != "LICENSE":
            yield f"{path}: no kind of file that we ship ({', '.join(sorted(SUFFIXES))}, LICENSE)."
        if path.parts[0] == "models" and path.suffix == ".py":
            yield f"{path}: models are data; code belongs into core."
        if (root / path).is_symlink():
            yield f"{path}: links are not shipped."
        elif (root / path).stat().st_size > MAX_FILE_BYTES:
            yield f"{path}: larger than {MAX_FILE_BYTES} bytes."


def code_problems(path: Path, source: str) -> Iterator[str]:
    """What one Python file does that the site, or our own rules, refuse."""
    try:
        tree = ast.parse(source, filename=str(path), feature_version=(3, 9))
    except SyntaxError as error:
        yield f"{path}:{error.lineno}: not Python 3.9: {error.msg}."
        return
    for node in ast.walk(tree):
        for problem in _node_problems(node):
            yield f"{path}:{getattr(node, 'lineno', 0)}: {problem}"


def _node_problems(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assert):
        yield "assert; raise a typed error instead."
    elif isinstance(node, ast.ExceptHandler):
        yield from _handler_problems(node)
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield from _import_problems(alias.name)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield from _import_problems(node.module)
        if node.module == "importlib" and any(a.name == "import_module" for a in node.names):
            yield "importlib.import_module; use an import statement, QGIS's reload tracks those."
    elif isinstance(node, ast.Call):
        yield from _call_problems(node)


def _handler_problems(node: ast.ExceptHandler) -> Iterator[str]:
    if node.type is None:
        yield "bare except; name the exceptions."
    broad = node.type is None or (
        isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
    )
    if broad and all(isinstance(step, (ast.Pass, ast.Continue)) for step in node.body):
        yield "broad except that only passes; errors would vanish."


def _import_problems(module: str) -> Iterator[str]:
    top = module.partition(".")[0]
    if top in _CODE_LOADERS:
        yield f"import of {top}; it can run code from a data file."
    if top in _QT_BINDINGS:
        yield f"import of {top}; use qgis.PyQt."


def _call_problems(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func)
    if name in _CALLS:
        yield f"call of {name}()."
    if name in ("os.system", "os.popen"):
        yield f"call of {name}(); use subprocess with a list."
    if name == "importlib.import_module":
        yield "importlib.import_module; use an import statement, QGIS's reload tracks those."
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    shell = keywords.get("shell")
    if shell is not None and not (isinstance(shell, ast.Constant) and shell.value is False):
        yield "shell=True."
    if name == "torch.load":
        safe = keywords.get("weights_only")
        if not (isinstance(safe, ast.Constant) and safe.value is True):
            yield "torch.load without weights_only=True; use safetensors."


def read_metadata(root: Path) -> dict[str, str]:
    """The [general] section of metadata.txt, keys as written."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    with (root / "metadata.txt").open(encoding="utf-8") as stream:
        parser.read_file(stream)
    return dict(parser["general"])


def metadata_problems(root: Path) -> Iterator[str]:
    """Fields that the site wants, and ours: versions, addresses, the change log's entry."""
    try:
        fields = read_metadata(root)
    except (OSError, KeyError, configparser.Error) as error:
        yield f"metadata.txt: cannot be read: {error}."
        return
    for name in REQUIRED_METADATA:
        if not fields.get(name, "").strip():
            yield f"metadata.txt: '{name}' is missing or empty."
    for name in ADDRESSES:
        if not fields.get(name, "").startswith("https://"):
            yield f"metadata.txt: '{name}' must be an https:// address."
    if "supportsQt6" in fields:
        yield "metadata.txt: 'supportsQt6' is obsolete; qgisMaximumVersion says it."
    if fields.get("hasProcessingProvider") != "yes":
        yield "metadata.txt: hasProcessingProvider=yes lets qgis_process find the algorithms."
    version = fields.get("version", "")
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[0-9a-z.]+)?", version):
        yield f"metadata.txt: version '{version}' is not MAJOR.MINOR.PATCH."
    icon = fields.get("icon", "")
    if icon and not (root / icon).is_file():
        yield f"metadata.txt: icon '{icon}' does not exist."
    log = root / "CHANGELOG.md"
    if log.is_file() and f"## {version}" not in log.read_text(encoding="utf-8"):
        yield f"CHANGELOG.md: no entry '## {version}'."


def all_problems(root: Path) -> list[str]:
    """Every broken rule of the tree at `root`, one sentence each."""
    files = shipped_files(root)
    problems = [*file_problems(root, files), *metadata_problems(root)]
    for path in files:
        if path.suffix == ".py":
            problems += code_problems(path, (root / path).read_text(encoding="utf-8"))
    return problems
