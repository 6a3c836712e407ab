"""Run with ``python3 -m unittest`` from the folder above."""

import logging

# Lost connections are what most of these tests are about.
logging.getLogger("gateway_client").addHandler(logging.NullHandler())
