"""Our site as it is measured: the test settings on the scratch database, templates compiled once."""

from goldenthread.settings.test import *  # noqa: F403
