"""Elsie Marlow, Year 2: an address that nobody may give away, after domestic abuse."""

from goldenthread.demo.larkmere.cast import SOCIAL_CARE, WELLBEING
from goldenthread.demo.larkmere.schools import HOLLOW_OAK
from goldenthread.demo.larkmere.stories.telling import (
    Story,
    StoryAdult,
    Who,
    at,
    day,
    heard,
    says,
    standing,
    there,
    timed,
)
from goldenthread.demo.larkmere.support.catalogue import FEEL
from goldenthread.demo.larkmere.support.script import (
    Came,
    Gauge,
    Goal,
    Held,
    Note,
    Profile,
    Reading,
    Referral,
    Script,
    Talk,
    Turn,
    Worry,
)

_FREEZES = Gauge("Times frozen or hidden", "a week", 0, 20, "down")
_PLAYS = Gauge("Breaks spent with another child", "of 5", 0, 5)
_ELSA = "Emotional literacy support assistant, trained in safety and relationships"


def _first(who: Who) -> Turn:
    nathan, osei, jodie, rolfe = who("nathan"), who("osei"), who("jodie"), who("rolfe")
    return Turn(
        day("2026-02-04"), nathan,
        (
            says("2026-02-04", "I like the hook near the door. I know where the door is.", "spoken", "with Miss Rolfe"),
            heard("parent", jodie, "2026-02-04", "She listens to the street at night. I would like one grown-up at school who "
                  "does not ask her questions about before.", "spoken"),
            heard("teacher", nathan, "2026-02-05", "Under the table when a chair falls. Perfect behaviour, and no child should "
                  "be this good.", "written"),
        ),
        day("2026-02-10"), day("2026-02-11"), jodie, "in person, paper copy kept at school", day("2026-02-23"),
        day("2026-06-26"), 15,
        (
            Goal("By 18 June Elsie will freeze or hide no more than 3 times a week; 9 now.", FEEL, _FREEZES, 9, 3, nathan,
                 (Reading(day("2026-02-27"), 9), Reading(day("2026-04-23"), 6), Reading(day("2026-06-11"), 3)), "met", 3,
                 "Log of the last two weeks, kept by Miss Rolfe alone."),
        ),
        (
            timed("emotional-literacy", "Half an hour a week of making things. No talk about home unless she starts it", rolfe,
                  _ELSA, 30, "2", "10:50", place="the rainbow room", rate=0.97, decision="keep",
                  effect="She has made fourteen locks out of clay and, last, a key."),
            standing("quiet-space", "The book corner, her back to the wall and the door in sight", nathan,
                     "Every adult in the class", checks=(there("2026-03-11"), there("2026-05-13")), decision="keep",
                     effect="She chooses it less and less."),
            standing("train-trauma", "One hour for all who teach her; what to do when she freezes", who("kinsella"),
                     "Clinical psychologist", minutes=60, times=1, per="year", checks=(there("2026-03-04", "Eight staff"),),
                     decision="stop", effect="Done; nobody now says 'come out'."),
        ),
        day("2026-06-18"), at("14:30"), "the headteacher's room",
        Held(day("2026-06-18"), "continue", "Safer; now company.", "I made a key. It is for my own door.",
             "She slept at a friend's, and I did not.", "She shouted at someone. We were delighted."),
        (Came(jodie, True), Came(nathan, True), Came(osei, True), Came(rolfe, True)),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    stannard, osei, jodie, rolfe = who("stannard"), who("osei"), who("jodie"), who("rolfe")
    return Turn(
        day("2026-09-15"), stannard,
        (
            says("2026-09-15", "Ask Poppy if I can play. Do not ask her loudly.", "spoken", "with Miss Rolfe"),
            heard("parent", jodie, "2026-09-16", "She wants to be in the school photograph. I have said yes to the class one "
                  "on paper and no to anything on a screen.", "spoken"),
            heard("teacher", stannard, "2026-09-16", "Plays one break in five. Watches the gate for the other four.",
                  "written"),
        ),
        day("2026-09-22"), day("2026-09-23"), jodie, "in person, paper copy kept at school", day("2026-10-05"),
        day("2026-12-16"), 10,
        (
            Goal("By 8 December Elsie will spend 4 of 5 breaks with another child; 1 now.", FEEL, _PLAYS, 1, 4, stannard,
                 (Reading(day("2026-10-09"), 1), Reading(day("2026-10-23"), 2), Reading(day("2026-11-13"), 3))),
        ),
        (
            timed("friendship", "A game for three with rules that do not change", rolfe, _ELSA, 30, "2", "11:15",
                  place="the rainbow room", rate=0.97),
            standing("quiet-space", "A seat with her back to the wall; gate duty adult named to her each morning", stannard,
                     "Every adult in 2B", checks=(there("2026-10-14"), there("2026-11-11"))),
        ),
        day("2026-12-08"), at("14:30"), "the headteacher's room", None,
        (Came(jodie, None, ""), Came(stannard, None, ""), Came(osei, None, ""), Came(rolfe, None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    jodie, osei, head, rolfe = who("jodie"), who("osei"), who("oak-head"), who("rolfe")
    return Script(
        (
            Worry(day("2026-01-14"), jodie, "parent", "We moved because we had to. She is good all day and shakes at bedtime.",
                  "A named adult at the gate from her first day: she looks for him.", day("2026-01-14"), day("2026-01-28"),
                  osei, "SEN Support", "Fear keeps her from learning and from other children; help must be weekly and from "
                  "the same adult.", day("2026-01-28")),
        ),
        (_first(who), _running(who)),
        (
            Talk(day("2026-01-12"), "meeting", head, jodie, "Who may know", "Agreed the three people at school who may know "
                 "where they live. Letters are handed over, never posted. No photographs on any screen.",
                 "Three names; a password for telephone calls", False),
            Talk(day("2026-05-06"), "call", head, who("bent"), "A man rang the office", "A caller who said he was Elsie's "
                 "father asked if she goes here. The office neither said yes nor no, as agreed. Social care and the police "
                 "told within the hour.", "Password changed; gate watched this week", False),
            Talk(day("2026-05-06"), "meeting", head, jodie, "What happened today", "Told her the same day, face to face, "
                 "exactly what was said and not said.", "She may ask who has looked at the record at any time"),
        ),
        (
            Note(day("2026-05-20"), rolfe, "A key today. Not a lock."),
            Note(day("2026-11-10"), who("stannard"), "Chased and was chased. Came in red-faced and ordinary."),
        ),
        (
            Referral(SOCIAL_CARE, "Safety of mother and child; support in a new area", day("2026-01-13"), day("2026-01-14"),
                     day("2026-01-16"), day("2026-01-26"), day("2026-02-10")),
            Referral(WELLBEING, "Fear, sleep and hiding", day("2026-02-12"), day("2026-03-25")),
        ),
        (
            Profile(day("2026-09-24"), rolfe, True, "I make things out of clay. I am careful.", "Mum. My hook. My own key.",
                    "Tell me who is at the gate. Sit where I can see you.", "Falling chairs. Questions about before. "
                    "Photographs.", "I go still when I am scared. Sit down near me and talk about something else.",
                    ((who("stannard"), day("2026-09-24")), (rolfe, day("2026-09-24")), (who("wrona"), day("2026-09-28")))),
        ),
    )  # fmt: skip


ELSIE = Story(
    slug="elsie",
    title="Elsie, Year 2: a withheld address. Three people at school may see it; nobody else knows there is one.",
    school=HOLLOW_OAK,
    class_name="2B",
    year=2,
    given_name="Elsie",
    family_name="Marlow",
    sex="F",
    born_on=day("2020-06-17"),
    ethnicity="WBRI",
    first_language="English",
    adults=(
        StoryAdult("jodie", "Ms", "Jodie", "Marlow", "mother", channel="phone", format="paper",
                   checked_on=day("2026-01-12"), evidence="Court order and birth certificate seen by the headteacher"),
        StoryAdult("father", "Mr", "Scott", "Marlow", "father", home="", may_act=False, checked_on=day("2026-01-12"),
                   evidence="Court order seen: no contact, no information",
                   note="No contact and no information, by court order of 18 December 2025. Tell the headteacher of any "
                   "approach."),
    ),
    needs=("SEMH", ""),
    statuses=(("K", day("2026-01-28"), "Fear keeps her from learning and from other children"),),
    tell=_tell,
    joined_on=day("2026-01-12"),
    withheld="Domestic abuse: address withheld from everyone but those named",
    withheld_from=day("2026-01-12"),
)  # fmt: skip
