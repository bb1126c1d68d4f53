"""Names of invented people and firms."""

import numpy as np
import pandas as pd

_FIRST = (
    "Andi Siti Budi Dewi Rizky Maya Agus Putri Hendra Lina Fajar Ratna Yusuf Intan Bayu Citra "
    "Dimas Eka Galih Hana Indra Joko Kartika Lukman Mira Nanda Oki Prita Reza Sari"
).split()
_LAST = (
    "Wijaya Rahma Santoso Lestari Pratama Kusuma Halim Nugroho Siregar Utami Hidayat Gunawan "
    "Saputra Maharani Setiawan Wulandari Tanjung Simatupang Hartono Permata"
).split()
_FIRMS = (
    "Sinar Maju Cahaya Mitra Karya Sumber Bintang Tirta Surya Prima Anugerah Bumi Citra Delta "
    "Eka Fortuna Graha Harapan Indo Jaya Kencana Lestari Mega Nusa Omega Panca Rajawali Samudra "
    "Tunas Utama"
).split()
_KINDS = (
    "Abadi Makmur Sentosa Sejahtera Mandiri Logistik Pangan Medika Tekstil Teknik Farma Niaga "
    "Plastik Elektrik Furnitur Kimia Otomotif Retail Bangunan Kreasi"
).split()
_FORMS = ("PT", "CV", "UD")
_CITIES = (
    "", "Medan", "Bogor", "Bekasi", "Malang", "Solo", "Cirebon", "Padang", "Manado", "Denpasar",
    "Batam", "Depok",
)  # fmt: skip


def persons(count: int) -> np.ndarray:
    """So many names of people, always the same ones; the first 600 differ."""
    at = np.arange(count)
    first, last = at * 7 % len(_FIRST), (at * 7 + at // len(_FIRST)) % len(_LAST)
    return np.array([f"{_FIRST[i]} {_LAST[j]}" for i, j in zip(first, last, strict=True)], object)


def firms(numbers: np.ndarray) -> np.ndarray:
    """The name of the firm of each number from 0; 21,600 differ, later ones carry a number."""
    words = len(_FIRMS) * len(_KINDS)
    return np.array([_firm(int(n) // words, int(n) * 7 % words) for n in numbers], object)


def addresses(contacts: "pd.Series[str]", accounts: "pd.Series[str]") -> "pd.Series[str]":
    """The e-mail address of each person at each firm."""
    firm = accounts.str.replace(" ", "").str.lower()
    return contacts.str.split(" ").str[0].str.lower() + "@" + firm + ".example"


def _firm(turn: int, named: int) -> str:
    first, kind = _FIRMS[named // len(_KINDS)], _KINDS[named % len(_KINDS)]
    city = _CITIES[turn // len(_FORMS) % len(_CITIES)]
    again = turn // (len(_FORMS) * len(_CITIES))
    words = (_FORMS[turn % len(_FORMS)], first, kind, city, str(again + 1) if again else "")
    return " ".join(word for word in words if word)
