"""Trains a model from its recipe: see `core/training/main.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional


def main(arguments: Sequence[str]) -> Optional[int]:
    """Hand the arguments to the training; gives the exit status."""
    from ..core.training.main import main as train

    return train(list(arguments))
