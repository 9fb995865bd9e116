"""Yusuf Demir, Year 7: four cycles in two schools, and a request for an EHC needs assessment in view."""

from goldenthread.demo.larkmere.cast import PSYCHOLOGY
from goldenthread.demo.larkmere.schools import FAIRMEAD, HOLLOW_OAK
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

_READS = Gauge("Words read in a minute", "words", 0, 160)
_FACTS = Gauge("Number facts known in a minute", "facts", 0, 30)
_STEPS = Gauge("Steps of a task done without an adult", "of 5", 0, 5)
_TURKISH = "through a Turkish interpreter"


def _oak_turn(who: Who, dates: str, base: int, aim: int, value: int, outcome: str, decided: str, words: tuple[str, ...],
              readings: tuple[tuple[str, int], ...], first: bool) -> Turn:  # fmt: skip
    """The primary school's cycles had one shape; what was said and found in them did not."""
    tranter, osei, elif_ = who("tranter"), who("osei"), who("elif")
    assessed, planned, agreed, starts, ends, weeks, review = dates.split()
    child, parent, teacher, shown, effect, reason, child_after, parent_after, teacher_after, what = words
    return Turn(
        day(assessed), tranter,
        (says(assessed, child, "spoken", "with Mrs Noori"), heard("parent", elif_, assessed, parent, "spoken", _TURKISH),
         heard("teacher", tranter, assessed, teacher, "written")),
        day(planned), day(agreed), elif_, "at the planning meeting, with an interpreter", day(starts), day(ends), int(weeks),
        (
            Goal(f"By the review Yusuf will read {aim} words a minute from a Year 2 text; {base} now.", LEARN, _READS, base,
                 aim, tranter, tuple(Reading(day(on), reading) for on, reading in readings), outcome, value, shown,
                 0 if first else 1),
        ),
        (
            timed("small-reading" if first else "precision", what, who("noori"),
                  "Teaching assistant trained by the specialist teacher", 20 if first else 10, "023", "13:45",
                  place="the group room", rate=0.95, decision="change", effect=effect),
            standing("task-board", "Now and next, two pictures", tranter, "Every adult in class", decision="keep",
                     effect="He keeps going for six minutes alone."),
        ),
        day(review), at("15:30"), "Ms Osei's room",
        Held(day(review), decided, reason, child_after, parent_after, teacher_after),
        (Came(elif_, True), Came(who("kaan"), True), Came(tranter, True), Came(osei, True)),
    )  # fmt: skip


