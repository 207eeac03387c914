"""The command line of Hearthline: run it, show it, look after it."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from commands.stopping import Stopped, words_of_a_fault

app = typer.Typer(
    name="hearthline",
    help="The messaging assistant of a fostering service.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def run() -> None:
    """Run the bot with the settings in .env (webhook where HEARTHLINE_PUBLIC_URL is set)."""
    from commands.collecting import calm_the_collector

    calm_the_collector()
    from commands.running import run_service

    run_service()


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Where the page of phones is shown.")] = 8080,
    browser: Annotated[bool, typer.Option("--browser", help="Open the page as well.")] = False,
    lists: Annotated[
        Path | None,
        typer.Option(help="A folder of lists to show instead of the samples; their people in it."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Answer faster than Telegram allows; the page says so.")
    ] = False,
) -> None:
    """Show the phones in a browser; nothing leaves this machine and nobody is reading."""
    from commands.demo import show_demo

    show_demo(port=port, browser=browser, lists=lists, quick=quick)


@app.command()
def check(
    conversations: Annotated[
        bool, typer.Option("--conversations", help="List every conversation and its steps.")
    ] = False,
) -> None:
    """Say in plain words what is missing: settings, database, Telegram, cover."""
    from commands.checking import check_conversations, check_everything

    (check_conversations if conversations else check_everything)()


@app.command()
def migrate() -> None:
    """Bring the database up to the newest shape."""
    from commands.migrating import bring_up

    bring_up()


@app.command("import")
def import_people(
    files: Annotated[list[Path], typer.Argument(help="CSV files: people, households, …")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Take in people, households, placements and dates; says who gains sight of whom."""
    from commands.importing import take_in

    take_in(files, preview=preview)


@app.command()
def invite(
    person: Annotated[str, typer.Argument(help="The service's own reference, or a name.")] = "",
    group: Annotated[
        bool, typer.Option("--group", help="Connect the out-of-hours group instead.")
    ] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Write the QR code here as well (.png or .svg).")
    ] = None,
) -> None:
    """Make a link, a spoken code and a QR code for one person, or a code for the group."""
    from commands.inviting import invite_group, invite_person

    if group:
        invite_group()
    else:
        invite_person(person, picture=picture)


@app.command()
def clock(
    move: Annotated[
        str, typer.Argument(help='"+5m", "+6w", "next 09:00" or "reset"; nothing: only say it.')
    ] = "",
) -> None:
    """Say what time it is for the service; in a demo, move it."""
    from commands.moving_time import say_or_move

    say_or_move(move)


@app.command()
def forget(
    person: Annotated[str, typer.Argument(help="The service's own reference, or a name.")] = "",
    sure: Annotated[bool, typer.Option("--sure", help="Really: it cannot be undone.")] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Count what would go, and change nothing.")
    ] = False,
    early: Annotated[
        bool, typer.Option("--early", help="Before the policy's days: they asked for it.")
    ] = False,
    log: Annotated[bool, typer.Option("--log", help="Say who was forgotten, and when.")] = False,
    over: Annotated[
        bool, typer.Option("--over", help="List who has left and has passed the policy's days.")
    ] = False,
) -> None:
    """Make every word of one person unreadable for ever; the chronology still holds."""
    from commands.forgetting import forget_person, say_deletions, say_whose_days_are_over

    if log:
        say_deletions()
    elif over:
        say_whose_days_are_over()
    else:
        forget_person(person, sure=sure, preview=preview, early=early)


@app.command()
def hold(
    person: Annotated[str, typer.Argument(help="The service's own reference, or a name.")],
    why: Annotated[str, typer.Option(help="Why nothing may be forgotten; kept sealed.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="End the hold.")] = False,
) -> None:
    """Place a legal hold: nothing of this person can be forgotten until it is lifted."""
    from commands.forgetting import hold_person

    hold_person(person, why=why, lift=lift)


@app.command("export")
def export_person(
    person: Annotated[str, typer.Argument(help="The service's own reference, or a name.")],
    to: Annotated[
        Path | None, typer.Option(help="A folder that is not there yet; it is made.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Count what will be in it, and write nothing.")
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Mark the names of others instead of covering them.")
    ] = False,
) -> None:
    """Write out everything about one person, for themselves (subject access)."""
    from commands.exporting import export

    export(person, to=to, preview=preview, names=names)


@app.command()
def backup(
    to: Annotated[Path, typer.Argument(help="A file that is not there yet; it is made.")],
) -> None:
    """Copy the whole database while it runs, encrypted with HEARTHLINE_BACKUP_KEY."""
    from commands.backing_up import back_up

    back_up(to)


@app.command()
def restore(
    backup: Annotated[Path, typer.Argument(help="A file that `hearthline backup` made.")],
) -> None:
    """Put a backup where the database belongs; it starts on hold."""
    from commands.backing_up import restore_from

    restore_from(backup)


@app.command()
def pause() -> None:
    """Put the service on hold: nobody is paged, nothing is answered, until `release`."""
    from commands.pausing import begin_pause

    begin_pause()


@app.command()
def release(
    sure: Annotated[bool, typer.Option("--sure", help="Really: it is sent at once.")] = False,
) -> None:
    """Say what waits while the service is on hold; with --sure let it go."""
    from commands.pausing import release_what_waits

    release_what_waits(sure=sure)


@app.command("test-page")
def test_page() -> None:
    """Page whoever is paged first at this hour, as a test; no answer in time is an alarm."""
    from commands.paging import send_test

    send_test()


@app.command()
def verify() -> None:
    """Look whether anything in the chronology was changed or taken away."""
    from commands.verifying import verify_chronology

    verify_chronology()


ring = typer.Typer(help="Make a fresh key for HEARTHLINE_KEYS; or rotate the ring.")
app.add_typer(ring, name="keys")


@ring.callback(invoke_without_command=True)
def keys(context: typer.Context) -> None:
    """Make a fresh key for HEARTHLINE_KEYS; or rotate the ring."""
    if context.invoked_subcommand is None:
        from commands.keys import make_key

        make_key()


@ring.command()
def rotate(
    another: Annotated[
        bool, typer.Option("--new", help="Add a key although there are several already.")
    ] = False,
) -> None:
    """Wrap everything anew under a new key that stands first; the service must stand still."""
    from commands.keys import rotate as rotate_ring

    rotate_ring(another=another)


def main() -> None:
    """Run one command; what stops it is said in plain words, without a trace.

    A trace could hold words of people, or a secret.
    """
    try:
        app()
    except Stopped as stopped:
        say_why(stopped.lines)
    except Exception as fault:  # noqa: BLE001 - nothing may show a trace
        say_why(words_of_a_fault(fault))


def say_why(lines: tuple[str, ...]) -> NoReturn:
    """End with 1, the reason in plain words."""
    for line in lines:
        print(line, file=sys.stderr)
    raise SystemExit(1) from None


if __name__ == "__main__":
    main()
