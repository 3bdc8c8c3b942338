"""The training loop of all generators: resumable, watched, with an averaged copy of the weights."""

from __future__ import annotations

import copy
import json
import math
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

from ..nets.wag import channels_last
from ..progress import NULL_PROGRESS, Progress
from .losses import PRESETS, gradient_penalty


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


BatchT = TypeVar("BatchT")
GeneratedT = TypeVar("GeneratedT")


class Task(Protocol[BatchT, GeneratedT]):
    """What is generated, from which data, and how the critic looks at it."""

    def new_batch(self, size: int) -> BatchT: ...

    def reseed(self, step: int) -> None:
        """Draw other data from now on, as a run that goes on at ``step`` must."""
        ...

    def real_view(self, batch: BatchT) -> Tensor: ...

    def generate(self, net: nn.Module, batch: BatchT) -> GeneratedT: ...

    def fake_view(self, batch: BatchT, generated: GeneratedT) -> Tensor: ...

    def fidelity_loss(self, batch: BatchT, generated: GeneratedT) -> Tensor: ...

    def watch(self, batch: BatchT, generated: GeneratedT) -> dict[str, float]: ...


class Trainer(Generic[BatchT, GeneratedT]):
    """Trains ``generator`` against ``critic`` on ``task``; continues from a checkpoint if any."""

    def __init__(
        self,
        generator: nn.Module,
        critic: nn.Module,
        task: Task[BatchT, GeneratedT],
        schedule: Schedule,
        folder: Path,
        device: str = "cpu",
    ) -> None:
        self.device = torch.device(device)
        self.generator = channels_last(generator, self.device)
        self.critic = channels_last(critic, self.device)
        self.averaged = copy.deepcopy(self.generator).eval()
        self.task = task
        self.schedule = schedule
        self.loss = PRESETS[schedule.loss]
        self.folder = folder
        self.step = 0
        betas = (0.0, 0.99) if self.loss.regularised else (0.5, 0.999)
        rate = schedule.learning_rate
        self.generator_optimiser = torch.optim.Adam(self.generator.parameters(), rate, betas=betas)
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), rate, betas=betas)
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, progress: Progress = NULL_PROGRESS) -> None:
        """Train to the end of the schedule; a cancel saves first."""
        self.resume()
        started = time.monotonic()
        first = self.step
        while self.step < self.schedule.steps:
            if progress.cancelled():
                self.save()
                progress.check()
            logged = self.step % self.schedule.log_every == 0
            record = self._step(logged)
            self.step += 1
            if logged:
                seconds = time.monotonic() - started
                record["images_per_s"] = (self.step - first) * self.schedule.batch / seconds
                self._log(record)
                progress.update(self.step / self.schedule.steps, f"Step {self.step}")
            if self.step % self.schedule.save_every == 0:
                self.save()
        self.save()

    def _rate(self) -> float:
        share = self.step / self.schedule.steps
        warm = min(1.0, (self.step + 1) / max(self.schedule.warm_up, 1))
        held = self.schedule.hold
        fall = max(0.0, (share - held) / (1.0 - held)) if held < 1.0 else 0.0
        cosine = 0.5 * (1.0 + math.cos(math.pi * min(fall, 1.0)))
        return self.schedule.learning_rate * warm * max(self.schedule.floor, cosine)

    def _gamma(self) -> float:
        share = min(1.0, 2.0 * self.step / self.schedule.steps)
        return math.pow(self.schedule.gamma_start, 1.0 - share) * math.pow(
            self.schedule.gamma_end, share
        )

    def _autocast(self) -> torch.autocast:
        return torch.autocast(
            self.device.type, dtype=torch.bfloat16, enabled=self.schedule.bfloat16
        )

    def _step(self, logged: bool) -> dict[str, float]:
        paces = (
            (self.generator_optimiser, 1.0),
            (self.critic_optimiser, self.schedule.critic_pace),
        )
        for optimiser, pace in paces:
            for group in optimiser.param_groups:
                group["lr"] = self._rate() * pace
        batch = self.task.new_batch(self.schedule.batch)
        with self._autocast():
            generated = self.task.generate(self.generator, batch)
        penalised = self.loss.regularised and self.step % self.schedule.penalty_every == 0
        real = self.task.real_view(batch).detach().requires_grad_(penalised)
        fake = self.task.fake_view(batch, generated)
        seen = fake.detach().requires_grad_()
        with self._autocast():
            real_logits = self.critic(real).float()
            fake_logits = self.critic(seen).float()
        # Both learn from the same judgement, which is the dearest part of a step.
        adversarial = self.loss.generator(real_logits.detach(), fake_logits)
        (pull,) = torch.autograd.grad(adversarial, seen, retain_graph=True)
        record = {"generator": float(adversarial.detach())}
        record.update(self._generator_step(batch, generated, fake, pull))
        if logged:
            record.update(self.task.watch(batch, generated))
        loss = self.loss.critic(real_logits, fake_logits)
        record["critic"] = float(loss.detach())
        if penalised:
            r1 = gradient_penalty(real_logits, real)
            r2 = gradient_penalty(fake_logits, seen)
            loss = loss + self.schedule.penalty_every * self._gamma() / 2 * (r1 + r2)
            record.update(r1=float(r1.detach()), r2=float(r2.detach()))
        self._critic_step(loss)
        # The average starts short, so that the first, random weights leave it soon.
        decay = min(self.schedule.average, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            pairs = zip(self.averaged.parameters(), self.generator.parameters())
            for mean, current in pairs:
                mean.lerp_(current, 1.0 - decay)
        return record

    def _generator_step(
        self, batch: BatchT, generated: GeneratedT, fake: Tensor, pull: Tensor
    ) -> dict[str, float]:
        """``pull`` is the gradient of the adversarial loss at ``fake``."""
        fidelity = self.task.fidelity_loss(batch, generated)
        self.generator_optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward([fake, fidelity], [pull, None])
        self.generator_optimiser.step()
        return {"fidelity": float(fidelity.detach())}

    def _critic_step(self, loss: Tensor) -> None:
        weights = list(self.critic.parameters())
        self.critic_optimiser.zero_grad(set_to_none=True)
        loss.backward(inputs=weights)
        self.critic_optimiser.step()

    def _log(self, record: dict[str, float]) -> None:
        line = {"step": self.step, **{key: round(value, 5) for key, value in record.items()}}
        with open(self.folder / "log.jsonl", "a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def save(self) -> None:
        """Write a checkpoint; the old one stays until the new one is complete."""
        state = {
            "step": self.step,
            "generator": self.generator.state_dict(),
            "averaged": self.averaged.state_dict(),
            "critic": self.critic.state_dict(),
            "generator_optimiser": self.generator_optimiser.state_dict(),
            "critic_optimiser": self.critic_optimiser.state_dict(),
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
        self._take_weights(state)

    def _take_weights(self, state: dict[str, Any]) -> None:
        self.generator.load_state_dict(state["generator"])
        self.averaged.load_state_dict(state["averaged"])
        self.critic.load_state_dict(state["critic"])

    def resume(self) -> None:
        """Go on from the checkpoint in the folder, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.step = int(state["step"])
        self._take_weights(state)
        self.generator_optimiser.load_state_dict(state["generator_optimiser"])
        self.critic_optimiser.load_state_dict(state["critic_optimiser"])
        torch.manual_seed(self.step)
        self.task.reseed(self.step)
