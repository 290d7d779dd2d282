import { text, type Text } from '@suanjian/rulebook';

export interface ErrorWords {
  readonly title: Text;
  readonly help: Text;
}

export const errorTexts: Readonly<Record<number, ErrorWords>> & { readonly other: ErrorWords } = {
  400: {
    title: text('请求无法理解', 'The request could not be understood'),
    help: text(
      '网址或者表单里有无法读取的内容，请返回修改。',
      'Something in the address or the form cannot be read. Go back and correct it.',
    ),
  },
  401: {
    title: text('请先登录', 'Sign in first'),
    help: text('这个页面需要登录。', 'This page is for people who are signed in.'),
  },
  403: {
    title: text('没有权限', 'Not permitted'),
    help: text('你现在的身份不能这样做。', 'You may not do this in your present capacity.'),
  },
  404: {
    title: text('没有找到这个页面', 'There is no such page'),
    help: text(
      '网址可能抄错了，或者内容已经移走。可以从首页或者查找开始。',
      'The address may be miscopied, or what stood here has moved. Start from the home page or search.',
    ),
  },
  422: {
    title: text('内容不符合要求', 'What was sent is not valid'),
    help: text('请返回检查填写的内容。', 'Go back and check what you entered.'),
  },
  429: {
    title: text('请求太频繁', 'Too many requests'),
    help: text(
      '短时间内请求过多，请过一会儿再试。需要全部数据，请直接下载开放数据。',
      'Too many requests in a short time; try again in a moment. If you want all the data, take the open data.',
    ),
  },
  500: {
    title: text('服务器出错了', 'The server failed'),
    help: text(
      '出现了意外错误，已经记录。没有内容被改动，请稍后再试。',
      'An unexpected fault happened and was logged. Nothing was changed; try again later.',
    ),
  },
  503: {
    title: text('暂时不可用', 'Not available for the moment'),
    help: text(
      '服务正在恢复，没有内容被改动，请稍后再试。',
      'The service is recovering; nothing was changed. Try again later.',
    ),
  },
  other: {
    title: text('没有办成', 'That did not work'),
    help: text('请返回重试；如果一直不行，请稍后再来。', 'Go back and try again, or come back later.'),
  },
};

export const errorLinks = {
  status: text('错误代码 {status}', 'Error {status}'),
  home: text('回到首页', 'Home page'),
  register: text('查找备案', 'Search the register'),
  openData: text('开放数据', 'Open data'),
} as const;
