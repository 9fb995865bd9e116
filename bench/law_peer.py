"""Three dates of a million cases in one process of its own: `python -m bench.law_peer sendlaw|openfisca FILE COUNT`.

Writes the three arrays to FILE and prints the seconds of the sums and the greatest memory of the process in MB. The
cases are the same in both: requests received on days of 2014 to 2026, by a fixed seed.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from typing import Any

import numpy as np

FIRST, DAYS = np.datetime64("2014-09-01"), 4_400
RULES = ("ehcna.decision_to_assess", "ehcna.refusal_to_issue_notice", "ehcna.final_plan")
NAMES = ("decision", "refusal_to_issue", "final_plan")
Arrays = list[Any]


def starts(count: int) -> Any:
    return FIRST + np.random.default_rng(2026).integers(0, DAYS, count).astype("timedelta64[D]")


def with_sendlaw(received: Any) -> Arrays:
    """By the library itself: dated limits from its parameters, the relaxation of 2020 asked about for every case."""
    from sendlaw import bulk

    return [bulk.when("ehcna.request_received", received, rule).on for rule in RULES]


def with_openfisca(received: Any) -> Arrays:
    """The same limits as formulas of OpenFisca-Core, with the weeks written into them, as a country package would."""
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DAY, ETERNITY
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    case = build_entity(key="case", plural="cases", label="A request", is_person=True)

    def variable(name: str, weeks: int | None) -> type:
        body: dict[str, Any] = {
            "value_type": date, "entity": case, "definition_period": DAY if weeks else ETERNITY, "label": name,
        }  # fmt: skip
        if weeks is not None:
            after = np.timedelta64(weeks * 7, "D")
            body["formula"] = lambda person, period: person("received_on", period) + after
        return type(name, (Variable,), body)

    system = TaxBenefitSystem([case])
    system.add_variable(variable("received_on", None))
    for name, weeks in zip(NAMES, (6, 16, 20), strict=True):
        system.add_variable(variable(name, weeks))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(received))
    simulation.set_input("received_on", "eternity", received)
    return [simulation.calculate(name, "2026-11-20") for name in NAMES]


def main(which: str, into: str, count: int) -> None:
    received = starts(count)
    work = {"sendlaw": with_sendlaw, "openfisca": with_openfisca}[which]
    work(received[:1000])  # what is loaded once is loaded
    began = time.perf_counter()
    answers = work(received)
    took = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.save(into, np.array([answer.astype("datetime64[D]") for answer in answers]))
    print(f"{took:.4f} {most:.1f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
