"""Families: adults, homes, languages and ways to be reached. Brothers and sisters share them."""

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple
from uuid import UUID

from goldenthread.demo.larkmere import names
from goldenthread.demo.larkmere.heritage import Heritage
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.places import TOWN, Home, any_home
from goldenthread.demo.larkmere.rows import AddressRow, PersonRow
from goldenthread.demo.larkmere.seed import Keys

_SHAPES = ("both", "mother", "apart", "father", "step", "grandparent", "foster")
_SHAPE_WEIGHTS = (61, 85, 94, 97, 99, 99.6, 100)
_FORMATS = ("standard", "large print", "easy read", "paper", "audio")
_FORMAT_WEIGHTS = (965, 975, 981, 998, 1000)
_CHANNELS = ("portal", "e-mail", "text message", "phone", "post")
_CHANNEL_WEIGHTS = (45, 70, 86, 95, 100)


class Adult(NamedTuple):
    """An adult as one family has them: the person and what they are to its children."""

    key: UUID
    name: str  # Ms Ada Bello
    relationship: str
    parental_responsibility: bool
    lives_with: bool
    evidence: str
    interpreter_language: str  # "" unless they asked for an interpreter


@dataclass(slots=True)
class Family:
    heritage: Heritage
    other_heritage: Heritage
    family_name: str
    home: UUID
    outward_code: str
    adults: list[Adult] = field(default_factory=list)
    born_years: list[int] = field(default_factory=list)
    looked_after: bool = False


class Families:
    """Makes families, and finds one that could have another child."""

    def __init__(self) -> None:
        self._by_outward_code: dict[str, list[Family]] = {}
        self._adults_made = 0

    def for_child(self, rng: Random, keys: Keys, part: Part, outward_code: str, born_year: int) -> Family:
        """A family of this neighbourhood for a child of this birth year: a known one for two in five."""
        if rng.random() < 0.09:
            outward_code = f"QX{int(rng.random() * 9) + 1}"
        known = self._by_outward_code.setdefault(outward_code, [])
        if known and rng.random() < 0.56:
            for _try in range(2):
                family = known[int(rng.random() * len(known))]
                if len(family.born_years) < 4 and all(abs(y - born_year) > 1 for y in family.born_years):
                    family.born_years.append(born_year)
                    return family
        family = self.new_family(rng, keys, part, outward_code)
        family.born_years.append(born_year)
        if not family.looked_after:
            known.append(family)
        return family

    def new_family(self, rng: Random, keys: Keys, part: Part, outward_code: str) -> Family:
        one = names.any_heritage(rng)
        other = names.any_heritage(rng) if rng.random() < 0.14 else one
        family_name = names.one_of(rng, one.families)
        if rng.random() < 0.035:
            family_name = f"{family_name}-{names.one_of(rng, other.families)}"
        home = write_home(keys, part, any_home(rng, outward_code))
        family = Family(one, other, family_name, home, outward_code)
        shape = rng.choices(_SHAPES, cum_weights=_SHAPE_WEIGHTS)[0]
        self._add_adults(rng, keys, part, family, shape)
        return family

    def _add_adults(self, rng: Random, keys: Keys, part: Part, family: Family, shape: str) -> None:
        seen = "Birth certificate seen"
        if shape in ("both", "mother", "apart", "step"):
            self._add(rng, keys, part, family, "mother", "F", True, True, seen)
        if shape in ("both", "father"):
            self._add(rng, keys, part, family, "father", "M", True, True, seen)
        elif shape == "apart":
            self._add(rng, keys, part, family, "father", "M", True, False, seen)
        elif shape == "step":
            self._add(rng, keys, part, family, "step-parent", "M", False, True, "Told by the mother; not acting")
        elif shape == "grandparent":
            order = "Special guardianship order seen"
            self._add(rng, keys, part, family, "grandparent", "F", True, True, order)
        elif shape == "foster":
            family.looked_after = True
            self._add(rng, keys, part, family, "foster carer", "F", False, True, "Placement plan seen")

    def _add(
        self,
        rng: Random,
        keys: Keys,
        part: Part,
        family: Family,
        relationship: str,
        sex: str,
        responsible: bool,
        lives_with: bool,
        evidence: str,
    ) -> None:
        heritage = family.heritage if relationship != "father" else family.other_heritage
        given = names.adult_name(rng, heritage, sex)
        if relationship in ("foster carer", "step-parent") or rng.random() < 0.24:
            surname = names.one_of(rng, heritage.families)
        else:
            surname = family.family_name
        title = "Mr" if sex == "M" else ("Mrs" if rng.random() < 0.45 else "Ms")
        speaks = heritage.language if rng.random() < heritage.speaks_it_first * 0.4 else "English"
        interpreter = speaks != "English" and rng.random() < 0.3
        home = family.home
        if not lives_with:
            home = write_home(keys, part, any_home(rng, f"QX{int(rng.random() * 9) + 1}"))
        person = self.write_person(
            rng,
            keys,
            part,
            title,
            given,
            surname,
            home,
            speaks,
            interpreter,
            rng.choices(_FORMATS, cum_weights=_FORMAT_WEIGHTS)[0],
            rng.choices(_CHANNELS, cum_weights=_CHANNEL_WEIGHTS)[0],
        )
        name = f"{title} {given} {surname}"
        asked = speaks if interpreter else ""
        family.adults.append(Adult(person, name, relationship, responsible, lives_with, evidence, asked))

    def write_person(
        self,
        rng: Random,
        keys: Keys,
        part: Part,
        title: str,
        given: str,
        surname: str,
        home: UUID | None,
        language: str = "English",
        interpreter: bool = False,
        form: str = "standard",
        channel: str = "portal",
        child: UUID | None = None,
    ) -> UUID:
        """Write a person of the public with contact details of their own."""
        self._adults_made += 1
        no_email = channel == "post" or (channel == "phone" and rng.random() < 0.5)
        email = "" if no_email else names.email(given, surname, self._adults_made, "example.com")
        telephone = names.london_telephone(rng) if rng.random() < 0.18 else ""
        key = keys.new()
        part.rows[PersonRow].append(
            PersonRow(
                key,
                title,
                given,
                surname,
                email,
                names.mobile(rng),
                telephone,
                home,
                language,
                interpreter,
                form,
                channel,
                child,
            )
        )
        return key


def write_home(keys: Keys, part: Part, home: Home) -> UUID:
    key = keys.new()
    part.rows[AddressRow].append(
        AddressRow(key, home.line_1, home.line_2, TOWN, home.postcode, home.latitude, home.longitude)
    )
    return key
