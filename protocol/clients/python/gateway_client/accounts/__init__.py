"""Accounts: what they hold, owe and have free."""
