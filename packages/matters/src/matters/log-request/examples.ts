import type { FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';

export const exampleRequest: FormValues = {
  basis: 'final/28.2',
  by: 'period',
  families: ['quote'],
  from: '2026-03-01',
  to: '2026-03-10',
  purpose: '核实同一商品对不同用户报价不同的投诉。',
  keepUntil: '2026-12-31',
};

export const exampleHash = 'c'.repeat(64);

export const exampleHandover: FormValues = {
  fileHash: exampleHash,
  rows: 1200,
  leaf: 8,
  checkpoint: 'logs.example.cn/yunling\n9\nAAAA\n\n— logs.example.cn/yunling BBBB\n',
  from: '2026-03-01',
  to: '2026-03-10',
  recipient: '某某，省网信办',
  way: 'medium',
  access: '保密柜三号，口令当面告知。',
};

/** What `suanjian log holds --matter … --json` prints, as far as it is read. */
export const exampleStatement = (
  matter: MatterId,
  hold: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string =>
  JSON.stringify({
    format: 'suanjian-holds/1',
    checkpoint: exampleHandover['checkpoint'],
    key: 'logs.example.cn/yunling+00000000+AAAA',
    holds: [
      {
        state: 'in-force',
        hold: {
          id: 'h-1',
          scope: { from: '2026-03-01', to: '2026-03-10', families: ['quote', 'exposure'] },
          actor: '王',
          basis: 'final/28.2',
          matter,
          opened: 1_774_000_000_000,
          ...hold,
        },
        leaf: {
          format: 'suanjian-log/1',
          kind: 'hold',
          hold: 'h-1',
          commitment: 'a'.repeat(64),
          time: 1_774_000_000_000,
        },
        leafIndex: 7,
        leafPath: ['b'.repeat(64)],
        ...more,
      },
    ],
  });
