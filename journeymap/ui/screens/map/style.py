"""The one style block of the map: what Streamlit's own options cannot say about the board's page and its panel."""

import streamlit as st

_STYLE = """
[data-testid="stMainBlockContainer"] { padding-bottom: 1rem }
[class*="st-key-jm-map-"] :is(textarea, input) { unicode-bidi: plaintext }
[class*="st-key-jm-map-"] img { max-height: 1.25em; vertical-align: -.3em }
[class*="st-key-jm-map-"] button[kind="tertiary"] { min-width: 2rem }
[class*="st-key-jm-map-"] [data-testid="InputInstructions"] { display: none }
[class*="st-key-jm-map-open-"] button { text-align: start }
[class*="st-key-jm-face-"] img { max-height: 1.7em; margin: 0 }
[class*="st-key-jm-map-board"], [class*="st-key-jm-map-work"] > div:first-child { min-width: 0 }
.st-key-jm-map-panel { max-height: max(26rem, calc(100dvh - 11rem)); overflow-y: auto; scrollbar-gutter: stable;
  padding-inline: .15rem .25rem }
[class*="st-key-jm-map-tool-"] button p::after { font-variant-numeric: tabular-nums; opacity: .75 }
.st-key-jm-map-tool-channels button p::after { content: var(--board-channels, "") }
.st-key-jm-map-tool-paths button p::after { content: var(--board-paths, "") }
.st-key-jm-map-tool-open button p::after { content: var(--board-open, "") }
.st-key-jm-map-sheet { display: none }
@media (min-width: 641px) and (max-width: 1240px) { .st-key-jm-map-above > div:last-child { flex: 1 1 100% } }
@media (max-width: 640px) {
  :root { --board-below: 6.6rem }
  :root:is(:has(.st-key-jm-map-panel), .jm-panel-open) { --board-below: 48dvh; --board-least: 15rem }
  :root.jm-panel-open.jm-panel-folded { --board-below: 5.4rem }
  [data-testid="stLayoutWrapper"]:has(> .st-key-jm-map-above) { order: 1 }
  [data-testid="stMainBlockContainer"] { gap: .6rem }
  [data-testid="stMainBlockContainer"] > div > [data-testid="stVerticalBlock"] { gap: .6rem }
  :root:is(:has(.st-key-jm-map-panel), .jm-panel-open) .st-key-jm-map-above { display: none }
  .st-key-jm-map-above { gap: .5rem !important }
  .st-key-jm-map-above [data-testid="stHorizontalBlock"]:has(> div .stSelectbox) { flex-wrap: nowrap }
  .st-key-jm-map-above [data-testid="stLayoutWrapper"]:has(> div > .stElementContainer > .stSelectbox) {
    width: 6.75rem; flex: none }
  .st-key-jm-map-entry-add button [data-testid="stMarkdownContainer"] {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .st-key-jm-map-work > div:has(> .st-key-jm-map-panel) { position: absolute; width: 0 }
  .st-key-jm-map-sheet { display: block }
  .st-key-jm-map-sheet button { width: 100%; min-height: 1.9rem; padding: 0 }
  .st-key-jm-map-toolbar { flex-wrap: nowrap; overflow-x: auto; max-width: 100%; width: 100% }
  .st-key-jm-map-toolbar > div { flex: none }
  .st-key-jm-map-panel { position: fixed; inset: auto 0 0; z-index: 90; width: 100% !important; max-width: none;
    max-height: var(--board-below); padding: 0 1rem 1rem; gap: .4rem; background: var(--jm-ground);
    border-top: 1px solid var(--jm-line); box-shadow: 0 -6px 16px -8px #0006 } }
"""

_FOLDED = """
@media (max-width: 640px) {
  :root:has(.st-key-jm-map-panel) { --board-below: 5.4rem }
  .st-key-jm-map-panel { overflow: hidden } }
"""


def draw_style(*, folded: bool) -> None:
    """The block itself, in the theme's light or dark; `folded`: on a phone the panel is only its first line."""
    ground, line = ("#14171f", "#2e3442") if st.context.theme.type == "dark" else ("#ffffff", "#e3e6ec")
    style = _STYLE + (_FOLDED if folded else "")
    st.html(f"<style>:root {{ --jm-ground: {ground}; --jm-line: {line} }}\n{style}</style>")
