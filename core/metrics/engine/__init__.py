"""Where expressions run: DuckDB over uploads, PostgreSQL and Spark for tables too large to upload.

The only package that opens connections for metrics. Ibis keeps what differs between engines;
nothing above this package knows which one runs.
"""

from core.metrics.engine.address import Address, is_address, named
from core.metrics.engine.listed import address_of, alone, listed
from core.metrics.engine.running import Engine, apart, connect, local

__all__ = [
    "Address",
    "Engine",
    "address_of",
    "alone",
    "apart",
    "connect",
    "is_address",
    "listed",
    "local",
    "named",
]
