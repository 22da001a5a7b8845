"""Partners in French text: candidates, evidence, judgement, one name each."""

from pipeline.extract.partners.find import PartnerFinder

__all__ = ["PartnerFinder"]
