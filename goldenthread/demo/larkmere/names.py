"""Draws families' names, ethnicity and first language together, so that they fit."""

from functools import cache
from itertools import accumulate
from random import Random
from unicodedata import normalize

from goldenthread.demo.larkmere.heritage import ADULT_MEN, ADULT_WOMEN, HERITAGES, PREFERRED, Heritage

_WEIGHTS = list(accumulate(heritage.weight for heritage in HERITAGES))
_BRITISH = HERITAGES[0]
_NOT_SAID = ("REFU", "NOBT")


def any_heritage(rng: Random) -> Heritage:
    return rng.choices(HERITAGES, cum_weights=_WEIGHTS)[0]


def one_of(rng: Random, choices: tuple[str, ...] | list[str]) -> str:
    """A cheap `choice`: the same spread, less work, and this is called a quarter of a million times."""
    return choices[int(rng.random() * len(choices))]


def child_name(rng: Random, heritage: Heritage, sex: str) -> str:
    """A first name; one child in eight of any family bears one common in Britain."""
    source = _BRITISH if rng.random() < 0.12 else heritage
    return one_of(rng, source.girls if sex == "F" else source.boys)


def adult_name(rng: Random, heritage: Heritage, sex: str) -> str:
    if heritage is _BRITISH:
        return one_of(rng, ADULT_WOMEN if sex == "F" else ADULT_MEN)
    return one_of(rng, heritage.girls if sex == "F" else heritage.boys)


def preferred_name(rng: Random, legal: str) -> str:
    """What the child is called: for some, not the legal name."""
    if rng.random() < 0.16:
        return PREFERRED.get(legal, legal)
    return legal


def ethnicity_of(rng: Random, one: Heritage, other: Heritage) -> str:
    """The code a family might give for a child of these two heritages."""
    if rng.random() < 0.02:
        return one_of(rng, _NOT_SAID)
    if one.group == other.group:
        return one_of(rng, one.ethnicities)
    groups = {one.group, other.group}
    if groups == {"white", "black"}:
        caribbean = "BCRB" in one.ethnicities or "BCRB" in other.ethnicities
        return "MWBC" if caribbean else "MWBA"
    return "MWAS" if groups == {"white", "asian"} else "MOTH"


def first_language(rng: Random, heritage: Heritage) -> str:
    return heritage.language if rng.random() < heritage.speaks_it_first else "English"


@cache
def plain_letters(name: str) -> str:
    """A name as it can stand in an e-mail address."""
    return "".join(c for c in normalize("NFKD", name.lower()) if "a" <= c <= "z")


def email(given: str, family: str, number: int, host: str) -> str:
    """An address that no one else in the area has, in a domain kept for examples."""
    return f"{plain_letters(given)}.{plain_letters(family)}{number}@{host}"


def mobile(rng: Random) -> str:
    """A number kept for drama: 07700 900000 to 900999. Only a thousand exist, so people share them."""
    return f"07700 900{int(rng.random() * 1000):03d}"


def london_telephone(rng: Random) -> str:
    return f"020 7946 0{int(rng.random() * 1000):03d}"
