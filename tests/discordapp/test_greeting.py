"""What the bot says once it has connected."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import discord

from bot.discordapp.greeting import Server, invite_link, start_up_lines

APPLICATION = 4242


def lines(*servers: Server, message_content: bool = True, name: str = "Verbatim#0042") -> list[str]:
    return start_up_lines(
        name=name,
        application=APPLICATION,
        loaded="3 articles, 41 quotes, 1 figure",
        servers=servers,
        message_content=message_content,
        prefix="!",
    )


def test_it_says_who_what_and_where_and_how_to_invite_in_this_order() -> None:
    assert lines(Server("Harbour", 1204)) == [
        "Connected to Discord as Verbatim#0042.",
        "Loaded: 3 articles, 41 quotes, 1 figure.",
        "In 1 server: Harbour (1,204 members).",
        f"Invite the bot: {invite_link(APPLICATION)}",
    ]


def test_without_a_server_it_says_so() -> None:
    assert "In no server yet." in lines()


def test_the_largest_servers_are_named_and_the_others_counted() -> None:
    line = lines(*(Server(f"number {count}", count) for count in range(1, 24)))[2]
    assert line.startswith("In 23 servers: number 23 (23 members), number 22 (22 members), ")
    assert line.endswith("number 4 (4 members), and 3 more.")


def test_a_server_whose_size_is_unknown_is_named_alone() -> None:
    assert "In 2 servers: A (1 member), B." in lines(Server("B", None), Server("A", 1))


def test_a_name_with_line_ends_and_escape_sequences_stays_on_its_line() -> None:
    said = lines(Server("one\ntwo\x1b[2J", 3), name="Bot\r\nConnected")
    assert "In 1 server: one two␛[2J (3 members)." in said
    assert said[0] == "Connected to Discord as Bot Connected."


def test_a_missing_message_content_intent_is_said_with_what_works_and_what_to_do() -> None:
    (line,) = set(lines(message_content=False)) - set(lines())
    assert "commands that begin with ! are not heard" in line
    assert "Mentions, direct messages, slash commands and menus work" in line
    assert "Privileged Gateway Intents" in line


def test_the_invitation_asks_for_slash_commands_and_for_exactly_what_the_bot_needs() -> None:
    link = urlsplit(invite_link(APPLICATION))
    asked = {name: values[0] for name, values in parse_qs(link.query).items()}
    needed = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
    )
    assert f"{link.scheme}://{link.netloc}{link.path}" == "https://discord.com/oauth2/authorize"
    assert asked == {
        "client_id": str(APPLICATION),
        "scope": "bot applications.commands",
        "permissions": str(needed.value),
    }
