"""The answer on one page: opens in any browser, prints, needs nothing from outside."""

import html

from core.language import Amount, Language, Text, counted, text
from core.lead_lag import (
    LeadLag,
    Scan,
    in_words,
    rung_sign,
    spreadsheet_in_words,
    verdict_name,
)
from core.metrics import Panel

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #17232e; max-width: 52rem; margin: 2rem auto;
       padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; }
h2 { font-size: 1.05rem; margin: 1.4rem 0 .2rem; }
.rung { color: #0b5773; font-weight: 600; }
.small { color: #52606d; font-size: .85rem; }
p { margin: .2rem 0; }
@media print { body { margin: 0; } section { break-inside: avoid; } }
"""


def brief(panel: Panel, scan: Scan, language: Language) -> bytes:
    """A self-contained HTML page: each pair's sentence, evidence, n, period and uncertainty."""
    title = text("What moves before your results?").to(language)
    parts = [_said("h1", title), _said("p", _scope(panel, scan).to(language), "small")]
    for pair in scan.pairs:
        parts.append(_pair(pair, panel, language))
    parts.append(_said("p", _method(scan).to(language), "small"))
    head = f"<meta charset='utf-8'><title>{html.escape(title)}</title><style>{_STYLE}</style>"
    page = f"<!doctype html><html lang='{language}'><head>{head}</head><body>"
    return (page + "".join(parts) + "</body></html>").encode()


def _pair(pair: LeadLag, panel: Panel, language: Language) -> str:
    names = panel.names(language)
    heading = f"{names[pair.leading]} → {names[pair.lagging]}"
    rung = f"{rung_sign(pair.rung)} {verdict_name(pair.verdict).to(language)}"
    lines = [
        _said("h2", heading),
        _said("p", rung, "rung"),
        _said("p", in_words(pair).to(language)),
        _said("p", _evidence(pair).to(language), "small"),
        _said("p", spreadsheet_in_words(pair).to(language), "small"),
    ]
    return f"<section>{''.join(lines)}</section>"


def _scope(panel: Panel, scan: Scan) -> Text:
    first, last = panel.values.index[0], panel.values.index[-1]
    return Text.joined(
        " · ",
        [
            text("{first} to {last}", first=first, last=last),
            counted("{n} pair compared", "{n} pairs compared", len(scan.pairs)),
        ],
    )


def _evidence(pair: LeadLag) -> Text:
    return text(
        "p = {p}, q = {q}, n = {n}, delays tried: {first} to {last}",
        p=Amount(pair.p, 3),
        q=Amount(pair.q, 3),
        n=pair.n,
        first=pair.lags[0],
        last=pair.lags[1],
    )


def _method(scan: Scan) -> Text:
    return text(
        "p counts every delay tried, q every pair as well; both come from {n} random histories "
        "(seed {seed}). “Was followed by” says what came first, not why.",
        n=scan.options.surrogates,
        seed=scan.options.seed,
    )


def _said(tag: str, words: str, kind: str = "") -> str:
    mark = f" class='{kind}'" if kind else ""
    return f"<{tag}{mark}>{html.escape(words)}</{tag}>"
