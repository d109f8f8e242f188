"""How a workshop runs: agendas, steps and their clock, permissions, votes and verdicts."""
