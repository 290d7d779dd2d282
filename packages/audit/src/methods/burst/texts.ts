import { text, type Text } from '@suanjian/rulebook';
import { inWords } from '../common/time.ts';

export const title = text('突然的涌入', 'Sudden bursts');

export const question = text(
  '有没有哪个对象在很短的时间内突然涌入大量行为，远远超出平时？',
  'Does anything receive far more in a short time than it usually does?',
);

export const statistics = text(
  '把时间切成长度为 window 的时段，数出每个对象在每个时段的次数，与基准的期望比较。基准 others：该对象在其他时段的次数，按其他对象在各时段的活跃程度分配（平台整体的高峰、昼夜与星期因此不算突增）；seasonal：按其他周同一星期、同一时刻的水平；own：该对象其他时段的平均。计算期望时不用该时段自身的次数。次数的波动大于泊松分布，离散程度由全部时段（包括零次）估计，其中最极端的若干时段换成偶然所能达到的程度（突增因此既不掩盖自己，也不互相掩盖），期望本身由多少次数得出、因而有多不确定，也算在内，按负二项分布求尾概率；因为看遍了全部对象和时段，再乘以其数目（Bonferroni）。估计值是最极端时段的实际次数与期望之比，区间同样按看遍全部取。给出 account 时，平均每个账号不足 perAccount 次的突增来自许多不同的账号（如真实事件），只列出，不作判断。一个时段少于 atLeast 次、或对象在其他时段不足 history 次的，不作判断；后者没有平时可比，另行计数。',
  'Time is cut into windows and what each object receives in each is compared with an expectation. "others": what the object receives in other windows, spread as other objects are busy in each window, so that rushes of the whole platform, nights and weekends are no bursts; "seasonal": as on the same weekday and hour of other weeks; "own": the mean of the object\'s other windows. A window\'s own count is never part of its expectation. Counts vary more than Poisson\'s: their dispersion is estimated from all windows, empty ones too, the most extreme ones being replaced by what chance would make of them, so that bursts hide neither themselves nor each other, and the tail is that of the negative binomial, widened by how uncertain an expectation from few events is; because every object and window is looked at, it is multiplied by their number (Bonferroni). The estimate is the most extreme window\'s count over its expectation, and the interval allows for looking everywhere too. With "account", a burst in which accounts act fewer than "perAccount" times each on average comes from many different ones (a real event, say): it is listed and not judged. Windows with fewer than "atLeast", and objects with fewer than "history" elsewhere, are not judged; the latter have no usual level to compare with and are counted.',
);

export const partTexts = {
  object: text('接收行为的对象：内容、话题、渠道。', 'What receives it: an item, a topic, a channel.'),
  time: text('发生的时刻。', 'When it happens.'),
  account: text(
    '行为的账号，用来区分许多人与少数账号。',
    'The account that acts, to tell many people from few accounts.',
  ),
};

export const oneObject = text(
  '只有一个对象，没有其他对象可作基准；请用 baseline: seasonal 或 own。',
  'There is only one object and no other to compare with; use "baseline: seasonal" or "own".',
);

export const oneWindow = text(
  '全部数据都在一个时段之内，没有平时可比。',
  'All data lie within one window, so there is no usual level to compare with.',
);

export const tooFew = (events: number, atLeast: number): Text =>
  text(
    `总共只有 ${events} 次，少于一个时段可判断的次数（${atLeast}）。`,
    `There are only ${events} in all, fewer than one window needs to be judged (${atLeast}).`,
  );

export const nothingToJudge = (atLeast: number, window: number): Text =>
  text(
    `没有一个对象在任何时段（${inWords(window).zh}）达到 ${atLeast} 次并高于平时。`,
    `No object received ${atLeast} or more, and more than usual, in any window of ${inWords(window).en}.`,
  );

export const onlyBroad = (count: number): Text =>
  text(
    `${count} 个突增来自许多不同的账号，只列出，不作判断。`,
    `${count === 1 ? 'One burst comes' : `${count} bursts come`} from many different accounts and ${count === 1 ? 'is' : 'are'} listed, not judged.`,
  );

export const withoutHistory = (count: number): Text =>
  text(
    `${count} 个时段的对象在其他时段几乎没有出现过，没有平时可比，未作判断。`,
    `${count === 1 ? 'One window belongs' : `${count} windows belong`} to objects hardly seen elsewhere; without a usual level ${count === 1 ? 'it was' : 'they were'} not judged.`,
  );

export const noSeason = text(
  '时间跨度不足两个周期（周或日），seasonal 基准退化为对象自身的平均。',
  "The data cover less than two cycles (weeks or days), so the seasonal expectation is the mean of the object's other windows.",
);
