"""Years and ranges of years in French text."""

from pipeline.extract.periods.find import find_periods

__all__ = ["find_periods"]
