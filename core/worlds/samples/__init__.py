"""The sample workbooks: which company each one holds, under which names, written how."""

from core.worlds.samples.list import SAMPLES
from core.worlds.samples.sample import Sample
from core.worlds.samples.write import write

__all__ = ["SAMPLES", "Sample", "write"]
