import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { AnyMatterDefinition } from '@suanjian/matters';
import { text, type CivilDate, type Language, type Text } from '@suanjian/rulebook';
import type { OpenClock } from './open-clocks.ts';

export interface CalendarFacts {
  readonly clocks: readonly OpenClock[];
  readonly definitions: readonly AnyMatterDefinition[];
  readonly organisation: string;
  readonly language: Language;
  readonly today: CivilDate;
  readonly addressOf: (kind: string, id: string) => string;
}

const nameOf = (organisation: string): Text => text(`算鉴期限：${organisation}`, `Suanjian deadlines: ${organisation}`);

const headline = (
  { due_on: due, provisional, title, clause }: OpenClock,
  clock: Text,
  state: Text,
  today: CivilDate,
): Text => {
  const late = due < today;
  return text(
    `${late ? '【已逾期】' : ''}${provisional ? '【暂定】' : ''}${clock.zh}：${title}（${state.zh}，${clause}）`,
    `${late ? '[Overdue] ' : ''}${provisional ? '[Provisional] ' : ''}${clock.en}: ${title} (${state.en}, ${clause})`,
  );
};

const details = ({ event_on: event, clause, provisional }: OpenClock, link: string): Text =>
  text(
    [`自 ${event} 起算，依据 ${clause}。`, ...(provisional ? ['放假安排尚未公布，日期可能变动。'] : []), link].join(
      '\n',
    ),
    [
      `Counted from ${event} by ${clause}.`,
      ...(provisional ? ['The public holidays are not announced yet; the date may move.'] : []),
      link,
    ].join('\n'),
  );

/** Open clocks as a calendar of whole days. An event keeps its UID however often its date moves; a provisional date is tentative. */
export const calendarFile = ({
  clocks,
  definitions,
  organisation,
  language,
  today,
  addressOf,
}: CalendarFacts): string => {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  const calendar = ical({
    name: nameOf(organisation)[language],
    prodId: { company: 'Suanjian', product: 'deadlines', language: language === 'zh' ? 'ZH' : 'EN' },
    ttl: 3600,
  });
  for (const clock of clocks) {
    const definition = byKind.get(clock.kind);
    const link = addressOf(clock.kind, clock.matter);
    calendar.createEvent({
      id: `${clock.matter}.${clock.name}.${clock.run}@suanjian`,
      start: clock.due_on,
      allDay: true,
      stamp: new Date(clock.changed_at),
      summary: headline(
        clock,
        definition?.clocks[clock.name]?.title ?? text(clock.name, clock.name),
        definition?.states[clock.status]?.title ?? text(clock.status, clock.status),
        today,
      )[language],
      description: details(clock, link)[language],
      url: link,
      status: clock.provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};
