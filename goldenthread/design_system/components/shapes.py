"""The drawn shapes: of states, of entries on the thread, of steps. All hidden from screen readers,
because the word beside each one says the same."""

from __future__ import annotations

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

# One shape per state, told apart by outline alone: disc, ring, triangle, diamond, square.
STATES: dict[str, SafeString] = {
    "met": SafeString(
        '<circle class="gt-state__ground" cx="8" cy="8" r="7"/>'
        '<path class="gt-state__mark" d="M4.7 8.2l2.4 2.4 4.3-4.8"/>'
    ),
    "due": SafeString('<circle cx="8" cy="8" r="6.5"/><path d="M8 4.5V8l2.4 1.6"/>'),
    "late": SafeString(
        '<path class="gt-state__ground" d="M8 1.5l7 12.5H1z"/><path class="gt-state__mark" d="M8 6v3.6M8 12v.2"/>'
    ),
    "excused": SafeString('<path d="M8 1.2L14.8 8 8 14.8 1.2 8z"/><path d="M5.6 8h4.8"/>'),
    "waiting": SafeString(
        '<rect x="1.5" y="1.5" width="13" height="13" rx="2.5"/><path d="M4.8 8v.1M8 8v.1M11.2 8v.1"/>'
    ),
}

# On the thread each kind of entry is a knot of its own.
ENTRIES: dict[str, SafeString] = {
    "note": SafeString('<circle cx="12.5" cy="12.5" r="6"/>'),
    "session": SafeString('<circle class="gt-thread__shape-core" cx="12.5" cy="12.5" r="6"/>'),
    "missed": SafeString('<circle cx="12.5" cy="12.5" r="7"/><path d="M9.7 15.3l5.6-5.6"/>'),
    "decision": SafeString(
        '<path d="M12.5 3.5l9 9-9 9-9-9z"/><circle class="gt-thread__shape-core" cx="12.5" cy="12.5" r="1"/>'
    ),
    "plan": SafeString(
        '<circle cx="12.5" cy="12.5" r="10"/><circle class="gt-thread__shape-core" cx="12.5" cy="12.5" r="3.5"/>'
    ),
    "review": SafeString(
        '<circle cx="12.5" cy="12.5" r="10"/><path class="gt-thread__shape-plain" d="M8.2 12.8l3 3 5.6-6.2"/>'
    ),
    "words": SafeString('<path d="M3 4.5h19v13.5h-10.5l-5 4.5v-4.5H3z"/>'),
    "letter": SafeString(
        '<rect x="2.5" y="5" width="20" height="15" rx="1.5"/>'
        '<path class="gt-thread__shape-plain" d="M3 6.5l9.5 7.5L22 6.5"/>'
    ),
    "worry": SafeString('<path d="M12.5 3.5l9.5 17H3z"/>'),
}

STEPS: dict[str, SafeString] = {
    "done": SafeString('<circle class="gt-steps__core" cx="10.5" cy="10.5" r="8"/>'),
    "now": SafeString(
        '<circle cx="10.5" cy="10.5" r="8.5"/><circle class="gt-steps__core" cx="10.5" cy="10.5" r="3.5"/>'
    ),
    "next": SafeString('<circle cx="10.5" cy="10.5" r="7.5"/>'),
}


@cache
def drawn(shape: SafeString, css_class: str, size: int) -> SafeString:
    """The shape as a small decorative drawing, `size` units wide and high."""
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>',
        css_class,
        size,
        size,
        shape,
    )
