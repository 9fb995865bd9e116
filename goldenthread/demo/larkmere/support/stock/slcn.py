"""Speech, language and communication needs."""

from goldenthread.demo.larkmere.support.catalogue import TALK
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_TA = "Teaching assistant, level 3, trained by the speech and language therapist"

_VOCABULARY = DoseStock(
    "vocabulary", "Six words of the coming topic met before the lesson, with picture, action and sentence", _TA,
    20, 2, 4, "the group room",
    ("Uses the taught words in class within the week.", "Comes in already knowing the hard words and joins in.",
     "Keeps a word book and shows it at home."),
    ("Learns the words and loses them; a weekly look back is added.",
     "Four in a group was too many to get a turn; three next time."),
)  # fmt: skip
_INSTRUCTIONS = DoseStock(
    "chunked", "Instructions in one or two steps, shown as well as said, and checked by asking what to do first",
    "Every adult who teaches the class",
    kept=("Starts work without looking at a neighbour first.", "Fewer wrong starts in every lesson we watched."),
    changed=("Used in English and maths, not elsewhere; cover teachers need the card.",),
)  # fmt: skip
_PRACTICE = DoseStock(
    "speech-practice", "The therapist's sounds, ten minutes alone, in words and then in sentences", _TA,
    10, 3, 1, "the quiet corner",
    ("Sound now right in single words.", "Corrects {him}self when listening back."),
    ("Sounds right in the session and not in class; sentences are added.",),
)  # fmt: skip
_REVIEW = DoseStock(
    "therapist-review", "The therapist watches one lesson, checks the programme and rewrites it",
    "Speech and language therapist",
    kept=("New programme in the folder within a week of the visit.",),
    changed=("Visit came late in the term; the next is booked for its fifth week.",),
)  # fmt: skip
_STORY = DoseStock(
    "story-talk", "A picture story planned and told to the group, with the joining words on cards", _TA,
    25, 2, 4, "the library corner",
    ("Tells a story with a beginning, a problem and an end.", "Asks to be first to tell."),
    ("Tells it well with the pictures and loses the thread without; cards stay in class too.",),
)  # fmt: skip

