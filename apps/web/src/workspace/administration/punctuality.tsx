import { provinceOf } from '@suanjian/register';
import { answers, type Text } from '@suanjian/rulebook';
import { usePunctuality } from '../client/administration.ts';
import { formatDate, formatNumber, formatPercent } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { administrationTexts } from '../texts/account.ts';

/** Figures name a clock by its matter and its name in it, as the rulebook does. */
const titleOfClock = (answer: string): Text => {
  const title = Object.values(answers.clocks).find(({ name }) => name === answer)?.title;
  return title ?? { zh: answer, en: answer };
};

/** How offices kept their own statutory periods. */
export const Punctuality = () => {
  const { say, language } = useLanguage();
  const figures = usePunctuality();
  const officeName = (office: string): string => {
    const province = provinceOf(`${office}0000`);
    return office === '00' ? say(administrationTexts.national) : province === undefined ? office : say(province.name);
  };
  const heads = [
    administrationTexts.office,
    administrationTexts.clock,
    administrationTexts.onTime,
    administrationTexts.late,
    administrationTexts.share,
    administrationTexts.openInTime,
    administrationTexts.openLate,
  ];
  return (
    <Page title={say(administrationTexts.punctuality)} lead={say(administrationTexts.punctualityLead)}>
      {figures.isPending ? <Loading /> : null}
      {figures.isError ? <Failure error={figures.error} retry={() => void figures.refetch()} /> : null}
      {figures.data?.rows.length === 0 ? <Empty title={administrationTexts.punctualityEmpty} /> : null}
      {figures.data === undefined || figures.data.rows.length === 0 ? null : (
        <>
          <DataTable
            caption={say(administrationTexts.punctuality)}
            heads={heads.map(say)}
            rows={figures.data.rows.map(({ office, clock, onTime, late, openInTime, openLate }) => ({
              key: `${office} ${clock}`,
              cells: [
                <strong key="office">{officeName(office)}</strong>,
                say(titleOfClock(clock)),
                formatNumber(onTime, language),
                late === 0 ? (
                  '0'
                ) : (
                  <span key="late" className="badge tone-bad">
                    {formatNumber(late, language)}
                  </span>
                ),
                onTime + late === 0 ? '—' : formatPercent(onTime / (onTime + late), language),
                formatNumber(openInTime, language),
                openLate === 0 ? (
                  '0'
                ) : (
                  <span key="open" className="badge tone-bad">
                    {formatNumber(openLate, language)}
                  </span>
                ),
              ],
            }))}
          />
          <p className="quiet mt-2">{say(administrationTexts.asOf(formatDate(figures.data.asOf, language)))}</p>
        </>
      )}
    </Page>
  );
};
