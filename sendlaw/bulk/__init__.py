"""The same answers for a million cases at once. Needs NumPy, which nothing else in this library does.

    answers = bulk.when("ehcna.request_received", starts, "ehcna.final_plan", facts=bulk.columns(facts))
    answers.on       # datetime64[D]; NaT where there is no date
    answers.result   # DEADLINE, LIFTED, NO_FIXED_DATE or UNKNOWN, one for each case

Dates and results equal those of `sendlaw.when`, case by case, and a test says so; sums, sentences
and citations are only made case by case. A rule that is not in `bulk.RULES` is refused.
Contradicting facts refuse the whole question, naming how many cases contradict.
"""

from sendlaw.bulk.answers import DEADLINE, LIFTED, NO_FIXED_DATE, UNKNOWN, Answers
from sendlaw.bulk.cases import columns
from sendlaw.bulk.rules import RULES, when

__all__ = ["DEADLINE", "LIFTED", "NO_FIXED_DATE", "RULES", "UNKNOWN", "Answers", "columns", "when"]
