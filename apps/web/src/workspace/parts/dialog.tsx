import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language.tsx';
import { common } from '../texts/common.ts';

interface Props {
  readonly open: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** A question that stands over the page. Focus goes in and comes back; Escape closes it. */
export const Window = ({ open, close, title, description, children }: Props) => {
  const { say } = useLanguage();
  return (
    <Dialog.Root open={open} onOpenChange={(wanted) => (wanted ? undefined : close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="workspace-backdrop" />
        <Dialog.Popup className="workspace-window">
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-lead font-semibold">{title}</Dialog.Title>
            <Dialog.Close className="button button-quiet min-h-9! px-3! py-1!">{say(common.close)}</Dialog.Close>
          </div>
          {description === undefined ? null : (
            <Dialog.Description className="quiet mt-1">{description}</Dialog.Description>
          )}
          <div className="mt-4 grid gap-4">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
