"""Pages, their public copies, duties of the offer, and requests for copies."""

from .copies import CopyForm, CopyRequest, CopyRequestEntry
from .duties import (
    FEWEST_SHOWN,
    AccessGap,
    AccessStatement,
    AreaWord,
    AskedGroup,
    Asking,
    Consultation,
    LinkCheck,
    RequirementRecord,
    Topic,
    Verdict,
)
from .pages import PageState, PageTranslation, PageVersion, SectionPage, TextState
from .published import PublishedPage, PublishedTranslation

__all__ = [
    "FEWEST_SHOWN", "AccessGap", "AccessStatement", "AreaWord", "AskedGroup", "Asking", "Consultation", "CopyForm", "CopyRequest",
    "CopyRequestEntry", "LinkCheck", "PageState", "PageTranslation", "PageVersion", "PublishedPage",
    "PublishedTranslation", "RequirementRecord", "SectionPage", "TextState", "Topic", "Verdict",
]  # fmt: skip
