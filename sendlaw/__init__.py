"""Every time limit in the law of special educational needs in England: computed, explained, cited.

Plain Python and the standard library. No clock, database, network or machine setting is read:
"today" is always given, so the same question has the same answer everywhere and for ever.

    >>> from datetime import date
    >>> answer = when("person.born", date(2011, 8, 31), "person.becomes_young_person", today=date(2027, 1, 1))
    >>> answer.due_on, answer.status
    (datetime.date(2027, 6, 26), 'waiting')

`when(event, on, rule, facts=..., today=..., done_on=..., law_on=...)` answers one rule.
`when_all(event, on, facts=..., today=...)` answers every rule that an event sets going.
Both give `Outcome`s (see `sendlaw.outcomes.Outcome` for each field). A question that cannot be
answered raises `Refused`; `str()` of it is a sentence fit to show. `EVENTS`, `RULES` and `KEYS`
list what is known.
"""

from sendlaw import rules as _rules
from sendlaw.asking import LAW_VERSION, when, when_all
from sendlaw.event_list import EVENTS
from sendlaw.facts import KEYS
from sendlaw.outcomes import Deadline, Excuse, Lifted, NoFixedDate, Outcome, Unknown
from sendlaw.refusal import Refused
from sendlaw.rulebook import RULES

RULE_MODULES = _rules.MODULES

__all__ = [
    "EVENTS",
    "KEYS",
    "LAW_VERSION",
    "RULES",
    "RULE_MODULES",
    "Deadline",
    "Excuse",
    "Lifted",
    "NoFixedDate",
    "Outcome",
    "Refused",
    "Unknown",
    "when",
    "when_all",
]
