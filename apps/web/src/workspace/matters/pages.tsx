import { useLanguage } from '../language/language.tsx';
import { mostCounted } from '@suanjian/matters';
import { common } from '../texts/common.ts';
import { homeTexts } from '../texts/home.ts';

interface Props {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly turn: (page: number) => void;
}

export const Pages = ({ page, size, total, turn }: Props) => {
  const { say } = useLanguage();
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <span className="quiet">
        {say(total >= mostCounted ? homeTexts.foundAtLeast(total) : homeTexts.found(total))}
      </span>
      {pages === 1 ? null : (
        <>
          <button
            type="button"
            className="button button-quiet min-h-9! py-0!"
            disabled={page <= 1}
            onClick={() => turn(page - 1)}
          >
            {say(common.previous)}
          </button>
          <span>{say(homeTexts.page(page, pages))}</span>
          <button
            type="button"
            className="button button-quiet min-h-9! py-0!"
            disabled={page >= pages}
            onClick={() => turn(page + 1)}
          >
            {say(common.next)}
          </button>
        </>
      )}
    </div>
  );
};
