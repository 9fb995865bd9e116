"""The schools of Larkmere: names, kinds, sizes and places, one line each."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

HOLLOW_OAK = "Hollow Oak Primary"
FAIRMEAD = "Fairmead Academy"
DETAILED = (HOLLOW_OAK, FAIRMEAD)


class SchoolPlan(NamedTuple):
    """What is decided about a school before anybody is put in it."""

    name: str
    phase: str
    outward_code: str
    type_code: str  # codesets/gias_establishment_types.csv
    first_year: int  # 0 is Reception, -1 the nursery year
    last_year: int
    places_a_year: int
    sixth_form: int = 0  # places in years 12 and 13 together
    trust: str = ""
    resourced_places: int = 0
    resourced_need: str = ""
    commissioned_places: int = 0
    fixed_roll: int = 0  # children on roll, where the area's total must not stretch it


TYPE_NAMES = {
    "1": "Community school", "2": "Voluntary aided school", "3": "Voluntary controlled school",
    "5": "Foundation school", "7": "Community special school", "11": "Other independent school",
    "14": "Pupil referral unit", "15": "Local authority nursery school", "18": "Further education",
    "28": "Academy sponsor led", "33": "Academy special sponsor led", "34": "Academy converter",
    "35": "Free schools", "44": "Academy special converter",
}  # fmt: skip

REACH, LANTERN, TIDE = "Reach Together Trust", "Lantern Learning Trust", "Tideway Schools Trust"


def _primary(name: str, code: str, kind: str, places: int, trust: str = "", rp: int = 0, need: str = "") -> SchoolPlan:
    return SchoolPlan(name, "primary", code, kind, 0, 6, places, 0, trust, rp, need)


def _secondary(
    name: str, code: str, kind: str, places: int, sixth: int = 0, trust: str = "", rp: int = 0, need: str = ""
) -> SchoolPlan:
    return SchoolPlan(name, "secondary", code, kind, 7, 11, places, sixth, trust, rp, need)


def _special(
    name: str, code: str, kind: str, first: int, last: int, places: int, roll: int, trust: str = ""
) -> SchoolPlan:
    return SchoolPlan(name, "special", code, kind, first, last, 0, 0, trust, 0, "", places, roll)


PLANS: tuple[SchoolPlan, ...] = (
    SchoolPlan("Dabchick Nursery School", "nursery", "QX1", "15", -1, -1, 96, fixed_roll=88),
    SchoolPlan("Thimble Lane Nursery School", "nursery", "QX6", "15", -1, -1, 80, fixed_roll=71),
    SchoolPlan("Bellfounder Infant School", "infant", "QX1", "1", 0, 2, 90),
    SchoolPlan(
        "Bellfounder Junior School",
        "junior",
        "QX1",
        "1",
        3,
        6,
        90,
        resourced_places=14,
        resourced_need="SLCN",
    ),
    SchoolPlan("Tern Marsh Infant School", "infant", "QX5", "1", 0, 2, 90),
    SchoolPlan("Tern Marsh Junior School", "junior", "QX5", "5", 3, 6, 90),
    SchoolPlan("Withy Bank Infant School", "infant", "QX8", "34", 0, 2, 60, 0, LANTERN),
    SchoolPlan("Withy Bank Junior School", "junior", "QX8", "34", 3, 6, 60, 0, LANTERN),
    SchoolPlan("Copperwick Infant School", "infant", "QX6", "1", 0, 2, 90),
    SchoolPlan("Copperwick Junior School", "junior", "QX6", "1", 3, 6, 90),
    SchoolPlan("Pellbridge Infant School", "infant", "QX9", "34", 0, 2, 60, 0, TIDE),
    SchoolPlan("Pellbridge Junior School", "junior", "QX9", "34", 3, 6, 60, 0, TIDE),
    _primary(HOLLOW_OAK, "QX2", "1", 60),
    _primary("Lamplighter Primary School", "QX1", "1", 60),
    _primary("Sandcap Primary School", "QX1", "34", 90, LANTERN, 16, "ASD"),
    _primary("Fuller's Yard Primary School", "QX1", "1", 60),
    _primary("Tollgate Meadow Primary School", "QX1", "5", 60),
    _primary("Saint Orla's Catholic Primary School", "QX1", "2", 60),
    _primary("Oakhollow Community Primary School", "QX2", "1", 60, "", 12, "HI"),
    _primary("Bramling Primary School", "QX2", "34", 90, REACH),
    _primary("Greenfinch Primary School", "QX2", "34", 60, REACH),
    _primary("Saint Elowen's Church of England Primary School", "QX2", "3", 30),
    _primary("Fairmead Green Primary School", "QX3", "34", 60, REACH, 12, "ASD"),
    _primary("Pipit Way Primary School", "QX3", "1", 90),
    _primary("Sorrel Hill Primary School", "QX3", "1", 60),
    _primary("Lapwing Primary School", "QX3", "35", 60, TIDE, 10, "SEMH"),
    _primary("Clay Pit Primary School", "QX3", "5", 60),
    _primary("Saltreach Primary School", "QX4", "1", 90, "", 16, "SLCN"),
    _primary("Godwit Primary School", "QX4", "34", 60, TIDE),
    _primary("Tidewater Primary Academy", "QX4", "28", 90, TIDE, 14, "ASD"),
    _primary("Glasswort Primary School", "QX4", "1", 60),
    _primary("Saint Cuthman's Church of England Primary School", "QX4", "2", 30),
    _primary("Samphire Primary School", "QX5", "34", 90, TIDE),
    _primary("Plover's Rest Primary School", "QX5", "1", 60),
    _primary("Causeway End Primary School", "QX5", "1", 60, "", 12, "MLD"),
    _primary("Saint Brannoc's Catholic Primary School", "QX5", "2", 30),
    _primary("Copperwick Mill Primary School", "QX6", "1", 60),
    _primary("Kiln Bank Primary School", "QX6", "34", 90, LANTERN, 14, "ASD"),
    _primary("Whinchat Primary School", "QX6", "1", 60),
    _primary("Foundry Row Primary School", "QX6", "28", 60, LANTERN),
    _primary("Quillhurst Primary School", "QX7", "1", 90, "", 12, "PD"),
    _primary("Inkwell Primary School", "QX7", "34", 60, LANTERN),
    _primary("Hazelcopse Primary School", "QX7", "1", 60),
    _primary("Saint Tewdrig's Church of England Primary School", "QX7", "3", 30),
    _primary("Three Stiles Primary School", "QX7", "1", 45),
    _primary("Osier Green Primary School", "QX8", "1", 90, "", 12, "SLCN"),
    _primary("Basket Lane Primary School", "QX8", "34", 60, REACH),
    _primary("Kingfisher Reach Primary School", "QX8", "35", 60, REACH, 14, "ASD"),
    _primary("Teasel Primary School", "QX8", "1", 60),
    _primary("Saint Ebba's Catholic Primary School", "QX8", "2", 60),
    _primary("Pellbridge Park Primary School", "QX9", "34", 90, TIDE),
    _primary("Marram Primary School", "QX9", "1", 60, "", 14, "ASD"),
    _primary("Ropewalk Primary School", "QX9", "1", 60),
    _primary("Curlew Field Primary School", "QX9", "34", 60, TIDE),
    _primary("Long Quay Primary School", "QX9", "1", 45),
    _primary("Sallowfield Primary School", "QX9", "5", 60, "", 8, "VI"),
    SchoolPlan("Larkmere Free School", "all-through", "QX1", "35", 0, 11, 90, 180, LANTERN),
    SchoolPlan("Quillhurst All-Through Academy", "all-through", "QX7", "34", 0, 11, 90, 160, REACH, 12, "ASD"),
    _secondary(FAIRMEAD, "QX3", "34", 180, 212, REACH),
    _secondary("Larkmere Town School", "QX1", "1", 240, 240, "", 18, "ASD"),
    _secondary("Bellfounder High School", "QX1", "34", 210, 0, LANTERN),
    _secondary("Saint Orla's Catholic High School", "QX1", "2", 210, 220),
    _secondary("Oakhollow School", "QX2", "34", 240, 250, REACH, 14, "HI"),
    _secondary("Saltreach Academy", "QX4", "28", 240, 0, TIDE, 16, "SLCN"),
    _secondary("The Godwit School", "QX4", "5", 210, 200),
    _secondary("Tern Marsh Academy", "QX5", "34", 210, 0, TIDE),
    _secondary("Samphire Technology School", "QX5", "35", 180, 170, TIDE, 14, "ASD"),
    _secondary("Copperwick School", "QX6", "1", 240, 240, "", 13, "SPLD"),
    _secondary("Kiln Bank Academy", "QX6", "28", 210, 0, LANTERN),
    _secondary("Osier Green School", "QX8", "34", 240, 260, REACH),
    _secondary("Pellbridge Academy", "QX9", "34", 240, 0, TIDE),
    _secondary("Marram High School", "QX9", "1", 210, 190),
    SchoolPlan("Larkmere Sixth Form", "sixth form", "QX1", "34", 12, 13, 0, 1000, LANTERN),
    _special("Dunlin House School", "QX2", "7", 0, 6, 98, 96),
    _special("Heron's Wing School", "QX4", "7", 0, 14, 156, 151),
    _special("Yarrow Field School", "QX5", "44", 7, 14, 132, 129, REACH),
    _special("Lantern Bridge School", "QX6", "33", 7, 11, 84, 80, LANTERN),
    _special("Otter Rise School", "QX7", "7", 0, 11, 105, 102),
    _special("Thrift Cottage School", "QX9", "44", 0, 11, 72, 70, TIDE),
    SchoolPlan("Larkmere Bridge Centre", "alternative provision", "QX6", "14", 7, 11, 72, fixed_roll=27),
    SchoolPlan("Sandcap House School", "primary", "QX7", "11", 0, 6, 28, fixed_roll=184),
    SchoolPlan("Larkmere Ladies' Walk School", "all-through", "QX1", "11", 0, 11, 24, fixed_roll=268),
    SchoolPlan("Larkmere College", "further education", "QX1", "18", 12, 14, 0),
)
assert len({plan.name for plan in PLANS}) == len(PLANS)

FIRST_URN = 999901
FIRST_UKPRN = 10099999
_FIRST_NUMBER = {
    "nursery": 1000, "alternative provision": 1100, "infant": 2000, "junior": 2050, "primary": 2100,
    "secondary": 4000, "all-through": 4050, "sixth form": 4090, "special": 7000, "independent": 6000,
    "further education": 8000,
}  # fmt: skip


@dataclass(slots=True)
class School:
    """A school being filled: its plan, its numbers and who is counted in it."""

    plan: SchoolPlan
    index: int
    key: UUID
    urn: str
    establishment_number: str
    ukprn: str
    inset_pattern: int
    roll: int = 0
    on_sen_support: int = 0
    with_plan: int = 0

    @property
    def is_detailed(self) -> bool:
        return self.plan.name in DETAILED

    @property
    def takes_pupils(self) -> bool:
        return self.plan.phase != "further education"


def number_schools(keys: list[UUID]) -> list[School]:
    """Give each plan its key, URN, establishment number, UKPRN and inset days, in the order of the list."""
    used: dict[str, int] = {}
    schools = []
    for index, (plan, key) in enumerate(zip(PLANS, keys, strict=True)):
        band = "independent" if plan.type_code == "11" else plan.phase
        number = _FIRST_NUMBER[band] + used.get(band, 0) + 1
        used[band] = used.get(band, 0) + 1
        pattern = {HOLLOW_OAK: 0, FAIRMEAD: 1}.get(plan.name, index % 4)
        ukprn = str(FIRST_UKPRN - index)
        schools.append(School(plan, index, key, str(FIRST_URN + index), f"{number:04d}", ukprn, pattern))
    return schools
