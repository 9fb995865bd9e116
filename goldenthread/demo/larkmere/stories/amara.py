"""Amara Bello, Year 4: the lead story, in week 7 of 12 of her third cycle."""

from goldenthread.demo.larkmere.cast import SPEECH
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
    part,
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

_ASKS = Gauge("Questions asked in class without a prompt", "a week", 0, 20)
_WORDS = Gauge("Topic words used rightly", "words of 24", 0, 24)
_READS = Gauge("Words read in a minute", "words", 0, 160)

_DRAWING = (
    "[A drawing: one small girl at a table, eleven big mouths all round her.] 'That is when everyone is talking. "
    "That is me. I am waiting for a gap. There is not a gap.'"
)
_FIRST_TRIED = (
    "Moved to a front table on 15 September (looks round less). Talk partner from 22 September (talks to her partner, "
    "not to the class). Word mat for the topic from 29 September: used twice in two weeks."
)


def _first(who: Who) -> Turn:
    atwell, osei, ada = who("atwell"), who("osei"), who("ada")
    return Turn(
        day("2025-10-20"), atwell,
        (
            says("2025-10-20", _DRAWING, "drawing", "with Mrs Quaye"),
            heard("parent", ada, "2025-10-21",
                  "At home she is the one who talks. She tells her grandmother in Lagos everything on the phone, in two "
                  "languages at once. Then I see her at the gate and she is holding her breath. I asked her what they "
                  "did and she said 'stuff'. That is not my Amara."),
            heard("teacher", atwell, "2025-10-21",
                  "Decodes almost anything and cannot tell me what it was about. In ten days she asked nothing in "
                  "class. In a pair she is funny and exact. I had put it down to being shy; I now think the words come "
                  "too fast and she has learned to be still.", "written"),
        ),
        day("2025-11-03"), day("2025-11-03"), ada, "at the planning meeting", day("2025-11-10"), day("2026-02-12"), 12,
        (
            Goal("By 5 February Amara will use 12 of 24 topic words rightly in her own sentences; she uses 4 now.", TALK,
                 _WORDS, 4, 12, atwell,
                 (Reading(day("2025-11-10"), 4), Reading(day("2025-12-04"), 7, "'Erosion', with the hands"),
                  Reading(day("2026-01-15"), 9), Reading(day("2026-02-04"), 13)),
                 "met", 13, "Word check of 4 February: 13 of 24, and 'erosion' used in a science answer nobody had asked "
                 "for."),
            Goal("By 5 February Amara will ask 5 questions a week in class without a prompt; she asks none now.", TALK,
                 _ASKS, 0, 5, atwell,
                 (Reading(day("2025-11-14"), 0), Reading(day("2025-12-12"), 1), Reading(day("2026-01-23"), 2),
                  Reading(day("2026-02-04"), 2)),
                 "partly", 2, "Two a week by tally, both to Ms Atwell at her desk. None yet across the room."),
        ),
        (
            timed("vocabulary", "Six words of the coming topic met before the lesson, with picture, action and sentence",
                  who("quaye"), "Teaching assistant, level 3, trained by the speech and language therapist", 20, "13",
                  "10:00", size=4, place="the group room", group="Word learning group, 3B, autumn 2025",
                  absences=(missed("2025-12-11", "room", "Hall and group room used for the nativity"),
                            missed("2026-01-20", "child away", "Asthma clinic")),
                  decision="keep", effect="The words come up in class within the week. Keep, with the words sent home on "
                  "Fridays."),
            standing("chunked", "Instructions in one or two steps, shown as well as said; then 'show me what is first'",
                     atwell, "Every adult who teaches 3B", goal=2,
                     checks=(there("2025-11-27"), there("2026-01-22", "Seen in maths and in PE")), decision="keep",
                     effect="She starts without looking round."),
        ),
        day("2026-02-05"), at("15:30"), "Ms Osei's room",
        Held(day("2026-02-05"), "step up to specialists",
             "The words are coming; the asking is not. We want a speech and language therapist to tell us whether this is "
             "more than vocabulary.",
             "I like the word cards. Tuesday words are better than Thursday words because Thursday is swimming.",
             "I am glad it is written down that it is not shyness. I want to know what it is, but I do not want her "
             "stopped from anything while we wait.",
             "I under-read this child for a whole half term. The pre-taught words opened it up."),
        (Came(ada, True), Came(atwell, True), Came(osei, True), Came(who("child"), True, "sent words")),
    )  # fmt: skip


