"""Find in a text what might tell who somebody is, so that an officer looks at it before it is published.

It rather stops too often than too seldom: an officer says of each find why it tells nobody who it is. It knows no
names of real children on purpose: a list of them would itself have to be kept from those who redact.
Decision record: docs/decisions/0143-comments-in-public.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

KINDS = {
    "title": _("A name with a title"),
    "name": _("Perhaps a name"),
    "phone": _("A telephone number"),
    "email": _("An e-mail address"),
    "date": _("A date, perhaps of birth"),
    "postcode": _("A postcode"),
    "initials": _("Initials beside a school"),
}


@dataclass(frozen=True)
class Found:
    """kind: a key of KINDS. words: exactly as they stand in the text."""

    kind: str
    words: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_PATTERNS = {
    "email": re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(r"(?<![\w£])(?:\+|\(?0)\(?\d(?:[\s().-]{0,2}\d){8,12}(?!\d)"),
    "postcode": re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s{0,2}\d[A-Za-z]{2}\b"),
    "date": re.compile(
        rf"\b\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b(?:,?\s+\d{{2,4}})?"
        rf"|\b(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?",
        re.IGNORECASE,
    ),
    "title": re.compile(
        rf"\b(?i:Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof(?:essor)?|Sir|Lady|Rev(?:erend)?|Nurse|Auntie?|Uncle|Teacher)\.?\s+"
        rf"{_CAPITAL}(?:\s+{_CAPITAL})*"
    ),
}
_TOLD = re.compile(
    r"\b(?:called|named|name is|name's|i am|i'm|this is|son|daughter|brother|sister|child|boy|girl|friend|teacher|senco)"
    r",?\s+([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,3}(?![\w])|(?<![\w.])[A-Z]{2,3}(?![\w])")
_SCHOOL = re.compile(
    r"\b(?:school|academy|college|nursery|primary|secondary|infants?|juniors?|sixth form)\b", re.IGNORECASE
)
# Short forms that families and officers use; nobody's initials.
_SHORT = _words(
    "ADD ADHD AP ASC ASD BSL CAMHS DLA DSA EBSA ECH ECHP EHC EHCP EHCNA EP FE GP HI HLTA ICB IT LA LO MLD MP MSI NHS OK OT"
    " PA PCF PD PDF PE PIP PMLD PRU RAS SALT SEMH SEN SENCO SEND SLCN SLD SLT SPLD TA TV UK VI AM PM"
)
# Words that stand with a capital letter inside a sentence and are no names of people.
_NO_NAMES = _words(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december christmas easter eid diwali ramadan english british england local"
    " offer easy read council council's autism autistic makaton braille google facebook whatsapp word zoom teams covid"
    " year reception key stage please senco sencos"
)
# What follows a name at the start of a sentence, as in "Kofi loves it"; and what may stand there without being one.
_DOES = re.compile(
    r"\s+(?:is|was|has|had|likes?|loves?|needs?|goes|went|can|can't|cannot|could|does|doesn't|did|didn't|will|won't|gets?"
    r"|got|wants?|said|says|told|and\s+I|attends?|struggles?|started|finds?|found|feels?|felt)\b",
    re.IGNORECASE,
)
_STARTS = _words(
    "he she it we they you this that these those there here who what where when why how which everything everybody"
    " everyone nobody nothing something somebody someone anyone anything one some many most all both each other others"
    " at in on from to of for the a my our their with"
    " without near after before since until if as by mum dad mummy daddy parents children families people school schools college transport respite staff information"
    " swimming waiting getting being having trying help support nan grandma grandad and but so it's"
)
_ENDS = re.compile(r"[.!?:;\n\"“”(\[]\s*[\"'“‘(]?$|^[\"'“‘(•*\s-]*$")


def possible_names(text: str, known: frozenset[str] = frozenset()) -> list[Found]:
    """Everything in a text that might tell who somebody is, each once, in the order of KINDS.

    known: words in small letters that name places everybody knows, such as the area's own name.
    """
    found = [*_by_pattern(text), *_names(text, _NO_NAMES | known), *_initials(text)]
    each = dict.fromkeys(found)
    titled = [one.words for one in each if one.kind == "title"]
    kept = [one for one in each if one.kind != "name" or not any(one.words in words for words in titled)]
    return sorted(kept, key=lambda one: list(KINDS).index(one.kind))


def _by_pattern(text: str) -> Iterator[Found]:
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield Found(kind, match.group().strip()[:200])


def _names(text: str, no_names: frozenset[str]) -> Iterator[Found]:
    """Capitals inside a sentence, two words with capitals anywhere, and a word with a capital after "my son"."""
    told = {match.start(1) for match in _TOLD.finditer(text) if match.group(1)[:1].isupper()}
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(text), None]:
        if match and _with_capital(match.group(), no_names) and (not run or text[run[-1].end() : match.start()] == " "):
            run.append(match)
            continue
        yield from _name_of(run, text, told)
        run = [match] if match and _with_capital(match.group(), no_names) else []


def _name_of(run: list[re.Match[str]], text: str, told: set[int]) -> Iterator[Found]:
    if not run:
        return
    begins = bool(_ENDS.search(text[max(0, run[0].start() - 40) : run[0].start()]))
    if len(run) > 1 and run[0].group().lower() in _STARTS:
        run = run[1:]  # "At Hollow Oak": the first word has its capital from the sentence
        begins = False
    first = run[0].start()
    acts = bool(_DOES.match(text, run[0].end()))
    ordinary = len(run) == 1 and run[0].group().lower() in _STARTS
    if not ordinary and (len(run) > 1 or not begins or first in told or acts):
        yield Found("name", text[first : run[-1].end()][:200])


def _with_capital(word: str, no_names: frozenset[str]) -> bool:
    bare = word.replace("’", "'")
    plain = bare.removesuffix("'s")
    short = plain.removesuffix("s") in _SHORT or (plain.isupper() and len(plain) <= 3)
    said = {bare.lower(), plain.lower(), plain.lower().removesuffix("s")}
    return word[0].isupper() and not short and not said & no_names


def _initials(text: str) -> Iterator[Found]:
    if not _SCHOOL.search(text):
        return
    for match in _INITIALS.finditer(text):
        words = match.group().strip()
        if words.replace(".", "").replace(" ", "") not in _SHORT | {"I", "A"}:
            yield Found("initials", words)
