"""Our own JavaScript, each component behind a Python function."""
