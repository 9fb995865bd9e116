"""What leaves, what is said between family and school, and what was said elsewhere."""

from .letter import Channel, Enclosure, Letter, LetterOpened, Posting, Professional, SentLetter, State
from .log import Communication, SharedWith, Way
from .messages import Message, MessageThread
from .notice import Notice

__all__ = [
    "Channel",
    "Communication",
    "Enclosure",
    "Letter",
    "LetterOpened",
    "Message",
    "MessageThread",
    "Notice",
    "Posting",
    "Professional",
    "SentLetter",
    "SharedWith",
    "State",
    "Way",
]
