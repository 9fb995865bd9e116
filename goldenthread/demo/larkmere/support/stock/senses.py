"""Hearing, sight and physical needs."""

from goldenthread.demo.larkmere.support.catalogue import LEARN, SENSE
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_RADIO = DoseStock(
    "radio-aid", "Radio aid worn by whoever teaches, tested before the first lesson each day",
    "Teaching assistant trained by the teacher of the deaf",
    kept=("Tested on every day checked.", "{He} reminds visitors to wear it."),
    changed=("Left in the last classroom too often; {he} carries it {him}self now.",),
)  # fmt: skip
_SEAT = DoseStock(
    "seating", "Second row, clear view of the teacher, away from the corridor and the projector", "Every teacher",
    kept=("In place in every room visited.",), changed=("Not in place in two rooms after the new seating plans.",),
)  # fmt: skip
_HEAR = DoseStock(
    "hearing-practice", "Listening to short passages in quiet and then in noise", "Teaching assistant trained by the "
    "teacher of the deaf", 15, 2, 1, "the quiet room",
    ("Fewer repeats needed each month.",), ("Room beside the hall is not quiet; moved.",),
)  # fmt: skip
_VISIT = DoseStock(
    "sensory-review", "One visit each half term: equipment, room, a talk with the pupil, a page of advice",
    "Qualified sensory support teacher",
    kept=("Advice shared with all staff in the same week.",), changed=("Visit moved twice; firm dates agreed.",),
)  # fmt: skip
_PRINT = DoseStock(
    "large-print", "All sheets in 18 point on cream, given at the start of the lesson", "Every teacher",
    kept=("Ready on every day checked.",), changed=("Late sheets in two subjects; office now enlarges them on Mondays.",),
)  # fmt: skip
_TYPING = DoseStock(
    "touch-typing", "A typing course, fifteen minutes at a time", "Teaching assistant", 15, 3, 4, "the computer room",
    ("Types with eight fingers and looks up.",), ("Keyboards too large for {his} hands; small ones ordered.",),
)  # fmt: skip
_MOTOR = DoseStock(
    "motor", "The therapist's exercises for balance and hands", "Teaching assistant trained by the occupational therapist",
    15, 3, 3, "the small hall",
    ("Stronger, and {he} counts the repeats aloud.", "Fastens a coat without help."),
    ("Hall taken by clubs on Thursdays; now Tuesdays.",),
)  # fmt: skip
_SLOPE = DoseStock(
    "writing-slope", "Writing slope and shaped pencil on the desk before the lesson", "Class staff",
    kept=("In place on every day checked.", "Writes for longer before {his} hand hurts."),
    changed=("Slope stays in one room; a second is ordered.",),
)  # fmt: skip
_OT = DoseStock(
    "ot-review", "The therapist checks chair, table and exercises once a term", "Occupational therapist",
    kept=("Chair raised and exercises renewed.",), changed=("Waiting list: seen one month late.",),
)  # fmt: skip
_FRAMES = DoseStock(
    "writing-frames", "Ideas first, then a frame, then sentences", "Teaching assistant", 25, 2, 4, "the group room",
    ("Hands in work on the day it is due.",), ("Frames too long; three boxes are enough.",),
)  # fmt: skip

_WORDS = Gauge("Words written or typed in 10 minutes", "words", 0, 160)
_WRITING = Strand(
    LEARN, _WORDS, (2, 13), (18, 45), 16,
    "By {due} {name} will write or type {aim} words in 10 minutes without pain or strain; {base} now.",
    ("Timed in two lessons.",), ("Typed yes, by hand no.",), ("Tires after five minutes still.",),
    (_TYPING, _SLOPE),
)  # fmt: skip

HEARING = NeedStock(
    strands=(
        Strand(
            SENSE, Gauge("Sentences repeated rightly in class noise", "of 20", 0, 20), (0, 13), (6, 11), 4,
            "By {due} {name} will repeat {aim} of 20 sentences rightly in ordinary class noise; {base} now.",
            ("Tested by the teacher of the deaf in class.",), ("In quiet yes; with noise just short.",),
            ("Aids were away for repair for three weeks.",), (_HEAR, _RADIO),
        ),
        Strand(
            SENSE, Gauge("Times a repeat is asked for when needed", "of 10", 0, 10), (2, 13), (2, 4), 3,
            "By {due} {name} will ask for a repeat {aim} of 10 times when {he} has not heard; {base} now.",
            ("Ten tries set up by staff who know {him}.",), ("Asks familiar adults; not visitors.",),
            ("Bluffs well. We need to check more.",), (_SEAT, _VISIT),
        ),
    ),
    parent_worries=("{He} misses half of what is said and copies the rest.",
                    "The aids come out at school. {He} says they make {him} different."),
    teacher_worries=("Does not turn when called from behind.", "Tired out by lunch; listening is hard work."),
    tried=("Seat moved to the front for a half term: better, not enough.",),
    reasons=("Hearing test and the advice of the teacher of the deaf call for equipment and practice.",),
    child_younger=("The hall is all echo.", "I like the blue moulds.", "My radio talks in my ear.",
                   "When two people talk I hear none."),
    child_older=("Face me.", "Subtitles, please. It's not that hard.", "I nod when I've had enough of asking.",
                 "I'd rather carry the radio myself."),
    parent=("{He} wears both all day now.", "Batteries are in the bag, spare ones in the office.",
            "Evenings are quiet; {he} has used up all {his} listening.", "Please face {him} when you talk."),
    teacher=("Follows well with the radio aid on, misses much without.", "Reads lips more than we thought.",
             "Group talk is the hard part; one speaker at a time helps everyone."),
    adviser="howlett",
    professional=("Aids are set well. Noise in the room is the barrier: soft tables, closed door, radio aid.",
                  "Check listening fatigue: a quiet ten minutes before lunch is worth more than a repeat after."),
    helps=("Face me.", "One person at a time.", "Shut the door.", "Write the page number up."),
    hinders=("Talking while writing on the board.", "Noise.", "'Never mind'."),
    communicates=("I speak and I lip-read. Check I have heard; I may not say.",),
)  # fmt: skip

