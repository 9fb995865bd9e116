"""The one error this library raises on purpose: a question it will not answer, with a sentence saying why."""


class Refused(ValueError):
    """A question that cannot be answered as asked; `str()` of it is a sentence fit to show to a person."""
