"""Which step of the scale stands for a valence: the same for the server's faces and the browser's."""

STEPS: dict[float, int] = {
    -2.0: -2,
    -1.6: -2,
    -1.5: -2,
    -1.4: -1,
    -0.6: -1,
    -0.5: -1,
    -0.4: 0,
    -0.1: 0,
    0.0: 0,
    0.4: 0,
    0.5: 1,
    0.6: 1,
    1.4: 1,
    1.5: 2,
    2.0: 2,
}
"""Halfway between two steps it is the one farther from neutral, on both sides alike."""