SIGHT = NeedStock(
    strands=(
        Strand(
            SENSE, Gauge("Minutes reading before strain", "minutes", 0, 40), (1, 13), (6, 12), 6,
            "By {due} {name} will read for {aim} minutes from prepared print before {his} eyes tire; {base} now.",
            ("Timed on four days.",), ("On good-light days yes.",), ("Sheets were not ready in enough lessons.",),
            (_PRINT, _SEAT),
        ),
        _WRITING,
    ),
    parent_worries=("{He} holds the book at {his} nose and has headaches by four.",),
    teacher_worries=("Copies from a neighbour because the board is out of reach.",),
    tried=("Front seat and larger font for a half term: helped in class, not with books.",),
    reasons=("The sight teacher's assessment calls for prepared materials in every lesson.",),
    child_younger=("Big words are better.", "Sun on the table makes it go white.", "I know people by their shoes."),
    child_older=("Send me the slides. I can zoom.", "I don't need help with stairs. I need sheets on time."),
    parent=("The tablet has changed homework.", "Headaches are down to one a week.", "Please say names; {he} cannot see who."),
    teacher=("Works as fast as others when the sheet is ready.", "Uses the zoom without fuss.",
             "Says when it is too small, which is new."),
    adviser="howlett",
    professional=("Print at 18 point on cream, matt paper, light from behind. Contrast matters more than size.",),
    helps=("18 point.", "Say who you are.", "Give me the sheet first."),
    hinders=("Shiny paper.", "Pointing.", "Sun on the board."),
    communicates=("Say my name first so that I know you mean me.",),
)  # fmt: skip

PHYSICAL = NeedStock(
    strands=(
        Strand(
            SENSE, Gauge("Hand skills tasks done alone", "of 12", 0, 12), (0, 8), (3, 6), 3,
            "By {due} {name} will do {aim} of 12 hand skills tasks alone, such as zips, scissors and cutlery; {base} now.",
            ("Checked by the assistant on two mornings.",), ("All but laces and scissors.",),
            ("Grip is stronger; the tasks are not there yet.",), (_MOTOR, _SLOPE),
        ),
        _WRITING,
        Strand(
            SENSE, Gauge("Lessons reached on time", "of 25", 0, 25), (7, 13), (14, 19), 4,
            "By {due} {name} will reach {aim} of 25 lessons on time using the early-leave card; {base} now.",
            ("Register for two weeks.",), ("All but those upstairs in the old block.",),
            ("Lift out of use for nine days.",), (_OT, _FRAMES),
        ),
    ),
    parent_worries=("{He} is worn out by Wednesday and falls on the stairs by Friday.",
                    "Buttons, zips, cutlery: everyone else can, and {he} knows it."),
    teacher_worries=("Writing hurts {him} after a few lines.", "Last to be changed for PE by ten minutes."),
    tried=("Pencil grip and extra time to change for a half term: helps a little.",),
    reasons=("The therapist's report asks for a programme and equipment in school.",),
    child_younger=("My hand gets tired before my ideas.", "I did my zip!", "I like the wobble board."),
    child_older=("Let me leave two minutes early. That's it.", "I type. It's just how I write.",
                 "Ask me before you push or carry anything."),
    parent=("{He} did {his} own coat in front of {his} gran.", "Saturday is rest day now and it helps.",
            "The chair at school is right; we have asked for one at home.", "{He} wants to do it {him}self. Let {him}."),
    teacher=("More written since the slope came.", "Plans {his} energy better; says when {he} needs to stop.",
             "Joins all of PE with two changes to the rules."),
    adviser="parekh",
    professional=("Strength and balance are below age; practice in short bursts, seated well, most days.",
                  "Fatigue is the limiting factor. Fewer words by hand, more by keyboard."),
    helps=("Time to get there.", "Let me try first.", "My own chair.", "A keyboard."),
    hinders=("Rushing.", "Being carried for.", "Stairs at change-over."),
    communicates=("I say when it hurts. Believe me the first time.",),
)  # fmt: skip
