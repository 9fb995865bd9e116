"""What to look at and what to ask on a visit, in our own words. The same for every school."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LOOK_AT = (
    _("How loud is it in lessons, in the corridor and at lunch?"),
    _("Is there a quiet place, and may a child go there when they need to?"),
    _("Can your child get to every room, the toilet, the playground and the hall?"),
    _("What do the walls show: pictures, signs, a timetable a child can follow?"),
    _("How do grown-ups speak with children who find something hard?"),
    _("Who is with the children at play and at lunch?"),
    _("Do you see children like yours, and are they part of things?"),
)

QUESTIONS = (
    (
        _("About help"),
        (
            _("Who is the SENCO, on which days are they here, and how do we reach them?"),
            _("What would a usual day look like for our child?"),
            _("Which extra help do you give now to children with needs like these, and how much of it?"),
            _("Who gives it, and what have they learned for it?"),
            _("Which specialists come into school, and how often?"),
        ),
    ),
    (
        _("About learning and checking"),
        (
            _("How do teachers change lessons so that our child can take part?"),
            _("How will you know whether the help works, and when do you look?"),
            _("How often do we meet, and what do you write down?"),
        ),
    ),
    (
        _("About being happy and safe"),
        (
            _("Who will our child go to when something is wrong?"),
            _("What do you do about bullying of children with special needs?"),
            _("How do you help a child to make friends?"),
            _("What happens when a child is overwhelmed or angry? Who is called?"),
            _("How many children with special needs were sent home or suspended last year, and why?"),
        ),
    ),
    (
        _("About starting and moving on"),
        (
            _("How do you get to know a child before the first day?"),
            _("How do you help with moving to the next class and the next school?"),
            _("How does our child get here, and what help is there with travel?"),
            _("May our child come to clubs and trips, and what would you change so that they can?"),
        ),
    ),
    (
        _("With an EHC plan, or asking for one"),
        (
            _("How do you carry out what a plan's section F says, and how do you show it?"),
            _("If the plan named you, what would you need before our child could start?"),
        ),
    ),
)
