"""What the compare screen shows, worked out without Streamlit: figures, rows, changes in words, what is still open."""
