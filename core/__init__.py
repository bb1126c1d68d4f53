"""Files become tables, tables become a panel, the panel answers which metric moves first."""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # small products: a second thread spins longer than it works
