"""What comes out, for the OpenAPI document. The standard's own schemas are stricter and decide (docs of the profile).

A field that is not required may be left out; it is never null.
"""

from __future__ import annotations

from typing import NotRequired

from ninja import Schema
from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12


class Organization(TypedDict):
    id: str
    name: str
    description: str
    email: NotRequired[str]
    website: NotRequired[str]
    logo: NotRequired[str]
    uri: NotRequired[str]
    parent_organization_id: NotRequired[str]
    organization_identifiers: NotRequired[list[dict[str, str]]]


class Term(TypedDict):
    id: str
    name: str
    description: str
    parent_id: NotRequired[str]
    taxonomy: str
    taxonomy_id: str
    term: str


class Taxonomy(TypedDict):
    id: str
    name: str
    description: str
    version: str


class WholeTaxonomy(Taxonomy):
    taxonomy_terms: list[Term]


class Attribute(TypedDict):
    id: str
    link_id: str
    link_type: str
    taxonomy_term_id: str
    taxonomy_term: Term


class Location(TypedDict):
    id: str
    location_type: str
    name: NotRequired[str]
    description: NotRequired[str]
    latitude: NotRequired[float]
    longitude: NotRequired[float]
    external_identifier: NotRequired[str]
    external_identifier_type: NotRequired[str]


class WholeLocation(Location):
    addresses: NotRequired[list[dict[str, str]]]
    accessibility: NotRequired[list[dict[str, str]]]
    attributes: NotRequired[list[Attribute]]


class ListedService(TypedDict):
    """organization_id, description and organization are always there, but for the short form (minimal)."""

    id: str
    organization_id: str
    name: str
    status: str
    description: NotRequired[str]
    url: NotRequired[str]
    email: NotRequired[str]
    fees: NotRequired[str]
    accreditations: NotRequired[str]
    minimum_age: NotRequired[float]
    maximum_age: NotRequired[float]
    assured_date: NotRequired[str]
    alert: NotRequired[str]
    last_modified: str
    organization: NotRequired[Organization]


class ServiceAtLocation(TypedDict):
    id: str
    service_id: str
    location_id: str
    location: Location


class ListedServiceAtLocation(ServiceAtLocation):
    name: str
    status: str
    service: ListedService


class WholeService(ListedService):
    schedules: NotRequired[list[dict[str, str | float]]]
    service_areas: NotRequired[list[dict[str, str]]]
    service_at_locations: NotRequired[list[ServiceAtLocation]]
    languages: NotRequired[list[dict[str, str]]]
    funding: NotRequired[list[dict[str, str]]]
    cost_options: NotRequired[list[dict[str, str | float]]]
    contacts: NotRequired[list[dict[str, object]]]
    phones: NotRequired[list[dict[str, str]]]
    attributes: NotRequired[list[Attribute]]
    x_send: NotRequired[dict[str, object]]


class WholeServiceAtLocation(ServiceAtLocation):
    name: str
    status: str
    service: WholeService
    schedules: NotRequired[list[dict[str, str | float]]]


class Page(TypedDict):
    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


class Services(Page):
    contents: list[ListedService]


class ServicesAtLocations(Page):
    contents: list[ListedServiceAtLocation]


class Taxonomies(Page):
    contents: list[Taxonomy]


class Terms(Page):
    contents: list[Term]


class About(TypedDict):
    version: str
    profile: str
    openapi_url: str


class Problem(Schema):
    """What is wrong, in a sentence that says what to do (RFC 9457)."""

    title: str
    status: int
    detail: str
