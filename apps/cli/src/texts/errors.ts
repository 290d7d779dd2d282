import { text, type Text } from '@suanjian/rulebook';

export const unknownLanguage = (asked: string): Text =>
  text(`没有语言「${asked}」。--lang 可以是 zh 或 en。`, `There is no language “${asked}”. --lang is zh or en.`);

export const fileUnreadable = (path: string, why: string): Text => {
  switch (why) {
    case 'ENOENT':
      return text(`找不到文件 ${path}。请核对路径。`, `There is no file ${path}. Check the path.`);
    case 'EISDIR':
      return text(`${path} 是一个文件夹，需要的是文件。`, `${path} is a folder; a file is needed.`);
    case 'EACCES':
    case 'EPERM':
      return text(`没有权限读取 ${path}。`, `There is no permission to read ${path}.`);
    default:
      return text(`读取 ${path} 时出错（${why}）。`, `Reading ${path} failed (${why}).`);
  }
};

export const fileUnwritable = (path: string, why: string): Text =>
  text(
    `不能写入 ${path}（${why}）。请换一个位置，或检查权限和磁盘空间。`,
    `${path} cannot be written (${why}). Choose another place, or check permissions and free space.`,
  );

export const notJson = (where: string, example = '{"form": {…}}'): Text =>
  text(`${where} 不是有效的 JSON 对象，例如 ${example}。`, `${where} is not a valid JSON object such as ${example}.`);

export const serverGone = (address: string): Text =>
  text(
    `服务（${address}）没有回应，可能刚刚停止。请重试。`,
    `The server at ${address} does not answer; perhaps it has just stopped. Try again.`,
  );

export const answerUnreadable = (status: number): Text =>
  text(`服务的回答无法读取（状态 ${status}）。`, `The server's answer cannot be read (status ${status}).`);

export const wrongPassword = text('邮箱或密码不对。', 'The address or the password is wrong.');

export const secondFactorNeeded = text(
  '这个账号开启了两步验证。请用 --code 给出验证器上的六位数字。',
  'This account has a second factor. Give the six digits of the authenticator with --code.',
);

export const wrongCode = text('验证码不对或已过期。', 'The code is wrong or has expired.');

export const passwordEmpty = text(
  '标准输入里没有密码。例如：suanjian … --password-stdin < 密码文件',
  'There is no password on standard input. For example: suanjian … --password-stdin < password-file',
);

export const passwordStdinNeeded = text(
  '--as 需要从标准输入读取密码，请加上 --password-stdin。',
  '--as reads the password from standard input; add --password-stdin.',
);
export const twoFromStdin = text(
  '--input - 和 --password-stdin 不能同时使用标准输入；请把输入写进文件。',
  '--input - and --password-stdin cannot both use standard input; put the input into a file.',
);

export const signInRefused = (status: number): Text =>
  status === 429
    ? text(
        '登录尝试太多，请稍等几分钟再试。',
        'There were too many attempts to sign in. Wait some minutes and try again.',
      )
    : text(`未能登录（状态 ${status}）。`, `Signing in did not work (status ${status}).`);
