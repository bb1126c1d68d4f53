"""What follows the verb `impact` on the command line, and what it asks."""

from argparse import ArgumentParser, Namespace

from core.enablement.impact.model import Asked
from core.enablement.impact.span import FEWEST_AFTER
from core.errors import Refusal
from core.language import text


def impact_words() -> ArgumentParser:
    """Which date, which groups, what to hold them against."""
    words = ArgumentParser(add_help=False)
    words.add_argument("files", nargs="+", metavar="FILE")
    words.add_argument("--metric", required=True, metavar="ID")
    words.add_argument("--on", required=True, metavar="DATE")
    words.add_argument("--treated", default="", metavar="A,B", help="the groups it was for")
    words.add_argument("--comparison", default="", metavar="C,D", help="the groups it was not for")
    words.add_argument("--control", metavar="ID", help="an indicator it cannot have moved")
    words.add_argument("--after", type=int, metavar="N", help="periods after to look at")
    return words


def asked(given: Namespace, control: str | None) -> Asked:
    """The question that the words put. Raises Refusal."""
    if given.after is not None and given.after < FEWEST_AFTER:
        raise Refusal(
            text("{n} periods after are too few to judge by.", n=given.after),
            text("Ask for {least} or more with --after.", least=FEWEST_AFTER),
        )
    return Asked(_parts(given.treated), _parts(given.comparison), control, given.after)


def _parts(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in said.split(",") if name.strip()))
