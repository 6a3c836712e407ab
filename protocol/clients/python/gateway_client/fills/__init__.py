"""Fills: what has traded."""
