"""Aaliyah Khan, Year 10: a lift out of order for a month, and a pupil who knows what she needs better than we do."""

from goldenthread.demo.larkmere.cast import THERAPY
from goldenthread.demo.larkmere.schools import FAIRMEAD
from goldenthread.demo.larkmere.stories.telling import (
    Story,
    StoryAdult,
    Who,
    at,
    day,
    heard,
    missed,
    not_there,
    says,
    standing,
    there,
    timed,
)
from goldenthread.demo.larkmere.support.catalogue import LEARN, SENSE
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

_TYPES = Gauge("Words typed in 10 minutes", "words", 0, 400)
_ONTIME = Gauge("Lessons reached on time", "of 25", 0, 25)


def _first(who: Who) -> Turn:
    skelton, rahman, nargis = who("skelton"), who("rahman"), who("nargis")
    return Turn(
        day("2025-09-10"), skelton,
        (
            says("2025-09-10", "I do not want a scribe. A scribe writes what a scribe thinks. I want a machine that does what I "
                 "say and two minutes' start on the stairs.", "written", "typed by herself"),
            heard("parent", nargis, "2025-09-11", "She will tell you she is fine with pain. She is not fine. But she is right "
                  "about the scribe.", "spoken"),
            heard("teacher", skelton, "2025-09-11", "Best historian in the year. Six lines by hand and the hand closes.",
                  "written"),
            heard("professional", who("parekh"), "2025-09-04", "Cerebral palsy, left side more than right. Recommends a scribe "
                  "for anything over a page, and a standing break each hour.", "report"),
        ),
        day("2025-09-17"), day("2025-09-19"), nargis, "at the planning meeting; Aaliyah signed as well", day("2025-09-22"),
        day("2026-01-30"), 16,
        (
            Goal("By 22 January Aaliyah will type 180 words in 10 minutes; 95 now.", LEARN, _TYPES, 95, 180, skelton,
                 (Reading(day("2025-09-24"), 95), Reading(day("2025-11-19"), 140), Reading(day("2026-01-15"), 188)), "met",
                 188, "188 in a timed history paper."),
        ),
        (
            timed("touch-typing", "One-handed layout, fifteen minutes at a time", who("allwood"),
                  "Teaching assistant trained by the occupational therapist", 15, "024", "14:00", place="the learning base",
                  rate=0.96, decision="stop", effect="She is faster than the adult who taught her."),
            standing("laptop", "A laptop with a one-handed layout, charged, in every lesson", skelton,
                     "Set up by the SENCO's team", checks=(there("2025-10-08"), there("2025-12-02")), decision="keep",
                     effect="It is how she writes."),
            standing("exam-access", "A scribe was advised; agreed instead: laptop, 25 per cent extra time, standing breaks",
                     rahman, "Examinations office", checks=(there("2026-01-13", "Mock papers"),), decision="keep",
                     effect="Four grades up on last year's scribed paper."),
        ),
        day("2026-01-22"), at("15:45"), "Room 2",
        Held(day("2026-01-22"), "continue", "Her way works, and the therapist has changed her advice.",
             "I told you. I would like that in the minutes.", "Put it in the minutes.",
             "It is in the minutes. Next: getting to lessons on time."),
        (Came(nargis, True), Came(who("imran"), False, ""), Came(skelton, True), Came(rahman, True),
         Came(who("parekh"), True, "by video"), Came(who("child"), True)),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    skelton, rahman, nargis = who("skelton"), who("rahman"), who("nargis")
    return Turn(
        day("2026-09-08"), skelton,
        (
            says("2026-09-08", "I can do stairs. I cannot do stairs and then physics. Fix the lift; I'll fix the rest.",
                 "written"),
            heard("parent", nargis, "2026-09-09", "The lift was out for four days in July and nobody told us. If it happens "
                  "again I want to know by half past eight.", "spoken"),
            heard("teacher", skelton, "2026-09-10", "On time for 17 lessons of 25 last term. All eight late ones are on the "
                  "second floor.", "written"),
            heard("professional", who("parekh"), "2026-09-11", "Withdraws the advice of a scribe. Fatigue, not skill, is the "
                  "limit: plan the building, not the child.", "report"),
        ),
        day("2026-09-15"), day("2026-09-17"), nargis, "by post, signed paper copy; Aaliyah agreed in the portal",
        day("2026-09-21"), day("2026-12-16"), 12,
        (
            Goal("By 9 December Aaliyah will reach 24 of 25 lessons on time; 17 now.", SENSE, _ONTIME, 17, 24, skelton,
                 (Reading(day("2026-09-25"), 18), Reading(day("2026-10-16"), 12, "Lift out of order"),
                  Reading(day("2026-11-06"), 21), Reading(day("2026-11-18"), 23))),
        ),
        (
            standing("seating", "Lift key, two minutes' early leave, and physics moved to the ground floor", skelton,
                     "Site manager; every teacher",
                     checks=(there("2026-09-29"), not_there("2026-10-01", "Lift failed; three lessons missed"),
                             not_there("2026-10-09", "Part on order. Four second-floor lessons moved down today"),
                             not_there("2026-10-20", "Still out; all seven lessons on the ground floor since 12 October"),
                             there("2026-11-03", "Lift mended on 29 October"))),
            timed("motor", "The therapist's stretches, with a friend of her choosing", who("allwood"),
                  "Teaching assistant trained by the occupational therapist", 15, "13", "11:10", place="the small gym",
                  rate=0.95, absences=(missed("2026-10-06", "room", "Gym on the second floor; lift out"),
                                       missed("2026-10-08", "room", "Gym on the second floor; lift out"))),
            standing("ot-review", "One visit: chair, bag, route and the plan for a lift failure", who("parekh"),
                     "Occupational therapist, HCPC registered", minutes=60, times=1,
                     checks=(there("2026-11-10", "Wrote the lift plan with Aaliyah"),)),
        ),
        day("2026-12-09"), at("15:45"), "Room 2", None,
        (Came(nargis, None, ""), Came(who("imran"), None, ""), Came(skelton, None, ""), Came(rahman, None, ""),
         Came(who("parekh"), None, ""), Came(who("child"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    nargis, rahman, skelton, head = who("nargis"), who("rahman"), who("skelton"), who("mead-head")
    return Script(
        (
            Worry(day("2023-09-06"), nargis, "parent", "She starts with you today. Here is the file from her primary school and "
                  "here is the short version: ask her.", "Known since birth; primary school had a chair and a programme",
                  day("2023-09-06"), day("2023-09-20"), rahman, "SEN Support", "Needs equipment, access and a programme that "
                  "are additional.", day("2023-09-20")),
        ),
        (_first(who), _running(who)),
        (
            Talk(day("2026-10-01"), "call", rahman, nargis, "The lift", "Rang at twenty past one. She said that half past eight "
                 "was the agreement. She is right.", "A call by half past eight on any day it is out"),
            Talk(day("2026-10-09"), "letter", head, who("imran"), "Your letter about the lift", "Mr Khan wrote that three "
                 "missed lessons because of a lift is discrimination. Answered within three days: what failed, what was moved "
                 "from Monday, what it costs and that we should have moved the lessons on the first day.",
                 "All seven lessons on the ground floor from 12 October"),
            Talk(day("2026-11-10"), "meeting", rahman, who("parekh"), "A plan for when it fails", "Written by Aaliyah and Ms "
                 "Parekh: rooms swap within the hour, who rings whom, where the spare laptop is.",
                 "Plan on the staff page the same day"),
        ),
        (
            Note(day("2026-10-01"), skelton, "Missed my lesson for a lift. Read the chapter in the corridor and was ahead of us "
                 "by Friday."),
            Note(day("2026-11-12"), skelton, "Corrected a date in my slides. She was right by four years."),
        ),
        (Referral(THERAPY, "Fatigue, access, examinations", day("2025-06-20"), day("2025-06-27"), day("2025-07-08"),
                  day("2025-09-04"), day("2025-09-17")),),
        (
            Profile(day("2026-09-18"), skelton, True, "I argue well. I am usually right.", "History. My brothers, individually. "
                    "Doing it myself.", "Two minutes' start. The laptop. Ask before you touch the bag.",
                    "'Bless her.' Being pushed. Scribes.", "Directly. Try it.",
                    ((skelton, day("2026-09-18")), (who("allwood"), day("2026-09-18")), (who("karimi"), day("2026-09-22")),
                     (who("popa"), day("2026-09-25")), (who("eze"), None))),
        ),
    )  # fmt: skip


AALIYAH = Story(
    slug="aaliyah",
    title="Aaliyah, Year 10: an adviser overruled by the pupil, a broken lift, and the month it took to put right.",
    school=FAIRMEAD,
    class_name="10B",
    year=10,
    given_name="Aaliyah",
    family_name="Khan",
    sex="F",
    born_on=day("2012-01-06"),
    ethnicity="APKN",
    first_language="Urdu",
    adults=(
        StoryAdult("nargis", "Mrs", "Nargis", "Khan", "mother", format="large print", channel="post"),
        StoryAdult("imran", "Mr", "Imran", "Khan", "father", channel="e-mail"),
    ),
    needs=("PD", ""),
    statuses=(("K", day("2023-09-20"), "Needs equipment, access and a programme that are additional"),),
    tell=_tell,
    joined_on=day("2023-09-06"),
)
