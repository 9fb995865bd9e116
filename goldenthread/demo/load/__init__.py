"""Larkmere into the database: what to load, in the order in which each row's links are already there.

BODIES: of all parts first, since the Local Offer names them too; LOADERS: then part by part.
"""

from .area import load_calendar, load_organisations
from .children import load_children, load_classes, load_enrolments, load_profiles, load_status
from .known import Known
from .people import (
    load_accounts,
    load_assignments,
    load_parents,
    load_withheld_addresses,
    load_young_people,
    remember_people,
)
from .provision import load_catalogue, load_deliveries, load_doses, load_groups, load_timetable
from .support import (
    load_agreements,
    load_annual_reports,
    load_concerns,
    load_cycles,
    load_measures,
    load_review_results,
    load_reviews,
    load_targets,
    load_words,
)
from .talk import load_communications

BODIES = (load_organisations, load_calendar)
LOADERS = (
    remember_people,
    load_accounts,
    load_classes,
    load_assignments,
    load_children,
    load_parents,
    load_withheld_addresses,
    load_enrolments,
    load_young_people,
    load_status,
    load_profiles,
    load_catalogue,
    load_concerns,
    load_cycles,
    load_groups,
    load_doses,
    load_timetable,
    load_deliveries,
    load_reviews,
    load_measures,
    load_targets,
    load_agreements,
    load_review_results,
    load_annual_reports,
    load_words,
    load_communications,
)

__all__ = ["BODIES", "LOADERS", "Known"]
