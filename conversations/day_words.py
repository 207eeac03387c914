"""Words for days that people type, and that no library knows: English, Arabic, Welsh."""

FROM_TODAY = {
    -14: ("pythefnos yn ol",),
    -7: ("wythnos yn ol",),
    -2: ("day before yesterday", "اول امس", "قبل امس", "echdoe"),
    2: ("day after tomorrow", "بعد غد", "بعد غدا", "drennydd"),
    7: ("ymhen wythnos",),
    14: ("ymhen pythefnos",),
}
"""Words that are a day by themselves, by how many days it is from today."""
LAST_WORDS = ("last", "الماضي", "الماضيه", "السابق", "diwethaf", "diwetha", "dwetha")
NEXT_WORDS = ("next", "coming", "القادم", "القادمه", "المقبل", "المقبله", "nesaf", "nesa")
SMALL_WORDS = ("on", "the", "this", "يوم")
SPELLINGS = {
    "ar": {"ثلاثة": "3", "اربعة": "4", "أربعة": "4", "خمسة": "5", "ستة": "6", "سبعة": "7"},
    "cy": {
        **dict.fromkeys(("ar", "y", "yr", "o", "dydd", "ddydd", "bore", "prynhawn", "nos"), ""),
        **{"doe": "ddoe", "neithiwr": "ddoe", "heno": "heddiw", "fory": "yfory"},
        **{"lun": "llun", "fawrth": "mawrth", "fercher": "mercher", "wener": "gwener"},
        "gwe": "gwener",
        **{"fai": "mai", "fehefin": "mehefin", "orffennaf": "gorffennaf", "fedi": "medi"},
        **{"dachwedd": "tachwedd", "ragfyr": "rhagfyr", "ddiwrnod": "diwrnod"},
        **{"dau": "2", "ddau": "2", "dwy": "2", "ddwy": "2", "tri": "3", "tair": "3"},
        **{"pedwar": "4", "pedair": "4", "pum": "5", "pump": "5", "chwe": "6", "chwech": "6"},
        **{"saith": "7", "wyth": "8", "naw": "9", "deg": "10"},
    },
}
"""By language: one spelling for several, and small words that say nothing. Welsh changes the first
letter of a word with the word before it (dydd Mawrth, nos Fawrth; Tachwedd, 3 o Dachwedd)."""
