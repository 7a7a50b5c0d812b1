// Looks at pages and mails as their readers do: in Chromium, on phones and desks, in light and dark.
//   node check.js FOLDER OR FILE...    every .html in them
// Each page must be as wide as its window and no wider, and axe-core must find nothing in it.
"use strict";
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { basename, join } = require("node:path");

const WIDTHS = [320, 390, 1280];
// Blink's names for what a reader's system asks for.
const SCHEMES = { dark: 0, light: 1 };
// Chromium is given this long for all pages of one scheme.
const LIMIT_MS = 600_000;

const browser = process.env.CHROMIUM || "chromium";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const files = process.argv.slice(2).flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith(".html")).map((name) => join(path, name)) : [path]);
if (files.length === 0) throw new Error("no pages: name a folder or files");

// A page's policy allows no script, and the tool is one. `<` is escaped because all of it stands inside a script.
const pages = files.map((file) => ({
    name: basename(file),
    html: readFileSync(file, "utf8").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
}));
const literal = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

async function look(pages, axe, widths) {
    const found = [];
    const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    for (const { name, html } of pages) {
        const frame = document.createElement("iframe");
        frame.style.cssText = "border:0;height:900px;width:1280px";
        frame.srcdoc = html;
        const loaded = new Promise((done) => { frame.onload = done; });
        document.body.append(frame);
        await loaded;
        const page = frame.contentWindow;
        page.eval(axe);
        for (const width of widths) {
            frame.style.width = `${width}px`;
            const root = page.document.documentElement;
            const wide = Math.max(root.scrollWidth, page.document.body.scrollWidth);
            if (page.innerWidth !== width) found.push(`${name}: ${page.innerWidth} pixels instead of ${width}`);
            if (wide > width) found.push(`${name}, ${scheme}: ${wide} pixels wide in a window of ${width}`);
        }
        for (const width of [widths[0], widths.at(-1)]) {
            frame.style.width = `${width}px`;
            // A frame need not have what the page around it would.
            const result = await page.axe.run(page.document, { resultTypes: ["violations"] });
            for (const rule of result.violations) {
                const where = rule.nodes[0];
                const why = [...where.any, ...where.all, ...where.none].map((one) => one.message).join("; ");
                found.push(`${name}, ${scheme}, ${width}: ${rule.id} at ${rule.nodes.length}: ${where.target} ${why}`);
            }
        }
        frame.remove();
    }
    return { scheme, pages: pages.length, found };
}

const folder = mkdtempSync(join(tmpdir(), "cmad-pages-"));
let failed = 0;
try {
    for (const [scheme, value] of Object.entries(SCHEMES)) {
        const harness = join(folder, `${scheme}.html`);
        const run = `look(${literal(pages)}, ${literal(axe)}, ${JSON.stringify(WIDTHS)})`;
        writeFileSync(harness, `<!DOCTYPE html><meta charset="utf-8"><title>${scheme}</title><body><script>${look}
${run}.then((seen) => JSON.stringify(seen), (error) => JSON.stringify({ error: String(error) })).then((text) => {
    const result = document.createElement("pre");
    result.id = "result";
    result.textContent = encodeURIComponent(text);
    document.body.replaceChildren(result);
});</script>`);
        const dom = execFileSync(browser, [
            "--headless", "--no-sandbox", "--disable-gpu", `--blink-settings=preferredColorScheme=${value}`, "--window-size=1400,1000",
            `--user-data-dir=${join(folder, `profile-${scheme}`)}`, `--timeout=${LIMIT_MS}`, `--virtual-time-budget=${LIMIT_MS}`, "--dump-dom", `file://${harness}`,
        ], { encoding: "utf8", maxBuffer: 1 << 28, timeout: LIMIT_MS, stdio: ["ignore", "pipe", "ignore"] });
        const result = /<pre id="result">([^<]*)<\/pre>/.exec(dom);
        if (!result) throw new Error(`Chromium did not finish: ${dom.slice(-300)}`);
        const seen = JSON.parse(decodeURIComponent(result[1]));
        if (seen.error || seen.scheme !== scheme || seen.pages !== pages.length) throw new Error(JSON.stringify(seen));
        console.log(`${scheme}: ${seen.pages} pages at ${WIDTHS.join(", ")} pixels, ${seen.found.length} faults`);
        seen.found.forEach((line) => console.log(`  ${line}`));
        failed += seen.found.length;
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
