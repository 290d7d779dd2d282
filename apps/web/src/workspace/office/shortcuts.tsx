import { useEffect, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Window } from '../parts/dialog.tsx';
import { matterTexts } from '../texts/matter.ts';
import { queueTexts } from '../texts/queue.ts';
import { reviewTexts } from '../texts/review.ts';
import { shortcutOf } from './shortcut.ts';
import type { PanelName } from './panel.ts';

interface Props {
  readonly show: (panel: PanelName | 'decide') => void;
  readonly queue: () => void;
}

const listed = [
  { keys: 'Alt + 1', text: reviewTexts.shortcutForm },
  { keys: 'Alt + 2', text: reviewTexts.shortcutContradictions },
  { keys: 'Alt + 3', text: reviewTexts.shortcutDifferences },
  { keys: 'Alt + 4', text: matterTexts.correspondence },
  { keys: 'Alt + 5', text: reviewTexts.shortcutDecide },
  { keys: 'Alt + Q', text: reviewTexts.shortcutQueue },
  { keys: '?', text: queueTexts.shortcutHelp },
] as const;

/** Keys for who reviews all day; `?` shows them. They rest while somebody types. */
export const Shortcuts = ({ show, queue }: Props) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === undefined) return;
      event.preventDefault();
      if (shortcut === 'help') setOpen(true);
      else if (shortcut === 'queue') queue();
      else show(shortcut);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [show, queue]);
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        {say(queueTexts.shortcuts)} <kbd>?</kbd>
      </button>
      <Window
        open={open}
        close={() => setOpen(false)}
        title={say(queueTexts.shortcuts)}
        description={say(queueTexts.shortcutsLead)}
      >
        <dl className="terms">
          {listed.map(({ keys, text }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{say(text)}</dd>
            </div>
          ))}
        </dl>
      </Window>
    </>
  );
};
