"""Workspaces of tests lie in a folder of their own."""

import os
import tempfile

os.environ.setdefault("HEADLIGHT_WORKSPACES", tempfile.mkdtemp(prefix="headlight-tests-"))
