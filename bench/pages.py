"""Main pages in a real Chromium on a phone's screen with the processor slowed down four times.

    ./run demo                           # in one terminal
    ./run bench pages [ADDRESS]          # in another; ADDRESS is http://127.0.0.1:8000 unless given

Pass marks: the largest thing stands after 2.5 s at the latest, a press is answered on the screen within 200 ms, what
has been shown moves by no more than 0.1, and a first load weighs 100 kB at most. The middle of three loads counts,
each in a window that has nothing kept.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from statistics import median
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page

from tests.chromium import came_in, chromium, demo_people

WIDTH, HEIGHT = 390, 844
SLOWER, LOADS = 4, 3
SHOWN_MS, ANSWERED_MS, MOVED, WEIGHT = 2500.0, 200.0, 0.1, 100_000
# Who of the demo's people looks ("" for anybody), at which address; {child} is the first child they show.
PAGES = (
    ("", "/local-offer/"),
    ("", "/local-offer/find/?q=my+son+can%27t+sit+still&where=DA14"),
    ("", "/local-offer/find/?need=ASD&cost=free&where=DA14&miles=10"),
    ("", "/local-offer/find/map/?need=ASD&where=DA14"),
    ("", "/local-offer/a-to-z/"),
    ("", "/local-offer/events/"),
    ("", "/local-offer/what-we-must-tell-you/"),
    ("", "/local-offer/words/"),
    ("", "/local-offer/you-said-we-did/"),
    ("", "/when-should-i-hear/"),
    ("amara-ada", "/my-child/{child}/"),
    ("amara-ada", "/my-child/{child}/if-this-is-not-working/"),
    ("chidi-child", "/my-plan/"),
    ("chidi-child", "/my-plan/agreed/"),
    ("lane", "/today/"),
    ("lane", "/children/{child}/profile/"),
    ("osei", "/register/"),
    ("osei", "/children/{child}/plan/"),
    ("osei", "/reviews/"),
    ("osei", "/letters/"),
)
WATCH = """
window.seen = {shown: 0, moved: 0, answered: 0};
const watch = (kind, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
    .observe({type: kind, buffered: true, durationThreshold: 16});
watch("largest-contentful-paint", one => { seen.shown = one.startTime; });
watch("layout-shift", one => { if (!one.hadRecentInput) seen.moved += one.value; });
watch("event", one => { seen.answered = Math.max(seen.answered, one.duration); });
"""
WEIGHS = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, one) => sum + one.transferSize, 0)"""


@dataclass(frozen=True)
class Seen:
    """shown, answered: milliseconds. moved: the share of the screen that jumped. weight: bytes over the wire."""

    shown: float
    moved: float
    answered: float
    weight: float

    @property
    def passes(self) -> bool:
        in_time = self.shown <= SHOWN_MS and self.answered <= ANSWERED_MS
        return in_time and self.moved <= MOVED and self.weight <= WEIGHT


def main(arguments: list[str]) -> int:
    """Print each page's figures; 0 when every page keeps every mark."""
    address = arguments[0] if arguments else "http://127.0.0.1:8000"
    if not answers(address):
        print(f"Nothing answers at {address}. Start `./run demo` in another terminal first.", file=sys.stderr)
        return 1
    people = demo_people()
    failed = 0
    print(f"Phone of {WIDTH} x {HEIGHT}, processor {SLOWER} times slower, the middle of {LOADS} loads")
    print(f"{'shown ms':>9} {'moved':>7} {'answered ms':>12} {'kB':>6}  page")
    with chromium() as browser:
        for slug, path in PAGES:
            person = people.get(slug, {})
            loads = [load(browser, address, person.get("name", ""), path.format(**person)) for _ in range(LOADS)]
            seen = middle(loads)
            failed += not seen.passes
            figures = f"{seen.shown:9.0f} {seen.moved:7.3f} {seen.answered:12.0f} {seen.weight / 1000:6.0f}"
            print(f"{figures}  {slug or 'anybody'} {path}{'' if seen.passes else '  TOO MUCH'}")
    print(f"{len(PAGES) - failed} of {len(PAGES)} pages keep every mark")
    return 1 if failed else 0


def answers(address: str) -> bool:
    """Whether a server is there; what it answers does not matter."""
    try:
        urlopen(address, timeout=5).close()
    except HTTPError:
        return True
    except OSError:
        return False
    return True


def load(browser: Browser, address: str, name: str, path: str) -> Seen:
    """One load in a window of its own with nothing kept, and one press."""
    page = came_in(browser, address, name, width=WIDTH, height=HEIGHT)
    try:
        return _look(page, path)
    finally:
        page.context.close()


def _look(page: Page, path: str) -> Seen:
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    answer = page.goto(path, wait_until="load")
    if answer is None or answer.status != 200:
        raise SystemExit(f"{path} does not open: is the demo running, and is it of this code?")
    page.wait_for_timeout(300)
    weight = page.evaluate(WEIGHS)
    page.locator("h1").first.click()
    page.wait_for_timeout(300)
    return Seen(**page.evaluate("window.seen"), weight=weight)


def middle(loads: list[Seen]) -> Seen:
    """The middle of each figure."""
    return Seen(
        median(one.shown for one in loads),
        median(one.moved for one in loads),
        median(one.answered for one in loads),
        median(one.weight for one in loads),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
