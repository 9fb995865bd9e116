"""Every time limit in the law of special educational needs in England: computed, explained, cited.

Plain Python and the standard library. No clock, database, network or machine setting is read:
"today" is always given, so the same question has the same answer everywhere and for ever.

    >>> from datetime import date
    >>> answer = when("person.born", date(2011, 8, 31), "person.becomes_young_person", today=date(2027, 1, 1))
    >>> answer.due_on, answer.status
    (datetime.date(2027, 6, 26), 'waiting')

`when(event, on, rule, facts=..., today=..., done_on=..., law_on=...)` answers one rule.
`when_all(event, on, facts=..., today=...)` answers every rule that an event sets going.
`follow(happened, today=..., facts=..., done=...)` takes a whole process and gives a `Course`.
The answers are `Outcome`s (see `sendlaw.outcomes.Outcome` for each field). A question that cannot
be answered raises `Refused`; `str()` of it is a sentence fit to show. `EVENTS`, `RULES` and `KEYS`
list what is known. `notice_contents(decision)` says what a notice must say, `law_watch()` what may
change, `rules_document()` gives every rule as one Markdown page.
`closure_facts(asked_on, closures)` turns a setting's term dates into facts. `sendlaw.bulk` (NumPy)
answers many cases at once.
"""

from sendlaw import rules as _rules
from sendlaw.asking import LAW_VERSION, when, when_all
from sendlaw.closures import Closure, closure_facts
from sendlaw.event_list import EVENTS
from sendlaw.facts import KEYS
from sendlaw.law_watch import law_watch
from sendlaw.notices import NOTICES, missing_from_notice, notice_contents
from sendlaw.outcomes import Deadline, Excuse, Lifted, NoFixedDate, Outcome, Unknown
from sendlaw.process import Course, FallenAway, Happening, follow
from sendlaw.refusal import Refused
from sendlaw.rendering import rules_document
from sendlaw.rulebook import RULES

RULE_MODULES = _rules.MODULES

__all__ = [
    "EVENTS",
    "KEYS",
    "LAW_VERSION",
    "NOTICES",
    "RULES",
    "RULE_MODULES",
    "Closure",
    "Course",
    "Deadline",
    "Excuse",
    "FallenAway",
    "Happening",
    "Lifted",
    "NoFixedDate",
    "Outcome",
    "Refused",
    "Unknown",
    "closure_facts",
    "follow",
    "law_watch",
    "missing_from_notice",
    "notice_contents",
    "rules_document",
    "when",
    "when_all",
]
