"""Megan Holt, Year 9: a quiet girl whose autism was missed for years."""

from goldenthread.demo.larkmere.cast import PAEDIATRICS, PSYCHOLOGY
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
from goldenthread.demo.larkmere.support.catalogue import FEEL, TALK
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

_ATTENDS = Gauge("Attendance over four weeks", "%", 40, 100)
_CARD = Gauge("Time-out card used before it was too late", "a week", 0, 15)
_LESSONS = Gauge("Lessons attended in full", "of 25", 0, 25)


def _first(who: Who) -> Turn:
    tutor, rahman, karen = who("hartnell"), who("rahman"), who("karen")
    return Turn(
        day("2026-03-24"), tutor,
        (
            says("2026-03-24", "I have a Megan for school. I put her on at the gate and she is exhausting. By Thursday there is "
                 "no one left to do Friday. Nobody has ever asked me what it costs, they say 'she's no trouble'. I am no "
                 "trouble because I am not there.", "written", "by e-mail at 11.40 at night, and she said we may use it"),
            heard("parent", karen, "2026-03-24", "At primary they said shy. At eleven they said hormones. She lines her pens up "
                  "and then she lies on the bathroom floor. I have asked four times in six years and I kept the letters.",
                  "spoken"),
            heard("parent", who("alan"), "2026-03-24", "I thought Karen was looking for something. I have read the letters. I "
                  "am sorry I did not read them sooner.", "spoken"),
            heard("teacher", tutor, "2026-03-23", "I asked nine teachers. Eight wrote 'no concerns'. The ninth, in art, wrote: "
                  "'She copies the girl on her left. Everything. Even how she laughs.'", "written"),
        ),
        day("2026-04-15"), day("2026-04-17"), karen, "at home, at the kitchen table, with Megan", day("2026-04-20"),
        day("2026-07-10"), 11,
        (
            Goal("By 9 July Megan will have attended 85 % over four weeks; 68 % now.", FEEL, _ATTENDS, 68, 85, tutor,
                 (Reading(day("2026-04-20"), 68), Reading(day("2026-05-18"), 74), Reading(day("2026-06-15"), 81),
                  Reading(day("2026-07-08"), 83)), "partly", 83, "83 %. Every missed day but one is a Friday."),
            Goal("By 9 July Megan will use her card before it is too late 4 times a week; 0 now.", FEEL, _CARD, 0, 4, tutor,
                 (Reading(day("2026-04-24"), 0), Reading(day("2026-05-22"), 2), Reading(day("2026-07-03"), 5)), "met", 5,
                 "Five in the week of 29 June, by her own count and ours."),
        ),
        (
            timed("mentoring", "The week ahead looked at together and the hard parts planned for", who("eze"),
                  "Learning mentor with autism outreach training", 30, "0", "09:00", place="the learning base", rate=0.94,
                  absences=(missed("2026-06-15", "staff ill"),), decision="keep",
                  effect="She brings a list. She has started to cross things off that were never hers."),
            standing("quiet-space", "A plain card, the back stairs, the library office; nobody asks", tutor,
                     "Every adult who teaches 8C", goal=2,
                     checks=(not_there("2026-04-30", "Two cover staff asked her why. Cover folder changed."),
                             there("2026-06-10")), decision="keep", effect="It is the knowing that helps."),
            standing("train-autism", "One hour on autism in girls, planned with Megan's words, without her name",
                     who("ankrah"), "Educational psychologist", minutes=60, times=1, per="year",
                     checks=(there("2026-06-03", "All staff; two came up afterwards about other girls"),), decision="stop",
                     effect="Done. Led to two more concerns being raised in the school."),
        ),
        day("2026-07-09"), at("16:00"), "the learning base",
        Held(day("2026-07-09"), "continue", "Attendance up fifteen points and the card in use. Fridays next.",
             "I used the card in front of people. The ceiling stayed up.",
             "She ate with us on a Friday.", "I have stopped writing 'no concerns' on anybody."),
        (Came(karen, True), Came(who("alan"), True), Came(tutor, True), Came(rahman, True),
         Came(who("child"), True, "sent words")),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    tutor, rahman, karen = who("hartnell"), who("rahman"), who("karen")
    return Turn(
        day("2026-09-14"), tutor,
        (
            says("2026-09-14", "I would like to drop the second Megan in two lessons to start with: art and maths. If that is "
                 "all right with art and maths.", "written"),
            heard("parent", karen, "2026-09-15", "The report has her in it. I read it to her and she said, 'So I'm a whole "
                  "thing.'", "spoken"),
            heard("teacher", tutor, "2026-09-16", "Eighteen of 25 lessons in full. The missing seven are after lunch and on "
                  "Fridays.", "written"),
            heard("professional", who("mukendi"), "2026-09-10", "Seen on 9 July and 27 August: autism. She copies others with "
                  "great skill and at great cost. The absence is exhaustion and should be planned for as such.", "report"),
        ),
        day("2026-09-23"), day("2026-09-25"), karen, "through the portal; Megan wrote 'yes' under it", day("2026-09-28"),
        day("2026-12-11"), 10,
        (
            Goal("By 3 December Megan will attend 23 of 25 lessons in full; 18 now.", FEEL, _LESSONS, 18, 23, tutor,
                 (Reading(day("2026-09-30"), 18), Reading(day("2026-10-21"), 20), Reading(day("2026-11-13"), 22))),
            Goal("By 3 December Megan will say what she needs, in her own words, to 3 teachers; 0 now.", TALK,
                 Gauge("Teachers told in her own words", "teachers", 0, 12), 0, 3, tutor,
                 (Reading(day("2026-10-09"), 1, "Art"), Reading(day("2026-11-11"), 2, "Art and maths"))),
        ),
        (
            timed("mentoring", "Fridays planned on Mondays; what to stop doing", who("eze"),
                  "Learning mentor with autism outreach training", 30, "0", "09:00", place="the learning base", rate=0.95,
                  continues=1),
            standing("quiet-space", "Card, back stairs, library office; lunch in the library every day", tutor,
                     "Every adult who teaches 9C", checks=(there("2026-10-13"), there("2026-11-10")), continues=2),
            standing("low-demand", "One homework less each Thursday, chosen by her", tutor, "All subject teachers", goal=1,
                     checks=(there("2026-10-15"),)),
        ),
        day("2026-12-03"), at("16:00"), "the learning base", None,
        (Came(karen, None, ""), Came(who("alan"), None, ""), Came(tutor, None, ""), Came(rahman, None, ""),
         Came(who("child"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    karen, rahman, hartnell, eze = who("karen"), who("rahman"), who("hartnell"), who("eze")
    return Script(
        (
            Worry(day("2026-03-02"), karen, "parent", "This is my fifth letter in six years; the other four were to other "
                  "people. She has missed eleven Fridays. She is not ill and she is not lying.",
                  "Attendance letters, two. A reward for a full week: she came, and was sick on the Saturday.",
                  day("2026-03-03"), day("2026-03-20"), rahman, "SEN Support", "Exhaustion from masking keeps her from "
                  "school. Good marks do not mean no need.", day("2026-03-20")),
        ),
        (_first(who), _running(who)),
        (
            Talk(day("2026-03-20"), "meeting", rahman, karen, "The four letters", "Read all four before the meeting and said "
                 "so. Two were to us. They should have been answered.", "An apology in writing; attendance letters stopped"),
            Talk(day("2026-09-25"), "portal message", hartnell, karen, "Art and maths", "Both said yes. Art said 'finally'."),
        ),
        (
            Note(day("2026-05-21"), eze, "She said, 'I am not anxious. I am tired of being two people.'"),
            Note(day("2026-11-11"), hartnell, "Told her maths teacher that the clock ticks. He took the clock down."),
        ),
        (
            Referral(PAEDIATRICS, "Possible autism in a girl who masks", day("2026-03-23"), day("2026-04-27"),
                     day("2026-07-09"), day("2026-09-10"), day("2026-09-23")),
            Referral(PSYCHOLOGY, "What school can change now", day("2026-03-23"), day("2026-04-16"), day("2026-05-12"),
                     day("2026-06-03"), day("2026-06-10")),
        ),
        (
            Profile(day("2026-09-24"), hartnell, True, "I see patterns. I remember what people told me.",
                    "My sketchbook. My rabbit. Being one person.", "Let me go. Do not ask. Tell me the order of the lesson. "
                    "Library lunch.", "'You're so quiet.' Being put in charge of a group. Surprise seating plans.",
                    "Write to me. I answer better at night. If I am laughing a lot I may be copying.",
                    ((hartnell, day("2026-09-24")), (eze, day("2026-09-25")), (who("popa"), day("2026-09-28")),
                     (who("karimi"), None), (who("tmarsh"), day("2026-10-02")))),
        ),
    )  # fmt: skip


MEGAN = Story(
    slug="megan",
    title="Megan, Year 9: 'no trouble' for nine years; eight teachers of nine saw nothing.",
    school=FAIRMEAD,
    class_name="9C",
    year=9,
    given_name="Megan",
    family_name="Holt",
    sex="F",
    born_on=day("2012-12-08"),
    ethnicity="WBRI",
    first_language="English",
    adults=(StoryAdult("karen", "Mrs", "Karen", "Holt", "mother"),
            StoryAdult("alan", "Mr", "Alan", "Holt", "father", channel="e-mail")),
    needs=("ASD", "SEMH"),
    statuses=(("K", day("2026-03-20"), "Exhaustion from masking keeps her from school"),),
    tell=_tell,
    joined_on=day("2024-09-04"),
)  # fmt: skip
