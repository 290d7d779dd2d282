import { text, type Text } from '@suanjian/rulebook';
import { OutboundFault, outboundWords } from '../outbound/faults.ts';

const outboundCodes = {
  'address-unusable': true,
  'address-forbidden': true,
  'name-unknown': true,
  unreachable: true,
  timeout: true,
  interrupted: true,
  'too-large': true,
  'too-many-redirects': true,
  'answer-unreadable': true,
} as const satisfies Readonly<Record<OutboundFault['code'], true>>;

const isOutboundCode = (code: string): code is OutboundFault['code'] => code in outboundCodes;

const words: Readonly<Record<string, Text>> = {
  'receiver-gone': text(
    '收件人已不在本单位、不再需要邮件，或回调地址已删除。',
    'The receiver has left, wants no mail any more, or the webhook was removed.',
  ),
  'key-erased': text(
    '回调密钥所用的密钥已删除，请重新添加回调地址。',
    'The key that kept the webhook’s secret was erased. Set the webhook up again.',
  ),
  'mail-unreachable': text('邮件服务器连接不上。', 'The mail server cannot be reached.'),
  'mail-login': text('邮件服务器不接受登录信息。', 'The mail server does not accept the login.'),
  'mail-refused': text('邮件服务器拒收这个收件人或这封邮件。', 'The mail server refuses the receiver or the mail.'),
  'mail-later': text('邮件服务器暂时不收，请稍后。', 'The mail server takes nothing for the moment.'),
  'mail-off': text('本系统没有设置邮件服务器。', 'No mail server is set up.'),
  unexpected: text('发送时出现意外错误。', 'Sending failed unexpectedly.'),
};

/** What a kept fault means, for people. */
export const deliveryWords = (code: string): Text => {
  if (isOutboundCode(code)) return outboundWords(code);
  const status = /^status-(\d{3})$/.exec(code)?.[1];
  if (status !== undefined)
    return text(`对方答复 HTTP ${status}，没有接收。`, `The other side answered HTTP ${status} and did not take it.`);
  return words[code] ?? text('发送没有成功。', 'Sending did not succeed.');
};

/** Why something was not delivered. */
export class DeliveryFault extends Error {
  readonly code: string;
  /** `now`: not again. `target`: this receiver later. `channel`: the whole way is closed for a while. */
  readonly holds: 'now' | 'target' | 'channel';

  constructor(code: string, holds: DeliveryFault['holds'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.holds = holds;
  }
}

export const asDeliveryFault = (error: unknown): DeliveryFault => {
  if (error instanceof DeliveryFault) return error;
  if (error instanceof OutboundFault) return new DeliveryFault(error.code, 'target', { cause: error });
  return new DeliveryFault('unexpected', 'target', { cause: error });
};
