"""Autistic pupils."""

from goldenthread.demo.larkmere.support.catalogue import FEEL, TALK
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_TA = "Teaching assistant with autism outreach training"

_TIMETABLE = DoseStock(
    "visual-timetable", "The day in order on {his} desk; changes shown before they happen", "Every adult in class",
    kept=("Crosses things off and asks what is next.", "Two fire drills passed without upset because they were shown."),
    changed=("Not kept up on days with cover; the cover folder now has a spare.",),
)  # fmt: skip
_QUIET = DoseStock(
    "quiet-space", "A card to show and a known place to go for up to ten minutes; no questions on the way",
    "Every adult who teaches {him}",
    kept=("Used about three times a week and back in class each time.", "Knows {he} may go, and so often need not."),
    changed=("Place was taken by small groups; moved to the room beside the office.",),
)  # fmt: skip
_SOCIAL = DoseStock(
    "social-comm", "A model built by four with roles that change each week", _TA, 30, 1, 4, "the art room",
    ("Takes the role of describer without help.", "Has asked one of the group to play at break."),
    ("Enjoys the building, leaves when others are loud; group of three next.",),
)  # fmt: skip
_ATTENTION = DoseStock(
    "attention", "Watch, wait, take a turn: ten minutes in pairs with something worth looking at", _TA,
    15, 4, 2, "the blue room",
    ("Stays for all of it and waits for {his} turn.", "Laughs with the other child, not only at the toy."),
    ("Good with one adult; a second child is new this term.",),
)  # fmt: skip
_MENTOR = DoseStock(
    "mentoring", "The week ahead looked at together; hard moments planned for", "Learning mentor, autism lead",
    30, 1, 1, "the learning base",
    ("Arrives with a list. Leaves with a plan.", "Told us about the corridor before it went wrong."),
    ("Monday was the wrong day: Friday's worries were forgotten. Moved.",),
)  # fmt: skip

ASD = NeedStock(
    strands=(
        Strand(
            FEEL, Gauge("Lessons left in distress", "a week", 0, 20, "down"), (0, 13), (4, 9), 3,
            "By {due} {name} will leave lessons in distress no more than {aim} times a week; {base} times now.",
            ("Log shows it for four weeks running.", "Reached, and the last two weeks had none."),
            ("Better on all days but Thursday, when the timetable changes.",),
            ("A change of class teacher undid the first half; the last fortnight is better.",),
            (_QUIET, _TIMETABLE),
        ),
        Strand(
            TALK, Gauge("Minutes of shared play with another child", "minutes", 0, 20), (0, 6), (2, 6), 4,
            "By {due} {name} will play a shared game with one other child for {aim} minutes; {base} minutes now.",
            ("Timed on the playground on three days: reached on each.",),
            ("Plays beside and hands things over; talk is still with the adult.",),
            ("Prefers to watch. Watching closely, though, and copying afterwards.",),
            (_ATTENTION, _TIMETABLE),
        ),
        Strand(
            TALK, Gauge("Times help is asked for", "a day", 0, 8), (2, 13), (0, 2), 2,
            "By {due} {name} will ask an adult for help {aim} times a day, with words or the card; {base} now.",
            ("Tally kept by {him}self and by staff agrees.", "Asks with words now; the card stays in the pencil case."),
            ("Asks in the lessons of two teachers; not yet in the others.",),
            ("Waits for someone to notice; too many adults forget to look.",),
            (_SOCIAL, _QUIET),
        ),
        Strand(
            TALK, Gauge("Changes of plan managed with the card", "of 10", 0, 10), (3, 13), (2, 5), 3,
            "By {due} {name} will manage {aim} of 10 changes of plan using {his} card; {he} manages {base} now.",
            ("Ten changes noted, from a room move to a missed trip: reached.",),
            ("Manages those that are told the day before.",),
            ("Supply days remain very hard.",),
            (_MENTOR, _TIMETABLE),
        ),
    ),
    parent_worries=(
        "{He} holds it together all day and it all comes out at the front door.",
        "Mornings take two hours. It is not naughtiness: it is dread.",
        "{He} has no one to play with and says {he} does not mind. I think {he} does.",
        "{He} eats nothing at school. The hall is too loud for {him}.",
        "If anything changes without warning we lose the evening.",
    ),
    teacher_worries=(
        "Very able with facts; lost when the task is open.",
        "Leaves the room when the noise rises and cannot say why.",
        "Plays alone by choice, or so it seems. Watches the others a great deal.",
        "Group work ends in tears or in {him} doing all of it alone.",
        "Takes words exactly as said; a joke can spoil a morning.",
    ),
    tried=(
        "Warned of changes by the class teacher for a half term: helps when remembered.",
        "Seat by the door for six weeks: {he} looks up less and stays longer.",
        "Buddy at break for four weeks: kind, but {name} found it tiring.",
    ),
    reasons=(
        "Distress keeps {him} out of learning most days and class strategies alone have not been enough.",
        "Social communication needs are clear in school and at home; support does not wait for a diagnosis.",
        "Advice from outreach calls for provision that is additional to class teaching.",
    ),
    child_younger=(
        "I like to know. I do not like surprise.", "The bell hurts.", "Trains have rules. People do not have rules.",
        "My quiet place has a blue chair. It is mine on Tuesdays.", "I do not want to hold hands in the line.",
        "I like maths because it stays the same.", "Tell me when it is going to be loud.",
    ),
    child_older=(
        "I'm fine with work. It's the bits between lessons.", "Corridors. Just corridors.",
        "If you say five minutes, make it five minutes.", "I'd rather eat in the library.",
        "Group work is me guessing what everyone wants.", "I don't want a person next to me. I want a plan.",
    ),
    parent=(
        "The timetable on the fridge matches the one at school. It changed our mornings.",
        "{He} slept through last week. That has not happened since Year 1.",
        "Please warn us about dressing-up days. We need the weekend.",
        "{He} mentioned a boy by name. That is new.",
        "Sundays are still hard, and any Monday after a holiday.",
        "{He} told me {he} used the card and nobody made a fuss. Thank you.",
    ),
    teacher=(
        "Settles fast when the first task is the same each day.",
        "Answers at length on what {he} loves; we use it as the way in.",
        "Noise is the strongest sign: when it rises, {his} work stops.",
        "Works well beside one chosen partner. Two is too many.",
        "The card was used twice this week, both times well.",
    ),
    adviser="ankrah",
    professional=(
        "{name} masks well in class and pays for it later. Plan for rest, not only for lessons.",
        "Change, noise and open questions are the three triggers seen. Each can be planned for.",
        "Interests are deep and should be used as a way into writing and into company.",
        "Reasoning is strong and speed of working slow: less to do, not easier work.",
    ),
    helps=("Tell me before it changes.", "Let me go to my place.", "Say exactly what you mean.", "Give me a list.",
           "Let me finish.", "Warn me about noise."),
    hinders=("Surprises.", "Being touched from behind.", "'Just try your best'.", "The dining hall."),
    communicates=(
        "I say what I mean. If I am quiet I am thinking or it is too loud.",
        "I may show my card instead of speaking. That is enough.",
        "I do not always look at you. I am listening.",
    ),
)  # fmt: skip
