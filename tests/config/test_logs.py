"""One entry is one line of JSON, whatever the text."""

import json
import logging
import sys

from config.logs import JsonFormatter


def entry(message, *args, exc_info=None):
    record = logging.LogRecord("timeline", logging.WARNING, __file__, 1, message, args, exc_info)
    return JsonFormatter().format(record)


def test_line_break_cannot_forge_a_second_entry():
    line = entry("user said %s", 'x\n{"level": "INFO"}\x1b[31m\u2028')
    assert line.isascii() and "\n" not in line and "\x1b" not in line
    assert json.loads(line)["message"].startswith("user said x\n")


def test_traceback_goes_along():
    try:
        raise ValueError("broken")
    except ValueError:
        line = entry("failed", exc_info=sys.exc_info())
    assert "ValueError: broken" in json.loads(line)["traceback"]
