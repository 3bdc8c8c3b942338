"""The trainer of the climate recipe: fits the normals first, then trains the departures."""

from __future__ import annotations

from pathlib import Path

import torch

from ..errors import InputError
from ..nets.climate import ClimateGenerator
from ..nets.critic import ResidualCritic
from ..progress import NULL_PROGRESS, Progress
from .climate_cells import observed_cells
from .climate_data import MONTHS, ClimateRegion
from .climate_normals import fit_normals
from .climate_task import CRITIC_CHANNELS, ClimateBatch, ClimateTask, Generated
from .loop import Trainer
from .recipe import Recipe

TASK = "climate"
FOLDER = "climate"
NORMALS_FILE = "normals.pt"


def build_climate_trainer(
    recipe: Recipe, data: Path, out: Path, device: str, progress: Progress = NULL_PROGRESS
) -> Trainer[ClimateBatch, Generated]:
    """The trainer on the prepared regions in ``data / "climate"``."""
    regions = training_regions(recipe, data)
    net = ClimateGenerator(recipe.levels, recipe.latent).to(device)
    out.mkdir(parents=True, exist_ok=True)
    _normals(net, recipe, regions, out / NORMALS_FILE, progress)
    for weight in net.normals_parameters():
        weight.requires_grad_(False)
    weights = {
        name: entry["patches"] for name, entry in recipe.regions.items() if "patches" in entry
    }
    task = ClimateTask(net, regions, weights, recipe.patch_px, recipe.factors, recipe.seed, device)
    critic = ResidualCritic(CRITIC_CHANNELS, recipe.critic_widths)
    return Trainer(net, critic, task, recipe.schedule, out, device)


def training_regions(recipe: Recipe, data: Path) -> list[ClimateRegion]:
    """Prepared regions whose name begins as an entry of the recipe, up to the year it allows."""
    found = []
    for path in sorted((data / FOLDER).glob("*.npz")):
        entry = entry_of(recipe, path.stem)
        if entry is None or path.stem in recipe.held_out:
            continue
        region = ClimateRegion.load(path)
        until = entry.get("until")
        found.append(region if until is None else region.between(0, int(until) * MONTHS))
    if not found:
        message = f"No region of recipe '{recipe.name}' is in '{data / FOLDER}'. Prepare it first."
        raise InputError("DATA", str(data), message)
    return found


def entry_of(recipe: Recipe, name: str) -> dict[str, float] | None:
    """The recipe's entry for a prepared region, which may be one of several parts."""
    for start, entry in recipe.regions.items():
        if name == start or name.startswith(f"{start}_"):
            return entry
    return None


def _normals(
    net: ClimateGenerator,
    recipe: Recipe,
    regions: list[ClimateRegion],
    path: Path,
    progress: Progress,
) -> None:
    """Fitted now, or taken from where they were left."""
    if path.exists():
        known = torch.load(path, map_location="cpu", weights_only=True)
        net.load_state_dict(known, strict=False)
        return
    cells = [observed_cells(region) for region in regions]
    weights = {name: entry["normals"] for name, entry in recipe.regions.items()}
    known = [part for part in cells if len(part.static)]
    steps = int(recipe.options["normals_steps"])
    fit_normals(net, known, weights, steps, recipe.seed, progress)
    of_departures = "departures."
    fitted = {k: v for k, v in net.state_dict().items() if not k.startswith(of_departures)}
    torch.save(fitted, path)
