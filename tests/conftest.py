"""Workspaces of tests lie in a folder of their own; arithmetic runs on one thread as in the app."""

import gc
import os
import tempfile

import core  # noqa: F401  (before numpy: it reads the number of threads as it is loaded)

os.environ.setdefault("HEADLIGHT_WORKSPACES", tempfile.mkdtemp(prefix="headlight-tests-"))


def pytest_collection_finish() -> None:
    """As the app when it has started: what stays to the end is not looked through for garbage."""
    gc.collect()
    gc.freeze()
