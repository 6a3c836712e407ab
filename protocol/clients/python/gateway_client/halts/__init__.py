"""Halts: what must not be traded at the moment."""
