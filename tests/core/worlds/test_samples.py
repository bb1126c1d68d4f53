"""The sample workbooks: byte for byte the same, and read back as exactly what was written."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from core.metrics import Role, build_panel
from core.people import surveys_of
from core.periods import Grain
from core.tables import read
from core.worlds.samples import CRM_FILES, EXPORTED, SAMPLES, record_samples, survey_sample
from core.worlds.samples.__main__ import main

FOLDER = Path(__file__).parents[3] / "sample_data"
NAMES = [name for one in EXPORTED for name in one.files]
records = cache(record_samples)
EVERY = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)


@cache
def panel_of(file):
    return build_panel(read((FOLDER / file).read_bytes(), file).tables)


def test_making_them_again_gives_the_same_bytes(tmp_path):
    main(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


@EVERY
def test_a_sample_reads_back_to_the_values_written(sample):
    panel = panel_of(sample.file)
    named = {str(one.name): one.id for one in panel.indicators}
    assert panel.grain is Grain.MONTH
    for series, header in sample.headers.items():
        id = next(id for name, id in named.items() if name.endswith(header))  # under group names
        expected = sample.complete[series].rename(id)
        pd.testing.assert_series_equal(panel.values[id], expected, check_exact=True)
    assert len(panel.indicators) == len(sample.headers)


@EVERY
def test_the_half_month_is_left_out_and_said(sample):
    panel = panel_of(sample.file)
    assert panel.unfinished == sample.unfinished
    assert any("is left out" in notice.to("en") for notice in panel.notices)


@EVERY
def test_every_column_is_recognised_and_proposed_for_the_role_it_has(sample):
    panel = panel_of(sample.file)
    metrics = {one.metric: one for one in panel.indicators}
    assert metrics.keys() == sample.headers.keys()
    for truth in sample.world.truth:
        assert metrics[truth.leading].role is Role.LEADING
        assert metrics[truth.lagging].role is Role.LAGGING
    assert not panel.questions


def test_the_samples_show_what_managers_do_to_sheets():
    industries = {sample.industry for sample in SAMPLES}
    assert industries == {
        "general",
        "retail",
        "property",
        "saas",
        "manufacturing",
        "hospitality",
    }
    assert sorted(sample.language for sample in SAMPLES) == ["en"] * 3 + ["id"] * 3
    assert all(sample.title.to("id") != sample.title.to("en") for sample in SAMPLES)
    assert all(36 <= len(sample.written) <= 60 for sample in SAMPLES)
    assert all(sample.complete.isna().any().any() for sample in SAMPLES)
    assert all((FOLDER / sample.file).stat().st_size < 20_000 for sample in SAMPLES)


def test_the_readme_names_every_planted_truth():
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    for sample in SAMPLES:
        for truth in sample.world.truth:
            assert sample.file in told
            assert sample.headers[truth.leading] in told


def test_samples_of_records_are_small_and_named_in_the_readme():
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    files = records().files
    assert {*CRM_FILES} <= {file.name for file in files}
    assert sorted(NAMES) == sorted(file.name for file in files)
    for file in files:
        assert (FOLDER / file.name).stat().st_size < 420_000
        assert f"`{file.name}`" in told
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 2_500_000


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_of_records_is_read_for_what_it_is_and_no_row_is_lost(name):
    (file,) = (one for one in records().files if one.name == name)
    (table,) = read((FOLDER / file.name).read_bytes(), file.name).tables
    assert table.kind.value == file.kind
    assert len(table.frame) == file.rows
    found = {one.name: one.field for one in table.columns}
    named = {name: field for name, field in file.fields.items() if field}
    assert {name: found[name] for name in named} == named
    assert not table.questions and not table.issues


def test_the_survey_of_staff_is_read_back_wave_by_wave():
    company, file = survey_sample()
    (table,) = read((FOLDER / file.name).read_bytes(), file.name).tables
    assert table.kind.value == "survey" and len(table.frame) == file.rows
    assert not table.questions and not table.issues
    told = {one.wave: len(one.answers) for one in surveys_of(table)}
    assert told == {wave: sum(counts) for wave, counts in company.truth.counts.items()}
    assert f"`{file.name}`" in (FOLDER / "README.md").read_text(encoding="utf-8")
