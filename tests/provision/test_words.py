"""Every kind of dose: its sentence, its sentence for the family, and what is missing to be counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.provision.models import Kind
from goldenthread.provision.particulars import DoseParticulars, missing
from goldenthread.provision.words import dose_sentence, dose_sentence_for_family
from tests.factories.provision import timed

FIRST = date(2026, 9, 7)
COMPLETE = {
    Kind.TIMED_SUPPORT: timed(),
    Kind.EQUIPMENT: DoseParticulars(
        kind=Kind.EQUIPMENT, what="Writing slope", who="Ms Khan", place="every written task in 4B", from_on=FIRST,
        in_place_by=date(2026, 9, 14), check_every_weeks=6,
    ),
    Kind.ENVIRONMENT: DoseParticulars(
        kind=Kind.ENVIRONMENT, what="Tasks cut into two steps on a card", who="All adults in 4B",
        when_used="At the start of each task", place="4B", from_on=FIRST, check_every_weeks=1,
    ),
    Kind.TRAINING: DoseParticulars(
        kind=Kind.TRAINING, what="Attachment in the classroom", who="Educational psychologist",
        expertise="registered with the HCPC", for_whom="The adults in 4B", minutes=60, from_on=FIRST,
        in_place_by=date(2026, 10, 2),
    ),
    Kind.PROFESSIONAL_REVIEW: DoseParticulars(
        kind=Kind.PROFESSIONAL_REVIEW, what="Speech targets", who="Speech and language therapist",
        expertise="registered with the HCPC", times=1, per="term", from_on=FIRST, until_on=date(2027, 7, 21),
    ),
}  # fmt: skip
SENTENCES = {
    Kind.TIMED_SUPPORT: (
        "Small-group reading, 20 minutes, 3 times a week, with Ms Khan (trained in paired reading),"
        " in a group of 4 (Willow room), from 7 September to 18 December 2026.",
        "What Amara gets: small-group reading, 3 times a week, for 20 minutes each time. Ms Khan (trained in paired reading)"
        " gives it. There are 4 children in the group. Where: Willow room. From 7 September to 18 December 2026.",
    ),
    Kind.EQUIPMENT: (
        "Writing slope, used: every written task in 4B, looked after by Ms Khan, in place by 14 September 2026,"
        " checked every 6 school weeks.",
        "For Amara to use: writing slope. Where: every written task in 4B. It will be there by 14 September 2026."
        " Who looks after it: Ms Khan. School looks every 6 school weeks whether it is there.",
    ),
    Kind.ENVIRONMENT: (
        "Tasks cut into two steps on a card, at the start of each task, where: 4B, done by all adults in 4B,"
        " from 7 September 2026, checked every school week.",
        "What school does for Amara: tasks cut into two steps on a card. When: at the start of each task. Where: 4B."
        " Who does it: All adults in 4B. School looks every school week whether it is there.",
    ),
    Kind.TRAINING: (
        "Training in attachment in the classroom for the adults in 4B, given by educational psychologist (registered"
        " with the HCPC), 60 minutes each, done by 2 October 2026.",
        "To help Amara, staff learn about attachment in the classroom. Who learns: The adults in 4B. Who teaches"
        " them: Educational psychologist (registered with the HCPC). It will be done by 2 October 2026.",
    ),
    Kind.PROFESSIONAL_REVIEW: (
        "Review of speech targets, once a term, by speech and language therapist (registered with the HCPC),"
        " from 7 September 2026 to 21 July 2027.",
        "Somebody who knows about this looks at how it is going for Amara: speech targets. Who: Speech and language"
        " therapist (registered with the HCPC). How often: once a term. From 7 September 2026 to 21 July 2027.",
    ),
}


@pytest.mark.parametrize("kind", Kind.values)
def test_a_complete_dose_is_one_sentence_and_short_ones_for_the_family(kind):
    dose = COMPLETE[kind]

    said = dose_sentence(dose), dose_sentence_for_family(dose, "Amara")

    assert said == SENTENCES[kind]
    assert missing(dose) == []


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        (Kind.TIMED_SUPPORT, ["who", "expertise", "minutes", "times", "per", "group_size", "place", "until_on"]),
        (Kind.EQUIPMENT, ["who", "place", "in_place_by", "check_every_weeks"]),
        (Kind.ENVIRONMENT, ["who", "when_used", "place", "check_every_weeks"]),
        (Kind.TRAINING, ["for_whom", "who", "expertise", "in_place_by"]),
        (Kind.PROFESSIONAL_REVIEW, ["who", "expertise", "times", "per", "until_on"]),
    ],
)
def test_each_kind_names_its_own_missing_particulars(kind, lacking):
    bare = DoseParticulars(kind=kind, what="Something", from_on=FIRST)

    assert [lack.field for lack in missing(bare)] == lacking


def test_what_is_not_said_yet_is_left_out_of_the_sentence():
    bare = DoseParticulars(kind=Kind.TIMED_SUPPORT, what="ELSA sessions", from_on=FIRST)

    assert dose_sentence(bare) == "ELSA sessions, from 7 September 2026."
    assert dose_sentence_for_family(bare, "Amara") == "What Amara gets: ELSA sessions. From 7 September 2026."
    assert dose_sentence_for_family(bare, "") == "What you get: ELSA sessions. From 7 September 2026."


@pytest.mark.parametrize("kind", Kind.values)
def test_a_full_stop_after_the_name_of_the_help_does_not_break_the_sentence(kind):
    ended = replace(COMPLETE[kind], what=f"{COMPLETE[kind].what}.")

    assert (dose_sentence(ended), dose_sentence_for_family(ended, "Amara")) == SENTENCES[kind]


def test_a_title_keeps_its_capital_inside_a_sentence():
    dose = DoseParticulars(kind=Kind.ENVIRONMENT, what="A seat at the front", who="Mr Daniel Lane", from_on=FIRST)

    assert "done by Mr Daniel Lane" in dose_sentence(dose)
