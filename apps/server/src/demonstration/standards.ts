import { hash } from 'node:crypto';
import { cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** Digest of a check pack that nobody has: the standards are invented. */
const packOf = (name: string): string => hash('sha256', name, 'hex');

const code = '示例-01';

/** Two alliances publish standards, one of them no longer; one company keeps to a standard, another gave it up. */
export const playStandards = async (stage: Stage): Promise<void> => {
  const { workday } = stage;
  const alliance = stage.actor('alliance', 'officer');
  const musicAlliance = stage.actor('musicAlliance', 'officer');
  const songfeng = stage.actor('songfeng', 'officer');
  const qingchuan = stage.actor('qingchuan', 'officer');

  const list = await stage.open('standard', {
    on: workday(-86),
    by: alliance,
    input: { capacity: 'alliance', mandate: '联盟的成员约定，由秘书处发布标准。' },
  });
  const publish = (on: ReturnType<typeof workday>, version: string, words: string, bound: string): Promise<void> =>
    stage.give(list, 'publish', {
      on,
      by: alliance,
      input: {
        code,
        version,
        called: '个性化推荐的关闭选项',
        from: on,
        pack: packOf(`${code} ${version}`),
        words,
        thresholds: [{ check: 'opt-out-honoured', bound }],
      },
    });
  await publish(
    workday(-85),
    '1.0',
    '从首页三步以内可以到达关闭选项；关闭以后当天生效。',
    '关闭当天以后的个性化展示为零',
  );
  const adoption = { body: cast.alliance.name, code, version: '1.0' };
  const adopted = await stage.open('standard-adoption', {
    on: workday(-62),
    by: songfeng,
    input: { ...adoption, words: '用在示例悦听的每日歌单和示例合唱。' },
  });
  const left = await stage.open('standard-adoption', {
    on: workday(-82),
    by: qingchuan,
    input: { ...adoption, words: '用在示例好物的首页推荐。' },
  });
  await stage.give(left, 'withdraw', {
    on: workday(-67),
    by: qingchuan,
    reason: '首页推荐暂不提供关闭，做不到这个标准。',
  });
  await publish(workday(-37), '1.1', '从首页两步以内可以到达关闭选项；关闭以后立即生效。', '关闭以后的个性化展示为零');
  await stage.give(adopted, 'move', { on: workday(-33), by: songfeng, input: { version: '1.1' } });

  const ended = await stage.open('standard', {
    on: workday(-88),
    by: musicAlliance,
    input: { capacity: 'alliance', mandate: '联盟的成员约定。' },
  });
  await stage.give(ended, 'end', {
    on: workday(-43),
    by: musicAlliance,
    reason: '两个联盟合并，标准统一由示例资讯算法自律联盟发布。',
  });
};
