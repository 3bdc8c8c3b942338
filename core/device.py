"""What is known of a computing device."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Device:
    """A device, and what came of a small computation on it.

    ``name`` is what `core.engine.Engine.open` takes; numbers are 0 and texts empty where unknown.
    ``capability`` is NVIDIA's ("8.9"); ``problem`` is the driver's word for why it cannot compute.
    """

    name: str
    title: str
    memory_bytes: int = 0
    free_bytes: int = 0
    cores: int = 0
    capability: str = ""
    problem: str = ""

    @property
    def works(self) -> bool:
        return not self.problem
