"""What every training run has: schedule, log, averaged weights, and checkpoints to go on from."""

from __future__ import annotations

import json
import math
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import nn


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to train; ``gamma`` weighs the gradient penalties, start to end.

    The critic learns ``critic_pace`` times as fast as the generator.
    """

    steps: int
    batch: int
    learning_rate: float = 3e-4
    critic_pace: float = 1.0
    warm_up: int = 200
    hold: float = 0.5
    floor: float = 0.05
    gamma_start: float = 200.0
    gamma_end: float = 20.0
    penalty_every: int = 4
    average: float = 0.999
    loss: str = "relativistic"
    bfloat16: bool = True
    log_every: int = 100
    save_every: int = 500


class Reseeded(Protocol):
    def reseed(self, step: int) -> None:
        """Draw other data from now on, as a run that goes on at ``step`` must."""
        ...


class ResumableRun:
    """A run in ``folder``; its heirs say which ``weights`` and ``optimisers`` it consists of."""

    def __init__(self, data: Reseeded, schedule: Schedule, folder: Path, device: str) -> None:
        self._data = data
        self.device = torch.device(device)
        self.schedule = schedule
        self.folder = folder
        self.step = 0
        self.weights: dict[str, nn.Module] = {}
        self.optimisers: dict[str, torch.optim.Optimizer] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def _rate(self) -> float:
        """The learning rate of this step: warm-up, plateau, fall."""
        share = self.step / self.schedule.steps
        warm = min(1.0, (self.step + 1) / max(self.schedule.warm_up, 1))
        held = self.schedule.hold
        fall = max(0.0, (share - held) / (1.0 - held)) if held < 1.0 else 0.0
        cosine = 0.5 * (1.0 + math.cos(math.pi * min(fall, 1.0)))
        return self.schedule.learning_rate * warm * max(self.schedule.floor, cosine)

    def follow(self, averaged: nn.Module, net: nn.Module) -> None:
        """Move the averaged weights towards the current ones."""
        # The average starts short, so that the first, random weights leave it soon.
        decay = min(self.schedule.average, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for mean, current in zip(averaged.parameters(), net.parameters()):
                mean.lerp_(current, 1.0 - decay)

    def log(self, record: dict[str, float]) -> None:
        """Add a line to the run's log."""
        line = {"step": self.step, **{key: round(value, 5) for key, value in record.items()}}
        with open(self.folder / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write a checkpoint; the old one stays until the new one is complete."""
        state = {
            "step": self.step,
            **{name: part.state_dict() for name, part in self.weights.items()},
            **{name: part.state_dict() for name, part in self.optimisers.items()},
            "schedule": asdict(self.schedule),
        }
        temporary = self.folder / "checkpoint.tmp"
        torch.save(state, temporary)
        os.replace(temporary, self.folder / "checkpoint.pt")

    def begin_with(self, checkpoint: Path) -> None:
        """Take the weights of another run of equal networks, unless this one has begun."""
        if (self.folder / "checkpoint.pt").exists():
            return
        state = torch.load(checkpoint, map_location=self.device, weights_only=True)
        for name, part in self.weights.items():
            part.load_state_dict(state[name])

    def resume(self) -> None:
        """Go on from the checkpoint in the folder, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.step = int(state["step"])
        for name, part in self.weights.items():
            part.load_state_dict(state[name])
        for name, optimiser in self.optimisers.items():
            optimiser.load_state_dict(state[name])
        torch.manual_seed(self.step)
        self._data.reseed(self.step)
