// A headless Chromium that reads files from disk.
import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// One below /snap does not see files below /tmp.
function findBrowser() {
  const unpacked = fileURLToPath(new URL("../build/browser/chromium", import.meta.url));
  for (const name of ["chromium", "google-chrome", unpacked]) {
    const found = spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" });
    if (found.status === 0 && !found.stdout.startsWith("/snap/")) return found.stdout.trim();
  }
  throw new Error("no Chromium; make test installs one");
}

// To be closed.
export const launch = () => chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// Opens the page in FILE, at the place #HASH; gives it with everything that it asked for and
// complained about.
export async function open(browser, file, options, hash = "") {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(dialog.message()); dialog.dismiss(); });
  await page.goto(pathToFileURL(file).href + hash);
  return { page, asked, complaints, close: () => context.close() };
}
