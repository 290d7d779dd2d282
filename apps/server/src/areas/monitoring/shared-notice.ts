import { text } from '@suanjian/rulebook';

/** Says that there is something and where; what it is stands behind the sign-in. */
export const sharedNotice = {
  subject: text('主管部门告知了一条监测预警', 'An office has shared an early warning with you'),
  body: text(
    '请登录工作区，在“日常监测”中查看并自查。预警只说明数据有异常，不是违法结论。',
    'Sign in and look under “Monitoring” in the workspace. A warning says that something is unusual; it is no finding.',
  ),
} as const;
