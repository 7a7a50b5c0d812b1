// Takes the pictures of the sample's page: the story as a GIF, and those of the README. make.sh starts it.
import { writeFileSync } from "node:fs";
import gifenc from "gifenc";
import pngjs from "pngjs";
import puppeteer from "puppeteer-core";

const [, , executablePath, root] = process.argv;
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
const open = async (width, deviceScaleFactor) => {
    await page.setViewport({ width, height: 900, deviceScaleFactor });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.goto(`file://${root}/docs/sample/cmad-2027-quick.html`);
};

// One frame for each picture of the story, each shown for three seconds.
await open(1120, 1.4);
await page.addStyleTag({ content: ".story > ol > li { background: var(--back); padding: 16px; } .story .when { display: none; }" });
const pictures = await page.$$(".story > ol > li");
const height = Math.max(...(await Promise.all(pictures.map(async (one) => (await one.boundingBox()).height))));
await page.addStyleTag({ content: `.story > ol > li { height: ${Math.ceil(height)}px; }` });
const gif = gifenc.GIFEncoder();
for (const picture of pictures) {
    const { width, height, data } = pngjs.PNG.sync.read(Buffer.from(await picture.screenshot()));
    const palette = gifenc.quantize(data, 128);
    gif.writeFrame(gifenc.applyPalette(data, palette), width, height, { palette, delay: 3000 });
}
gif.finish();
writeFileSync(`${root}/docs/sample/story.gif`, gif.bytes());

// The day's post, and the form with its receipt, as they stand in the whole.
await open(1000, 1.5);
await page.evaluate(() => document.querySelectorAll("details.chapter").forEach((day) => (day.open = true)));
const found = await page.evaluateHandle(() => document.querySelector("#day").closest(".columns").querySelector("article.message"));
await found.asElement().screenshot({ path: `${root}/docs/images/day.png` });
const form = await page.evaluateHandle(() => document.querySelector(".chapter .dialog").closest("article"));
await form.asElement().screenshot({ path: `${root}/docs/images/form.png` });

// A digest of many people as a page.
await page.setViewport({ width: 1280, height: 960, deviceScaleFactor: 1 });
await page.goto(`file://${root}/target/digest-samples/many.en.html`);
await page.screenshot({ path: `${root}/docs/images/digest.png` });
await browser.close();
