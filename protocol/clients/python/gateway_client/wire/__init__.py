"""Values to JSON and back: decimals as text, timestamps with microseconds, sum types."""
