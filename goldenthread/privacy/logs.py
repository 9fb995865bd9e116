"""Application logs hold no personal text: only our own fixed words, references and counts (bar A12)."""

from __future__ import annotations

import logging
import re

_PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+"  # e-mail
    r"|\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b"  # UPN
    r"|\b\d{3} ?\d{3} ?\d{4}\b"  # NHS number, ULN
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"  # postcode
    r"|(?<==\()[^)]*(?=\))"  # PostgreSQL's "Key (name)=(value)"
    r"|(?<=row contains )\([^)]*\)"
)


class NoPersonalText(logging.Filter):
    """Takes out what looks personal, and the arguments and messages of errors, which may quote a row."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _PERSONAL.sub("[removed]", _message(record)), ()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = _trace_without_words(record.exc_info[1])
            record.exc_info = None
        return True


def _message(record: logging.LogRecord) -> str:
    """What Django says of a request names the address that was asked for, which anybody may type: a name, a line end.

    In its place stands the route of ours that it led to, if any, and the answer's reference.
    """
    request = getattr(record, "request", None)
    if request is None:
        return record.getMessage()
    match, reference = getattr(request, "resolver_match", None), getattr(request, "reference", "-")
    where = match.route if match else "no page of ours"
    return f"{getattr(record, 'status_code', '-')} {getattr(request, 'method', '')} {where} (reference {reference})"


def _trace_without_words(error: BaseException) -> str:
    """Where an error happened and of what kind, without its message."""
    lines, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join([*lines, type(error).__name__])
