"""A bot on discord.py that uses what most bots use. Nothing but the address says that its Discord is simulated."""

import io
import logging
import os

import discord
import yarl
from discord import app_commands

# discord.py does not ask REST where the gateway is.
base = yarl.URL(os.environ["DISCORD_API_BASE"])
discord.http.Route.BASE = str(base / "api/v10")
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = base.with_scheme("ws")

COLOURS = ["red", "green", "blue"]

intents = discord.Intents.default()
intents.message_content = True


class Wave(discord.ui.View):
    def __init__(self):
        super().__init__(timeout=None)

    @discord.ui.button(label="Wave", custom_id="wave", style=discord.ButtonStyle.primary)
    async def wave(self, interaction: discord.Interaction, _button: discord.ui.Button):
        await interaction.response.edit_message(content="Waved.", view=None)


class Feedback(discord.ui.Modal, title="Feedback"):
    words = discord.ui.Label(
        text="Words", component=discord.ui.TextInput(custom_id="words", style=discord.TextStyle.paragraph)
    )

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content=f"Noted: {self.words.component.value}")
        await interaction.followup.send("One more thing.", ephemeral=True)


class Choice(discord.ui.Select):
    def __init__(self):
        super().__init__(
            custom_id="colour",
            placeholder="A colour",
            options=[discord.SelectOption(label=colour, value=colour) for colour in COLOURS],
        )

    async def callback(self, interaction: discord.Interaction):
        await interaction.response.defer()
        chosen = discord.ui.LayoutView()
        chosen.add_item(discord.ui.TextDisplay(f"Chosen: {self.values[0]}"))
        await interaction.edit_original_response(view=chosen)


class Card(discord.ui.LayoutView):
    def __init__(self):
        super().__init__(timeout=None)
        row = discord.ui.ActionRow(Choice())
        self.add_item(discord.ui.Container(discord.ui.TextDisplay("Pick a colour."), row))


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=intents)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self):
        self.add_view(Wave())
        await self.tree.sync()


bot = Bot()


@bot.tree.command(description="Greets someone")
async def greet(interaction: discord.Interaction, who: discord.Member):
    await interaction.response.send_message(f"Hello, {who.mention}!", view=Wave())


@bot.tree.command(description="Asks for feedback")
async def feedback(interaction: discord.Interaction):
    await interaction.response.send_modal(Feedback())


@bot.tree.command(description="Paints")
async def paint(interaction: discord.Interaction, colour: str):
    await interaction.response.send_message(f"Painted {colour}.", ephemeral=True)


@paint.autocomplete("colour")
async def colours(_interaction: discord.Interaction, typed: str):
    return [app_commands.Choice(name=colour, value=colour) for colour in COLOURS if colour.startswith(typed)]


@bot.event
async def on_message(message: discord.Message):
    if message.author.bot:
        return
    match message.content:
        case "ping":
            await message.reply("pong")
            await message.add_reaction("🏓")
        case "card":
            await message.channel.send(view=Card())
        case "file":
            await message.channel.send("A file.", file=discord.File(io.BytesIO(b"a,b\n"), "table.csv"))
        case "thread":
            thread = await message.create_thread(name="Talk")
            await thread.send("In here.")
        case "pin":
            await message.pin()
            pins = [pinned.content async for pinned in message.channel.pins()]
            await message.channel.send(f"Pinned: {', '.join(pins)}")
        case "dm":
            await message.author.send("Between us.")


bot.run(os.environ["DISCORD_TOKEN"], log_level=logging.WARNING)
