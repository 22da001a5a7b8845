"""Sums of money in French text and tables, what they are for and who pays."""

from pipeline.extract.amounts.context import with_context
from pipeline.extract.amounts.find import find_amounts

__all__ = ["find_amounts", "with_context"]
