"""Dates that follow from a date of birth."""

from datetime import date

from sendlaw.cohorts import cohort, day_after, school_leaving_date, starts_year_group
from sendlaw.counting import anniversary
from sendlaw.events import Start
from sendlaw.outcomes import Deadline
from sendlaw.parameters import Law
from sendlaw.rulebook import ARRANGER, CHILD, rule
from sendlaw.words import day_in_words, short_day

PRESCRIBED_DAYS = ((3, 31), (8, 31), (12, 31))


@rule(
    "person.becomes_young_person",
    starts=("person.born",),
    who=CHILD,
    must="hold their own rights under Part 3",
    plain="hold their own rights",
    sense="day",
    officer="From {due} the child is a young person and holds the rights themselves ({citation}).",
    parent="From {due} your child is a young person in law. From then on the rights are theirs, not yours.",
    next_steps=("Rights to request, to comment and to appeal pass to the young person on that day.",),
)
def becomes_young_person(start: Start, law: Law) -> Deadline:
    """When a child becomes a young person: the day after the school leaving date.

    That date is the last Friday in June of the school year in which they reach 16. A school year
    starts on 1 September (decision record 0114). For July and August birthdays the day comes
    before the sixteenth birthday.
    Source: Children and Families Act 2014 s.83(2); Education Act 1996 s.8.
    """
    age = law.limit("person.becomes_young_person").value
    friday = school_leaving_date(start.on, age)
    steps = (
        *start.opening,
        f"Reaches {age} on {day_in_words(anniversary(start.on, age))}, in the school year to {friday.year}.",
        f"The last Friday in June {friday.year} is {short_day(friday)}; the day after it is"
        f" {day_in_words(day_after(friday))}.",
    )
    return Deadline(day_after(friday), steps)


@rule(
    "person.compulsory_school_age_starts",
    starts=("person.born",),
    who=CHILD,
    must="be of compulsory school age",
    plain="be of school age",
    sense="day",
    officer="Compulsory school age starts on {due} ({citation}).",
    parent="Your child must be in school or taught in another way from {due}.",
)
def compulsory_school_age_starts(start: Start, law: Law) -> Deadline:
    """When compulsory school age starts: 31 March, 31 August or 31 December on or after the fifth birthday.

    Source: Education Act 1996 s.8 (the prescribed days).
    """
    birthday = anniversary(start.on, law.limit("person.compulsory_school_age_starts").value)
    day = min(one for one in (date(birthday.year, *prescribed) for prescribed in PRESCRIBED_DAYS) if one >= birthday)
    steps = (
        *start.opening,
        f"The fifth birthday is {day_in_words(birthday)}.",
        f"The prescribed day on or after it is {day_in_words(day)}.",
    )
    return Deadline(day, steps)


@rule(
    "review.preparing_for_adulthood_from",
    starts=("person.born",),
    who=ARRANGER,
    must="cover preparation for adulthood in every review",
    plain="talk about growing up in every review",
    sense="day",
    officer="Every review from {due} must cover preparation for adulthood ({citation}).",
    parent="From {due}, every review must talk about growing up: work, home, friends and health.",
)
def preparing_for_adulthood_from(start: Start, law: Law) -> Deadline:
    """When reviews must start to cover preparation for adulthood: 1 September of Year 9.

    The day in Year 9 is a default (decision record 0114).

    Source: SI 2014/1530 reg 20(6), 21(6).
    """
    year_group = law.limit("review.preparing_for_adulthood_from").value
    day = starts_year_group(start.on, year_group)
    steps = (
        *start.opening,
        f"That is in the school year {cohort(start.on)} to {cohort(start.on) + 1}.",
        f"Year {year_group} starts on {day_in_words(day)}. A child in another year group has another date.",
    )
    return Deadline(day, steps)