SLCN = NeedStock(
    strands=(
        Strand(
            TALK, Gauge("Taught topic words used rightly", "words of 24", 0, 24), (0, 13), (5, 12), 6,
            "By {due} {name} will use {aim} of 24 taught topic words rightly in {his} own sentences; {he} uses {base} now.",
            ("{aim} words reached in the word check, and heard in class talk.",
             "Word check passed twice in a row, a fortnight apart."),
            ("Knows them with a picture in front of {him}; fewer from memory.",
             "Nouns come; the describing words do not yet."),
            ("Word check hardly moved; {he} missed too many sessions to learn the set.",
             "Set was too large; twelve words next time."),
            (_VOCABULARY, _INSTRUCTIONS),
        ),
        Strand(
            TALK, Gauge("Two-step instructions followed", "of 10", 0, 10), (0, 8), (2, 5), 3,
            "By {due} {name} will follow {aim} of 10 two-step instructions without a repeat; {he} follows {base} now.",
            ("Ten instructions given in PE and art; {name} followed the number set.",
             "Class teacher's tally over five days reached it."),
            ("Follows them when {his} name is said first; not yet from the whole-class voice.",
             "Good in the morning; falls away after lunch."),
            ("Still waits and copies; the second step is lost.",
             "Listening check shows {he} hears the words and cannot hold them."),
            (_INSTRUCTIONS, DoseStock("listening", "Games in which the instruction is the game", _TA, 20, 2, 5,
                                      "the hall")),
        ),
        Strand(
            TALK, Gauge("Story parts in a retelling", "of 12", 0, 12), (1, 7), (3, 6), 3,
            "By {due} {name} will retell a known story with {aim} of 12 parts in order; {he} gives {base} now.",
            ("Recorded retelling has the parts, in order, with 'because' twice.",
             "Told it to a younger class without the cards."),
            ("Beginning and end are there; the middle is jumped.",),
            ("Gives single words to each picture and no story yet.",),
            (_STORY, _REVIEW),
        ),
        Strand(
            TALK, Gauge("Speech understood by an unfamiliar adult", "% of words", 0, 100), (0, 4), (35, 60), 14,
            "By {due} an adult who does not know {name} will understand {aim} of every 100 words {he} says; {base} now.",
            ("Two-minute recording scored by the cover teacher reached it.",),
            ("Clear in single words; runs together when excited.",),
            ("Recording unchanged since the start; therapist asked to look again.",),
            (_PRACTICE, _REVIEW),
        ),
        Strand(
            TALK, Gauge("Turns taken in a ten-minute class discussion", "turns", 0, 8), (5, 13), (0, 2), 2,
            "By {due} {name} will speak {aim} times in a ten-minute class discussion, with notes if {he} likes; {base} now.",
            ("Counted in history and in science: reached in both.", "Spoke first in one debate, from notes."),
            ("Speaks in pairs every time; whole class only when asked.",),
            ("Prefers to write {his} answer; pair talk comes first next term.",),
            (_VOCABULARY, DoseStock("pre-teach", "Tomorrow's discussion question and three useful phrases, tonight's "
                                    "page to take home", _TA, 20, 1, 4, "the learning base")),
        ),
    ),
    parent_worries=(
        "People outside the family still cannot follow what {he} says, and {he} has begun to give up.",
        "{He} comes home and cannot tell me a single thing about the day. I do not think {he} has the words.",
        "When I ask for two things only the first gets done. I used to think {he} was not listening.",
        "{He} says 'that thing' for everything and gets cross when we guess wrong.",
        "I answer for {him} too often. I would like to know how to stop without leaving {him} stuck.",
        "{His} cousins of the same age tell long stories. {name} nods along.",
    ),
    teacher_worries=(
        "{name} watches others before starting and is often on the wrong task.",
        "Answers in single words; in writing the sentences have no joining words.",
        "New topic words do not stay from one week to the next.",
        "Nods when asked if {he} has understood, and has not.",
        "Reads every word of the page and cannot say what it was about.",
    ),
    tried=(
        "Seat near the front for six weeks; instructions repeated to {him}: a little better in the morning only.",
        "Word mat on the table for half a term: used when reminded.",
        "Talk partner chosen with care for five weeks: more talk, no more of the taught words.",
        "Class visual timetable since September: helps {him} know the order of the day.",
    ),
    reasons=(
        "Language screening is well below {his} class and the gap has not narrowed after help in class.",
        "Therapist's advice asks for practice that class teaching does not give.",
        "Understanding of spoken instructions holds {him} back in every subject.",
    ),
    child_younger=(
        "I know it in my head but it goes when I say it.", "I like it when you draw it.",
        "Carpet time is long. The words go past.", "My friend helps me. I help him with running.",
        "I liked the word cards. I know 'evaporate'.", "Sometimes I say yes so we can go out to play.",
        "I want to say the story about my cat to everybody.", "When it is loud I do not know who is talking.",
    ),
    child_older=(
        "If you give me a minute I do get there. People don't give you the minute.",
        "I hate being asked in front of everyone with no warning.",
        "I write better when I have said it to someone first.",
        "The list of words before the lesson helps most. Science makes sense with it.",
        "Don't finish my sentences.", "I understand it when it's on the board. I lose it when it's only said.",
    ),
    parent=(
        "{He} talks more at tea time. We leave the television off and wait.",
        "We do the word cards in the car. {His} sister knows them all too now.",
        "I can see {he} tries. {He} is tired on Fridays.",
        "{He} told {his} nan what a volcano is, with the hands and everything.",
        "Please tell us the topic words early so that we can use them at home in our language too.",
        "{He} still gets stuck on the phone. Face to face is better.",
        "Homework with two questions is done. With ten it is tears.",
    ),
    teacher=(
        "Joins in when the words have been met before; switches off when they have not.",
        "Reads well aloud and answers 'what' questions; 'why' and 'how' are hard.",
        "Partner talk is real talk now; {he} asks as well as answers.",
        "Needs ten seconds to answer. When {he} gets them, the answer is often right.",
        "Writing shows the same gaps as speech: few joining words, few describing words.",
        "Volunteers in maths, where the language is familiar.",
    ),
    adviser="calloway",
    professional=(
        "Understanding of language is in the low range for age; memory for what is heard is the weaker part. "
        "Short steps and pictures are not a crutch: they are how {he} learns.",
        "Speech sounds are delayed and following the usual order. Three short practices a week do more than one long.",
        "Vocabulary is narrow and word finding slow. Teach fewer words, deeper, and meet them again next month.",
        "Language is in keeping with a developmental language disorder; a full assessment is offered.",
    ),
    helps=("Wait for me.", "Show me as well as telling me.", "Say my name first.", "Tell me the new words before.",
           "One thing at a time.", "Let me tell my partner first."),
    hinders=("Being asked in front of everybody.", "Lots of words at once.", "People guessing what I mean.",
             "Noise behind me."),
    communicates=(
        "I talk best to one person. I need about ten seconds.",
        "I use words, and my hands when the word does not come.",
        "If I nod I may not have understood. Ask me to show you.",
    ),
)  # fmt: skip
