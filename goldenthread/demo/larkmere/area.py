"""The first part: the authority, its organisations and officers, terms and the catalogue."""

from datetime import date
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere import names
from goldenthread.demo.larkmere.cast import AUTHORITY, SERVICES
from goldenthread.demo.larkmere.figures import places
from goldenthread.demo.larkmere.ground import Ground
from goldenthread.demo.larkmere.identifiers import AUTHORITY_CODE
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.places import CENTRE, NEIGHBOURHOODS, STREETS, TOWN
from goldenthread.demo.larkmere.rows import AuthorityRow, OrganisationRow, OutwardCodeRow
from goldenthread.demo.larkmere.school_calendar import calendar_rows, inset_rows
from goldenthread.demo.larkmere.schools import TYPE_NAMES, School
from goldenthread.demo.larkmere.seed import Keys
from goldenthread.demo.larkmere.staff import StaffRoom
from goldenthread.demo.larkmere.support.catalogue import write_catalogue


def write_area(rng: Random, keys: Keys, part: Part, ground: Ground) -> None:
    """Everything that the parts of the schools refer to."""
    schools = ground.schools
    ground.catalogue = write_catalogue(keys, part)
    for school in schools:
        part.add(_school_row(rng, school))
        part.add(*inset_rows(keys, school.key, school.inset_pattern))
    authority = keys.new()
    part.add(_office(rng, authority, "authority", AUTHORITY))
    part.add(AuthorityRow(keys.new(), authority, AUTHORITY_CODE, "Larkmere", *CENTRE))
    part.add(*(OutwardCodeRow(*place) for place in NEIGHBOURHOODS))
    _write_people(rng, keys, part, ground, authority, AUTHORITY)
    for name, kind in SERVICES:
        service = keys.new()
        part.add(_office(rng, service, kind, name))
        ground.services[name] = service
        _write_people(rng, keys, part, ground, service, name)
    terms, closures = calendar_rows(keys)
    part.add(*terms, *closures)


def _write_people(rng: Random, keys: Keys, part: Part, ground: Ground, organisation: UUID, name: str) -> None:
    room = StaffRoom(rng, keys, part, organisation, name)
    for role in ("case officer", "authority manager", "platform administrator", "adviser"):
        for member in room.of_role(role):
            written = room.write(role, member.job_title, None, member)
            ground.advisers[member.slug] = (written.key, written.name, written.job_title)
    if name == AUTHORITY:
        for _n in range(5):
            room.write("case officer", "SEND case officer")


def _office(rng: Random, key: UUID, kind: str, name: str) -> OrganisationRow:
    street = STREETS["QX1"][int(rng.random() * 8)]
    return OrganisationRow(
        key, kind, name, "", "", "", "", "", "", 0, 0, "",
        f"{int(rng.random() * 60) + 1} {street.name}", TOWN, *street[1:],
        names.london_telephone(rng), f"{names.plain_letters(name)}@example.org", 0, 0, 0, 0, "",
        date(2014, 9, 1), False,
    )  # fmt: skip


def _school_row(rng: Random, school: School) -> OrganisationRow:
    plan = school.plan
    streets = STREETS[plan.outward_code]
    street = streets[int(rng.random() * len(streets))]
    high = plan.last_year + 5 if plan.last_year >= 0 else 4
    return OrganisationRow(
        school.key, "college" if plan.phase == "further education" else "school", plan.name, school.urn,
        school.establishment_number, school.ukprn, plan.type_code, TYPE_NAMES[plan.type_code], plan.phase,
        plan.first_year + 4, 18 if plan.sixth_form else high, plan.trust, street.name, TOWN, street.postcode,
        street.latitude, street.longitude, names.london_telephone(rng),
        f"office.{names.plain_letters(plan.name)}@example.org", places(plan), school.roll,
        plan.commissioned_places, plan.resourced_places, plan.resourced_need,
        date(1962 + school.index % 50, 9, 1), school.is_detailed,
    )  # fmt: skip
