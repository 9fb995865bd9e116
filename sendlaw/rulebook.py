"""The list of rules, filled by the modules of `sendlaw.rules` as they are read."""

from collections.abc import Callable
from dataclasses import dataclass

from sendlaw.events import Start
from sendlaw.outcomes import Result, Sense
from sendlaw.parameters import Law
from sendlaw.refusal import Refused

RuleFunction = Callable[[Start, Law], Result]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose duty it is, in the officer's words and in the family's."""

    officer: str
    parent: str


LOCAL_AUTHORITY = Holder("the local authority", "the council")
OLD_AUTHORITY = Holder("the old local authority", "your old council")
NEW_AUTHORITY = Holder("the new local authority", "your new council")
FAMILY = Holder("the parent or young person", "you")
SCHOOL = Holder("the school", "the school")
SETTING = Holder("the setting", "the school or college")
ARRANGER = Holder("whoever arranges the meeting", "the school or the council")
ADVICE_BODY = Holder("the body asked for advice", "the person asked for advice")
HEALTH_BODY = Holder("the integrated care board", "the health service")
MEDIATION_ADVISER = Holder("the mediation adviser", "the mediation adviser")
EARLY_YEARS = Holder("the early years provider", "the nursery or childminder")
CHILD = Holder("the child", "the child")
SENCO = Holder("the SENCO", "the SENCO")
EITHER_PARTY = Holder("either party", "you")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what starts it, whose duty it is, and the function that gives the day.

    officer, parent: whole sentences with `{due}` in them, for rules that are not "who must do what by when".
    met_by: events that fulfil the duty. ended_by: events after which it falls away.
    earliest_start: when several events could start it, the first is day 0 (otherwise each starts its own).
    only_with: facts without which a whole process does not raise this duty at all.
    rests_on: the limits it uses, where they do not bear its own name.
    goes_on: a duty that starts on its day and then goes on, such as securing provision.
    """

    name: str
    starts: tuple[str, ...]
    who: Holder
    must: str
    plain: str
    work: RuleFunction
    sense: Sense = "last_day"
    next_steps: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    earliest_start: bool = False
    only_with: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    goes_on: bool = False
    officer: str = ""
    parent: str = ""

    @property
    def limit_name(self) -> str:
        """The limit it is cited by, unless an answer rests on another."""
        return self.rests_on[0] if self.rests_on else self.name

    @property
    def explanation(self) -> str:
        """The rule's own account of itself, provision included."""
        return (self.work.__doc__ or "").strip()


RULES: dict[str, Rule] = {}


def rule(
    name: str,
    *,
    starts: tuple[str, ...],
    who: Holder,
    must: str,
    plain: str,
    sense: Sense = "last_day",
    next_steps: tuple[str, ...] = (),
    met_by: tuple[str, ...] = (),
    ended_by: tuple[str, ...] = (),
    earliest_start: bool = False,
    only_with: tuple[str, ...] = (),
    rests_on: tuple[str, ...] = (),
    goes_on: bool = False,
    officer: str = "",
    parent: str = "",
) -> Callable[[RuleFunction], RuleFunction]:
    """Enter a function in the rule book under the name of its deadline; the function itself is unchanged."""

    def enter(work: RuleFunction) -> RuleFunction:
        if name in RULES:
            raise ValueError(f"{name} is in the rule book twice")
        RULES[name] = Rule(
            name=name,
            starts=starts,
            who=who,
            must=must,
            plain=plain,
            work=work,
            sense=sense,
            next_steps=next_steps,
            met_by=met_by,
            ended_by=ended_by,
            earliest_start=earliest_start,
            only_with=only_with,
            rests_on=rests_on,
            goes_on=goes_on,
            officer=officer,
            parent=parent,
        )
        return work

    return enter


def rule_named(name: str) -> Rule:
    """The rule of that name; refused with the list of what is known otherwise."""
    if name not in RULES:
        raise Refused(f"There is no rule called {name!r}. The rules that are known: {', '.join(sorted(RULES))}.")
    return RULES[name]


def rules_started_by(event: str) -> tuple[Rule, ...]:
    """The rules an event sets going, in the order of the rule book."""
    return tuple(one for one in RULES.values() if event in one.starts)
