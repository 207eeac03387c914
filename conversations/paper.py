"""A sheet on paper: one page as PDF, in every script that we speak."""

from datetime import datetime
from importlib import resources
from typing import TYPE_CHECKING

from conversations.screen import File
from conversations.sheet import Sheet
from locales import language

if TYPE_CHECKING:
    from fpdf import FPDF

FONT = resources.files("conversations").joinpath("fonts/DejaVuSans.ttf")
FAMILY = "DejaVu"
TITLE, HEADING, WORDS, SMALL = 18, 13, 10.5, 9
"""Sizes in points."""
BLACK, GREY = 0, 90
UNSEEN = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
"""Marks around a name that goes the other way; the font has no shape for them, only a box."""


def paper(sheet: Sheet, name: str, at: datetime) -> File:
    """The sheet as a PDF file of this name, made at that instant (aware UTC)."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_creation_date(at)
    pdf.set_lang(sheet.language)
    pdf.set_title(sheet.title)
    pdf.set_margin(18)
    with resources.as_file(FONT) as font:
        pdf.add_font(FAMILY, "", font)
    right_to_left = language(sheet.language).direction == "rtl"
    pdf.set_font(FAMILY, size=WORDS)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl" if right_to_left else "ltr")
    pdf.add_page()
    page = _Page(pdf, "R" if right_to_left else "L")
    page.write(sheet.title, TITLE)
    for line in (*sheet.warnings, *sheet.notes):
        page.write(line, WORDS, GREY)
    for part in sheet.parts:
        pdf.ln(3)
        page.write(part.heading, HEADING)
        for line in part.notes:
            page.write(line, WORDS)
        for fact in part.facts:
            page.write(fact.label, SMALL, GREY)
            page.write(fact.text, WORDS)
    pdf.ln(4)
    for line in sheet.ends:
        page.write(line, SMALL, GREY)
    return File(name=name, media_type="application/pdf", content=bytes(pdf.output()))


class _Page:
    """Writes lines one below the other, from the side where the language begins."""

    def __init__(self, pdf: "FPDF", side: str) -> None:
        self._pdf = pdf
        self._side = side

    def write(self, text: str, size: float, shade: int = BLACK) -> None:
        self._pdf.set_font(FAMILY, size=size)
        self._pdf.set_text_color(shade)
        self._pdf.multi_cell(
            0, size * 0.53, text.translate(UNSEEN), align=self._side, new_x="LMARGIN", new_y="NEXT"
        )
