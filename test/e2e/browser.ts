import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * A headless Chromium: `$CHROME_PATH`, else one of the system, else the one that comes as a package on linux-x64.
 * @throws with the way out where there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const system = [process.env.CHROME_PATH, ...systemBrowsers].find((path) => path && existsSync(path));
  return chromium.launch({ executablePath: system ?? (await packagedBrowser()), headless: true, args: flags });
}

async function packagedBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install Chrome or Chromium, or name one in CHROME_PATH');
  }
  // TRICKY: outside the cloud it was made for, the package unpacks its shared libraries only when this variable says so.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
