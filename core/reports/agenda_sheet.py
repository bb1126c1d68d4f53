"""The agenda of one-on-ones on a page: to print, or as text to paste into an invitation."""

import html

from core.language import Language, Text, counted, text
from core.people.agenda import PROMISE, Agenda, Part

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #17232e; max-width: 46rem; margin: 2rem auto;
       padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; }
h2 { font-size: 1.05rem; margin: 1.3rem 0 .2rem; }
p, ul { margin: .2rem 0; }
.small { color: #52606d; font-size: .85rem; }
.known { border-left: 3px solid #0b5773; padding-left: .6rem; }
@media print { body { margin: 0; } section { break-inside: avoid; } }
"""


def agenda_text(agenda: Agenda, language: Language) -> str:
    """Title, promise and parts as plain lines."""
    lines = [_title(agenda).to(language), _length(agenda).to(language)]
    lines += ["", *(one.to(language) for one in PROMISE)]
    for part in agenda.parts:
        lines += ["", _heading(part).to(language)]
        lines += [f"  {one.to(language)}" for one in part.known]
        lines += [f"  - {one.to(language)}" for one in part.asks]
    return "\n".join(lines) + "\n"


def agenda_page(agenda: Agenda, language: Language) -> bytes:
    """A self-contained HTML page that prints; needs nothing from outside."""
    title = _title(agenda).to(language)
    parts = [_tag("h1", title), _tag("p", _length(agenda).to(language), "small")]
    parts += [_tag("p", one.to(language), "small") for one in PROMISE]
    parts += [_section(one, language) for one in agenda.parts]
    head = f"<meta charset='utf-8'><title>{html.escape(title)}</title><style>{_STYLE}</style>"
    page = f"<!doctype html><html lang='{language}'><head>{head}</head><body>"
    return (page + "".join(parts) + "</body></html>").encode()


def _title(agenda: Agenda) -> Text:
    if not agenda.team:
        return text("One-on-one: agenda")
    return text("One-on-one in the team {team}: agenda", team=agenda.team)


def _length(agenda: Agenda) -> Text:
    return text("{day} · about {minutes} minutes", day=agenda.on, minutes=agenda.minutes)


def _heading(part: Part) -> Text:
    return counted("{title} ({n} minute)", "{title} ({n} minutes)", part.minutes, title=part.title)


def _section(part: Part, language: Language) -> str:
    known = "".join(_tag("p", one.to(language), "known") for one in part.known)
    asks = "".join(_tag("li", one.to(language)) for one in part.asks)
    return f"<section>{_tag('h2', _heading(part).to(language))}{known}<ul>{asks}</ul></section>"


def _tag(tag: str, words: str, kind: str = "") -> str:
    mark = f" class='{kind}'" if kind else ""
    return f"<{tag}{mark}>{html.escape(words)}</{tag}>"
