"""The catalogue of interventions and strategies the two schools draw on."""

from typing import NamedTuple
from uuid import UUID

from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import InterventionRow
from goldenthread.demo.larkmere.seed import Keys

TIMED, EQUIPMENT, APPROACH = "timed support", "equipment", "environment or approach"
TRAINING, PROFESSIONAL = "staff training", "professional review"
TALK, LEARN, FEEL, SENSE = (
    "Communication and interaction",
    "Cognition and learning",
    "Social, emotional and mental health",
    "Sensory and/or physical",
)


class Entry(NamedTuple):
    code: str
    name: str
    kind: str
    area: str
    sentence: str
    minutes: int = 0
    group_size: int = 0
    cost_per_hour: int = 0  # pence


_ENTRIES: tuple[Entry, ...] = (
    Entry("small-reading", "Small-group reading", TIMED, LEARN,
          "Four children read the same short book aloud with an adult who stops to talk about words.", 20, 4, 1750),
    Entry("speech-practice", "Speech practice", TIMED, TALK,
          "Ten minutes alone with an adult on the sounds or sentences the therapist has set.", 10, 1, 1750),
    Entry("vocabulary", "Word learning group", TIMED, TALK,
          "New topic words are met before the lesson, with pictures, actions and a sentence to keep.", 20, 4, 1750),
    Entry("story-talk", "Telling and retelling", TIMED, TALK,
          "Children plan a short story with pictures and tell it to one another.", 25, 4, 1750),
    Entry("listening", "Listening and turn-taking group", TIMED, TALK,
          "Games in which nobody can win without listening.", 20, 5, 1750),
    Entry("precision", "Precision teaching", TIMED, LEARN,
          "A few minutes a day on a small set of words or facts, with a one-minute check.", 10, 1, 1750),
    Entry("phonics", "Phonics catch-up", TIMED, LEARN,
          "The sounds a child has not yet secured, taught again in small steps.", 20, 3, 1750),
    Entry("spelling", "Spelling patterns group", TIMED, LEARN,
          "One pattern a week, sorted, traced, said and used in the child's own sentences.", 20, 4, 1750),
    Entry("number-sense", "Number sense group", TIMED, LEARN,
          "Counting, grouping and comparing with objects before anything is written.", 20, 4, 1750),
    Entry("pre-teach", "Pre-teaching", TIMED, LEARN,
          "The hard part of tomorrow's lesson is met today.", 20, 4, 1750),
    Entry("writing-frames", "Planned writing group", TIMED, LEARN,
          "Ideas first, then a frame, then sentences: one step at a time with feedback.", 25, 4, 1750),
    Entry("reading-fluency", "Paired fluency reading", TIMED, LEARN,
          "An adult and a pupil read the same passage three times; the third is timed.", 15, 1, 1750),
    Entry("literacy-lab", "Literacy lesson, small class", TIMED, LEARN,
          "A structured course in reading and spelling for older pupils.", 50, 6, 2900),
    Entry("numeracy-lab", "Numeracy lesson, small class", TIMED, LEARN,
          "Gaps in number taught in order, with a short test every third week.", 50, 6, 2900),
    Entry("emotional-literacy", "Emotional literacy sessions", TIMED, FEEL,
          "A trained assistant helps a child name feelings and choose what to do next.", 30, 1, 1900),
    Entry("friendship", "Friendship group", TIMED, FEEL,
          "Joining in, sharing and putting things right, practised in play.", 30, 5, 1750),
    Entry("mentoring", "Mentoring", TIMED, FEEL,
          "A regular half hour with the same adult to look back on the week and plan the next.", 30, 1, 2200),
    Entry("check-in", "Morning check-in", TIMED, FEEL,
          "Ten minutes with a key adult before registration.", 10, 1, 1750),
    Entry("regulation", "Self-regulation group", TIMED, FEEL,
          "Noticing the body's signs early and using one chosen strategy.", 30, 5, 1900),
    Entry("social-comm", "Social communication group", TIMED, TALK,
          "Working together on models and projects with clear roles.", 30, 4, 1900),
    Entry("attention", "Shared attention sessions", TIMED, TALK,
          "Something worth looking at, in a bucket, with an adult who waits.", 15, 2, 1900),
    Entry("motor", "Movement programme", TIMED, SENSE,
          "The therapist's exercises for balance, strength or hand skills.", 15, 3, 1750),
    Entry("touch-typing", "Touch-typing", TIMED, SENSE,
          "A typing course, ten minutes at a time.", 15, 4, 1750),
    Entry("hearing-practice", "Listening practice", TIMED, SENSE,
          "Quiet-room practice with hearing aids and radio aid checked first.", 15, 1, 1750),
    Entry("homework-base", "Supported study", TIMED, LEARN,
          "A place, an adult and a plan for homework before going home.", 45, 8, 2200),
    Entry("visual-timetable", "Visual timetable", APPROACH, TALK,
          "The day in pictures on the child's desk; changes are shown before they happen."),
    Entry("task-board", "Now and next board", APPROACH, LEARN,
          "What to do now and what comes next, on one card."),
    Entry("chunked", "Instructions in short steps", APPROACH, TALK,
          "One or two steps at a time, said, shown and checked."),
    Entry("quiet-space", "Agreed quiet space", APPROACH, FEEL,
          "A known place to go, a card to show, and no questions on the way."),
    Entry("seating", "Seating and light", APPROACH, SENSE,
          "A seat chosen for sight, hearing or calm, kept in every room."),
    Entry("exam-access", "Usual way of working in tests", APPROACH, LEARN,
          "Extra time, a reader or a laptop, used all year so that it may be used in examinations."),
    Entry("low-demand", "Choice within the task", APPROACH, FEEL,
          "Two ways to do the same work; the pupil picks."),
    Entry("writing-slope", "Writing slope and grip", EQUIPMENT, SENSE,
          "A sloped board and a shaped pencil, on the desk before the lesson starts."),
    Entry("laptop", "Laptop with speech-to-text", EQUIPMENT, LEARN,
          "For any piece of writing longer than three sentences."),
    Entry("reading-pen", "Reading pen", EQUIPMENT, LEARN, "Reads a line of print aloud through an earphone."),
    Entry("radio-aid", "Radio aid", EQUIPMENT, SENSE, "The teacher's voice goes straight to the hearing aids."),
    Entry("large-print", "Enlarged and high-contrast print", EQUIPMENT, SENSE,
          "Worksheets at the size the visual impairment teacher has set."),
    Entry("ear-defenders", "Ear defenders", EQUIPMENT, SENSE, "For the hall, the dining room and fire drills."),
    Entry("picture-book", "Picture exchange book", EQUIPMENT, TALK,
          "Pictures a child can hand over to ask, refuse or comment."),
    Entry("train-language", "Training: words and instructions", TRAINING, TALK,
          "A therapist shows class staff how to shorten, show and check."),
    Entry("train-autism", "Training: autism in the classroom", TRAINING, TALK,
          "What change, noise and unclear words do, and what to do instead."),
    Entry("train-trauma", "Training: safety and relationships", TRAINING, FEEL,
          "How fear looks in a classroom, and how adults make it smaller."),
    Entry("train-dyslexia", "Training: reading and spelling difficulty", TRAINING, LEARN,
          "How to mark, copy, read aloud and test fairly."),
    Entry("train-sensory", "Training: hearing and sight", TRAINING, SENSE,
          "Using the equipment, facing the class, describing what is on the board."),
    Entry("therapist-review", "Speech and language therapist's review", PROFESSIONAL, TALK,
          "The therapist sees the child, checks the programme and rewrites it."),
    Entry("psychologist-review", "Educational psychologist's consultation", PROFESSIONAL, LEARN,
          "The psychologist looks at what has been tried and what to try next."),
    Entry("ot-review", "Occupational therapist's review", PROFESSIONAL, SENSE,
          "Seating, equipment and programme are checked and changed."),
    Entry("sensory-review", "Sensory support teacher's visit", PROFESSIONAL, SENSE,
          "Equipment, seating and listening or looking are checked in class."),
    Entry("specialist-review", "Specialist teacher's visit", PROFESSIONAL, LEARN,
          "A lesson is watched, tests are done and the programme is adjusted."),
)  # fmt: skip

CATALOGUE = {entry.code: entry for entry in _ENTRIES}


def write_catalogue(keys: Keys, part: Part) -> dict[str, UUID]:
    """Write the catalogue; the key of each entry by its code."""
    found = {}
    for entry in _ENTRIES:
        key = found[entry.code] = keys.new()
        part.add(InterventionRow(key, *entry))
    return found
