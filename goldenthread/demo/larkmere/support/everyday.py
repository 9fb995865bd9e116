"""Concerns about children who turned out not to need SEN Support, and one nobody has decided yet."""

from datetime import date, timedelta
from random import Random

from goldenthread.demo.larkmere.ground import Pupil
from goldenthread.demo.larkmere.school_calendar import TODAY, days_between, school_day_on_or_after
from goldenthread.demo.larkmere.support.drawing import SchoolCast
from goldenthread.demo.larkmere.support.phrases import Phrases
from goldenthread.demo.larkmere.support.script import Actor, Script, Worry
from goldenthread.demo.larkmere.support.stock import general

HOW_MANY = 14
_UNDECIDED_ON = date(2026, 11, 14)  # a Saturday evening, through the portal: six days ago


def everyday_worries(rng: Random, pupils: list[Pupil], school: SchoolCast, inset_pattern: int,
                     ) -> list[tuple[Pupil, Script]]:  # fmt: skip
    """Scripts with a single concern, for pupils without SEN Support; the first is still undecided."""
    chosen = rng.sample([pupil for pupil in pupils if pupil.joined_on < date(2025, 9, 10)], HOW_MANY)
    days = sorted(rng.sample(days_between(date(2025, 9, 15), TODAY - timedelta(days=25), inset_pattern), HOW_MANY))
    scripts = []
    for n, (pupil, day) in enumerate(zip(chosen, days, strict=True)):
        phrases = Phrases(rng, pupil.given_name, pupil.sex)
        raised_as, words, outcome, reason = general.EVERYDAY_WORRIES[n % len(general.EVERYDAY_WORRIES)]
        adult = pupil.family.adults[0]
        parent = Actor(adult.key, adult.name, adult.relationship)
        if n == 0:
            worry = Worry(_UNDECIDED_ON, parent, "parent", phrases.fill(_UNDECIDED), "", date(2026, 11, 16))
        else:
            by = parent if raised_as == "parent" else school.teachers[pupil.group_name]
            decided = school_day_on_or_after(day + timedelta(days=3 + int(rng.random() * 9)), inset_pattern)
            worry = Worry(
                day, by, raised_as, phrases.fill(words), "", day + timedelta(days=1), decided, school.senco, outcome,
                phrases.fill(reason), decided,
            )  # fmt: skip
        scripts.append((pupil, Script((worry,))))
    return scripts


_UNDECIDED = (
    "{name} has been crying over reading since half term and hides the book. Could somebody listen to {him} read "
    "and tell me if this is usual? {He} was fine in the summer."
)
