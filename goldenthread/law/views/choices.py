"""The parts of the rule book, and the kinds of source, in words."""

from django.utils.translation import gettext_lazy as _

PROCEDURES = {
    "amendment": _("Amendment"),
    "appeals": _("Appeals and claims"),
    "assessment": _("EHC needs assessment"),
    "ceasing": _("Ceasing, and age 18 to 25"),
    "complaints": _("Complaints and other routes"),
    "detained": _("Detained persons"),
    "local_offer": _("Local Offer"),
    "mediation": _("Mediation"),
    "moves": _("Moves between authorities"),
    "orders": _("After the Tribunal"),
    "people": _("Dates of birth"),
    "personal_budget": _("Personal budgets"),
    "phase_transfer": _("Phase transfers"),
    "plans": _("Draft plan and naming a setting"),
    "reassessment": _("Reassessment"),
    "reviews": _("Annual review"),
    "sen_support": _("SEN Support and schools"),
}
SOURCE_NAMES = {"law": _("Law"), "guidance": _("Guidance"), "practice": _("Working aim, not law")}
