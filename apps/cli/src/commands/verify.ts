import { z } from 'zod';
import { text, type Text } from '@suanjian/rulebook';
import { askFor } from '../client/ask.ts';
import { withClient } from '../client/with-client.ts';
import { CliFault } from '../fault.ts';
import { say, sayJson, type Terminal } from '../terminal.ts';

export interface VerifyFlags {
  readonly json: boolean;
  readonly dataDir?: string;
}

const verificationSchema = z.object({
  matters: z.number().int(),
  events: z.number().int(),
  faults: z.array(
    z.object({
      matter: z.string(),
      position: z.number().int(),
      fault: z.enum(['gap', 'previous', 'hash', 'head', 'empty']),
    }),
  ),
});

const faultText: Readonly<Record<'gap' | 'previous' | 'hash' | 'head' | 'empty', Text>> = {
  gap: text('缺少一步', 'a step is missing'),
  previous: text('与前一步接不上', 'does not follow the step before it'),
  hash: text('内容被改动', 'the content was altered'),
  head: text('与事项的现状不一致', 'does not agree with where the matter stands'),
  empty: text('没有任何记录', 'there is no record at all'),
};

/** Exits with 1 when a stream does not verify. */
export const verifyAllMatters = async (terminal: Terminal, { json, dataDir }: VerifyFlags): Promise<void> => {
  const found = await withClient(terminal, { dataDir }, (client) =>
    askFor(client, verificationSchema, { method: 'GET', path: '/api/administration/verify', headers: client.operator }),
  );
  const { matters, events, faults } = found;
  if (json) sayJson(terminal, found);
  else
    say(
      terminal,
      text(`校验了 ${matters} 个事项、${events} 步。`, `Verified ${matters} matters with ${events} steps.`),
    );
  if (faults.length > 0)
    throw new CliFault(text(`有 ${faults.length} 处不符：`, `${faults.length} faults:`), {
      details: faults.map(({ matter, position, fault }) =>
        text(
          `${matter} 第 ${position} 步：${faultText[fault].zh}`,
          `${matter}, step ${position}: ${faultText[fault].en}`,
        ),
      ),
    });
  if (!json) say(terminal, text('全部相符。', 'All of it agrees.'));
};
