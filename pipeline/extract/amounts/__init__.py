"""Sums of money in French text."""

from pipeline.extract.amounts.find import find_amounts

__all__ = ["find_amounts"]
