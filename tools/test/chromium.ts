import { existsSync } from 'node:fs';

/** Where systems put Chromium; Debian's first. Nothing is ever downloaded. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The system's Chromium, or undefined. */
export function findChromium(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}

/** Works as root and in small containers, and keeps the browser from talking to anybody. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
