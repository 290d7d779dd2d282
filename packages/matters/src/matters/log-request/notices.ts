import { text, type Text } from '@suanjian/rulebook';
import type { Notice } from '../../engine/definition.ts';
import type { LogRequestEvent, LogRequestState } from './state.ts';

/** Say where it stands and which period it is about; basis, purpose and whom it concerns are read in the matter. */
export const noticesOf = (
  event: LogRequestEvent,
  { level, period: { from, to } }: LogRequestState,
): readonly Notice[] => {
  const provider = (subject: Text, body: Text): readonly Notice[] => [{ to: 'provider', subject, body }];
  const office = (subject: Text, body: Text): readonly Notice[] => [{ to: { officeLevel: level }, subject, body }];
  switch (event.type) {
    case 'opened':
    case 'approved':
      return office(
        text('日志调取待批准', 'A request for logs waits for approval'),
        text(
          `一件日志调取（${from} 至 ${to}）需要负责人批准。`,
          `A request for logs of ${from} to ${to} needs the approval of a supervisor.`,
        ),
      );
    case 'sent':
      return provider(
        text('调取日志，应即保全', 'Logs are asked for: put them under a hold'),
        text(
          `主管部门依法调取 ${from} 至 ${to} 的日志。请立即保全，不得删除，登录查看依据和范围。`,
          `The office lawfully asks for logs of ${from} to ${to}. Put them under a hold at once and delete nothing; sign in for basis and scope.`,
        ),
      );
    case 'hold-confirmed':
      return office(
        text('提供者已确认保全', 'The provider has confirmed the hold'),
        text(
          `${from} 至 ${to} 的日志已保全，请用日志公钥核验所附说明。`,
          `Logs of ${from} to ${to} are held. Verify the statement with the log’s key.`,
        ),
      );
    case 'handed-over':
      return office(
        text('日志已移交', 'Logs were handed over'),
        text('请核对文件摘要后接收。', 'Compare the hash of the file and receive it.'),
      );
    case 'returned':
      return provider(
        text('移交的日志被退回', 'What was handed over is returned'),
        text('理由见办理记录，请重新移交。', 'The reason stands in the record. Hand it over again.'),
      );
    case 'destroyed':
      return provider(
        text('调取的日志已销毁', 'The logs that were taken are destroyed'),
        text('两名工作人员已销毁，记录在案。', 'Two officers have destroyed them; it stands in the record.'),
      );
    case 'withdrawn':
    case 'closed':
      return provider(
        text('日志调取已办结，可以解除保全', 'The request for logs is closed; the hold may be released'),
        text('请在日志上解除保全（suanjian log release）。', 'Release the hold in the log (suanjian log release).'),
      );
    case 'wrote': {
      const words = [
        text('日志调取有新消息', 'A message about a request for logs'),
        text('请登录查看。', 'Sign in to read it.'),
      ] as const;
      return event.side === 'office' ? provider(...words) : office(...words);
    }
    case 'dropped':
    case 'received':
    case 'undertaken':
    case 'extract-opened':
    case 'destruction-stated':
    case 'assigned':
    case 'noted':
      return [];
  }
};
