"""The README tells the truth."""

import re
from pathlib import Path

import pytest

from core.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_its_default(name):
    field = Settings.model_fields[name]
    default = field.default if not isinstance(field.default, tuple) else list(field.default)
    shown = str(default).replace("'", '"')
    assert f"| `HEADLIGHT_{name.upper()}` | `{shown}` | {field.description} |" in README


def test_no_setting_is_documented_that_does_not_exist():
    documented = set(re.findall(r"`HEADLIGHT_(\w+)`", README))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_every_make_target_it_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_picture_and_file_it_links_is_there():
    for link in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / link).exists(), link
