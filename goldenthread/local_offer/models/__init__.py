"""The directory: approved facts (service, about), versions, and the published copy (listing, finding)."""

from .about import Answer, Contact, CostOption, Event, Place, Schedule, ServiceArea
from .choices import (
    AreaScope,
    Branch,
    Frequency,
    Gender,
    LocationType,
    OrganisationRole,
    ProviderType,
    ProvisionKind,
    Question,
    ServiceStatus,
    Source,
    State,
    VersionState,
)
from .finding import EverydayPhrase, Offer, Outcode, Postcode, Synonym, Town, UnansweredWord
from .listing import ListedWord, Listing, ListingEvent, ListingPlace
from .service import OfferOrganisation, Service, ServiceOrganisation
from .version import ServiceVersion

__all__ = [
    "Answer",
    "AreaScope",
    "Branch",
    "Contact",
    "CostOption",
    "Event",
    "EverydayPhrase",
    "Frequency",
    "Gender",
    "ListedWord",
    "Listing",
    "ListingEvent",
    "ListingPlace",
    "LocationType",
    "Offer",
    "OfferOrganisation",
    "OrganisationRole",
    "Outcode",
    "Place",
    "Postcode",
    "ProviderType",
    "ProvisionKind",
    "Question",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceOrganisation",
    "ServiceStatus",
    "ServiceVersion",
    "Source",
    "State",
    "Synonym",
    "Town",
    "UnansweredWord",
    "VersionState",
]
