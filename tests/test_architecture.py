"""Promises about the shape of the code that no other tool checks."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
CODE = [path for folder in ("core", "pages") for path in sorted((ROOT / folder).rglob("*.py"))]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_computes_nothing(path):
    assert not imported(path) & {"pandas", "numpy", "scipy", "statsmodels", "plotly"}


@pytest.mark.parametrize("path", CODE, ids=named)
def test_only_figures_draw(path):
    if "figures" not in path.parts and path.name != "widgets.py":
        assert "plotly" not in imported(path)


@pytest.mark.parametrize("path", CODE, ids=named)
def test_only_session_remembers_and_only_cache_caches(path):
    words = path.read_text(encoding="utf-8")
    if path.name != "session.py":
        assert "st.session_state" not in words
    if path.name != "cache.py":
        assert "st.cache_" not in words


@pytest.mark.parametrize("path", CODE, ids=named)
def test_nothing_unsafe_is_used(path):
    words = path.read_text(encoding="utf-8")
    for banned in ("unsafe_allow_html", "import pickle", "joblib", "eval(", "exec(", "yaml.load"):
        assert banned not in words
