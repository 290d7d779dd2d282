import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const locate = createRequire(import.meta.url).resolve;

/** The one family that papers are set in; it lies in the installation, so that every machine makes the same file. */
export const fontFamily = 'Noto Sans SC';

/** Regular and bold. */
export const fontFiles = (): readonly [Buffer, Buffer] => [
  readFileSync(locate('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
  readFileSync(locate('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
];
