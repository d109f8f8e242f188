"""The command `journeymap`: its help, and what it does with what goes wrong."""

from cyclopts import App, Parameter

from journeymap import __version__
from journeymap.cli import backups, maps, owner_command, run_command, sync_command
from journeymap.cli.terminal import refusals_told

HELP = """\
Map together what customers live through, design how it should be, and take the work away.

Start with `journeymap run` and open the address it prints.
Every command takes its settings from JOURNEYMAP_… variables; docs/settings.md lists them.
"""


OWNER_HELP = "Your own link, your key, and another key: for whoever runs Journeymap."


def command_line() -> App:
    """The command with its help, which lists the formats that are registered now."""
    app = App(
        name="journeymap",
        help=HELP,
        help_format="markdown",
        version=__version__,
        version_flags=["--version"],
        default_parameter=Parameter(show_default=False),
    )
    more = {"export": maps.formats_told()}
    for place, (name, command) in enumerate(
        {"run": run_command.run, **maps.COMMANDS, **sync_command.COMMANDS, **backups.COMMANDS}.items()
    ):
        app.command(command, name=name, sort_key=place, help_epilogue=more.get(name))
    app.command(owners := App(name="owner", help=OWNER_HELP, help_format="markdown", sort_key=99))
    for name, command in owner_command.COMMANDS.items():
        owners.command(command, name=name)
    return app


def main(words: list[str] | None = None) -> None:
    """Run the command these words ask for; the exit code is 0 when done, 1 when refused, 2 when not understood."""
    with refusals_told():
        command_line()(words)
