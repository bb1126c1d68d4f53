"""The sample of a survey of staff: eight quarters in one workbook, as Microsoft Forms writes it."""

from dataclasses import replace

from core.language import text
from core.worlds.exports import ExportFile
from core.worlds.samples.records import Exported
from core.worlds.surveys import TOOLS, Surveyed, surveyed
from core.worlds.surveys.wording import GROUPS

_SAID = GROUPS["id"]  # the language of the sample

SURVEY_SEED = 1
SURVEY_FILE = "survei_karyawan.xlsx"
SURVEYED = (
    Exported("staff", text("Staff survey: eNPS and five statements, two years"), (SURVEY_FILE,)),
)


def survey_sample() -> tuple[Surveyed, ExportFile]:
    """The company behind it and the file, in Indonesian."""
    company = surveyed(SURVEY_SEED)
    return company, replace(TOOLS["microsoft_forms"](company, "id"), name=SURVEY_FILE)


def readme_of_survey(company: Surveyed) -> str:
    """What was planted among the answers."""
    truth = company.truth
    waves = list(truth.counts)
    sizes = company.staff["team"].value_counts()
    return _README.format(
        file=SURVEY_FILE,
        people=len(company.staff),
        waves=len(waves),
        first=waves[0],
        last=waves[-1],
        falling=_SAID[truth.falling],
        fell=truth.fell,
        small=_SAID[str(sizes.index[-1])],
        few=sizes.iloc[-1],
        counts="; ".join(f"{wave} {p}, {n}, {d}" for wave, (p, n, d) in truth.counts.items()),
    )


_README = """
## A survey of staff

**{people} people asked in {waves} quarters** ({first} to {last}), in Indonesian: `{file}`, as
Microsoft Forms exports it: one question on recommending (0 to 10), five statements in words of
agreement, a comment; names and addresses, which Headlight shows and drops. The same answers are
written the way nine tools export them, in both languages, by `core.worlds.surveys`.

- **What goes with recommending:** whether the manager listens. The other four statements do not.
- **Who fell:** {falling}, from {fell} on; no other team.
- **Who is too small to be shown:** {small}, {few} people.
- **Promoters, passives, detractors:** {counts}.
"""
