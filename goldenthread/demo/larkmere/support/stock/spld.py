"""Specific learning difficulty: mostly reading and spelling."""

from goldenthread.demo.larkmere.support.catalogue import LEARN
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_TA = "Teaching assistant trained in the programme by the specialist teacher"

_PRECISION = DoseStock(
    "precision", "Ten words taught, mixed and checked for one minute; only missed ones stay", _TA, 10, 4, 1,
    "the quiet corner",
    ("Twenty words secure this cycle and still there four weeks on.", "Keeps {his} own chart and is proud of it."),
    ("Four times a week became two; moved to straight after registration.",),
)  # fmt: skip
_SPELLING = DoseStock(
    "spelling", "One pattern a week: sort, trace, say, use in a sentence", _TA, 20, 3, 4, "the group room",
    ("The patterns show in free writing now.", "Checks with the pattern card before asking."),
    ("Right in the list, wrong in stories; a weekly dictation is added.",),
)  # fmt: skip
_FLUENCY = DoseStock(
    "reading-fluency", "The same passage read three times with an adult; the third is timed", _TA, 15, 3, 1,
    "the library",
    ("Faster and with better sense.", "Asks to read the next chapter."),
    ("Texts chosen by us; from now on {he} chooses.",),
)  # fmt: skip
_LAB = DoseStock(
    "literacy-lab", "A structured reading and spelling course in a class of six",
    "Higher level teaching assistant with a literacy qualification", 50, 2, 6, "Room 9",
    ("Two levels up since the start.", "Comes early to set out the cards."),
    ("Taken out of drama for it, which {he} loves; moved to another hour.",),
)  # fmt: skip
_LAPTOP = DoseStock(
    "laptop", "A school laptop with speech-to-text for writing longer than three sentences", "Set up by the SENCO's team",
    kept=("Writes twice as much, and better.", "Uses it in six subjects of nine."),
    changed=("Battery flat too often; charging point agreed with the library.",),
)  # fmt: skip
_ACCESS = DoseStock(
    "exam-access", "25 per cent extra time and a reader in class tests, so that it is {his} usual way of working",
    "Every subject teacher",
    kept=("Finished every paper this term.", "Science mark up by a third with a reader."),
    changed=("Two departments forgot; list sent again by the exams office.",),
)  # fmt: skip

SPLD = NeedStock(
    strands=(
        Strand(
            LEARN, Gauge("Words read in a minute", "words", 0, 180), (1, 9), (22, 60), 17,
            "By {due} {name} will read {aim} words a minute aloud with fewer than five errors; {base} now.",
            ("Timed by the class teacher on an unseen page.", "Reached with two errors."),
            ("Speed reached, with nine errors.", "Reached on a practised page only."),
            ("Little change; the sound work underneath needs longer.",), (_FLUENCY, _PRECISION),
        ),
        Strand(
            LEARN, Gauge("Common words spelled", "of 60", 0, 60), (2, 8), (14, 34), 11,
            "By {due} {name} will spell {aim} of 60 common words in a test; {he} spells {base} now.",
            ("Test given twice, a fortnight apart.",), ("In the test yes; in stories about half.",),
            ("Vowels still guessed. Pattern work goes back two steps.",), (_SPELLING, _PRECISION),
        ),
        Strand(
            LEARN, Gauge("Spelling score", "points, 100 is the average", 60, 140), (7, 11), (74, 84), 3,
            "By {due} {name}'s spelling score will rise to at least {aim}; it is {base} now.",
            ("Standard test, parallel form.",), ("Up by half of what was hoped.",),
            ("Score unchanged; writing with the laptop has moved on.",), (_LAB, _LAPTOP),
        ),
        Strand(
            LEARN, Gauge("Words written in 15 minutes", "words", 0, 220), (5, 13), (40, 80), 30,
            "By {due} {name} will write or type {aim} words of {his} own in 15 minutes; {base} now.",
            ("Timed piece in English, and another in history.",), ("Typed yes, by hand no.",),
            ("Ideas flow in talk and stop at the page; speech-to-text next.",), (_LAPTOP, _ACCESS),
        ),
    ),
    parent_worries=(
        "{He} is bright, everyone says so, and cannot read the instructions on the game {he} loves.",
        "My brother was the same and nobody helped him. I do not want that again.",
        "Spelling lists: full marks on Friday, gone on Monday.",
        "{He} has started saying {he} is stupid.",
        "Reading at bedtime has become a battle and we have stopped.",
    ),
    teacher_worries=(
        "Talks like an encyclopaedia and writes two lines.",
        "Still sounding out words met a hundred times.",
        "Great ideas in discussion; hides {his} book.",
        "Copying from the board takes {him} the whole lesson.",
    ),
    tried=(
        "Coloured paper and a word mat for six weeks: neater, not faster.",
        "Extra reading with a parent helper for a half term: small gain.",
        "Sentence starters on the table for five weeks: writes one sentence more.",
    ),
    reasons=(
        "Reading is far below what {his} understanding would lead one to expect, and class help has not closed it.",
        "Screening shows difficulty with sounds in words; a structured programme is needed.",
    ),
    child_younger=(
        "The letters are fine, the words are not.", "I like the timer. I beat it.",
        "I can tell you the story. I cannot write the story.", "My chart goes up.",
        "I don't like reading when people can hear.", "I want to read the shark book by myself.",
    ),
    child_older=(
        "I'm not slow. Reading is slow.", "The laptop is the best thing anyone's given me.",
        "I'd take extra time if it wasn't announced.", "Don't make me read aloud. Ask me anything else.",
        "I know more than I can write.",
    ),
    parent=(
        "{He} read a menu in a restaurant. We all pretended not to notice.",
        "Audiobooks every night. {He} is on the sixth one.",
        "Homework on the laptop takes half the time.",
        "I read the questions and {he} answers. Is that allowed?",
        "Confidence is coming. Spelling, less so.",
        "{He} taught me the pattern of the week.",
    ),
    teacher=(
        "Understanding is with the best in the class when the text is read to {him}.",
        "Fluency is up; {he} now hears when it does not make sense.",
        "Uses the pattern card without shame.",
        "Typing has freed {his} writing.",
        "Avoids reading aloud; we never ask without warning.",
    ),
    adviser="fenton",
    professional=(
        "Word reading and spelling are well below understanding. Teach sounds in order, daily, and measure weekly.",
        "Naming speed is slow. Fluency needs repeated reading, not harder books.",
        "Give access now (reader, laptop) and teaching now; one is not a reward for the other.",
    ),
    helps=("Let me listen to it.", "Give me the page, not the board.", "Let me type.", "Time.",
           "Tell me before if I have to read."),
    hinders=("Reading aloud with no warning.", "Copying.", "Red pen on spelling."),
    communicates=("I talk well. Judge me by that, not by my handwriting.", "Ask me out loud."),
)  # fmt: skip
