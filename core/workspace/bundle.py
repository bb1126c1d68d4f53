"""A whole workspace as one zip: original bytes, closed waves, every revision, templates, digests.

The same workspace gives the same bytes. Nothing in a bundle is believed: names are compared with
the manifest, sizes are counted while unpacking, digests are made again, and no name becomes a path.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import TypeAdapter

from core.errors import Place, Refusal
from core.language import Text, text
from core.people.closed_written import closed_of
from core.settings import settings
from core.tables import Answers
from core.tables.stored import canonical
from core.workspace.model import State, Step
from core.workspace.written import digest_of, state_json, state_of

FORMAT, VERSION = "headlight workspace", 1
MANIFEST, HISTORY, TEMPLATES = "manifest.json", "history.json", "templates.json"
ORIGINAL = re.compile(r"originals/([0-9a-f]{64})")
CLOSED = re.compile(r"closed/([0-9a-f]{64})")
MOST = 20_000  # files in one bundle
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the time of every member, so that the bytes depend on nothing


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds: revisions from the first on, templates, files by their digest.

    closed: the closed waves of every revision, by their digest; they are not made again.
    """

    steps: tuple[Step, ...]
    templates: tuple[tuple[str, Answers], ...]
    originals: Mapping[str, bytes]
    closed: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class _Manifest:
    format: str
    version: int
    files: dict[str, str]


_MANIFEST = TypeAdapter(_Manifest)
_WHAT = TypeAdapter(tuple[tuple[datetime, Text, str], ...])
_TEMPLATES = TypeAdapter(tuple[tuple[str, Answers], ...])


def pack(bundle: Bundle) -> bytes:
    """The zip. Raises Refusal where it would be too large to be taken in again."""
    written = [state_json(one.state) for one in bundle.steps]
    told = [
        (one.at, one.what, digest_of(state))
        for one, state in zip(bundle.steps, written, strict=True)
    ]
    states = [json.loads(state) for state in written]
    files = {
        HISTORY: canonical(
            {"steps": _WHAT.dump_python(tuple(told), mode="json"), "states": states}
        ),
        TEMPLATES: canonical(_TEMPLATES.dump_python(bundle.templates, mode="json")),
    }
    files |= {f"originals/{digest}": content for digest, content in bundle.originals.items()}
    files |= {f"closed/{digest}": content for digest, content in bundle.closed.items()}
    if sum(map(len, files.values())) > _room():
        raise _too_large()
    digests = {name: digest_of(content) for name, content in files.items()}
    manifest = _MANIFEST.dump_python(_Manifest(FORMAT, VERSION, digests), mode="json")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted({**files, MANIFEST: canonical(manifest)}.items()):
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.external_attr = 0o600 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack(content: bytes) -> Bundle:
    """What the zip holds, all of it checked. Raises Refusal with what is wrong."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = _files(archive)
        return _bundle(files)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise _refusal(text("The bundle is torn or not a zip file.")) from error
    except (ValueError, KeyError, TypeError, RuntimeError) as error:
        raise _refusal(
            text("The file is not a bundle of a workspace, or not one for this version.")
        ) from error


def _files(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every member by its name, as the manifest tells them."""
    names = archive.namelist()
    if len(names) > MOST:
        raise _refusal(text("The bundle holds more than {n} files.", n=MOST))
    for name in names:
        if name not in (MANIFEST, HISTORY, TEMPLATES) and not _object(name):
            raise _refusal(text("The bundle holds a foreign file: {name}.", name=name[:80]))
    if len(set(names)) < len(names):
        raise _refusal(text("The bundle holds a file twice."))
    files: dict[str, bytes] = {}
    for name in names:
        files[name] = _member(archive, name, _room() - sum(map(len, files.values())))
    manifest = _MANIFEST.validate_json(files.pop(MANIFEST))
    if (manifest.format, manifest.version) != (FORMAT, VERSION):
        raise ValueError(manifest.format)
    for name in sorted({*files, *manifest.files}):
        if name not in files or digest_of(files[name]) != manifest.files.get(name):
            raise _refusal(text("The bundle was altered: {name} is not what it was.", name=name))
    return files


def _member(archive: zipfile.ZipFile, name: str, room: int) -> bytes:
    """One member, counted while it is unpacked: what its header says is not believed."""
    with archive.open(name) as member:
        content = member.read(room + 1)
    if len(content) > room:
        raise _too_large()
    return content


def _bundle(files: dict[str, bytes]) -> Bundle:
    history = json.loads(files[HISTORY])
    told = _WHAT.validate_python(history["steps"])
    states = [canonical(one) for one in history["states"]]
    steps = tuple(
        Step(at, what, digest, _state(state, digest))
        for (at, what, digest), state in zip(told, states, strict=True)
    )
    templates = _TEMPLATES.validate_json(files[TEMPLATES])
    originals, closed = dict(_objects(files, ORIGINAL)), dict(_objects(files, CLOSED))
    uploads = (one for step in steps for each in step.state.datasets for one in each.uploads)
    lacking = any(one.digest not in originals for one in uploads)
    if not steps or lacking or closed_in(steps) - closed.keys():
        raise _refusal(text("The bundle lacks a file that its history names."))
    for content in closed.values():
        closed_of(content)
    return Bundle(steps, templates, originals, closed)


def closed_in(steps: Iterable[Step]) -> set[str]:
    """The digests of the closed waves that these steps name."""
    return {one.digest for step in steps for one in step.state.surveys.closed}


def _state(written: bytes, digest: str) -> State:
    if digest_of(written) != digest:
        raise _refusal(text("The bundle was altered: {name} is not what it was.", name=HISTORY))
    return state_of(written)


def _object(name: str) -> bool:
    return bool(ORIGINAL.fullmatch(name) or CLOSED.fullmatch(name))


def _objects(files: dict[str, bytes], kind: "re.Pattern[str]") -> Iterable[tuple[str, bytes]]:
    for name, content in files.items():
        found = kind.fullmatch(name)
        if found:
            if digest_of(content) != found.group(1):
                raise _refusal(
                    text("The bundle was altered: {name} is not what it was.", name=name)
                )
            yield found.group(1), content


def _room() -> int:
    return settings().unpacked_mb * 1_000_000


def _too_large() -> Refusal:
    return Refusal(
        text("Unpacked, the bundle is over {mb} MB.", mb=settings().unpacked_mb),
        text("Set HEADLIGHT_UNPACKED_MB higher on both sides."),
    )


def _refusal(what: Text) -> Refusal:
    return Refusal(what, text("Make the bundle again where the workspace is."), Place())
