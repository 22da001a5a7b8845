"""Which file of the models' folder holds which model; light, for those too who never load one."""

STATUS_FILE, SDG_FILE, PARTNER_FILE = "status.skops", "sdgs.skops", "partners.skops"
