"""The training loop of all generators: resumable, watched, with an averaged copy of the weights."""

from __future__ import annotations

import copy
import math
import time
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import torch
from torch import Tensor, nn

from ..nets.wag import channels_last
from ..progress import NULL_PROGRESS, Progress
from .losses import PRESETS, gradient_penalty
from .resumable import ResumableRun, Schedule

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


class Trainer(ResumableRun, Generic[BatchT, GeneratedT]):
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
        super().__init__(task, schedule, folder, device)
        self.generator = channels_last(generator, self.device)
        self.critic = channels_last(critic, self.device)
        self.averaged = copy.deepcopy(self.generator).eval()
        self.task = task
        self.loss = PRESETS[schedule.loss]
        betas = (0.0, 0.99) if self.loss.regularised else (0.5, 0.999)
        rate = schedule.learning_rate
        self.generator_optimiser = torch.optim.Adam(self.generator.parameters(), rate, betas=betas)
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), rate, betas=betas)
        self.weights = {
            "generator": self.generator,
            "averaged": self.averaged,
            "critic": self.critic,
        }
        self.optimisers = {
            "generator_optimiser": self.generator_optimiser,
            "critic_optimiser": self.critic_optimiser,
        }

    def begin_with(self, checkpoint: Path) -> None:
        """Of a run that learned by likelihood, its averaged network; the critic starts anew."""
        if (self.folder / "checkpoint.pt").exists():
            return
        state = torch.load(checkpoint, map_location=self.device, weights_only=True)
        if "critic" in state:
            super().begin_with(checkpoint)
            return
        for part in (self.generator, self.averaged):
            part.load_state_dict(state["averaged"])

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
                self.log(record)
                progress.update(self.step / self.schedule.steps, f"Step {self.step}")
            if self.step % self.schedule.save_every == 0:
                self.save()
        self.save()

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
        self.follow(self.averaged, self.generator)
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
