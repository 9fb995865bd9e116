"""The nine addresses of Open Referral UK 3.0. The first parameter is called `request`, as django-ninja wants it.

Source: the profile's openapi.json (OpenReferralUK, January 2026). What is ours beyond it is marked as an extension.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from ninja import NinjaAPI, Query

from goldenthread.interfaces.rules import open_to_all

from ..vocabulary import TAXONOMIES, term_by_id
from . import schemas, terms
from .asked import Asked, Turned
from .lists import AT_PLACES, SERVICES, Source, a_page, lines, page_of
from .reader import one, reading
from .refusals import TITLES, Missing, answer_problems
from .services import whole, whole_at_place
from .shown import Shown, as_json, marked, same_as_theirs, shown_for
from .values import Json

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
LINES = "application/x-ndjson"
api = NinjaAPI(
    title="SEND Local Offer: Open Referral UK",
    version=VERSION,
    description=(
        "Services for children and young people with special educational needs or disabilities, as Open Referral UK 3.0."
        " No key is needed. Times are UTC. What the standard has no place for stands in x_send; needs, ages, access, how"
        " to start and sections are attributes with terms of the taxonomies served here."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="feed",
)
answer_problems(api)
MOST_WHOLE_TEXTS = 2000
_whole_texts: OrderedDict[tuple[Any, ...], str] = OrderedDict()  # what was asked for lately, by all it depends on
PROBLEMS: dict[Any, Any] = {frozenset(TITLES): schemas.Problem}


@api.get("/", response={200: schemas.About, **PROBLEMS}, operation_id="about", summary="What this is")
@open_to_all
def feed_about(request: HttpRequest) -> HttpResponseBase:
    """Version, profile, and where the OpenAPI document is."""
    address = request.build_absolute_uri(request.path.rstrip("/") + "/openapi.json")
    return _fixed(request, {"version": VERSION, "profile": PROFILE, "openapi_url": address})


@api.get("/services", response={200: schemas.Services, **PROBLEMS}, operation_id="services", summary="Services")
@open_to_all
def feed_services(request: HttpRequest, asked: Annotated[Asked, Query()]) -> HttpResponseBase:
    """Services with their one-to-one fields and organisation, by name; by how well they fit when words are looked for."""
    return _list(request, SERVICES, asked)


@api.get("/services/{uuid:key}", response={200: schemas.WholeService, **PROBLEMS}, operation_id="service",
         summary="One service")  # fmt: skip
@open_to_all
def feed_service(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """One service with everything there is to know of it."""
    return _one(request, "local_offer_feed_service", "id", key)


@api.get("/service_at_locations", response={200: schemas.ServicesAtLocations, **PROBLEMS},
         operation_id="service_at_locations", summary="Services at their places")  # fmt: skip
@open_to_all
def feed_service_at_locations(request: HttpRequest, asked: Annotated[Asked, Query()]) -> HttpResponseBase:
    """Each service once for each of its places."""
    return _list(request, AT_PLACES, asked)


@api.get("/service_at_locations/{uuid:key}", response={200: schemas.WholeServiceAtLocation, **PROBLEMS},
         operation_id="service_at_location", summary="One service at one place")  # fmt: skip
@open_to_all
def feed_service_at_location(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """One service at one of its places, with everything. name and status of the service stand at the top too."""
    return _one(request, "local_offer_feed_at_place", "place_id", key)


@api.get("/taxonomies", response={200: schemas.Taxonomies, **PROBLEMS}, operation_id="taxonomies", summary="Taxonomies")
@open_to_all
def feed_taxonomies(request: HttpRequest, turned: Annotated[Turned, Query()]) -> HttpResponseBase:
    """Needs, ages, access, how to start, sections."""
    return _fixed(request, page_of([terms.taxonomy(found, whole=False) for found in TAXONOMIES], turned))


@api.get("/taxonomies/{uuid:key}", response={200: schemas.WholeTaxonomy, **PROBLEMS}, operation_id="taxonomy",
         summary="One taxonomy")  # fmt: skip
@open_to_all
def feed_taxonomy(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """One taxonomy with its terms."""
    found = next((each for each in TAXONOMIES if each.id == key), None)
    if found is None:
        raise Missing
    return _fixed(request, terms.taxonomy(found, whole=True))


@api.get("/taxonomy_terms", response={200: schemas.Terms, **PROBLEMS}, operation_id="taxonomy_terms", summary="Terms")
@open_to_all
def feed_taxonomy_terms(request: HttpRequest, turned: Annotated[Turned, Query()]) -> HttpResponseBase:
    """Every term of every taxonomy."""
    return _fixed(request, page_of(terms.every_term(), turned))


@api.get("/taxonomy_terms/{uuid:key}", response={200: schemas.Term, **PROBLEMS}, operation_id="taxonomy_term",
         summary="One term")  # fmt: skip
@open_to_all
def feed_taxonomy_term(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """One term."""
    found = term_by_id(key)
    if found is None:
        raise Missing
    return _fixed(request, terms.term(*found))


def _fixed(request: HttpRequest, told: Json | str) -> HttpResponseBase:
    """What changes only with the program."""
    return same_as_theirs(request) or marked(as_json(told if isinstance(told, str) else json.dumps(told)), request)


def _list(request: HttpRequest, source: Source, asked: Asked) -> HttpResponseBase:
    with reading() as connection:
        shown = shown_for(connection, request)
        kept = same_as_theirs(request, shown.mark, changed_at=shown.changed_at)
        if kept is not None:
            return kept
        if asked.format == "json":
            answer: HttpResponseBase = as_json(a_page(connection, source, shown, asked))
    if asked.format == "ndjson":
        answer = StreamingHttpResponse(_begun(lines(source, shown, asked)), content_type=LINES)
    return marked(answer, request, shown.mark, changed_at=shown.changed_at)


def _begun(all_lines: Iterator[str]) -> Iterator[str]:
    """The same lines, the first of them already made: what cannot be answered is found out before the answer begins."""
    first: Sequence[str] = [line for line in [next(all_lines, "")] if line]
    return chain(first, all_lines)


def _one(request: HttpRequest, table: str, column: str, key: UUID) -> HttpResponseBase:
    """One service, or one at one place. The asker's copy is compared before the entry is read."""
    with reading() as connection:
        shown = shown_for(connection, request)
        where = f"""FROM {table} WHERE authority_id = %s AND {column} = %s AND (visible_from IS NULL OR visible_from <= %s)
                    AND (visible_to IS NULL OR visible_to >= %s)"""
        values = [shown.authority, key, shown.today, shown.today]
        marks = one(connection, f"SELECT text_hash {where}", values)
        if marks is None:
            raise Missing
        kept = same_as_theirs(request, marks[0])
        if kept is not None:
            return kept
        mark = (key, marks[0], shown.publisher, shown.today)
        if mark not in _whole_texts:
            row = one(connection, f"SELECT entry::text {where}", values)
            if row is None:
                raise Missing
            _whole_texts[mark] = json.dumps(_whole(json.loads(row[0]), column, key, shown))
            while len(_whole_texts) > MOST_WHOLE_TEXTS:
                _whole_texts.popitem(last=False)
    return marked(as_json(_whole_texts[mark]), request, marks[0])


def _whole(entry: Json, column: str, key: UUID, shown: Shown) -> Json:
    if column == "id":
        return whole(entry, shown.publisher, shown.today)
    place = next(each for each in entry["places"] if each["id"] == str(key))
    return whole_at_place(entry, place, shown.publisher, shown.today)
