"""The samples: which company each one holds, under which names, written how."""

from core.worlds.samples.list import SAMPLES
from core.worlds.samples.records import (
    CRM_FILES,
    EXPORTED,
    Exported,
    RecordSamples,
    record_samples,
)
from core.worlds.samples.sample import Sample
from core.worlds.samples.surveys import SURVEYED, survey_sample
from core.worlds.samples.write import write

__all__ = [
    "CRM_FILES",
    "EXPORTED",
    "SAMPLES",
    "SURVEYED",
    "Exported",
    "RecordSamples",
    "Sample",
    "record_samples",
    "survey_sample",
    "write",
]
