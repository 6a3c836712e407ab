"""What can be traded, and how it is called."""
