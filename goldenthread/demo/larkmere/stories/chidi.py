"""Chidi Okafor-Lewis, Year 12: the rights became his the day after the last Friday in June, and he uses them."""

from goldenthread.demo.larkmere.cast import WELLBEING
from goldenthread.demo.larkmere.schools import FAIRMEAD
from goldenthread.demo.larkmere.stories.telling import (
    Story,
    StoryAdult,
    Who,
    at,
    day,
    heard,
    missed,
    says,
    standing,
    there,
    timed,
)
from goldenthread.demo.larkmere.support.catalogue import FEEL, LEARN
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

_WORK = Gauge("Coursework handed in on the day", "of 10", 0, 10)
_TASK = Gauge("Minutes on task in a written lesson", "minutes of 30", 0, 30)


def _first(who: Who) -> Turn:
    tutor, rahman, grace = who("wainwright"), who("rahman"), who("grace")
    return Turn(
        day("2025-09-11"), tutor,
        (
            says("2025-09-11", "I start everything. Finishing is a different person.", "spoken", "with Mr Eze"),
            heard("parent", grace, "2025-09-12", "I set six alarms. I want a copy of every deadline and I will see that he does "
                  "it.", "spoken"),
            heard("teacher", tutor, "2025-09-12", "Brilliant for nine minutes. Four pieces of coursework in ten arrive.",
                  "written"),
        ),
        day("2025-09-19"), day("2025-09-22"), grace, "at the planning meeting", day("2025-09-22"), day("2026-01-30"), 16,
        (
            Goal("By 22 January Chidi will hand in 8 of 10 pieces on the day; 4 now.", LEARN, _WORK, 4, 8, tutor,
                 (Reading(day("2025-09-22"), 4), Reading(day("2025-11-20"), 5), Reading(day("2026-01-20"), 6)), "partly", 6,
                 "Six of ten. The four late ones were all over a thousand words."),
        ),
        (
            timed("mentoring", "The week's deadlines cut into pieces of twenty minutes", who("eze"), "Learning mentor", 30,
                  "1", "09:50", place="the learning base", rate=0.93, decision="keep", effect="He cuts them up himself now."),
            timed("homework-base", "A place and an adult until 16.05, Monday and Thursday", who("popa"), "Teaching assistant",
                  45, "03", "15:20", size=8, place="the library", group="Supported study, Years 10 and 11, 2025/26",
                  rate=0.85, decision="change", effect="Went, and talked. A single desk facing the wall was his idea."),
        ),
        day("2026-01-22"), at("16:00"), "the learning base",
        Held(day("2026-01-22"), "continue", "On the way; exams in May.",
             "Mum being copied in makes me not open it.", "If I am not copied in nothing will happen.",
             "They are both right and it cannot be both."),
        (Came(grace, True), Came(tutor, True), Came(rahman, True), Came(who("child"), True)),
    )  # fmt: skip


