"""Jakub Zielinski, Year 6: support that worked and ended."""

from goldenthread.demo.larkmere.cast import TEACHING
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
from goldenthread.demo.larkmere.support.catalogue import LEARN
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

_READS = Gauge("Words read in a minute", "words", 0, 180)
_WRITES = Gauge("Words written in 15 minutes", "words", 0, 220)
_TA = "Teaching assistant trained in the programme by the specialist teacher"


def _first(who: Who) -> Turn:
    tranter, osei, ewa = who("tranter"), who("osei"), who("ewa")
    return Turn(
        day("2024-10-01"), tranter,
        (
            says("2024-10-01", "In Polish I read a bit. In English the letters change what they say.", "spoken",
                 "with Mrs Noori"),
            heard("parent", ewa, "2024-10-02", "We came when he was five. His Polish school on Saturday says the same as you: "
                  "clever, and the page is his enemy.", "spoken"),
            heard("teacher", who("atwell"), "2024-10-02", "34 words a minute in Year 4. It is not the second language: he is "
                  "quick with every spoken word.", "written"),
        ),
        day("2024-10-08"), day("2024-10-10"), ewa, "at the planning meeting", day("2024-10-14"), day("2025-04-04"), 21,
        (
            Goal("By 27 March Jakub will read 60 words a minute with fewer than five errors; 34 now.", LEARN, _READS, 34, 60,
                 who("atwell"),
                 (Reading(day("2024-10-14"), 34), Reading(day("2024-12-05"), 41), Reading(day("2025-02-06"), 50),
                  Reading(day("2025-03-20"), 58)), "partly", 58, "58 words, three errors."),
        ),
        (
            timed("precision", "Ten words taught and checked for one minute", who("noori"), _TA, 10, "0134", "09:35",
                  place="the quiet corner", rate=0.95, decision="keep", effect="Sixty words secure since October."),
            timed("phonics", "Sounds of English that Polish has not", who("noori"), _TA, 20, "024", "11:15", size=3,
                  place="the group room", group="Phonics catch-up, Years 3 and 4, 2024/25", rate=0.94, decision="stop",
                  effect="He has them. He now explains them to others."),
        ),
        day("2025-03-27"), at("15:30"), "Ms Osei's room",
        Held(day("2025-03-27"), "continue", "Two words short of the target and climbing.",
             "I read the tram poem. All of it.", "We are glad you asked the Saturday school.", "Ready for longer texts."),
        (Came(ewa, True), Came(who("piotr"), False, ""), Came(who("atwell"), True), Came(osei, True)),
    )  # fmt: skip


def _second(who: Who) -> Turn:
    tranter, osei, ewa = who("tranter"), who("osei"), who("ewa")
    return Turn(
        day("2025-09-15"), tranter,
        (
            says("2025-09-15", "I want to write the story of the tram driver and have people read it.", "written"),
            heard("parent", ewa, "2025-09-16", "He reads under the blanket. We pretend not to know.", "written"),
            heard("teacher", tranter, "2025-09-16", "Reads 84 words a minute. Writing is now the slow part: 46 words in a "
                  "quarter of an hour.", "written"),
        ),
        day("2025-09-22"), day("2025-09-23"), ewa, "through the portal", day("2025-09-29"), day("2026-02-12"), 17,
        (
            Goal("By 5 February Jakub will write 90 words in 15 minutes; 46 now.", LEARN, _WRITES, 46, 90, tranter,
                 (Reading(day("2025-09-29"), 46), Reading(day("2025-12-04"), 71), Reading(day("2026-01-29"), 95)), "met", 95,
                 "95 words in history, his own, with 'although' twice."),
        ),
        (
            timed("writing-frames", "Ideas first, then a frame, then sentences", who("noori"), "Teaching assistant", 25, "13",
                  "10:50", size=4, place="the group room", group="Planned writing group, Years 5 and 6, 2025/26", rate=0.95,
                  decision="change", effect="He no longer needs the frame; the group needs him."),
            standing("reading-pen", "A reading pen for tests", tranter, "Class teacher", checks=(there("2025-10-16"),),
                     decision="stop", effect="Not used since November. He gave it to a younger boy."),
        ),
        day("2026-02-05"), at("15:30"), "Ms Osei's room",
        Held(day("2026-02-05"), "continue", "Targets met; one more term to see that they stay met.",
             "I don't think I need the group. I like the group.", "Are you sure? He was so unhappy.", "Watch, do not stop."),
        (Came(ewa, True), Came(who("piotr"), True), Came(tranter, True), Came(osei, True), Came(who("child"), True)),
    )  # fmt: skip


