import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const discountLines = defineCheck({
  id: 'discount-lines',
  version: 1,
  status: 'live',
  title: text('优惠明细相符', 'Discount lines add up'),
  question: text(
    '原价加上各行优惠和费用，是否正好等于应付价？这些明细是否给人看了？',
    'Do the list price and its lines add up to the price to pay, and were the lines shown?',
  ),
  advice: text(
    '补全缺少的明细，或更正价格；结算页要把每一行都展示出来。',
    'Complete the lines or correct the price, and show every line at checkout.',
  ),
  clauses: clausesOf('discount-lines'),
  families: ['quote'],
  needs: [],
  method: 'invariant',
  relation: `SELECT request, item, day, list_price + arraySum(line_amounts) = price AND (empty(line_kinds) OR ifNull(lines_shown, false)) AS adds_up FROM {{quote}} AS quotes`,
  parts: { row: "concat(request, ' ', item)", must: 'adds_up' },
  parameters: [],
  methodParameters: {},
  day: 'day',
  examples,
});
