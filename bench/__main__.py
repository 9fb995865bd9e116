"""`python -m bench NAME`: run one measurement. Without a name, list what can be measured."""

from __future__ import annotations

import importlib
import sys

MEASUREMENTS = {
    "law": "the law's clock over a million cases, beside OpenFisca-Core, and one case explained",
    "offer": "the Local Offer at 25,000 services: its open feed beside Django REST framework and Datasette",
    "pages": "twenty main pages of a running demo on a slow phone: when they show, whether they jump, what they weigh",
    "pupils": "a file of 50,000 pupils brought in, beside Django's bulk_create of the same lines",
    "register": "the SEN register, 50 of 300 children in an area of 42,618, beside a bare page and Django's admin",
}


def main(arguments: list[str]) -> int:
    """0 when every pass mark was met, 1 when not, 2 for a name that is not known."""
    if not arguments:
        print("What can be measured:\n")
        for name, what in MEASUREMENTS.items():
            print(f"  ./run bench {name:10} {what}")
        return 0
    if arguments[0] not in MEASUREMENTS:
        print(f"There is no measurement called {arguments[0]}.", file=sys.stderr)
        return 2
    return int(importlib.import_module(f"bench.{arguments[0]}").main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