def _last(who: Who) -> Turn:
    tranter, osei, ewa = who("tranter"), who("osei"), who("ewa")
    return Turn(
        day("2026-02-24"), tranter,
        (
            says("2026-02-24", "Check me in July. I will be fine.", "spoken", "with Mr Tranter"),
            heard("parent", ewa, "2026-02-25", "We agree to try without, if the door stays open.", "spoken"),
            heard("teacher", tranter, "2026-02-25", "Reads 98 words a minute, in line with the class.", "written"),
        ),
        day("2026-03-02"), day("2026-03-04"), ewa, "at the planning meeting", day("2026-03-09"), day("2026-07-17"), 16,
        (
            Goal("By 16 July Jakub will read 110 words a minute with no extra help; 98 now.", LEARN, _READS, 98, 110, tranter,
                 (Reading(day("2026-03-09"), 98), Reading(day("2026-05-07"), 104), Reading(day("2026-07-09"), 113)), "met",
                 113, "113 words on an unseen page, two errors. Above the middle of the class."),
        ),
        (
            standing("task-board", "His own checklist for reading the question twice", tranter, "Class teacher",
                     checks=(there("2026-03-26"), there("2026-06-04")), decision="stop",
                     effect="It is in his head; the card is at home on the fridge."),
        ),
        day("2026-07-16"), at("15:30"), "Ms Osei's room",
        Held(day("2026-07-16"), "end SEN Support",
             "Every target met and kept for two terms without extra help. Class teaching is enough. Will be looked at again "
             "in November and before secondary school.",
             "I used to be a K. Now I am just Kuba.", "Thank you. We will keep the first page he read, it is on the wall.",
             "He read the tram poem to the whole school."),
        (Came(ewa, True), Came(who("piotr"), True), Came(tranter, True), Came(osei, True), Came(who("child"), True)),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    ewa, osei, tranter = who("ewa"), who("osei"), who("tranter")
    return Script(
        (
            Worry(day("2024-09-11"), who("atwell"), "teacher", "Quick in every spoken lesson, silent in every written one.",
                  "Word mat and a reading partner since June: kinder, not faster.", day("2024-09-11"), day("2024-09-23"), osei,
                  "SEN Support", "Reading far below understanding in both his languages, so it is not only English.",
                  day("2024-09-24")),
        ),
        (_first(who), _second(who), _last(who)),
        (
            Talk(day("2024-09-24"), "call", osei, ewa, "SEN Support", "Told her the decision. She asked that his Saturday "
                 "school be asked too.", "Saturday school's report by half term"),
            Talk(day("2026-07-17"), "letter", osei, ewa, "Support has ended, and how to come back", "One page: why, what was "
                 "gained, who to ask if it slips. In English and Polish.", "First check on 12 November"),
            Talk(day("2026-11-12"), "portal message", tranter, ewa, "The check we promised", "Read 121 words a minute today. "
                 "No help needed. Next look in March, before the move to secondary school."),
        ),
        (
            Note(day("2026-07-15"), tranter, "Read the tram poem to two hundred people. His hands shook and his voice did "
                 "not."),
            Note(day("2026-11-12"), tranter, "121 words. Asked if he may help in the phonics group."),
        ),
        (Referral(TEACHING, "Reading in two languages", day("2024-10-09"), day("2024-10-21"), day("2025-01-16"),
                  day("2025-02-06"), day("2025-02-10")),),
        (
            Profile(day("2025-09-24"), tranter, True, "I am patient. I know all the trams.", "Saturday school. My little "
                    "sister. Being trusted.", "Let me read it twice.", "Being timed with people watching.",
                    "I talk a lot. I write what I have said first.",
                    ((tranter, day("2025-09-24")), (who("noori"), day("2025-09-25")), (who("wrona"), day("2025-10-02")))),
        ),
    )  # fmt: skip


JAKUB = Story(
    slug="jakub",
    title="Jakub, Year 6: support that worked and ended; what was promised for afterwards.",
    school=HOLLOW_OAK,
    class_name="6A",
    year=6,
    given_name="Jakub",
    family_name="Zielinski",
    sex="M",
    born_on=day("2015-11-30"),
    ethnicity="WEEU",
    first_language="Polish",
    preferred_name="Kuba",
    adults=(
        StoryAdult("ewa", "Mrs", "Ewa", "Zielinska", "mother", language="Polish"),
        StoryAdult("piotr", "Mr", "Piotr", "Zielinski", "father", language="Polish", channel="text message"),
    ),
    needs=("SPLD", ""),
    statuses=(
        ("K", day("2024-09-23"), "Reading far below understanding, in both his languages"),
        ("N", day("2026-07-16"), "Targets met and kept for two terms without extra help"),
    ),
    tell=_tell,
    joined_on=day("2021-09-06"),
)
