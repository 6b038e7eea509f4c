"""How answers become figures with their intervals, and when one may be shown.

Pure: nothing here knows a database, a network or a clock. What a share needs is at
hand as `estimate.share` and so on; everything else is imported by its module:
`from surveys.estimate import means, raking, suppression`.
"""

from surveys.estimate.proportion import (
    MIN_N,
    SURE_N,
    WIDE,
    Estimate,
    Interval,
    Threshold,
    Weighted,
    careful,
    effective_size,
    percent,
    proportion,
    publishable,
    relative_standard_error,
    share,
    threshold,
    top2,
    weighted,
    wilson,
)

__all__ = [
    "MIN_N",
    "SURE_N",
    "WIDE",
    "Estimate",
    "Interval",
    "Threshold",
    "Weighted",
    "careful",
    "effective_size",
    "percent",
    "proportion",
    "publishable",
    "relative_standard_error",
    "share",
    "threshold",
    "top2",
    "weighted",
    "wilson",
]
