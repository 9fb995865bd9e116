"""Settings for the law's tests: no stored examples, and long forms only when asked for (`-m full`)."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "sendlaw", database=None, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sendlaw")


def pytest_collection_modifyitems(config, items):
    wanted = "full" in (config.getoption("-m") or "") or config.getoption("--full", default=False)
    skip = pytest.mark.skip(reason="a long form: run with -m full")
    ours = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in ours:
        if "full" in item.keywords and not wanted:
            item.add_marker(skip)
