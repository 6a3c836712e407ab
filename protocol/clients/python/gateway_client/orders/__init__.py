"""Orders: to send, to cancel, to follow."""
