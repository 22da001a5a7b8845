"""What can be measured of an act: quantities of anything but money and time."""

from pipeline.extract.indicators.find import find_indicators

__all__ = ["find_indicators"]
