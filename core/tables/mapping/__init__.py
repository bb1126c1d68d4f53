"""What a table is about and which field each column is: by names, by cells, by each other."""

from core.tables.mapping.deciding import mapping_of
from core.tables.mapping.model import Assigned, Mapping, Shape
from core.tables.mapping.names import FIELD_NAMES, KIND_NAMES, PERSONAL, field_name
from core.tables.mapping.reasons import why_generic
from core.tables.mapping.senses import tokens
from core.tables.mapping.vocabulary import KINDS

__all__ = [
    "FIELD_NAMES",
    "KINDS",
    "KIND_NAMES",
    "PERSONAL",
    "Assigned",
    "Mapping",
    "Shape",
    "field_name",
    "mapping_of",
    "tokens",
    "why_generic",
]
