"""What the words on the command line say of a survey: which question, which scale, which waves."""

from argparse import ArgumentParser

from core.people import FLOOR, LIKERT


def survey_words() -> ArgumentParser:
    """What a survey leaves open, answered."""
    words = ArgumentParser(add_help=False)
    words.add_argument("--score", default="", metavar="COLUMN", help="the question that is scored")
    words.add_argument("--scale", default="", help="0-10, 1-10 or 1-5")
    words.add_argument(
        "--waves",
        default="",
        metavar="COLUMN|one|week|month|quarter|year",
        help="what tells waves apart",
    )
    words.add_argument(
        "--likert",
        default="",
        choices=("", *LIKERT),
        help="what “kurang setuju” means, or of how many steps answers in words are",
    )
    words.add_argument("--min-group", type=int, default=FLOOR, help="fewest answers of a group")
    return words


def enps_words() -> ArgumentParser:
    """Which wave of a survey, for which groups."""
    words = ArgumentParser(add_help=False, parents=[survey_words()])
    words.add_argument("--by", action="append", default=[], metavar="COLUMN")
    words.add_argument("--wave", default="", help="this wave instead of the newest")
    return words