def _second(who: Who) -> Turn:
    atwell, osei, ada = who("atwell"), who("osei"), who("ada")
    return Turn(
        day("2026-02-10"), atwell,
        (
            says("2026-02-10", "I can ask Ms Atwell if I go to her. I cannot do it from my chair. My chair is too far.",
                 "spoken", "with Mrs Quaye"),
            heard("parent", ada, "2026-02-10", "She asked the bus driver why the bus was late. Out loud. I nearly cried.",
                  "written"),
            heard("teacher", atwell, "2026-02-11",
                  "Reading speed is falling behind because she stops to make sense of every line and has nobody to make "
                  "sense of it with.", "written"),
        ),
        day("2026-02-23"), day("2026-02-25"), ada, "through the portal", day("2026-03-02"), day("2026-06-12"), 12,
        (
            Goal("By 11 June Amara will ask 5 questions a week in class without a prompt; she asks 2 now.", TALK, _ASKS, 2,
                 5, atwell,
                 (Reading(day("2026-03-06"), 2), Reading(day("2026-03-27"), 3), Reading(day("2026-05-01"), 5),
                  Reading(day("2026-06-05"), 6)),
                 "met", 6, "Six in the week of 1 June, one of them to the visiting firefighter: 'Who cooks?'", 2),
            Goal("By 11 June Amara will read 62 words a minute and say what happened; she reads 48 now.", LEARN, _READS,
                 48, 62, atwell,
                 (Reading(day("2026-03-02"), 48), Reading(day("2026-04-16"), 52), Reading(day("2026-05-14"), 55),
                  Reading(day("2026-06-09"), 57)),
                 "partly", 57, "57 words on an unseen page, and she told the story in order. Speed is coming behind sense."),
        ),
        (
            timed("vocabulary", "Six words a week, and the words of the week before met again on Thursdays", who("quaye"),
                  "Teaching assistant, level 3, trained by the speech and language therapist", 20, "13", "10:00", goal=1,
                  size=4, place="the group room", group="Word learning group, 3B, spring and summer 2026",
                  absences=(missed("2026-05-14", "child away", "Seen by Ms Calloway"),),
                  decision="change", effect="She has outgrown the set words. Next: words inside whole books.", continues=1),
            standing("chunked", "Instructions in one or two steps, shown and checked; a question card on her table that "
                     "turns to yellow when she wants to ask", atwell, "Every adult who teaches 3B",
                     checks=(there("2026-03-19"), there("2026-05-07", "Card used four times in one day")), decision="keep",
                     effect="The card did it. By May she forgot the card and asked.", continues=2),
            timed("reading-fluency", "The same page read three times with an adult; the third is timed", who("quaye"),
                  "Teaching assistant, level 3", 15, "024", "13:45", goal=2, place="the library corner", rate=0.95,
                  absences=(missed("2026-04-24", "staff ill"), missed("2026-04-27", "staff ill")), decision="change",
                  effect="Fluent when practised. She wants to talk about the story: try a group."),
        ),
        day("2026-06-11"), at("15:30"), "Ms Osei's room",
        Held(day("2026-06-11"), "change",
             "Asking is met. Reading for meaning is next, in a group; the therapist's report tells us how.",
             "I asked the firefighter. He laughed but nicely. I want to read with people, not with a timer.",
             "Put in writing that the card was Amara's idea to keep. And please tell Year 4 before they meet her, not after.",
             "Hand-over to Mr Lane booked for 2 July with Amara there for the first ten minutes."),
        (Came(ada, True), Came(atwell, True), Came(osei, True), Came(who("child"), True),
         Came(who("calloway"), True, "by video")),
    )  # fmt: skip


