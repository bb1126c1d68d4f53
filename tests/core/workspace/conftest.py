import pytest

from core.workspace import Workspaces


@pytest.fixture
def store(tmp_path):
    made = Workspaces(tmp_path / "workspaces")
    yield made
    made.close()
