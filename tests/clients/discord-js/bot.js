// A bot on discord.js that uses what most bots use. Nothing but the address says that its Discord is simulated.

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const COLOURS = ['red', 'green', 'blue'];

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessages,
    GatewayIntentBits.MessageContent,
  ],
  partials: [Partials.Channel],
  rest: { api: `${process.env.DISCORD_API_BASE}/api` },
});

const commands = [
  new SlashCommandBuilder()
    .setName('greet')
    .setDescription('Greets someone')
    .addUserOption((option) => option.setName('who').setDescription('Whom').setRequired(true)),
  new SlashCommandBuilder().setName('feedback').setDescription('Asks for feedback'),
  new SlashCommandBuilder()
    .setName('paint')
    .setDescription('Paints')
    .addStringOption((option) =>
      option.setName('colour').setDescription('In which colour').setRequired(true).setAutocomplete(true),
    ),
];

const wave = new ActionRowBuilder().addComponents(
  new ButtonBuilder().setCustomId('wave').setLabel('Wave').setStyle(ButtonStyle.Primary),
);

const feedback = new ModalBuilder()
  .setCustomId('feedback')
  .setTitle('Feedback')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Words')
      .setTextInputComponent(new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Paragraph)),
  );

const card = new ContainerBuilder()
  .addTextDisplayComponents(new TextDisplayBuilder().setContent('Pick a colour.'))
  .addActionRowComponents((row) =>
    row.addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('colour')
        .setPlaceholder('A colour')
        .addOptions(COLOURS.map((colour) => ({ label: colour, value: colour }))),
    ),
  );

client.once(Events.ClientReady, () => client.application.commands.set(commands));

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const fitting = COLOURS.filter((colour) => colour.startsWith(typed));
    await interaction.respond(fitting.map((colour) => ({ name: colour, value: colour })));
  } else if (interaction.isButton()) {
    await interaction.update({ content: 'Waved.', components: [] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    const chosen = new TextDisplayBuilder().setContent(`Chosen: ${interaction.values[0]}`);
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [chosen] });
  } else if (interaction.isModalSubmit()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`Noted: ${interaction.fields.getTextInputValue('words')}`);
    await interaction.followUp({ content: 'One more thing.', flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    await command(interaction);
  }
});

async function command(interaction) {
  switch (interaction.commandName) {
    case 'greet': {
      const who = interaction.options.getMember('who');
      const response = await interaction.reply({ content: `Hello, ${who}!`, components: [wave], withResponse: true });
      if (!response.resource.message.content.includes(who.id)) throw new Error('the response is another message');
      break;
    }
    case 'feedback':
      await interaction.showModal(feedback);
      break;
    case 'paint': {
      const colour = interaction.options.getString('colour');
      await interaction.reply({ content: `Painted ${colour}.`, flags: MessageFlags.Ephemeral });
      break;
    }
  }
}

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  switch (message.content) {
    case 'ping':
      await message.reply('pong');
      await message.react('🏓');
      break;
    case 'card':
      await message.channel.send({ flags: MessageFlags.IsComponentsV2, components: [card] });
      break;
    case 'file':
      await message.channel.send({ content: 'A file.', files: [{ attachment: Buffer.from('a,b\n'), name: 'table.csv' }] });
      break;
    case 'thread': {
      const thread = await message.startThread({ name: 'Talk' });
      await thread.send('In here.');
      break;
    }
    case 'pin': {
      await message.pin();
      const pins = await message.channel.messages.fetchPins();
      await message.channel.send(`Pinned: ${pins.items.map((pin) => pin.message.content).join(', ')}`);
      break;
    }
    case 'dm':
      await message.author.send('Between us.');
      break;
  }
});

await client.login(process.env.DISCORD_TOKEN);
