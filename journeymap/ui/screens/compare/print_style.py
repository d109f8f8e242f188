"""The page of a comparison on paper: in landscape, without what one can only press, and dark on white."""

import streamlit as st

STYLE = """
@page { size: A4 landscape; margin: 10mm; }
@media print {
  [data-testid="stHeader"], .stApp :is(.stButton, .stPopover, .stSelectbox, .stMultiSelect) { display: none; }
  .stApp [class*="st-key-jm-compare-open-"] .stButton { display: block; }
  .stApp :is(.stCheckbox, .stButtonGroup) { display: none; }
  .stApp :is([data-testid="stPageLink"], [data-testid="stPagination"], [data-testid="stNumberInput"]) { display: none; }
  html, body { background: #fff !important; color-scheme: light; }
  .stApp, .stApp *:not(svg, svg *) { color: #1b2130 !important; background: transparent !important; }
  .stApp :is([data-testid="stMetric"], table tr) { break-inside: avoid; }
  .stApp [data-testid="stMainBlockContainer"] { padding: 0; }
}
"""


def draw_print_style() -> None:
    """Whoever prints this page gets all of it, on as many sheets as it takes."""
    st.html(f"<style>{STYLE}</style>")
