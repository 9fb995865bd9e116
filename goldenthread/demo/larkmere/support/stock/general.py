"""Sentences that fit any need: reviews, talks with families, notes, agreement."""

CHILD_GOOD = (
    "I got better at it.", "I can show you.", "I want to keep going.", "It was hard and then it wasn't.",
    "I am proud of my chart.", "Can I do it with my friend next time?",
)  # fmt: skip
CHILD_MIXED = (
    "Some of it is good.", "I like the adult. I don't like leaving my lesson.", "It's OK.",
    "I missed it when it was off.", "I want it in the morning.", "I forget when nobody reminds me.",
)  # fmt: skip
CHILD_POOR = (
    "It didn't help.", "I don't want to go out of class for it.", "I still can't do it.", "It was at the wrong time.",
)  # fmt: skip
CHILD_GOOD_OLDER = (
    "Works for me. Keep it.", "I'd say I've done it.", "Better than last year by a mile.",
    "I did most of it myself, you know.", "Can the next target be about something I pick?",
)  # fmt: skip
CHILD_MIXED_OLDER = (
    "Half and half.", "It's all right when it happens.", "Good when it's my usual adult. Not when it's cover.",
    "I'd go more if it wasn't in art.", "It helps in some lessons.",
)  # fmt: skip
CHILD_POOR_OLDER = (
    "Waste of time, honestly.", "It kept getting cancelled.", "I never asked for it.", "Try something else.",
)  # fmt: skip
PARENT_GOOD = (
    "We see it at home as well. Thank you.", "{He} is proud, and so are we.", "Happy with the next step.",
    "This is the first meeting I have left smiling.", "It was right to wait with the referral.",
)  # fmt: skip
PARENT_MIXED = (
    "Pleased with part of it. I would like to be told when sessions do not happen.",
    "It is going the right way, slowly.", "{He} likes the group; I am not sure it is enough.",
    "Could we have it in writing what to do at home?", "We agree to go on, and to look again sooner.",
)  # fmt: skip
PARENT_POOR = (
    "I am worried that we will say the same again next term.", "Too many sessions were missed. It has to be somebody's job.",
    "We would like someone from outside to look.", "I agree to change it. I do not agree that {he} was not trying.",
)  # fmt: skip
TEACHER_GOOD = (
    "Clear gain in class, not only in the sessions.", "Ready for a harder target.",
    "The rest of the table has gained from it too.",
)  # fmt: skip
TEACHER_MIXED = (
    "Gains in the sessions; class work follows more slowly.", "Right support, too many gaps in it.",
    "One part to keep, one to change.",
)  # fmt: skip
TEACHER_POOR = (
    "Not enough effect for the time it takes.", "We should ask for advice before we do more of the same.",
    "The target was the wrong size.",
)  # fmt: skip
REASON: dict[str, tuple[str, ...]] = {
    "continue": (
        "Progress towards the targets; the same support goes on with a new aim.",
        "It works. Nothing is gained by changing it now; the aim is moved up.",
        "Enough gain to go on, and everybody here wants to.",
        "The support is right and was given nearly every time; more of it will show.",
        "One target is reached and the other is close; the plan runs on.",
    ),
    "change": (
        "Part of the support has not worked; it is changed and looked at again in one term.",
        "The gain shows in the sessions and not in class, so the way it is carried over is changed.",
        "Times and places got in the way; those are changed before anything else.",
        "One dose is kept, one is changed: we want to know which of them does the work.",
        "Too small a gain for the effort of everybody; smaller steps and a new start.",
    ),
    "step up to specialists": (
        "Two cycles without enough gain; advice is asked from a specialist with the family's agreement.",
        "We have done what we know. Somebody who knows more should look, and the family agrees.",
    ),
    "end SEN Support": (
        "Targets met and kept without extra help; class teaching is enough now. The family agrees.",
        "Nothing additional was given this half term and nothing was lost. It ends, and the door stays open.",
    ),
}
AGREED_HOW = ("at the planning meeting", "by phone, noted by the SENCO", "through the portal", "signed paper copy")
TALKS: tuple[tuple[str, str, str, str], ...] = (
    ("call", "How the first weeks went", "Rang to say how the start had gone. {name} mentions the sessions at home.",
     "To ring again before half term"),
    ("meeting", "Parents' evening", "Looked at the book together and at the chart of sessions.",
     "Home practice of ten minutes, three evenings"),
    ("portal message", "A missed week", "Wrote that sessions were missed this week and when they would start again.", ""),
    ("call", "A hard day", "Rang before the end of school about a hard morning, so that it would not be news at the door.",
     "A slow start tomorrow; key adult at the gate"),
    ("letter", "Dates of the review", "Sent the date of the review and asked what the family wants to raise.", ""),
    ("e-mail", "Homework", "Agreed that homework may stop after twenty minutes, with a note of what was done.",
     "Stop at twenty minutes, initial the page"),
    ("call", "Good news", "Rang with good news and nothing else.", ""),
    ("meeting", "New professional's advice", "Went through the report page by page; two recommendations chosen first.",
     "Both to be in the next plan"),
    ("text message", "Appointment", "Told us about a hospital appointment; session moved.", ""),
)  # fmt: skip
NOTES_YOUNGER = (
    "Chose to sit at the front today.", "Put a hand up twice in one lesson.", "Helped a new child find the hall.",
    "Tears before the test; finished it all the same.", "Showed the chart to the headteacher.",
    "Hard playtime. Came to tell me first.", "Asked for the harder book.", "Tired after lunch, little done.",
    "Whole table clapped.", "Worked ten minutes without looking round.", "Wanted to stay in at break to finish.",
    "Forgot the card at home; managed without.",
)  # fmt: skip
NOTES_OLDER = (
    "Handed homework in on the day.", "Left the lesson early, came back by choice.", "Asked a question in science.",
    "Read the notes aloud to the group.", "Late twice; rang home.", "Used the laptop without being told.",
    "Good fortnight. Said so.", "Stayed behind to ask about the test.", "Argued, then put it right before the bell.",
    "Offered to help at open evening.", "Quiet this week. Mentor told.", "Best piece of work so far.",
)  # fmt: skip
LIKES_YOUNGER = (
    "I make people laugh.", "I am kind to little ones.", "I am good at building.", "I know a lot about animals.",
    "I run fast.", "I draw dragons.", "I never forget a birthday.", "I am brave.", "I am good at tidying.",
)  # fmt: skip
LIKES_OLDER = (
    "I'm loyal.", "I'm funny when you get to know me.", "I'm good with my hands.", "I stick up for people.",
    "I notice things.", "I can fix bikes.", "I'm good with children.", "I cook.", "I'm honest.",
)  # fmt: skip
MATTERS_YOUNGER = (
    "My family and my cat.", "Football at break.", "Knowing what happens next.", "My friend being in my group.",
    "Swimming on Saturdays.", "My nan.", "Being line leader.", "Dinosaurs.", "Drawing every day.",
)  # fmt: skip
MATTERS_OLDER = (
    "My mates.", "Music in my ears on the way in.", "Not being singled out.", "Getting a job with animals.",
    "My brother.", "Being asked first.", "Boxing on Thursdays.", "Art.", "Getting my grades for college.",
)  # fmt: skip
EVERYDAY_WORRIES = (
    ("parent", "The new seating plan put {him} next to somebody {he} is afraid of.", "class strategies",
     "Seats changed; no sign of a special educational need. To be looked at again at parents' evening."),
    ("teacher", "Reading has slowed since the summer.", "monitor",
     "Screening in the usual range. Watched for a half term; reading at home agreed with the family."),
    ("parent", "{He} says {he} cannot see the board.", "no further action",
     "Eyes tested, glasses ordered; work back to normal within a fortnight."),
    ("teacher", "Handwriting much slower than that of the others.", "monitor",
     "Pencil grip shown and practised in class; speed will be checked again in eight weeks."),
    ("parent", "Times tables do not stick.", "class strategies",
     "Class practice changed for everybody; check in December."),
    ("teacher", "Rarely speaks to adults, speaks freely to friends.", "monitor",
     "Family speaks two other languages at home and reports no worry; watched with the language assistant."),
)  # fmt: skip
