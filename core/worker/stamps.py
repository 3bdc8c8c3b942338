"""What an environment was made of, written into it: read again to see what an update changes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Optional

from .pins import Target
from .places import STAMP

FORMAT = 1


@dataclass(frozen=True)
class Stamp:
    """``base`` is the interpreter it was made from; ``installed`` are versions as they import."""

    target: Target
    build: str
    requirements: tuple[str, ...]
    base: str
    base_version: tuple[int, ...]
    plugin: str
    installed: Mapping[str, str] = field(default_factory=dict)
    format: int = FORMAT


def write_stamp(environment: Path, stamp: Stamp) -> None:
    text = json.dumps(asdict(stamp), indent=1, sort_keys=True)
    (environment / STAMP).write_text(text + "\n", encoding="utf-8")


def read_stamp(environment: Path) -> Optional[Stamp]:
    """The environment's stamp; ``None`` where there is none that this version can read."""
    try:
        facts: Any = json.loads((environment / STAMP).read_text(encoding="utf-8"))
        if facts["format"] != FORMAT:
            return None
        target = facts["target"]
        return Stamp(
            target=Target(
                python=(int(target["python"][0]), int(target["python"][1])),
                system=str(target["system"]),
                machine=str(target["machine"]),
                macos=(int(target["macos"][0]), int(target["macos"][1])),
                libc=str(target["libc"]),
            ),
            build=str(facts["build"]),
            requirements=tuple(str(one) for one in facts["requirements"]),
            base=str(facts["base"]),
            base_version=tuple(int(one) for one in facts["base_version"]),
            plugin=str(facts["plugin"]),
            installed={str(k): str(v) for k, v in facts["installed"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def changed_requirements(stamp: Stamp, wanted: Sequence[str]) -> tuple[str, ...]:
    """Those of the wanted requirements that the environment does not have."""
    return tuple(one for one in wanted if one not in stamp.requirements)
