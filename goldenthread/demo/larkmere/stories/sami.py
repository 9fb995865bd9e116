"""Sami Haddad, Year 1: a child who communicates without words, and what people saw him choose."""

from goldenthread.demo.larkmere.cast import PAEDIATRICS, SPEECH
from goldenthread.demo.larkmere.schools import HOLLOW_OAK
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

_PICTURES = Gauge("Pictures handed over without a prompt", "a day", 0, 60)
_CARPET = Gauge("Minutes on the carpet with the class", "minutes", 0, 20)
_ALONE = "Teaching assistant trained in picture exchange by the speech and language therapist"


def _first(who: Who) -> Turn:
    nathan, osei, rana = who("nathan"), who("osei"), who("rana")
    return Turn(
        day("2025-11-05"), nathan,
        (
            says("2025-11-05", "[Watched for four mornings.] Chooses: the water tray (9 times of 12), the tin of keys, lying "
                 "on the warm pipe. Moves towards Mr Thapa's left side, never the right. Leaves: singing, the wet apron, a "
                 "hand on his head. Laughs at bubbles when they burst, not when they are blown.", "observed",
                 "by Mr Thapa, with his parents' film from home"),
            heard("parent", rana, "2025-11-06", "At home he brings me the red cup and that means juice, the blue cup and that "
                  "means bath. He has a language. We are the only ones who speak it.", "spoken",
                  "through an Arabic interpreter"),
            heard("parent", who("tarek"), "2025-11-06", "I am asked if he will talk. I ask if you will listen.", "spoken"),
            heard("teacher", nathan, "2025-11-07", "No words heard in school. Takes my wrist to what he wants. Two minutes on "
                  "the carpet, then away.", "written"),
            heard("professional", who("calloway"), "2025-11-14", "Communicates on purpose and well, with objects and by "
                  "leading. Ready for picture exchange now: start with what he loves, one picture, two adults, many times a "
                  "day.", "report"),
        ),
        day("2025-11-19"), day("2025-11-20"), rana, "at the planning meeting, with an interpreter", day("2025-11-24"),
        day("2026-03-27"), 15,
        (
            Goal("By 19 March Sami will hand over a picture without a prompt 10 times a day; 0 now.", TALK, _PICTURES, 0, 10,
                 nathan, (Reading(day("2025-11-24"), 0), Reading(day("2026-01-22"), 4), Reading(day("2026-03-12"), 12)),
                 "met", 12, "Film of three mornings: 12, 11, 14. Water, keys, and 'finished'."),
        ),
        (
            timed("speech-practice", "Picture exchange with two adults, with water, keys and bubbles", who("thapa"), _ALONE,
                  10, "01234", "09:35", place="the sensory corner", rate=0.94, decision="keep",
                  effect="He starts it now. He came to find us with the picture."),
            standing("picture-book", "A book of pictures on a strap, at home too", nathan, "Every adult in the class",
                     checks=(there("2025-12-10"), there("2026-02-05")), decision="keep", effect="Goes where he goes."),
        ),
        day("2026-03-19"), at("14:30"), "the sensory corner",
        Held(day("2026-03-19"), "continue", "Twelve a day and rising; now beyond asking.",
             "[Observed at the meeting.] Handed his father 'finished' after nine minutes. Everyone stopped.",
             "He gave my mother in Amman the picture for water, on the telephone screen.",
             "I had to learn to wait with my hands down."),
        (Came(rana, True), Came(who("tarek"), True), Came(nathan, True), Came(osei, True), Came(who("calloway"), True)),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    nathan, osei, rana = who("nathan"), who("osei"), who("rana")
    return Turn(
        day("2026-09-10"), nathan,
        (
            says("2026-09-10", "[Watched for three mornings.] New: hands the picture 'Sunil' to others when Mr Thapa is out of "
                 "sight. Chooses the drum when two other children are at it. Says no by closing the book.", "observed",
                 "by Miss Nathan and his mother"),
            heard("parent", rana, "2026-09-11", "He asks for his cousin by picture. He never asked for a person before.",
                  "spoken", "through an Arabic interpreter"),
            heard("teacher", nathan, "2026-09-11", "Eighteen pictures a day, most for things. He stays six minutes on the "
                  "carpet if there is a drum in it.", "written"),
            heard("professional", who("mukendi"), "2026-09-18", "Seen on 26 June and 9 September: autism, with a severe delay "
                  "of spoken language. Hearing is normal. Understanding is ahead of what he can show.", "report"),
        ),
        day("2026-09-22"), day("2026-09-24"), rana, "at the planning meeting, with an interpreter", day("2026-09-28"),
        day("2026-12-18"), 11,
        (
            Goal("By 3 December Sami will hand over a picture for a person or a feeling 6 times a day; 1 now.", TALK,
                 Gauge("Pictures for people or feelings", "a day", 0, 30), 1, 6, nathan,
                 (Reading(day("2026-09-28"), 1), Reading(day("2026-10-21"), 3), Reading(day("2026-11-17"), 4))),
            Goal("By 3 December Sami will stay 10 minutes on the carpet with the class; 6 now.", FEEL, _CARPET, 6, 10, nathan,
                 (Reading(day("2026-09-29"), 6), Reading(day("2026-10-19"), 9), Reading(day("2026-11-16"), 8))),
        ),
        (
            timed("attention", "Something worth looking at, in a bucket, with one other child", who("thapa"), _ALONE, 15,
                  "024", "10:00", goal=2, place="the sensory corner", rate=0.95,
                  absences=(missed("2026-11-11", "other", "Remembrance assembly; he stayed for all of it"),)),
            timed("speech-practice", "Pictures of people and of feelings, in real moments", who("thapa"), _ALONE, 10, "01234",
                  "13:20", place="the classroom", rate=0.94, continues=1),
            standing("train-autism", "One hour for all who work with Sami, with his own film", who("calloway"),
                     "Speech and language therapist", minutes=60, times=1, checks=(there("2026-10-06", "Eleven staff, lunch "
                     "staff too"),)),
            standing("ear-defenders", "On their hook at his height, for him to choose", nathan, "Every adult in the class",
                     goal=2, checks=(there("2026-10-08"), there("2026-11-12"))),
        ),
        day("2026-12-03"), at("14:30"), "the sensory corner", None,
        (Came(rana, None, ""), Came(who("tarek"), None, ""), Came(nathan, None, ""), Came(osei, None, ""),
         Came(who("calloway"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    rana, osei, nathan, thapa = who("rana"), who("osei"), who("nathan"), who("thapa")
    return Script(
        (
            Worry(day("2025-09-19"), rana, "parent", "He started with you two weeks ago. He is not crying. That worries me "
                  "more: he has stopped asking for things.", "A visual timetable since the first day: he takes it off the "
                  "wall to hold. A key adult since 8 September: he looks for him.", day("2025-09-19"), day("2025-10-10"),
                  osei, "SEN Support", "No spoken words, clear will to communicate; he needs a taught way to be understood.",
                  day("2025-10-10")),
        ),
        (_first(who), _running(who)),
        (
            Talk(day("2025-10-10"), "meeting", osei, rana, "SEN Support and what it is", "With an Arabic interpreter. Agreed "
                 "that his way of asking at home comes to school: red cup, blue cup.", "Both cups in his tray from Monday"),
            Talk(day("2026-11-09"), "meeting", osei, who("tarek"), "What comes after this plan", "Mr Haddad asked when school "
                 "would ask for an EHC needs assessment. Said what the law asks for, that he may ask himself at any time, and "
                 "that the review on 3 December will decide what school does.", "Leaflet of the independent advice service "
                 "given, in Arabic"),
        ),
        (
            Note(day("2026-01-21"), thapa, "Crossed the whole room with the water picture and put it in my hand. I cried a "
                 "bit."),
            Note(day("2026-10-15"), thapa, "Gave me 'sad' and then 'drum'. The drum was broken."),
            Note(day("2026-11-11"), nathan, "Stood through two minutes of silence holding his ear defenders, not wearing "
                 "them."),
        ),
        (
            Referral(SPEECH, "No spoken words; how does he best communicate?", day("2025-10-13"), day("2025-10-20"),
                     day("2025-11-14"), day("2025-11-14"), day("2025-11-19")),
            Referral(PAEDIATRICS, "Development, hearing and autism", day("2025-10-13"), day("2025-12-11"), day("2026-06-26"),
                     day("2026-09-18"), day("2026-09-22")),
        ),
        (
            Profile(day("2026-09-23"), thapa, False, "He waits for you to understand, and never gives up on you.",
                    "[Seen, not said] Water. Keys. The drum. Mr Thapa's left side. His father's coat.",
                    "Hands down. Wait. Take the picture and give the thing, at once.",
                    "A hand on his head. Singing near him. Taking the book away.",
                    "Pictures, leading by the wrist, closing the book for no. When he hums low he is content; high, leave.",
                    ((nathan, day("2026-09-23")), (thapa, day("2026-09-23")), (who("wrona"), day("2026-09-29")),
                     (who("rolfe"), None))),
        ),
    )  # fmt: skip


SAMI = Story(
    slug="sami",
    title="Sami, Year 1: communicates without words; his choices are watched for and written down.",
    school=HOLLOW_OAK,
    class_name="1A",
    year=1,
    given_name="Sami",
    family_name="Haddad",
    sex="M",
    born_on=day("2021-02-03"),
    ethnicity="OARA",
    first_language="Arabic",
    adults=(
        StoryAdult("rana", "Mrs", "Rana", "Haddad", "mother", language="Arabic", interpreter=True, channel="phone"),
        StoryAdult("tarek", "Mr", "Tarek", "Haddad", "father", channel="text message"),
    ),
    needs=("ASD", "SLCN"),
    statuses=(("K", day("2025-10-10"), "No spoken words; needs a taught way to be understood"),),
    tell=_tell,
    joined_on=day("2025-09-03"),
)
