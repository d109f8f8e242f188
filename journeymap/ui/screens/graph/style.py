"""The one style block of the graph's page: what Streamlit's own options cannot say about its panel."""

import streamlit as st

_STYLE = """
[data-testid="stMainBlockContainer"] { padding-bottom: 1rem }
[class*="st-key-jm-map-"] :is(textarea, input) { unicode-bidi: plaintext }
[class*="st-key-jm-map-"] img { max-height: 1.25em; vertical-align: -.3em }
[class*="st-key-jm-face-"] img { max-height: 1.7em; margin: 0 }
[class*="st-key-jm-map-"] button[kind="tertiary"] { min-width: 2rem }
[class*="st-key-jm-map-"] [data-testid="InputInstructions"] { display: none }
[class*="st-key-jm-graph-"] button { text-align: start }
[class*="st-key-jm-graph-finding-"] p { line-height: 1.4 }
[class*="st-key-jm-graph-show-"] button { min-height: 1.5rem; padding-block: 0; color: light-dark(#2c55d0, #8fadff) }
[class*="st-key-jm-graph-picture"], .st-key-jm-graph-left { min-width: 0 }
.st-key-jm-graph-open { max-height: max(30rem, calc(100dvh - 12rem)); overflow-y: auto; scrollbar-gutter: stable;
  padding-inline: .15rem .25rem }
.st-key-jm-graph-rest { padding-inline: .15rem .25rem }
@media (min-width: 641px) and (max-width: 1200px) {
  .st-key-jm-graph-work > div:has(> :is(.st-key-jm-graph-open, .st-key-jm-graph-rest)),
  :is(.st-key-jm-graph-open, .st-key-jm-graph-rest) { width: 300px !important; flex-basis: 300px !important } }
@media (max-width: 640px) {
  .st-key-jm-graph-view [role="radiogroup"] { flex-wrap: nowrap; overflow-x: auto; max-width: 100% }
  .st-key-jm-graph-rest { width: 100% !important }
  [data-testid="stMainBlockContainer"]:has(.st-key-jm-graph-open) { padding-bottom: 52dvh }
  .st-key-jm-graph-open { position: fixed; inset: auto 0 0; z-index: 90; width: 100% !important; max-width: none;
    max-height: 52dvh; padding: .5rem 1rem 1rem; background: var(--jm-ground);
    border-top: 1px solid var(--jm-line); box-shadow: 0 -6px 16px -8px #0006 } }
:root:fullscreen .st-key-jm-graph-work { position: fixed; inset: 0; z-index: 999992; padding: 1rem; overflow: auto;
  background: var(--jm-ground) }
:root:fullscreen .st-key-jm-graph-undo:not(:empty) { position: fixed; z-index: 999993; inset: auto 1rem 1rem auto;
  width: min(30rem, calc(100vw - 2rem)); background: var(--jm-ground) }
:root:fullscreen .st-key-jm-graph-open { max-height: calc(100dvh - 2rem) }
"""


def draw_style() -> None:
    """The block itself, in the theme's light or dark."""
    ground, line = ("#14171f", "#2e3442") if st.context.theme.type == "dark" else ("#ffffff", "#e3e6ec")
    st.html(f"<style>:root {{ --jm-ground: {ground}; --jm-line: {line} }}\n{_STYLE}</style>")
