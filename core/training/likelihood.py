"""Training by likelihood: resumable, with an averaged copy of the weights, and no critic."""

from __future__ import annotations

import copy
import time
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

from ..nets.wag import channels_last
from ..progress import NULL_PROGRESS, Progress
from .resumable import ResumableRun, Schedule

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


class LikelihoodTrainer(ResumableRun, Generic[NetT, BatchT]):
    """Trains ``net`` on ``task``; continues from a checkpoint if any."""

    def __init__(
        self,
        net: NetT,
        task: LikelihoodTask[NetT, BatchT],
        schedule: Schedule,
        folder: Path,
        device: str = "cpu",
    ) -> None:
        super().__init__(task, schedule, folder, device)
        self.net = channels_last(net, self.device)
        self.averaged = copy.deepcopy(self.net).eval()
        self.task = task
        self.optimiser = torch.optim.AdamW(
            self.net.parameters(),
            schedule.learning_rate,
            betas=(0.9, 0.99),
            weight_decay=WEIGHT_DECAY,
        )
        self.weights = {"net": self.net, "averaged": self.averaged}
        self.optimisers = {"optimiser": self.optimiser}

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
                self.log(sums)
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
        self.follow(self.averaged, self.net)
        return {"loss": float(loss.detach()), **{k: float(v.detach()) for k, v in parts.items()}}