def _second(who: Who) -> Turn:
    tutor, rahman, grace = who("wainwright"), who("rahman"), who("grace")
    return Turn(
        day("2026-02-09"), tutor,
        (
            says("2026-02-09", "Test me. If it has a name I want it before the exams.", "spoken", "with Mr Rahman"),
            heard("parent", grace, "2026-02-10", "His uncle is the same and he is a pilot. I agree to the test.", "spoken"),
            heard("teacher", tutor, "2026-02-10", "Extra time in mocks: he used all of it and finished two papers.",
                  "written"),
        ),
        day("2026-02-23"), day("2026-02-24"), grace, "through the portal", day("2026-02-23"), day("2026-06-19"), 14,
        (
            Goal("By 18 June Chidi will work for 24 minutes of a 30-minute paper; 14 now.", FEEL, _TASK, 14, 24, tutor,
                 (Reading(day("2026-02-26"), 14), Reading(day("2026-04-23"), 19), Reading(day("2026-05-14"), 25)), "met", 25,
                 "Watched by Mr Rahman in two timed papers."),
        ),
        (
            timed("mentoring", "Exam weeks planned hour by hour, sleep first", who("eze"), "Learning mentor", 30, "1", "09:50",
                  place="the learning base", rate=0.95,
                  absences=(missed("2026-03-10", "other", "Mock examination"),), decision="keep",
                  effect="He asked to keep it in the sixth form.", continues=1),
            standing("exam-access", "Rest breaks and 25 per cent extra time, his usual way of working since September",
                     rahman, "Examinations office", checks=(there("2026-03-19"), there("2026-05-12")), decision="keep",
                     effect="Finished every paper but one."),
        ),
        day("2026-06-18"), at("14:30"), "the learning base",
        Held(day("2026-06-18"), "continue", "From 27 June the decisions are his. Said so to both, in plain words, and gave "
             "each the page that explains it.", "So next week I'm in charge of me. All right. Mum can have the short version.",
             "I have done this for eleven years. I would like to be thanked before I am sacked.",
             "He thanked her. It is in the record because it should be."),
        (Came(grace, True), Came(tutor, True), Came(rahman, True), Came(who("child"), True)),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    tutor, rahman, chidi = who("wainwright"), who("rahman"), who("child")
    return Turn(
        day("2026-09-10"), tutor,
        (
            says("2026-09-10", "What I want: to finish the year, to be left alone on Wednesdays, and an apprenticeship in "
                 "lighting. What I do not want: people telling my mum before they tell me.", "recorded", "on his phone; typed "
                 "up by himself"),
            heard("parent", who("grace"), "2026-09-17", "I was asked if I wanted to add anything, with his agreement. He sleeps "
                  "at one in the morning. That is all I will say.", "written"),
            heard("teacher", tutor, "2026-09-11", "Reads the brief three times now before he starts. Three of ten still late.",
                  "written"),
            heard("professional", who("kinsella"), "2026-09-03", "Attention deficit hyperactivity disorder, mostly "
                  "inattentive. He has decided against medicine for now and may change his mind.", "report"),
        ),
        day("2026-09-16"), day("2026-09-18"), chidi, "by him, in his own account", day("2026-09-21"), day("2026-12-11"), 11,
        (
            Goal("By 4 December I will hand in 9 of 10 pieces on the day; I hand in 7 now.", LEARN, _WORK, 7, 9, tutor,
                 (Reading(day("2026-09-21"), 7), Reading(day("2026-10-19"), 7), Reading(day("2026-11-16"), 8))),
        ),
        (
            timed("mentoring", "His own agenda; Mr Eze speaks second", who("eze"), "Learning mentor", 30, "1", "09:50",
                  place="the learning base", rate=0.96, absences=(missed("2026-11-03", "child away", "Visit to the theatre "
                  "workshop"),)),
            standing("exam-access", "Rest breaks and extra time in all assessments", rahman, "Examinations office",
                     checks=(there("2026-10-14"),)),
            standing("low-demand", "Long briefs cut by the teacher into parts with a date each", tutor,
                     "All his subject teachers", checks=(there("2026-10-09"), there("2026-11-12"))),
        ),
        day("2026-12-04"), at("14:30"), "the learning base", None,
        (Came(chidi, None, ""), Came(tutor, None, ""), Came(rahman, None, ""), Came(who("eze"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    grace, rahman, chidi, eze = who("grace"), who("rahman"), who("child"), who("eze")
    return Script(
        (
            Worry(day("2025-06-16"), who("wainwright"), "teacher", "Loses everything but the argument.",
                  "Planner signed daily for a term: signed, empty. Seat at the front: helped the rest of the row.",
                  day("2025-06-17"), day("2025-07-01"), rahman, "SEN Support", "Attention and organisation keep able work from "
                  "being finished; a mentor and access arrangements are needed.", day("2025-07-01")),
        ),
        (_first(who), _second(who), _running(who)),
        (
            Talk(day("2026-06-26"), "letter", rahman, chidi, "From tomorrow the decisions are yours", "One page in plain words: "
                 "what changes, what does not, who can see what, and how to ask somebody to help.",
                 "To say by September who gets what"),
            Talk(day("2026-06-26"), "letter", rahman, grace, "What changes tomorrow", "The same page for a parent, and thanks."),
            Talk(day("2026-09-18"), "portal message", chidi, rahman, "Who sees what", "Mum gets the plan and the dates of "
                 "meetings. Not mentoring notes, not the clinic report. I told her myself.", "As he decided, from today"),
        ),
        (
            Note(day("2026-10-06"), eze, "Brought an agenda. Item one: 'Thank Eze, move on.'", False),
            Note(day("2026-11-16"), who("wainwright"), "Handed in two days early, then rang to check that I had not lost it."),
        ),
        (Referral(WELLBEING, "Attention; his own request", day("2026-02-10"), day("2026-03-05"), day("2026-06-04"),
                  day("2026-09-03"), day("2026-09-16")),),
        (
            Profile(day("2026-09-18"), eze, True, "I have ideas. I make people start things.", "Lighting rigs. My nan. "
                    "Wednesdays.", "Cut it up. Give me the date and let go. Text, don't ring.", "Long speeches. My mum knowing "
                    "first. Empty planners.", "Fast. If I interrupt I am listening.",
                    ((who("wainwright"), day("2026-09-18")), (eze, day("2026-09-18")), (who("karimi"), day("2026-09-30")),
                     (who("popa"), None))),
        ),
    )  # fmt: skip


CHIDI = Story(
    slug="chidi",
    title="Chidi, Year 12: the rights passed to him in June; he agrees his own plan and says what his mother sees.",
    school=FAIRMEAD,
    class_name="12A",
    year=12,
    given_name="Chidiebere",
    family_name="Okafor-Lewis",
    sex="M",
    born_on=day("2010-04-11"),
    ethnicity="MWBA",
    first_language="English",
    preferred_name="Chidi",
    adults=(
        StoryAdult("grace", "Ms", "Grace", "Okafor", "mother", may_act=False, checked_on=day("2026-09-18"),
                   evidence="The young person's decision of 18 September 2026: the plan and meeting dates only"),
    ),
    needs=("SEMH", ""),
    statuses=(("K", day("2025-07-01"), "Attention and organisation keep able work from being finished"),),
    tell=_tell,
    joined_on=day("2021-09-06"),
    has_own_account=True,
)  # fmt: skip