def _tell_former(who: Who) -> Script:
    osei, elif_, tranter = who("osei"), who("elif"), who("tranter")
    return Script(
        (
            Worry(day("2024-09-25"), tranter, "teacher", "Ten years old and reading as at six. He copies with great care and "
                  "does not know what it says.", "Same work with fewer questions, a reading partner, a bilingual dictionary: "
                  "eight months, two words a minute.", day("2024-09-25"), day("2024-10-09"), osei, "SEN Support",
                  "Four years behind in reading in English and, his parents say, slow to talk in Turkish as well.",
                  day("2024-10-10")),
        ),
        (
            _oak_turn(who, "2024-10-14 2024-10-17 2024-10-18 2024-11-04 2025-03-28 18 2025-03-20", 21, 45, 30, "not yet",
                      "change",
                      ("I like the dictionary. It is heavy.", "He walked at two and spoke at four. In Turkish too. We said so "
                       "in Year 1, perhaps not clearly.", "21 words a minute. Happy, helpful, lost.",
                       "30 words. The books were learned by heart.", "He likes the group and learns the others' parts.",
                       "The gain is small for five months of good attendance.", "I read it with my ears.",
                       "He is happy. Is it enough to be happy?", "More of the same will not do it.",
                       "Short books read aloud with three others"),
                      (("2024-11-04", 21), ("2025-01-16", 26), ("2025-03-13", 30)), True),
            _oak_turn(who, "2025-04-24 2025-04-29 2025-04-30 2025-05-06 2025-11-27 23 2025-11-20", 30, 50, 37, "partly",
                      "step up to specialists",
                      ("Small words are small animals. They run.", "At home he cooks with his father and measures with his "
                       "hand. He is exact.", "Known words stay if met daily, go if not.",
                       "37 words; 38 of the 60 taught words kept over the summer.",
                       "Works when daily. Lost when the hall was in use.",
                       "Two cycles, seven words a cycle. We want the educational psychologist.", "Ask me with the cards, not "
                       "the book.", "We agree. We should like to be at the appointment.", "He works harder than anybody here.",
                       "Ten words a day, mixed, checked for one minute"),
                      (("2025-05-06", 30), ("2025-07-03", 34), ("2025-09-18", 32), ("2025-11-13", 37)), False),
            _oak_turn(who, "2026-01-13 2026-01-20 2026-01-21 2026-01-26 2026-07-10 20 2026-07-09", 37, 52, 43, "partly",
                      "continue",
                      ("Big school has bells. I have practised the bells.", "We are afraid of the big school, not of him.",
                       "43 words by June if we are lucky.", "43 words. Six for every half year.",
                       "Spaced practice holds what it gains. It gains little.",
                       "The psychologist's advice has been followed for two terms. Fairmead should look early at whether this "
                       "is enough.", "I gave my dictionary to the library.", "Thank you for never shouting.",
                       "I have not done enough for this boy and I have done all I know.",
                       "The psychologist's spaced practice: one day, three days, ten days"),
                      (("2026-01-26", 37), ("2026-04-16", 40), ("2026-07-02", 43)), False),
        ),
        (
            Talk(day("2024-10-10"), "call", osei, elif_, "SEN Support", "Told both parents, with an interpreter, the decision "
                 "and the reason.", "Interpreter at every meeting; letters in Turkish"),
            Talk(day("2026-07-02"), "meeting", osei, who("kaan"), "Moving to Fairmead", "Mr Rahman came. The whole file was "
                 "gone through with the parents before it was sent.", "Mr Rahman meets Yusuf on 9 July"),
        ),
        (Note(day("2026-06-18"), tranter, "Taught the new boy to use the dictionary: 'Hold it like a baby.'"),),
        (Referral(PSYCHOLOGY, "Two cycles with small gain", day("2025-11-21"), day("2025-12-04"), day("2026-01-08"),
                  day("2026-01-16"), day("2026-01-20")),),
        (
            Profile(day("2025-09-18"), tranter, True, "I am kind and I am careful.", "Cooking with my dad. The heavy dictionary.",
                    "Show me. Again tomorrow.", "Fast talking.", "I smile when I do not know.",
                    ((tranter, day("2025-09-18")), (who("noori"), day("2025-09-19")))),
        ),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    rahman, teixeira, elif_, popa = who("rahman"), who("teixeira"), who("elif"), who("popa")
    turn = Turn(
        day("2026-09-07"), teixeira,
        (
            says("2026-09-07", "There are eleven doors to remember. I drew them.", "drawing", "with Miss Popa"),
            heard("parent", elif_, "2026-09-09", "He comes home and sleeps. He says, 'They are kind and I am nowhere.'",
                  "spoken", _TURKISH),
            heard("parent", who("kaan"), "2026-09-09", "Six years we are told: a little more time. I would like somebody to say "
                  "what he needs, not what there is.", "spoken", _TURKISH),
            heard("teacher", teixeira, "2026-09-10", "Four number facts in a minute. Does one step in five without an adult. "
                  "Never once complained.", "written"),
            heard("professional", who("ankrah"), "2026-01-16", "Sent on from Hollow Oak: learning well below age in all areas, "
                  "memory for words weakest. Has had good support. If the gap widens at transfer, consider whether mainstream "
                  "resources alone can meet his needs.", "report"),
        ),
        day("2026-09-14"), day("2026-09-16"), elif_, "at the planning meeting, with an interpreter", day("2026-09-21"),
        day("2026-11-13"), 7,
        (
            Goal("By 12 November Yusuf will do 3 of 5 steps of a known task without an adult; 1 now.", LEARN, _STEPS, 1, 3,
                 teixeira, (Reading(day("2026-09-21"), 1), Reading(day("2026-10-15"), 1), Reading(day("2026-11-11"), 1)),
                 "not yet", 1, "One of five, in four subjects watched."),
            Goal("By 12 November Yusuf will answer 10 number facts in a minute; 4 now.", LEARN, _FACTS, 4, 10, teixeira,
                 (Reading(day("2026-09-22"), 4), Reading(day("2026-10-20"), 6), Reading(day("2026-11-10"), 6)), "partly", 6,
                 "Six, on three checks."),
        ),
        (
            timed("pre-teach", "The first ten minutes of tomorrow's maths and science, with objects", popa,
                  "Teaching assistant, Key Stage 3", 20, "0123", "13:30", place="the learning base", rate=0.95,
                  absences=(missed("2026-10-07", "child away", "Dentist"),), decision="keep",
                  effect="He puts his hand up in the lesson that follows. Only in that one."),
            timed("numeracy-lab", "Gaps in number taught in order in a class of six", teixeira,
                  "Maths teacher with specialist training", 50, "13", "10:00", goal=2, size=6, place="Room 14",
                  group="Numeracy lesson, Key Stage 3, autumn 2026", rate=0.96, decision="keep",
                  effect="His best hour. Two facts in two months."),
            standing("task-board", "Two pictures, in every room", teixeira, "All who teach 7A",
                     checks=(there("2026-10-06"), there("2026-11-05")), decision="keep", effect="In place in ten rooms of "
                     "eleven."),
            standing("psychologist-review", "Dr Ankrah watches two lessons and meets his parents", who("ankrah"),
                     "Educational psychologist", minutes=180, times=1, checks=(there("2026-11-05", "Two lessons, then his "
                     "parents for an hour"),), decision="keep", effect="Says what we see, with numbers."),
        ),
        day("2026-11-12"), at("15:30"), "the learning base",
        Held(day("2026-11-12"), "request EHC needs assessment",
             "Four cycles in two schools, good attendance, advice followed, 95 per cent of sessions given, and the gap is "
             "wider. School will ask the authority for an EHC needs assessment by 4 December, with the family's agreement.",
             "I want to cook. I want one door.", "We said yes in both languages. Please do not make us prove that he tries.",
             "Everything we planned happened, and it is not enough. That is evidence, not failure."),
        (Came(elif_, True), Came(who("kaan"), True), Came(teixeira, True), Came(rahman, True),
         Came(who("ankrah"), True, "by video"), Came(who("child"), True)),
    )  # fmt: skip
    return Script(
        (
            Worry(day("2026-09-03"), rahman, "professional", "Joins us on SEN Support from Hollow Oak. File read; parents and "
                  "Ms Osei met on 2 July.", "Three cycles at Hollow Oak: see their reviews", day("2026-09-03"),
                  day("2026-09-07"), rahman, "SEN Support", "The need goes on; a plan here in the first three weeks.",
                  day("2026-09-07")),
        ),
        (turn,),
        (
            Talk(day("2026-11-17"), "call", rahman, elif_, "The request: what happens next", "With an interpreter. Went through "
                 "what the request holds, that they may add their own words in Turkish, and that the authority must answer "
                 "within six weeks.", "They send their words by 27 November; request goes by 4 December"),
            Talk(day("2026-11-19"), "letter", rahman, who("kaan"), "Independent advice", "Leaflet of the independent advice "
                 "service in Turkish, with a name and a number."),
        ),
        (
            Note(day("2026-09-25"), popa, "Led a lost Year 7 to the right door from his drawing."),
            Note(day("2026-11-13"), teixeira, "Asked me if 'request' means he did something wrong."),
        ),
        (Referral(PSYCHOLOGY, "Gap wider after transfer", day("2026-09-18"), day("2026-09-25"), day("2026-11-05"),
                  day("2026-11-12")),),
        (
            Profile(day("2026-09-16"), popa, True, "I am kind and I am careful. I can cook six things.", "My dad. My drawing of "
                    "the doors.", "Show me one. Let me hold it. Again tomorrow.", "Fast talking. Bells. 'It's easy.'",
                    "I smile when I do not know. Ask me to show you. My parents need an interpreter; I do not.",
                    ((teixeira, day("2026-09-16")), (popa, day("2026-09-16")), (who("tmarsh"), day("2026-09-18")),
                     (who("karimi"), None))),
        ),
    )  # fmt: skip


YUSUF = Story(
    slug="yusuf",
    title="Yusuf, Year 7: four cycles in two schools, all of it given, and still not enough: a request is being made.",
    school=FAIRMEAD,
    class_name="7A",
    year=7,
    given_name="Yusuf",
    family_name="Demir",
    sex="M",
    born_on=day("2014-10-19"),
    ethnicity="WTUR",
    first_language="Turkish",
    adults=(
        StoryAdult("elif", "Mrs", "Elif", "Demir", "mother", language="Turkish", interpreter=True, channel="phone"),
        StoryAdult("kaan", "Mr", "Kaan", "Demir", "father", language="Turkish", interpreter=True, channel="post",
                   format="paper"),
    ),
    needs=("MLD", "SLCN"),
    statuses=(("K", day("2024-10-09"), "Four years behind in reading, and slow to talk in Turkish as well"),),
    tell=_tell,
    joined_on=day("2026-09-03"),
    former_school=HOLLOW_OAK,
    former_from=day("2019-09-04"),
    former_until=day("2026-07-20"),
    tell_former=_tell_former,
)  # fmt: skip
