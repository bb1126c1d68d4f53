"""The README beside the samples: what was planted in each, and what only looks like it."""

from collections.abc import Sequence

from core.worlds.samples.sample import Sample

_TOP = """# Samples

## Workbooks

Made by `make samples` from `core/worlds`, byte for byte the same each time. The companies are
invented and kept as managers keep their sheets: titles above the header, totals and notes below,
blank cells, months as text, and a last month that is only half over and has to be left out.
Because they are made, the truth is known: what Headlight says of each can be checked against it.

| file | what leads | decoys |
|---|---|---|
"""


def readme(samples: Sequence[Sample]) -> str:
    """The table of planted truths, one row a sample."""
    return _TOP + "".join(_row(sample) for sample in samples)


def _row(sample: Sample) -> str:
    truths = "; ".join(
        f"**{sample.headers[one.leading]}** moves {one.lead} months before "
        f"**{sample.headers[one.lagging]}**"
        f"{'' if one.sign > 0 else ', the other way (fewer is better)'}"
        for one in sample.world.truth
    )
    return f"| `{sample.file}` ({_span(sample)}) | {truths} | {_decoys(sample)} |\n"


def _span(sample: Sample) -> str:
    first, last = sample.complete.index[0], sample.complete.index[-1]
    return f"{len(sample.complete)} months, {first} to {last}, then half of {sample.unfinished}"


def _decoys(sample: Sample) -> str:
    decoys, headers = sample.world.decoys, sample.headers
    said = [
        f"{headers[decoys.trend]} only grows too",
        f"{headers[decoys.season]} only shares the season",
        f"{headers[decoys.follows]} follows the result",
        f"{headers[decoys.noise]} is noise",
    ]
    if decoys.together:
        said.append(f"{headers[decoys.together]} moves in the same month")
    return "; ".join(said)
