"""Grounds for storms: those of the storms of kills, with a sandbox that keeps a journal and a warm forker."""

from tests.chaos.conftest import here, journal, open_ground, warm_forker, witness

__all__ = ["here", "journal", "open_ground", "warm_forker", "witness"]
