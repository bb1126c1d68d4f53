"""How records become files: columns with headers in two languages, cells written in a style."""

from core.worlds.exports.files import csv_file, workbook
from core.worlds.exports.model import Column, ExportFile, Form, Sheet, Style, usual_style

__all__ = [
    "Column",
    "ExportFile",
    "Form",
    "Sheet",
    "Style",
    "csv_file",
    "usual_style",
    "workbook",
]
