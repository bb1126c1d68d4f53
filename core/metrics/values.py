"""One value of an indicator, and how it changed, in words."""

from core.language import Amount, Share, Text, text

_WHOLE = 100  # from here on decimals say nothing


def value_said(value: float, unit: str) -> Text:
    """The value in its unit: 63%, 66.5 days, 7,269,100,000."""
    if unit == "rate":
        return Text("{value}", (("value", Share(value, 1)),))
    whole = abs(value) >= _WHOLE or value == round(value)
    amount = Amount(value, 0 if whole else 1 if unit in ("days", "hours") else 2)
    if unit == "days":
        return text("{value} days", value=amount)
    if unit == "hours":
        return text("{value} hours", value=amount)
    return Text("{value}", (("value", amount),))


def change_said(now: float, then: float, unit: str) -> Text:
    """From then to now: a rate in percentage points, anything else as a share of what it was."""
    if unit == "rate":
        points = round(100 * (now - then), 1)
        words = text("{sign}{points} percentage points", sign=_sign(points), points=_size(points))
    elif then <= 0 or now < 0:
        words = text("was {value}", value=value_said(then, unit))
    else:
        percent = round(100 * (now / then - 1), 1)
        words = Text.joined("", [_sign(percent), Text("{n}%", (("n", _size(percent)),))])
    return words


def _size(change: float) -> Amount:
    return Amount(abs(change), 1)


def _sign(change: float) -> str:
    return "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else "±"