def _running(who: Who) -> Turn:
    lane, osei, ada = who("lane"), who("osei"), who("ada")
    return Turn(
        day("2026-09-10"), lane,
        (
            says("2026-09-10", "Mr Lane leaves a gap. I counted. He counts to ten in his head, you can see his fingers. I "
                 "want to read a whole page out loud to people and nobody help me.", "spoken", "with Mrs Quaye"),
            heard("parent", ada, "2026-09-14",
                  "Over the summer she read to her baby cousin, the same book about a hippo, maybe forty times. She does "
                  "voices. I would like school to hear the voices.", "recorded", "left as a voice message"),
            heard("teacher", lane, "2026-09-15",
                  "Arrived with a page about herself and told me to read it. She asks now, good questions, about one in "
                  "three lessons. Reads 58 words a minute; stops dead at 'although' and 'unless'. Those small words are "
                  "where the meaning goes.", "written"),
            heard("professional", who("calloway"), "2026-09-16",
                  "Seen on 14 May and 8 September. Vocabulary now within the average range; understanding of long "
                  "sentences is not. The pattern fits developmental language disorder. What helps is what you are doing: "
                  "fewer words, a gap, and a reason to talk. Three ten-minute practices a week on sentences with "
                  "'although', 'unless' and 'until', then the same sentences in books.", "report"),
        ),
        day("2026-09-17"), day("2026-09-22"), ada, "at the planning meeting", day("2026-09-28"), day("2027-01-08"), 12,
        (
            Goal("By 10 December Amara will read 75 words a minute aloud and say what happened and why; she reads 58 now.",
                 LEARN, _READS, 58, 75, lane,
                 (Reading(day("2026-09-28"), 58), Reading(day("2026-10-12"), 61), Reading(day("2026-11-05"), 66),
                  Reading(day("2026-11-19"), 70, "A whole page, no help, with voices")), continues=2),
            Goal("By 10 December Amara will use 6 joining words (although, unless, until and the like) rightly in talk in "
                 "a week; she uses 1 now.", TALK, Gauge("Joining words used rightly in talk", "a week", 0, 12), 1, 6, lane,
                 (Reading(day("2026-10-02"), 1), Reading(day("2026-10-23"), 2), Reading(day("2026-11-13"), 4))),
        ),
        (
            reading_group(who, 1, (missed("2026-10-14", "child away", "Asthma clinic"),)),
            timed("speech-practice", "The therapist's sentences with although, unless and until: hear one, change one, make "
                  "one", who("quaye"), "Teaching assistant, level 3, shown the programme by Ms Calloway on 24 September",
                  10, "013", "13:20", goal=2, place="the quiet corner", rate=1.0,
                  absences=(missed("2026-10-06", "other", "Class photograph"), part("2026-11-09", 5, "other", "Fire drill"),
                            missed("2026-11-12", "staff ill", "Nobody else is trained to lead it", "2026-11-17", "13:35"))),
            standing("chunked", "One instruction at a time and a gap of ten seconds after every question", lane,
                     "Every adult who teaches 4B, cover teachers too", goal=2,
                     checks=(there("2026-10-08", "Seen by Ms Osei in maths"), there("2026-11-10")), continues=2),
            standing("therapist-review", "Ms Calloway sees Amara in class, checks the sentences and rewrites them",
                     who("calloway"), "Speech and language therapist, HCPC registered", goal=2, minutes=60, times=1,
                     per="term"),
        ),
        day("2026-12-10"), at("15:30"), "Ms Osei's room", None,
        (Came(ada, None, ""), Came(lane, None, ""), Came(osei, None, ""), Came(who("child"), None, ""),
         Came(who("calloway"), None, "")),
    )  # fmt: skip


