import { describe, expect, it } from 'vitest';
import { standingOf } from '../../engine/clocks.ts';
import type { Actor } from '../../engine/party.ts';
import {
  complaint,
  provider,
  office,
  asMatter,
  person,
  house,
  answer,
  ruling,
  file,
} from '../../testing/complaint-house.ts';
import { exampleComplaint } from './examples.ts';

describe('merging', () => {
  it('tells everybody what comes of it, and leaves everybody their own page', async () => {
    const { told, begun, give, state, refused, clocks, seen } = house();
    const [lead, first, second] = [await begun(), await begun(), await begun()];
    await give(first, 'merge', { lead }, provider);
    await give(second, 'merge', { lead }, office);
    expect(state(lead)).toMatchObject({ merged: [first, second] });
    expect(clocks(first).map(({ end }) => end?.how)).toEqual(['lifted']);
    expect(await refused(give(lead, 'merge', { lead: first }, provider))).toEqual(['complaint/leads-others']);
    expect(await refused(give(lead, 'answer', answer, provider))).toEqual(['complaint/say-it-to-all']);
    await give(lead, 'answer', { ...answer, shared: '新客价已经停用。' }, provider);
    for (const id of [first, second]) {
      expect(state(id)).toMatchObject({ status: 'merged', news: { entries: [{ words: '新客价已经停用。' }] } });
      expect(seen(id, 'applicant')).not.toContain(lead);
    }
    await give(first, 'not-content', {}, person(first));
    expect(state(first).status).toBe('escalated');
    expect(state(lead)).toMatchObject({ merged: [second] });
    await give(lead, 'not-content', {}, person(lead), 'REASON-OF-ANOTHER');
    expect(JSON.stringify(told.events(second))).not.toContain('REASON-OF-ANOTHER');
    await give(lead, 'decide', { ...ruling, shared: '责令退还差价。' }, office, '理由');
    expect(state(second)).toMatchObject({ news: { entries: [{}, {}, { words: '责令退还差价。' }] } });
  });

  it('sets the others free when the lead is withdrawn, and gains the company no time', async () => {
    const { begun, give, state, clocks, on } = house();
    const [lead, other] = [await begun(), await begun()];
    await give(other, 'merge', { lead }, provider);
    on('2026-03-06');
    await give(lead, 'withdraw', {}, person(lead));
    expect(state(other)).toMatchObject({ status: 'with-provider', lead: undefined });
    expect(clocks(other).map(({ receipt }) => receipt.due)).toEqual(['2026-03-09', '2026-03-09']);
    await give(lead, 'reopen', {}, person(lead), '还没有解决');
    expect(state(lead)).toMatchObject({ status: 'with-provider', merged: [] });
  });

  it('can be taken back', async () => {
    const { begun, give, state } = house();
    const [lead, other] = [await begun(), await begun()];
    await give(other, 'merge', { lead }, provider);
    await give(other, 'unmerge', {}, office);
    expect(state(other).status).toBe('with-provider');
    expect(state(lead)).toMatchObject({ merged: [] });
  });

  it('is refused with itself, with nothing, with what is over, and across what the company does not know', async () => {
    const { begun, give, refused } = house();
    const [id, over, secret] = [await begun(), await begun(), await begun({ ...exampleComplaint, to: 'office' })];
    await give(over, 'answer', answer, provider);
    const merge = (lead: string, actor: Actor = office) => refused(give(id, 'merge', { lead }, actor));
    expect(await merge(id)).toEqual(['complaint/into-itself']);
    expect(await merge('00000000-0000-4000-8000-999999999999')).toEqual(['complaint/no-such-lead']);
    expect(await merge(over)).toEqual(['complaint/lead-is-over']);
    expect(await merge(secret)).toEqual(['complaint/one-in-confidence']);
    expect(await merge('nonsense')).toEqual(['form/pick']);
  });

  it('does not hide that the company was late', async () => {
    const { begun, give, clocks, on } = house();
    const [lead, late] = [await begun(), await begun()];
    on('2026-03-10');
    await give(late, 'merge', { lead }, provider);
    expect(clocks(late).map((run) => standingOf(run, '2026-03-10' as never))).toEqual(['missed']);
  });
});

describe('what a case rests on', () => {
  it('is neither withdrawn nor erased while the case is open; the wish is noted', async () => {
    const { begun, give, refused, state, seen } = house();
    const id = await begun();
    expect(await refused(give(id, 'step-back', {}, person(id)))).toEqual(['redress/no-case-rests']);
    await give(id, 'rest-on', {}, asMatter('violation-case', 'case-1'));
    expect(await refused(give(id, 'withdraw', {}, person(id)))).toEqual(['redress/case-rests']);
    expect(await refused(give(id, 'erase-me', {}, person(id)))).toEqual(['redress/case-rests']);
    await give(id, 'step-back', {}, person(id));
    expect(state(id)).toMatchObject({ status: 'with-provider', steppedBack: '2026-03-02', restsOn: ['case-1'] });
    expect(seen(id, 'provider')).not.toMatch(/case-1|steppedBack/);
    await give(id, 'let-go', {}, asMatter('violation-case', 'case-1'));
    await give(id, 'erase-me', {}, person(id));
    expect(JSON.stringify(state(id))).not.toContain('reader@example.org');
    expect(await refused(give(id, 'erase-me', {}, person(id)))).toEqual(['redress/already-erased']);
    expect(await refused(give(id, 'add-evidence', { evidence: [file(0)] }, person(id)))).toEqual([
      'redress/already-erased',
    ]);
  });

  it('gives up the key of the person when they are erased', async () => {
    const { begun, state, events, give } = house();
    const id = await begun();
    await give(id, 'erase-me', {}, person(id));
    const last = events(id).at(-1);
    if (last === undefined) throw new Error('nothing happened');
    const consequences = complaint.consequences?.(last.event, state(id), last.meta, {
      matter: id,
      settings: {} as never,
    });
    expect(consequences?.erase).toEqual(['person']);
  });
});
