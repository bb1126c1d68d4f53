"""While a large file is read, a bar says how far it is; a small file shows none."""

import pytest

from tests.journeys.browser import settle
from tests.journeys.test_first_answer import LOCALES, drop
from tests.journeys.workbooks import decimal_comma_csv

WATCH = """() => {
    window.bars = [];
    new MutationObserver(() => {
        for (const one of document.querySelectorAll("[data-testid='stProgress']"))
            window.bars.push([one.innerText, Number(
                one.querySelector("[role='progressbar']").getAttribute('aria-valuenow'))]);
    }).observe(document.body, {subtree: true, childList: true, attributes: true,
                               characterData: true});
}"""
COLUMN = {"en": "Understanding column", "id": "Memahami kolom"}


def many_orders(rows: int = 200_000, amounts: int = 20) -> bytes:
    """So wide that many columns are still to be understood when the bar begins."""
    names = ",".join(f"Amount {at}" for at in range(1, amounts + 1))
    line = "O{i:07d},2025-{m:02d}-{d:02d},Pelanggan {c}" + ",{v}" * amounts + "\n"
    body = "".join(
        line.format(i=i, m=1 + i % 12, d=1 + i % 28, c=i % 900, v=i * 37 % 999) for i in range(rows)
    )
    return (f"Order ID,Order Date,Customer,{names}\n" + body).encode()


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_a_bar_grows_while_a_large_file_is_read_and_is_gone_after(open_page, language, locale):
    page = open_page("/", locale)
    page.evaluate(WATCH)
    drop(page, "orders.csv", many_orders())
    page.wait_for_url("**/data*", timeout=60_000)
    settle(page)
    seen = page.evaluate("window.bars")
    shares = [share for _, share in seen]
    assert len(set(shares)) >= 3 and shares == sorted(shares)
    assert any(COLUMN[language] in words and "orders.csv" in words for words, _ in seen)
    assert page.locator("[data-testid='stProgress']").count() == 0


def test_a_small_file_shows_no_bar(open_page):
    page = open_page("/")
    page.evaluate(WATCH)
    drop(page, "rekap.csv", decimal_comma_csv())
    page.wait_for_url("**/data*")
    assert page.evaluate("window.bars") == []
