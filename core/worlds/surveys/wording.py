"""How a survey is worded in two languages: questions, headers of groups, answers."""

from collections.abc import Mapping

SCORE: Mapping[str, str] = {
    "en": "How likely are you to recommend this company as a place to work?",
    "id": "Seberapa besar kemungkinan Anda merekomendasikan perusahaan ini sebagai tempat kerja?",
}
STATED = " (0-10)"
WHY: Mapping[str, str] = {
    "en": "What is the main reason for your score?",
    "id": "Apa alasan utama nilai Anda?",
}
SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "clarity": "I know what is expected of me",
        "manager": "My manager listens to me",
        "growth": "I can grow here",
        "workload": "My workload is reasonable",
        "tools": "I have the tools I need",
    },
    "id": {
        "clarity": "Saya tahu apa yang diharapkan dari saya",
        "manager": "Atasan saya mendengarkan saya",
        "growth": "Saya bisa berkembang di sini",
        "workload": "Beban kerja saya wajar",
        "tools": "Saya punya alat yang saya butuhkan",
    },
}
ALL: Mapping[str, str] = {"en": "How much do you agree?", "id": "Seberapa setuju Anda?"}
HEADERS: Mapping[str, Mapping[str, str]] = {
    "en": {"team": "Team", "manager_name": "Manager", "region": "Region", "tenure": "Tenure"},
    "id": {"team": "Tim", "manager_name": "Atasan", "region": "Wilayah", "tenure": "Masa kerja"},
}
AGREE: Mapping[str, tuple[str, ...]] = {
    "en": ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
    "id": ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju"),
}
ENDS: Mapping[str, tuple[str, str]] = {
    "en": ("Not at all likely", "Extremely likely"),
    "id": ("Sangat tidak mungkin", "Sangat mungkin"),
}
GROUPS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "id": {
        "Sales": "Penjualan",
        "Support": "Layanan",
        "Product": "Produk",
        "Finance": "Keuangan",
        "Field": "Lapangan",
        "Legal": "Hukum",
        "less than 1 year": "kurang dari 1 tahun",
        "1-3 years": "1-3 tahun",
        "4-6 years": "4-6 tahun",
        "more than 6 years": "lebih dari 6 tahun",
    },
}
