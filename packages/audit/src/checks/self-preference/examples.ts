import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

/** So many requests, each by a person of its own; `ownAt` says whether the provider's own item stands at a place. */
const requests = (
  count: number,
  own_candidates: number | undefined,
  ownAt: (request: number, position: number) => boolean,
) =>
  many(count * 3, (index) => {
    const [request, position] = [Math.floor(index / 3), (index % 3) + 1];
    return {
      user: `u${request}`,
      request: `r${request}`,
      algorithm: 'home-feed',
      position,
      item: `i${index}`,
      candidates: 100,
      own_candidates,
      own: ownAt(request, position),
    };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('份额与候选相当', 'the share is that of the candidates'),
    records: { exposure: requests(2000, 10, (request, position) => (request * 3 + position) % 10 === 0) },
    verdict: 'pass',
  },
  {
    title: text(
      '自家内容占前三名的三成，候选里只有一成',
      'own items hold three tenths of the top and one tenth of the candidates',
    ),
    records: { exposure: requests(2000, 10, (request, position) => (request * 3 + position) % 10 < 3) },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail' }],
  },
  {
    title: text('自家内容多，候选也多', 'many own items among many own candidates'),
    records: { exposure: requests(2000, 30, (request, position) => (request * 3 + position) % 10 < 3) },
    verdict: 'pass',
  },
  {
    title: text('自家内容靠后，不是优待', 'own items behind are no preference'),
    records: { exposure: requests(2000, 30, () => false) },
    verdict: 'pass',
  },
  {
    title: text('编辑放上去的位置不计', 'places that an editor filled are not counted'),
    records: {
      exposure: requests(2000, 10, (request, position) => (request * 3 + position) % 10 === 0).map((slot) =>
        slot['position'] === 1 ? { ...slot, own: true, intervention: 'x-1' } : slot,
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: requests(5, 10, (request) => request === 0) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录候选中的自家内容', 'own candidates are not on record'),
    records: { exposure: requests(5, undefined, () => true) },
    verdict: 'not-applicable',
  },
];
