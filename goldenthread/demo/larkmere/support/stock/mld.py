"""Moderate learning difficulty."""

from goldenthread.demo.larkmere.support.catalogue import LEARN
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_TA = "Teaching assistant, level 3"

_NUMBER = DoseStock(
    "number-sense", "Counting, grouping and comparing with objects, then pictures, then figures", _TA,
    20, 3, 4, "the group room",
    ("Finds the objects {him}self and needs them less each week.", "Explains how {he} knows."),
    ("Moved on to figures too soon; back to pictures for a month.",),
)  # fmt: skip
_PRE_TEACH = DoseStock(
    "pre-teach", "The hard part of tomorrow's lesson met today with one worked example", _TA, 20, 2, 4,
    "the group room",
    ("Puts {his} hand up in the lesson that follows.", "Starts with the rest of the class, not after."),
    ("Helps in maths; in English the topic came a week too late.",),
)  # fmt: skip
_LAB = DoseStock(
    "numeracy-lab", "Gaps in number taught in order in a class of six", "Maths teacher with specialist training",
    50, 2, 6, "Room 14",
    ("Three units passed this term.", "Says maths is the lesson {he} gets."),
    ("Six pupils at four levels; two groups from next term.",),
)  # fmt: skip
_BOARD = DoseStock(
    "task-board", "What to do now and what comes next, on one card", "Every adult in class",
    kept=("Keeps going without an adult for ten minutes at a time.",),
    changed=("Card too full; two pictures only.",),
)  # fmt: skip
_READING = DoseStock(
    "small-reading", "Short books read aloud by four, with stops to ask what just happened", _TA, 20, 3, 4,
    "the library corner",
    ("Takes the book home and reads it to {his} family.", "Self-corrects when it does not make sense."),
    ("Books were too easy; next band from January.",),
)  # fmt: skip

MLD = NeedStock(
    strands=(
        Strand(
            LEARN, Gauge("Number facts known in a minute", "facts", 0, 30), (1, 8), (3, 9), 5,
            "By {due} {name} will answer {aim} number facts to 20 in one minute; {he} answers {base} now.",
            ("Friday check reached it three weeks in a row.",), ("Reached once, on a good day.",),
            ("Counts on fingers for every fact still; quicker at that.",), (_NUMBER, _BOARD),
        ),
        Strand(
            LEARN, Gauge("Words read in a minute", "words", 0, 160), (1, 7), (18, 46), 16,
            "By {due} {name} will read {aim} words a minute aloud from {his} class's easier text; {base} now.",
            ("Timed on two texts: reached on both.",), ("Reached on a known book; an unseen one is slower.",),
            ("Reads as before; sessions were lost to illness.",), (_READING, _PRE_TEACH),
        ),
        Strand(
            LEARN, Gauge("Steps of a task done without an adult", "of 5", 0, 5), (0, 9), (1, 2), 1.6,
            "By {due} {name} will do {aim} of 5 steps of a known task without an adult; {base} now.",
            ("Watched on three days in three subjects.",), ("In art and cookery yes; in writing not yet.",),
            ("Waits to be told each step.",), (_BOARD, _PRE_TEACH),
        ),
        Strand(
            LEARN, Gauge("Number units passed", "of 20", 0, 20), (7, 11), (3, 8), 3,
            "By {due} {name} will have passed {aim} of the 20 number units; {base} passed now.",
            ("Unit tests marked by the maths department.",), ("One unit short.",),
            ("Absence in the test weeks; tests to be taken after the holiday.",), (_LAB, _PRE_TEACH),
        ),
    ),
    parent_worries=(
        "{He} learned it on Monday and on Wednesday it had gone.",
        "{His} little brother reads the same book. {He} has noticed.",
        "Homework takes us the whole evening and it is me who does it.",
        "{He} is happy at school but what is {he} learning?",
        "I worry about secondary school. It goes so fast.",
    ),
    teacher_worries=(
        "Works hard, remembers little from one day to the next.",
        "Counts everything from one and cannot yet see small groups.",
        "Copies beautifully without knowing what it says.",
        "Needs an adult beside {him} to begin, and stops when the adult goes.",
        "Two years behind in maths and no closer than in September.",
    ),
    tried=(
        "Same work with fewer questions for a half term: finished more, learned no more.",
        "Extra reading with a volunteer twice a week for eight weeks: enjoyed, small gain.",
        "Practical equipment on the table since September: used when reminded.",
    ),
    reasons=(
        "Attainment is well below age in all subjects after a term of differentiated work.",
        "Needs teaching in smaller steps with more repetition than the class can give.",
    ),
    child_younger=(
        "I can do it with the cubes.", "I like being the register monitor.", "Reading is good when it is about dogs.",
        "It is too fast after lunch.", "I did five on my own!", "I like it when they say well remembered.",
    ),
    child_older=(
        "I get it if someone shows me one first.", "The small class is better. You can ask.",
        "I don't want the baby sheets.", "Cooking is my best subject.", "I forget. It's not that I don't care.",
    ),
    parent=(
        "{He} counted the change in the shop, slowly, and it was right.",
        "Little and often works for us too. Ten minutes and stop.",
        "{He} read the cereal box to me. All of it.",
        "We are worried about the gap but we see {him} trying.",
        "Thank you for the example page that comes home. Now we do it your way.",
        "{He} likes coming. Please keep that.",
    ),
    teacher=(
        "Secure when objects are there; unsure with figures alone.",
        "Joins in after pre-teaching; you can see the difference.",
        "Reads with more expression. Understanding follows, slowly.",
        "Independent for ten minutes with the card.",
        "Forgets over holidays; the first fortnight is relearning.",
    ),
    adviser="ankrah",
    professional=(
        "Learning is slow and even across areas. Repetition spaced over weeks will do more than more of it in one.",
        "Working memory is the bottleneck. Keep the steps visible.",
        "Practical reasoning is a strength to teach through.",
    ),
    helps=("Show me one first.", "Things I can hold.", "The same words each time.", "A bit at a time.",
           "Let me do it again."),
    hinders=("Going fast.", "Lots of writing on the board.", "Being told it is easy."),
    communicates=("I tell you what I like. I do not always say when I am lost.", "Ask me to show you."),
)  # fmt: skip
