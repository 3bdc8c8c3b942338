"""Training by likelihood: resumable, with an averaged copy of the weights, and no critic."""

from __future__ import annotations

import copy
import json
import math
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

from ..nets.wag import channels_last
from ..progress import NULL_PROGRESS, Progress
from .loop import Schedule

WEIGHT_DECAY = 0.02
MOST_GRADIENT = 5.0

NetT = TypeVar("NetT", bound=nn.Module)
NetT_contra = TypeVar("NetT_contra", bound=nn.Module, contravariant=True)
BatchT = TypeVar("BatchT")


class LikelihoodTask(Protocol[NetT_contra, BatchT]):
    """What is learned, from which data."""

    def new_batch(self, size: int) -> BatchT: ...

    def reseed(self, step: int) -> None:
        """Draw other data from now on, as a run that goes on at ``step`` must."""
        ...

    def loss(self, net: NetT_contra, batch: BatchT) -> tuple[Tensor, dict[str, Tensor]]:
        """How surprising the batch is, and the parts of that by name."""
        ...


class LikelihoodTrainer(Generic[NetT, BatchT]):
    """Trains ``net`` on ``task``; continues from a checkpoint if any."""

    def __init__(
        self,
        net: NetT,
        task: LikelihoodTask[NetT, BatchT],
        schedule: Schedule,
        folder: Path,
        device: str = "cpu",
    ) -> None:
        self.device = torch.device(device)
        self.net = channels_last(net, self.device)
        self.averaged = copy.deepcopy(self.net).eval()
        self.task = task
        self.schedule = schedule
        self.folder = folder
        self.step = 0
        self.optimiser = torch.optim.AdamW(
            self.net.parameters(),
            schedule.learning_rate,
            betas=(0.9, 0.99),
            weight_decay=WEIGHT_DECAY,
        )
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, progress: Progress = NULL_PROGRESS) -> None:
        """Train to the end of the schedule; a cancel saves first."""
        self.resume()
        started, first = time.monotonic(), self.step
        sums: dict[str, float] = {}
        while self.step < self.schedule.steps:
            if progress.cancelled():
                self.save()
                progress.check()
            for name, value in self.learn().items():
                sums[name] = sums.get(name, 0.0) + value / self.schedule.log_every
            self.step += 1
            if self.step % self.schedule.log_every == 0:
                images = (self.step - first) * self.schedule.batch
                sums["images_per_s"] = images / (time.monotonic() - started)
                self._log(sums)
                sums = {}
                progress.update(self.step / self.schedule.steps, f"Step {self.step}")
            if self.step % self.schedule.save_every == 0:
                self.save()
        self.save()

    def learn(self) -> dict[str, float]:
        """One step."""
        for group in self.optimiser.param_groups:
            group["lr"] = self._rate()
        batch = self.task.new_batch(self.schedule.batch)
        kind = self.device.type
        with torch.autocast(kind, dtype=torch.bfloat16, enabled=self.schedule.bfloat16):
            loss, parts = self.task.loss(self.net, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), MOST_GRADIENT)
        self.optimiser.step()
        # The average starts short, so that the first, random weights leave it soon.
        decay = min(self.schedule.average, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for mean, current in zip(self.averaged.parameters(), self.net.parameters()):
                mean.lerp_(current, 1.0 - decay)
        return {"loss": float(loss.detach()), **{k: float(v.detach()) for k, v in parts.items()}}

    def _rate(self) -> float:
        share = self.step / self.schedule.steps
        warm = min(1.0, (self.step + 1) / max(self.schedule.warm_up, 1))
        fall = max(0.0, (share - self.schedule.hold) / max(1.0 - self.schedule.hold, 1e-6))
        cosine = 0.5 * (1.0 + math.cos(math.pi * min(fall, 1.0)))
        return self.schedule.learning_rate * warm * max(self.schedule.floor, cosine)

    def _log(self, record: dict[str, float]) -> None:
        line = {"step": self.step, **{key: round(value, 4) for key, value in record.items()}}
        with open(self.folder / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write a checkpoint; the old one stays until the new one is complete."""
        state = {
            "step": self.step,
            "net": self.net.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": asdict(self.schedule),
        }
        temporary = self.folder / "checkpoint.tmp"
        torch.save(state, temporary)
        os.replace(temporary, self.folder / "checkpoint.pt")

    def begin_with(self, checkpoint: Path) -> None:
        """Take the weights of another run of an equal network, unless this one has begun."""
        if (self.folder / "checkpoint.pt").exists():
            return
        state = torch.load(checkpoint, map_location=self.device, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.averaged.load_state_dict(state["averaged"])

    def resume(self) -> None:
        """Go on from the checkpoint in the folder, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.step = int(state["step"])
        self.net.load_state_dict(state["net"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.manual_seed(self.step)
        self.task.reseed(self.step)
