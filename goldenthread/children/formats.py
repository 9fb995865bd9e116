"""How people need to be written and spoken to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    """How a person needs things written or said."""

    LARGE_PRINT = "large_print", _("Large print")
    EASY_READ = "easy_read", _("Easy read")
    BRAILLE = "braille", _("Braille")
    AUDIO = "audio", _("Audio")
    PAPER = "paper", _("On paper, by post")
    BSL = "bsl", _("British Sign Language")
