"""Partners in French text: candidates, evidence, judgement, one name each: ``find.PartnerFinder``.

Nothing is imported here: ``decisions`` is read where nothing else of it is, and by those who start often.
"""