def _tell(who: Who) -> Script:
    ada, osei, lane, atwell, quaye = who("ada"), who("osei"), who("lane"), who("atwell"), who("quaye")
    return Script(
        (
            Worry(day("2025-10-12"), ada, "parent",
                  "Amara has gone quiet. Not at home, at school. Her cousin in the same class says she never puts her hand "
                  "up and sometimes she pretends to have finished. I do not know if it is the words or the noise or me "
                  "worrying. I would rather ask now than at parents' evening.", _FIRST_TRIED, day("2025-10-13"),
                  day("2025-10-16"), osei, "SEN Support",
                  "Language screening on 14 October is low for understanding and well below her reading. Three classroom "
                  "strategies in five weeks have helped a little. She needs teaching that is additional, so we start now "
                  "and do not wait for a diagnosis.", day("2025-10-16")),
        ),
        (_first(who), _second(who), _running(who)),
        (
            Talk(day("2025-10-13"), "portal message", osei, ada, "Your worry about Amara",
                 "Thank you for writing. I watched her in two lessons today and I see what you see. I will ring by Thursday "
                 "with what we decide and why."),
            Talk(day("2025-10-16"), "call", osei, ada, "SEN Support",
                 "Told Ms Bello the decision and read her the reason. She asked if it goes on a record for ever: said what "
                 "is kept, who sees it and that she may see all of it.", "Amara to be told by her mother first"),
            Talk(day("2025-11-03"), "meeting", atwell, ada, "What we agreed",
                 "Went through the plan line by line. Ms Bello asked for the words of the week on paper.",
                 "Words of the week go home every Friday"),
            Talk(day("2026-06-18"), "letter", osei, ada, "The therapist's report",
                 "Sent Ms Calloway's report with the hard words explained on one page.", "To talk when it has been read"),
            Talk(day("2026-07-02"), "meeting", lane, ada, "Meeting Year 4",
                 "Amara showed Mr Lane her card and said, 'You have to wait. It is not long.'",
                 "Ten-second gap in every lesson from the first day"),
            Talk(day("2026-11-12"), "portal message", lane, ada, "Two sessions missed today",
                 "Reading and speech practice did not happen today: Mrs Quaye was away. Both will be made up on Tuesday.",
                 "Made up on 17 November"),
            Talk(day("2026-11-17"), "portal message", lane, ada, "Made up",
                 "Both of last Thursday's sessions were done this morning and after lunch."),
        ),
        (
            Note(day("2026-03-13"), atwell, "Turned the question card to yellow and did not turn it back until I came."),
            Note(day("2026-06-04"), atwell, "Asked the firefighter who cooks."),
            Note(day("2026-09-24"), quaye, "Ms Calloway watched me do the sentences and moved my pen out of the way: 'Look "
                 "at her, not at the sheet.'"),
            Note(day("2026-10-13"), lane, "Said 'unless it rains' to a friend in the line. Nobody had asked for it."),
            Note(day("2026-11-11"), quaye, "Asked the group to wait because somebody had not finished her sentence."),
            Note(day("2026-11-19"), lane, "Read a whole page aloud to the group. Nobody helped. She did the voices."),
        ),
        (
            Referral(SPEECH, "Understanding of long sentences; is this more than vocabulary?", day("2026-02-06"),
                     day("2026-02-27"), day("2026-05-14"), day("2026-06-18"), day("2026-09-17")),
        ),
        (
            Profile(day("2025-11-05"), quaye, True, "I am funny. I know all the words of the songs.", "My grandma's phone "
                    "calls. Being in a group with a friend.", "Tell me the words before. Draw it.", "Everyone talking at once. "
                    "Being asked from far away.", "I talk a lot when there is a gap. If I am still I am waiting.",
                    ((atwell, day("2025-11-06")), (quaye, day("2025-11-05")), (who("wrona"), day("2025-11-11")))),
            Profile(day("2026-09-18"), lane, True, "I do voices when I read. I ask good questions.",
                    "Reading to my cousin. Swimming. My grandma.", "Count to ten in your head. Say one thing. Let me read "
                    "with people.", "Guessing my word for me. 'Hurry up.'",
                    "I ask now. If I do not ask, I might be lost in a long sentence. Say it shorter.",
                    ((lane, day("2026-09-18")), (quaye, day("2026-09-21")), (who("rolfe"), day("2026-09-23")),
                     (who("wrona"), day("2026-10-01")), (who("oak-head"), day("2026-09-22")))),
        ),
    )  # fmt: skip


AMARA = Story(
    slug="amara",
    title="Amara, Year 4: a quiet girl finds the gap. Week 7 of 12, a running cycle to look into.",
    school=HOLLOW_OAK,
    class_name="4B",
    year=4,
    given_name="Amara",
    family_name="Bello",
    sex="F",
    born_on=day("2018-03-14"),
    ethnicity="BNGN",
    first_language="English",
    adults=(
        StoryAdult("ada", "Ms", "Ada", "Bello", "mother", evidence="Birth certificate and passport seen by J. Osei"),
    ),
    needs=("SLCN", ""),
    statuses=(("K", day("2025-10-16"), "Understanding of language below age; class strategies not enough"),),
    tell=_tell,
    joined_on=day("2022-09-05"),
)
