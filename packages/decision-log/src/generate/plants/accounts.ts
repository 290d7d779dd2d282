import { text } from '@suanjian/rulebook';
import { HOUR, MINUTE } from '../settings.ts';
import { regions } from '../world/vocabulary.ts';
import { definePlant } from './plant.ts';

/** Accounts made, shared and sold. */
export const accountPlants = {
  'registration-burst': definePlant({
    title: text('批量注册', 'A burst of registrations'),
    size: text(
      '十分钟内注册的账号数（设备各不相同）',
      'accounts registered within ten minutes, each with a device of its own',
    ),
    least: 2,
    most: 10_000_000,
    whole: true,
    usual: 500,
    check: 'registration-bursts',
    families: ['account'],
    hooks: (size, { pseudonyms, settings }, stream) => ({
      day: (day, dayStart, emit) => {
        if (day !== Math.floor(settings.days / 2)) return;
        for (let number = 0; number < size; number++)
          emit('account', {
            time: dayStart + 14 * HOUR + stream.below(10 * MINUTE, number),
            provider: settings.provider,
            user: pseudonyms.of('planted', 600_000_000 + number),
            event: 'registered',
            device: pseudonyms.of('planted', 700_000_000 + number),
            holder: pseudonyms.of('planted', 800_000_000 + number),
            region: regions[stream.below(regions.length, number, 1)]?.code,
            channel: 'app',
            audience: 'adult',
          });
      },
    }),
  }),
  'device-farm': definePlant({
    title: text('一机多号', 'Many accounts on one device'),
    size: text(
      '注册在同一设备上的账号数（分散在整个日志期间）',
      'accounts registered on one device, spread over the whole log',
    ),
    least: 5,
    most: 10_000_000,
    whole: true,
    usual: 100,
    check: 'device-reuse',
    families: ['account'],
    hooks: (size, { pseudonyms, settings }, stream) => ({
      day: (day, dayStart, emit) => {
        const from = Math.floor((size * day) / settings.days);
        const until = Math.floor((size * (day + 1)) / settings.days);
        for (let number = from; number < until; number++)
          emit('account', {
            time: dayStart + 8 * HOUR + stream.below(12 * HOUR, number),
            provider: settings.provider,
            user: pseudonyms.of('planted', 900_000_000 + number),
            event: 'registered',
            device: pseudonyms.of('planted', -1),
            holder: pseudonyms.of('planted', 1_000_000_000 + number),
            region: regions[0]?.code,
            channel: 'app',
            audience: 'adult',
          });
      },
    }),
  }),
  'account-handover': definePlant({
    title: text('账号易主', 'Accounts that change hands'),
    size: text(
      '在日志期间换了持有人、设备与地区的账号数',
      'accounts that get another holder, device and region while the log runs',
    ),
    least: 1,
    most: 10_000_000,
    whole: true,
    usual: 100,
    check: 'account-handover',
    families: ['account'],
    hooks: (size, { people, pseudonyms, settings }, stream) => {
      const old: number[] = [];
      for (let index = 0; index < people.count && old.length < size; index++)
        if ((people.registered[index] ?? 0) < 0) old.push(index);
      return {
        day: (day, dayStart, emit) => {
          for (const [number, index] of old.entries()) {
            if (stream.below(settings.days, number) !== day) continue;
            emit('account', {
              time: dayStart + 9 * HOUR + stream.below(12 * HOUR, number, 1),
              provider: settings.provider,
              user: pseudonyms.of('user', index),
              event: 'device-bound',
              device: pseudonyms.of('planted', 1_100_000_000 + number),
              holder: pseudonyms.of('planted', 1_200_000_000 + number),
              region: regions[((people.region[index] ?? 0) + 1) % regions.length]?.code,
            });
          }
        },
      };
    },
  }),
} as const;
