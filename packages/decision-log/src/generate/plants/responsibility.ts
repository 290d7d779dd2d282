import { text } from '@suanjian/rulebook';
import { HOUR } from '../settings.ts';
import { CURATED, GENERATION, UNSCORED } from '../slate.ts';
import { CONTACTS, FEED, FIRST_SCREEN, dataKindsOf } from '../world/vocabulary.ts';
import { isFresh, putInto } from './change-slate.ts';
import { definePlant, SHARE } from './plant.ts';

/** Interventions, and what was declared against what is seen. */
export const responsibilityPlants = {
  'unowned-intervention': definePlant({
    title: text('人工干预无人负责', 'Interventions without an owner'),
    size: text('没有责任人和理由的干预的比例', 'share of the interventions without owner and reason'),
    ...SHARE,
    usual: 0.1,
    check: 'intervention-owned',
    families: ['intervention'],
    hooks: (size, _, stream) => ({
      rows: {
        intervention: (row) => {
          if (!stream.strikes(size, row.intervention)) return true;
          row.owner = undefined;
          row.reason = undefined;
          return true;
        },
      },
    }),
  }),
  'overdue-intervention': definePlant({
    title: text('人工干预超期', 'Interventions past their term'),
    size: text('首屏干预到期之后仍在使用的小时数', 'hours for which first-screen interventions go on after their term'),
    least: 0.1,
    most: 240,
    whole: false,
    usual: 3,
    check: 'intervention-term',
    families: ['exposure'],
    hooks: (size, { catalogue, moderation }, stream) => ({
      slate: (slate) => {
        const slot = slate.slot(0);
        if (slate.surface !== FIRST_SCREEN || slot.score === UNSCORED || catalogue.own[slot.item] === 1) return;
        const overdue = moderation.curations.find(({ ends }) => ends <= slate.time && slate.time < ends + size * HOUR);
        if (overdue === undefined || !stream.strikes(0.1, slate.request)) return;
        if (!isFresh(slate, catalogue, overdue.item)) return;
        putInto(slot, overdue.item);
        slot.reason = CURATED;
        slot.score = UNSCORED;
        slot.intervention = overdue.id;
        slot.automated = false;
      },
    }),
  }),
  'false-automation': definePlant({
    title: text('声明全自动而有人工参与', 'Declared automatic, decided by people'),
    size: text(
      '声明为全自动的信息流算法的展示中有人工参与的比例',
      'share of the exposures of the feed, declared automatic, in which people took part',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'declared-automation',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        if (slate.surface !== FEED) return;
        for (const [place, slot] of [...slate.used()].entries())
          if (stream.strikes(size, slate.request, place)) slot.automated = false;
      },
    }),
  }),
  'undeclared-technique': definePlant({
    title: text('使用未声明的技术', 'A technique that was not declared'),
    size: text(
      '信息流请求中使用了未声明技术的比例',
      'share of the feed requests made with a technique that was not declared',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'declared-techniques',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        if (slate.surface === FEED && slate.personalised && stream.strikes(size, slate.request))
          slate.technique = GENERATION;
      },
    }),
  }),
  'undeclared-data': definePlant({
    title: text('使用未声明的个人信息', 'Personal data that were not declared'),
    size: text(
      '个性化请求中使用了未声明（但已同意）的通讯录的比例',
      'share of the personalised requests that use contacts, to which people consented and which were not declared',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'declared-data',
    families: ['exposure'],
    hooks: (size, _, stream) => ({
      slate: (slate) => {
        if (slate.personalised && stream.strikes(size, slate.request))
          slate.dataKinds = dataKindsOf(slate.data | CONTACTS);
      },
    }),
  }),
} as const;
