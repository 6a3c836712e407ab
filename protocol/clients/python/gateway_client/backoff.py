"""How long to wait before the next attempt to connect."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Iterator


@dataclass(frozen=True)
class Backoff:
    """Waits that double from ``first`` to ``most`` seconds, each shortened by chance by up to half.

    Chance keeps a hundred clients of a restarted gateway from coming back in the same instant.
    """

    first: float = 0.1
    most: float = 5.0
    chance: random.Random = field(default_factory=random.Random)

    def waits(self) -> Iterator[float]:
        """The seconds to wait before each attempt, without end."""
        wait = self.first
        while True:
            yield wait * (1 - self.chance.random() / 2)
            wait = min(wait * 2, self.most)
