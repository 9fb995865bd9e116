"""Kofi Asante-Reid, Year 4: two parents who live apart and do not agree."""

from goldenthread.demo.larkmere.cast import TEACHING
from goldenthread.demo.larkmere.schools import HOLLOW_OAK
from goldenthread.demo.larkmere.stories.class_4b import reading_group
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
from goldenthread.demo.larkmere.support.catalogue import LEARN, TALK
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

_READS = Gauge("Words read in a minute", "words", 0, 160)
_WORDS = Gauge("Common words spelled", "of 60", 0, 60)
_SOUNDS = Gauge("Three-syllable words said clearly", "of 20", 0, 20)


def _first(who: Who) -> Turn:
    atwell, osei, abena, craig = who("atwell"), who("osei"), who("abena"), who("craig")
    return Turn(
        day("2025-11-17"), atwell,
        (
            says("2025-11-17", "I am the best at telling jokes and the worst at reading them.", "spoken", "with Ms Atwell"),
            heard("parent", abena, "2025-11-18", "He learns the page off by heart from his cousin and recites it to me with "
                  "the book upside down. He is clever enough to hide it. Please do not let him.", "spoken", "by phone"),
            heard("parent", craig, "2025-11-20", "I did not read till I was ten and I run a business. He is being put in a "
                  "box. I do not want him taken out of lessons with the whole class watching. If it is reading, say reading; "
                  "do not say needs.", "written"),
            heard("teacher", atwell, "2025-11-18", "Reads 29 words a minute with eleven errors. Answers every question about "
                  "a story he has listened to.", "written"),
        ),
        day("2025-11-26"), day("2025-12-01"), abena, "at the planning meeting", day("2025-12-01"), day("2026-03-27"), 14,
        (
            Goal("By 19 March Kofi will read 45 words a minute with fewer than five errors; 29 now.", LEARN, _READS, 29, 45,
                 atwell, (Reading(day("2025-12-04"), 29), Reading(day("2026-01-29"), 35), Reading(day("2026-03-12"), 41)),
                 "partly", 41, "41 words, four errors. The errors met it; the speed nearly."),
            Goal("By 19 March Kofi will spell 30 of 60 common words; 17 now.", LEARN, _WORDS, 17, 30, atwell,
                 (Reading(day("2025-12-05"), 17), Reading(day("2026-03-13"), 31)), "met", 31, "31 in the test, 28 a fortnight "
                 "later."),
        ),
        (
            timed("precision", "Ten words taught and checked for one minute, at his own table before the register",
                  who("quaye"), "Teaching assistant trained by the specialist teacher", 10, "0134", "09:35",
                  place="his own table", rate=0.93, decision="keep", effect="Nobody is watching and he likes beating the "
                  "clock."),
            standing("train-dyslexia", "Two hours for all Year 3 and 4 staff on reading and spelling difficulty",
                     who("fenton"), "Specialist teacher with a qualification in specific learning difficulties", goal=2,
                     minutes=120, times=1, per="year", checks=(there("2026-01-15", "Nine staff came"),), decision="stop",
                     effect="Done. Copying from the board has stopped in both classes."),
        ),
        day("2026-03-19"), at("15:30"), "Ms Osei's room",
        Held(day("2026-03-19"), "continue",
             "Both parents want the gain to go on and neither wants him out of lessons. Their reasons differ; the plan can "
             "serve both.",
             "I read a joke. It was about a parrot. Do you want it?",
             "Ms Asante: I want him tested for dyslexia. Mr Reid, by phone on another day: no test; the words are coming "
             "without one.",
             "Whatever it is called, he needs sounds taught in order and four short goes a week."),
        (Came(abena, True), Came(craig, False, ""), Came(atwell, True), Came(osei, True), Came(who("child"), True)),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    lane, osei, abena, craig = who("lane"), who("osei"), who("abena"), who("craig")
    return Turn(
        day("2026-09-14"), lane,
        (
            says("2026-09-14", "Mum says it is a brain thing and Dad says it is not. Can it be a half thing? I want the "
                 "parrot book.", "spoken", "with Mrs Quaye"),
            heard("parent", abena, "2026-09-15", "His teacher in Year 3 got more out of him than the tutor did. I want a name "
                  "for it so that secondary school cannot say they did not know.", "written"),
            heard("parent", craig, "2026-09-17", "He read me the football page. I had to go and stand in the kitchen. Carry "
                  "on with what you are doing, and no label till he is old enough to ask for one.", "spoken", "by phone with "
                  "Ms Osei"),
            heard("teacher", lane, "2026-09-15", "44 words a minute. Swaps the sounds inside long words: 'hopsital', "
                  "'aminal'. It is in his speech as well as on the page.", "written"),
            heard("professional", who("fenton"), "2026-09-16", "Word reading and spelling are well below listening. Sounds in "
                  "long words are unsteady in speech too: practise saying before reading. I describe; a name for it is for "
                  "the family to ask for, together or each.", "report"),
        ),
        day("2026-09-18"), day("2026-09-23"), abena, "through the portal; Mr Reid by phone on 24 September",
        day("2026-09-28"), day("2026-12-18"), 11,
        (
            Goal("By 2 December Kofi will read 60 words a minute with fewer than five errors; 44 now.", LEARN, _READS, 44, 60,
                 lane, (Reading(day("2026-09-28"), 44), Reading(day("2026-10-19"), 49), Reading(day("2026-11-16"), 55)),
                 continues=1),
            Goal("By 2 December Kofi will say 16 of 20 three-syllable words clearly; 7 now.", TALK, _SOUNDS, 7, 16, lane,
                 (Reading(day("2026-09-30"), 7), Reading(day("2026-10-21"), 10), Reading(day("2026-11-18"), 13))),
        ),
        (
            reading_group(who, 1),
            timed("speech-practice", "Long words clapped, said, built and then read", who("quaye"),
                  "Teaching assistant, level 3, shown the programme by Ms Calloway", 10, "24", "13:20", goal=2,
                  place="the quiet corner", rate=1.0,
                  absences=(missed("2026-11-18", "trip", "Year 4 at the Roman ship museum"),)),
            standing("reading-pen", "A reading pen with an earphone for worksheets and the library", lane,
                     "Mr Lane shows him and the table how it works", checks=(there("2026-10-07"), there("2026-11-13", "Used "
                     "for the parrot book, all of it"))),
        ),
        day("2026-12-02"), at("15:30"), "Ms Osei's room", None,
        (Came(abena, None, ""), Came(craig, None, ""), Came(lane, None, ""), Came(osei, None, ""),
         Came(who("child"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    abena, craig, osei, lane = who("abena"), who("craig"), who("osei"), who("lane")
    return Script(
        (
            Worry(day("2025-10-22"), abena, "parent", "He is eight in January and he is pretending to read. He is too funny "
                  "for anyone to notice.", "Word mat for six weeks: no effect. Phonics group in Year 2: knew the sounds and "
                  "could not join them.", day("2025-10-23"), day("2025-11-13"), osei, "SEN Support",
                  "Reading is far below what he understands; a structured programme is needed in addition to class work.",
                  day("2025-11-14")),
        ),
        (_first(who), _running(who)),
        (
            Talk(day("2025-11-14"), "call", osei, abena, "SEN Support", "Told her the decision and why.",
                 "Mr Reid to be told today as well, by the school"),
            Talk(day("2025-11-14"), "call", osei, craig, "SEN Support", "Told him the decision and why. He disagrees with the "
                 "word. Said that he may put his view on the record as it is, and that he will get every letter himself.",
                 "His own copy of everything, to his own address"),
            Talk(day("2026-03-23"), "call", osei, craig, "The review you could not come to", "Read him the record. He said "
                 "no to a test for dyslexia and yes to the programme.", "A separate time offered for each review"),
            Talk(day("2026-04-16"), "e-mail", osei, abena, "A test for dyslexia", "Explained that support does not depend on "
                 "a test, that either parent may ask, and that we will not choose between them.", "Ms Fenton's description "
                 "comes first"),
            Talk(day("2026-11-10"), "portal message", lane, craig, "The parrot book", "He finished it. He wants you to hear "
                 "page 31."),
        ),
        (
            Note(day("2026-03-05"), who("atwell"), "Read a joke to the class from a card. They laughed at the joke."),
            Note(day("2026-10-14"), who("quaye"), "Said 'hospital' eleven times, then rang the play telephone and asked for "
                 "one."),
            Note(day("2026-11-16"), lane, "Explained the reading pen to a visitor as 'for people whose eyes have a queue'."),
        ),
        (Referral(TEACHING, "Reading and spelling far below understanding", day("2025-11-27"), day("2025-12-11"),
                  day("2026-03-04"), day("2026-09-16"), day("2026-09-18")),),
        (
            Profile(day("2026-09-21"), lane, True, "I am funny. I am loyal.", "Both my houses. Jokes. My cousin Nana.",
                    "Let me hear it first. Let me say the long word before I read it.", "Reading out with no warning. "
                    "People saying 'you know this one'.", "I make a joke when I am stuck. Laugh, then help.",
                    ((lane, day("2026-09-21")), (who("quaye"), day("2026-09-22")), (who("wrona"), None),
                     (who("rolfe"), day("2026-09-25")))),
        ),
    )  # fmt: skip


KOFI = Story(
    slug="kofi",
    title="Kofi, Year 4: separated parents who disagree, each with their own letters and their own say.",
    school=HOLLOW_OAK,
    class_name="4B",
    year=4,
    given_name="Kofi",
    family_name="Asante-Reid",
    sex="M",
    born_on=day("2018-01-21"),
    ethnicity="MWBA",
    first_language="English",
    adults=(
        StoryAdult("abena", "Ms", "Abena", "Asante", "mother"),
        StoryAdult("craig", "Mr", "Craig", "Reid", "father", home="father's home", channel="e-mail",
                   evidence="Birth certificate seen; own contact details kept apart"),
    ),
    needs=("SPLD", "SLCN"),
    statuses=(("K", day("2025-11-13"), "Reading far below understanding"),),
    tell=_tell,
    joined_on=day("2022-09-05"),
)  # fmt: skip
