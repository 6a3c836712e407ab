"""Questions in a venue's own terms."""
