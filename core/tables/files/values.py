"""A reader's value as the text and kind of a cell."""

from datetime import date, datetime, time, timedelta


def written(value: object) -> tuple[str, str]:
    """A reader's value as text and kind: shortest digits, ISO dates, hours beyond a day."""
    match value:
        case str():
            return (value, "text") if value.strip() else ("", "empty")
        case bool():
            return str(value).upper(), "boolean"
        case float():
            whole = value.is_integer() and abs(value) < 1e15
            return (str(int(value)) if whole else repr(value)), "number"
        case int():
            return str(value), "number"
        case datetime():
            midnight = value.time() == time()
            return (value.date() if midnight else value).isoformat(), (
                "date" if midnight else "datetime"
            )
        case date():
            return value.isoformat(), "date"
        case time():
            return value.isoformat(), "time"
        case timedelta():
            return _hours(value), "duration"
        case None:
            return "", "empty"
    return str(value), "text"


def _hours(value: timedelta) -> str:
    """A duration as hours:minutes:seconds, however many hours."""
    seconds, small = divmod(abs(value) // timedelta(microseconds=1), 1_000_000)
    sign = "-" if value < timedelta() else ""
    fraction = f".{small:06}" if small else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"
