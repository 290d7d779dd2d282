import { ceilingOfBytes } from '@suanjian/decision-log';
import { expect, test } from 'vitest';
import { ceilingOf } from './unpacking.ts';

const asked = (written?: string) => ceilingOf({ environment: written === undefined ? {} : { MOST_UNPACKED: written } });

test('MOST_UNPACKED is read in GiB; without it the usual ceiling stays', async () => {
  expect(await asked()).toEqual({});
  expect(await asked('')).toEqual({});
  expect(await asked('200')).toEqual({ ceiling: ceilingOfBytes(200 * 2 ** 30) });
  expect(await asked('0.5')).toEqual({ ceiling: ceilingOfBytes(2 ** 29) });
});

test.each(['0', '-1', 'much', '1e3', '9999999999', '64 GiB'])('MOST_UNPACKED is not %j', async (written) => {
  await expect(asked(written)).rejects.toThrow('MOST_UNPACKED');
});
