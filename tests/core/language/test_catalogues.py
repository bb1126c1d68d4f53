"""Every string a person can see exists in Indonesian, and no translation outlives its string."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[3]
KEYWORDS = {"text": None, "counted": (1, 2), "t": None}
CATALOGUES = sorted((ROOT / "core/language/id").glob("*.po"))


def spoken() -> set[str]:
    """The English messages in the code."""
    found = set()
    for folder in ("core", "pages"):
        messages = extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
        )
        for _, _, message, _, _ in messages:
            found.add(message if isinstance(message, str) else message[0])
    return found


def translated() -> dict[str, str]:
    """English message -> Indonesian, over all catalogues."""
    found = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file, locale="id"):
                if message.id:
                    one = message.id if isinstance(message.id, str) else message.id[0]
                    said = message.string
                    found[one] = said if isinstance(said, str) else (said or ("",))[0]
    return found


def test_every_string_has_its_translation():
    missing = sorted(spoken() - {one for one, said in translated().items() if said})
    assert not missing, "Without Indonesian:\n" + "\n".join(missing)


def test_no_translation_outlives_its_string():
    assert sorted(set(translated()) - spoken()) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_keeps_the_values_of_its_message(path):
    with path.open("rb") as file:
        for message in read_po(file, locale="id"):
            if message.id:
                every = [message.id] if isinstance(message.id, str) else list(message.id)
                said = message.string if isinstance(message.string, str) else message.string[0]
                wanted = {name for one in every for name in re.findall(r"{(\w+)}", one)}
                assert set(re.findall(r"{(\w+)}", said)) <= wanted, said
                assert set(re.findall(r"{(\w+)}", every[0])) <= set(re.findall(r"{(\w+)}", said))


def test_catalogues_do_not_disagree():
    seen: dict[str, str] = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file, locale="id"):
                if message.id:
                    one = message.id if isinstance(message.id, str) else message.id[0]
                    assert one not in seen, f"{one!r} stands in {seen[one]} and {path.name}"
                    seen[one] = path.name
