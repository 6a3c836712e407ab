"""Limits: how much may be traded, by whom."""
