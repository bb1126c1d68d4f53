"""The columns of a survey that are questions, one each: 0-10, Likert words, free text."""

import re
from collections.abc import Sequence

from core.tables.mapping.profile import NUMBERS, TIMES, Profile
from core.tables.mapping.senses import written

RECOMMEND = re.compile(
    r"\b(e?nps|recommend\w*|me?rekomendasik\w*|rekomendasi\w*|likely to recommend"
    r"|as a place to work|tempat (be)?kerja|teman atau kolega)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\?|\[.+\]$|^q\d+\b|^\d+[.)]\s|(?:^|[ _])(question|pertanyaan)[ _]?\d+$|"
    r"^(seberapa|apakah|bagaimana|mengapa|apa|how|what|why|i|saya|do|"
    r"does|are|is|my|our|we|kami|on a scale|please|tuliskan|berikan|would|which|who|were)\b",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(csat|ces|satisf\w*|effort score|rating|score|skor|nilai|kepuasan|puas|penilaian)\b",
    re.IGNORECASE,
)  # says so of answers only beside a question
LONG_NAME = 5  # words from which a header is a sentence
MOSTLY = 0.6  # share of points on the scale
LONG_TEXT = 25  # mean letters from which answers are free text


def is_question(one: Profile) -> bool:
    """Whether a header asks or states something a person answers."""
    if one.type in TIMES:
        return False
    sentence = len(written(one.name)) >= LONG_NAME
    return bool(_ASKED.search(one.name) or RECOMMEND.search(one.name)) or sentence


def is_scored(one: Profile) -> bool:
    """Whether the cells are points of a scale or words of agreement."""
    if one.type in NUMBERS:
        low, high = one.range
        fits = low >= 0 and high <= 10
        return one.whole and (fits or (bool(RECOMMEND.search(one.name)) and _mostly_fits(one)))
    return max(one.like("scored"), one.share("agree")) >= 0.6 and len(one.words) > 1


def _mostly_fits(one: Profile) -> bool:
    """Whether nearly all points are from 0 to 10; the others are reported with the answers."""
    return bool(one.known.between(0, 10).mean() >= MOSTLY) if len(one.known) else False


def scored_questions(columns: Sequence[Profile]) -> list[int]:
    """The columns that ask for a score; the one on recommending first."""
    scored = [i for i, one in enumerate(columns) if is_scored(one)]
    found = [i for i in scored if is_question(columns[i]) or _likert(columns[i])]
    if found:
        found = [i for i in scored if i in found or _RATED.search(columns[i].name)]
    return sorted(found, key=lambda i: not RECOMMEND.search(columns[i].name))


def _likert(one: Profile) -> bool:
    return one.share("agree") >= 0.6 and len(one.words) > 1


def free_text(columns: Sequence[Profile]) -> list[int]:
    """The columns that ask for words."""
    return [
        i
        for i, one in enumerate(columns)
        if is_question(one) and not is_scored(one) and one.type == "text" and _is_prose(one)
    ]


def _is_prose(one: Profile) -> bool:
    return one.long >= LONG_TEXT or one.like("sentence") >= 0.6
