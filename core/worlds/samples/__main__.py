"""`python -m core.worlds.samples FOLDER`: writes all samples and the README beside them."""

import sys
from pathlib import Path

from core.worlds.samples.list import SAMPLES
from core.worlds.samples.readme import readme
from core.worlds.samples.records import readme_of_records, record_samples
from core.worlds.samples.surveys import readme_of_survey, survey_sample
from core.worlds.samples.write import write


def main(folder: Path) -> None:
    """All samples and their README into that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        write(sample, folder)
    records = record_samples()
    for file in records.files:
        (folder / file.name).write_bytes(file.content)
    company, survey = survey_sample()
    (folder / survey.name).write_bytes(survey.content)
    told = readme(SAMPLES) + readme_of_records(records) + readme_of_survey(company)
    (folder / "README.md").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "sample_data"))
