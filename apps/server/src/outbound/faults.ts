import { text, type Text } from '@suanjian/rulebook';

export type OutboundFaultCode =
  | 'address-unusable'
  | 'address-forbidden'
  | 'name-unknown'
  | 'unreachable'
  | 'timeout'
  | 'interrupted'
  | 'too-large'
  | 'too-many-redirects'
  | 'answer-unreadable';

const words: Readonly<Record<OutboundFaultCode, Text>> = {
  'address-unusable': text(
    '地址须以 http:// 或 https:// 开头，不含用户名和密码，端口为 80、443 或 1024 以上。',
    'The address must begin with http:// or https://, hold no user name or password, and use port 80, 443 or one from 1024 up.',
  ),
  'address-forbidden': text(
    '这个地址指向内网、本机或保留的网段，不能访问。',
    'The address leads into a private, local or reserved network and is not contacted.',
  ),
  'name-unknown': text('找不到这个主机名。', 'The host name cannot be resolved.'),
  unreachable: text(
    '连接不上对方，或安全连接没有建立。',
    'The other side cannot be reached, or no secure connection could be made.',
  ),
  timeout: text('对方没有在规定时间内答复。', 'The other side did not answer in time.'),
  interrupted: text('发送中断，稍后再试。', 'Sending was interrupted and will be tried again.'),
  'too-large': text('对方的答复过大。', 'The answer is too large.'),
  'too-many-redirects': text('对方转向的次数太多。', 'The other side redirects too often.'),
  'answer-unreadable': text('对方的答复不是有效的 HTTP。', 'The answer is not valid HTTP.'),
};

export const outboundWords = (code: OutboundFaultCode): Text => words[code];

/** Why a foreign address was not contacted or gave no answer. Its message holds neither the address nor what came back. */
export class OutboundFault extends Error {
  readonly code: OutboundFaultCode;
  readonly text: Text;

  constructor(code: OutboundFaultCode, options?: ErrorOptions) {
    super(words[code].en, options);
    this.code = code;
    this.text = words[code];
  }
}
