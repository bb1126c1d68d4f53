"""What argparse says of a line that it cannot take apart, in sentences of two languages."""

import re
from collections.abc import Callable

from core.language import Text, counted, text

_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<said>.*)", re.DOTALL)


def fault(message: str) -> Text:
    """The sentence for a message of argparse; one that is not known stays as it is."""
    found = _ARGUMENT.fullmatch(message)
    if found:
        return text("{name}: {said}", name=found["name"], said=fault(found["said"]))
    for pattern, told in _FAULTS:
        match = pattern.fullmatch(message)
        if match:
            return told(match)
    return Text("{said}", (("said", message),))


def _bare(words: str) -> str:
    """Words as a person writes them, without Python's quotes."""
    return re.sub(r"'([^']*)'", r"\1", words)


_FAULTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Text]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), told)
    for pattern, told in (
        (r"expected one argument", lambda _: text("one value must follow")),
        (r"expected at (?:least|most) one argument", lambda _: text("a value must follow")),
        (
            r"expected (\d+) arguments?",
            lambda one: counted("{n} value must follow", "{n} values must follow", int(one[1])),
        ),
        (
            r"invalid choice: (.*?) \(choose from (.*)\)",
            lambda one: text(
                "“{said}” is none of: {known}", said=_bare(one[1]), known=_bare(one[2])
            ),
        ),
        (
            r"invalid int value: (.*)",
            lambda one: text("“{said}” is no whole number", said=_bare(one[1])),
        ),
        (
            r"invalid \S+ value: (.*)",
            lambda one: text("“{said}” cannot stand there", said=_bare(one[1])),
        ),
        (
            r"ignored explicit argument (.*)",
            lambda one: text("no value may follow, but there is “{said}”", said=_bare(one[1])),
        ),
        (r"unrecognized arguments: (.*)", lambda one: text("not known: {said}", said=one[1])),
        (
            r"the following arguments are required: (.*)",
            lambda one: text("missing: {said}", said=one[1]),
        ),
        (
            r"ambiguous option: (.*?) could match (.*)",
            lambda one: text("“{said}” may mean {known}", said=one[1], known=one[2]),
        ),
        (
            r"not allowed with argument (.*)",
            lambda one: text("cannot stand beside {said}", said=one[1]),
        ),
    )
)
