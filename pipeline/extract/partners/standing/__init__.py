"""Standing bodies by name, one module a kind of body. Data only; ``gazetteer`` reads them.

One line a body: name, other names and acronyms, separated by " | "; a line "## kind country" says what
those below it are (country ISO 3166-1, "EU", or - where international). These are bodies a collectivity
anywhere in France may deal with; local ones do not belong here.
"""

from pipeline.extract.partners.standing.associations import ASSOCIATIONS
from pipeline.extract.partners.standing.companies import COMPANIES
from pipeline.extract.partners.standing.networks import NETWORKS
from pipeline.extract.partners.standing.research import RESEARCH
from pipeline.extract.partners.standing.states import STATES
from pipeline.extract.partners.standing.world import WORLD

TABLES = (STATES, NETWORKS, WORLD, ASSOCIATIONS, RESEARCH, COMPANIES)

__all__ = ["TABLES"]
