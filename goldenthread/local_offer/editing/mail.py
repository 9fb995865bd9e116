"""Mails of this room: that there is something new, and never what. Only a reference or a code stands in one.

Nothing that anybody typed stands in one, not even a name: whoever typed it chose the address too.

They go the road of account mail: queued in the transaction of the change, sealed until sent, then forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from goldenthread.people.post import queue_account_mail

from ..models import Offer
from ..wording import day_words


def site_of(offer: Offer | None) -> str:
    """Where people sign in, for a mail that no request causes; "" when no address is known."""
    return f"https://{offer.hosts[0]}/" if offer is not None and offer.hosts else ""


def tell_there_is_something(addresses: Iterable[str], site: str) -> None:
    """One mail to each address that something about their entries waits for them."""
    words = _(
        "There is something new about your entries in the SEND Local Offer.\n\n"
        "Sign in to read it: %(site)s\n\n"
        "This e-mail says nothing more, because e-mail is read by others too. Nobody can answer it.\n"
    ) % {"site": site or _("the address that you always use")}
    for address in addresses:
        queue_account_mail(address, _("Your entries in the SEND Local Offer"), words)


def tell_people_changed(addresses: Iterable[str], site: str) -> None:
    """To every owner: a role was given, offered or ended. Whoever did it gets the mail too."""
    words = _(
        "Who may change your entries in the SEND Local Offer was changed, or somebody was invited.\n\n"
        "Sign in to see who it is: %(site)s\n\n"
        "If you did not expect this, ring or write to the Local Offer at once. Nobody can answer this e-mail.\n"
    ) % {"site": site or _("the address that you always use")}
    for address in addresses:
        queue_account_mail(address, _("Who may change your entries in the SEND Local Offer"), words)


def tell_body_of_account(addresses: Iterable[str]) -> None:
    """To a school whose entry somebody was given: its own addresses, which are not the claim's."""
    words = _(
        "Somebody was given an account to change the entry of your school in the SEND Local Offer.\n\n"
        "They said that they do it for you. They see no child and nothing of your school's own records.\n"
        "If nobody of yours asked for this, ring or write to the Local Offer at once. Nobody can answer this e-mail.\n"
    )
    for address in addresses:
        queue_account_mail(address, _("Your school's entry in the SEND Local Offer"), words)


def send_invitation(address: str, role: str, place: str, link: str, code: str, until: date) -> None:
    """What somebody is asked to do where, and the code to answer with. The same whether they have an account or not."""
    words = _(
        "Hello,\n\n"
        "somebody at %(place)s invites you to work on its entries in the SEND Local Offer, as “%(role)s”.\n\n"
        "To say yes or no, open this page by %(day)s:\n\n%(link)s\n\nand type this code:\n\n    %(code)s\n\n"
        "Until you say yes, nothing is changed for you. If you do not want it, you can also do nothing.\n"
    ) % {"place": place, "role": role, "day": day_words(until), "link": link, "code": code}
    queue_account_mail(address, _("An invitation to the SEND Local Offer"), words)


def send_claim_link(address: str, link: str, code: str, until: date) -> None:
    """The code that proves that a claim's address is read by whoever claims. It is typed: addresses stand in logs."""
    words = _(
        "Hello,\n\n"
        "somebody, we hope you, said that an entry in the SEND Local Offer is theirs and gave this address.\n\n"
        "If it was you, open this page by %(day)s:\n\n%(link)s\n\nand type this code:\n\n    %(code)s\n\n"
        "Then a Local Offer officer checks who you are, and you get an account.\n"
        "If it was not you, do nothing. Nothing will be changed.\n"
    ) % {"day": day_words(until), "link": link, "code": code}
    queue_account_mail(address, _("Your entry in the SEND Local Offer"), words)


def tell_claim_refused(address: str, reference: str) -> None:
    words = _(
        "Hello,\n\n"
        "you told us that an entry in the SEND Local Offer is yours (%(reference)s). We could not confirm it, so we have"
        " not opened an account. If you think that is wrong, ring or write to the Local Offer and say that reference.\n"
    ) % {"reference": reference}
    queue_account_mail(address, _("Your entry in the SEND Local Offer"), words)


def tell_who_reported(address: str, reference: str, *, mended: bool) -> None:
    """The answer to somebody who told of a mistake. It names no page: which help a family looks at is their own matter."""
    came = _("We looked, and put it right.") if mended else _("We looked, and found nothing that has to be changed.")
    words = _(
        "You told us that something was wrong on a page of the SEND Local Offer (%(reference)s).\n\n"
        "%(came)s\n\n"
        "Thank you for telling us. We have now deleted your e-mail address. Nobody can answer this e-mail.\n"
    ) % {"reference": reference, "came": came}
    queue_account_mail(address, _("What you told us about the SEND Local Offer"), words)
