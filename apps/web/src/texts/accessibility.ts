import { text } from '@suanjian/rulebook';

export const accessibilityTexts = {
  title: text('无障碍声明', 'Accessibility statement'),
  lead: text(
    '公共服务要让每个人都能用。这里说明做到了什么、怎样检验、还有哪些不足。',
    'A public service must work for everybody. This says what has been done, how it is tested, and what is still lacking.',
  ),
  sections: [
    {
      id: 'aim',
      title: text('目标', 'Aim'),
      items: [
        text(
          '公开页面以《网页内容无障碍指南》（WCAG）2.2 的 AA 级为目标。',
          'The public pages aim at level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.',
        ),
        text(
          '不需要脚本：所有公开页面关闭 JavaScript 也能完整使用。',
          'No script is needed: every public page works in full with JavaScript switched off.',
        ),
      ],
    },
    {
      id: 'done',
      title: text('已经做到', 'What is done'),
      items: [
        text(
          '只用键盘就能到达并操作所有内容，焦点始终看得见；每页开头可以直接跳到正文。',
          'Everything can be reached and used by keyboard, focus is always visible, and each page begins with a link to its content.',
        ),
        text(
          '标题、列表、表格、表单都用相应的结构标记，读屏软件能够按结构浏览。',
          'Headings, lists, tables and forms are marked up as such, so that screen readers can move by them.',
        ),
        text(
          '含义不只靠颜色表达；文字和背景的对比不低于 4.5:1，浅色和深色都如此。',
          'Nothing is said by colour alone; text keeps a contrast of at least 4.5:1, in light and in dark.',
        ),
        text('每张图旁边都有列出同样数字的表格。', 'Beside every chart stands a table with the same figures.'),
        text(
          '页面可以放大到 400%，宽 320 像素的屏幕上不需要左右滚动；宽表格在自己的框里滚动。',
          'Pages can be enlarged to 400% and need no sideways scrolling on a screen 320 pixels wide; wide tables scroll in their own frame.',
        ),
        text(
          '英文页面里的中文名称标明语言，便于读屏软件正确朗读。',
          'Chinese names on English pages are marked as Chinese, so that they are read out correctly.',
        ),
        text(
          '尊重系统的深色、减少动态效果和打印设置。',
          'The system’s settings for dark mode, reduced motion and print are respected.',
        ),
      ],
    },
    {
      id: 'tested',
      title: text('怎样检验', 'How it is tested'),
      items: [
        text(
          '每次改动都用 axe 在真实浏览器里自动检查每个公开页面，中英文、宽屏和手机宽度都查。',
          'Every change runs axe over every public page in a real browser, in both languages, at desktop and telephone width.',
        ),
        text(
          '自动检查只能发现一部分问题；键盘操作由人检查。',
          'Automatic checks find only part of what can be wrong; use by keyboard is checked by people.',
        ),
      ],
    },
    {
      id: 'lacking',
      title: text('已知不足', 'Known shortcomings'),
      items: [
        text(
          '备案公告的原文是外部网站的网页或者附件，我们无法改进。',
          'The original announcements are pages and files on other sites, which we cannot improve.',
        ),
        text(
          '企业填报的内容只有中文，英文页面上照原文显示，没有翻译。',
          'What companies filed is in Chinese only; English pages show it as it is, without translation.',
        ),
        text('还没有请残障用户做过系统的测试。', 'No systematic test with users with disabilities has been made yet.'),
      ],
    },
    {
      id: 'tell',
      title: text('告诉我们', 'Tell us'),
      items: [
        text(
          '遇到用不了的地方，请联系运营本平台的部门，说明页面地址和遇到的困难。记录内容有误的，请用记录页上的“报告这条信息有误”。',
          'If something cannot be used, tell the body that runs this platform, with the page’s address and what stood in your way. For wrong content use “Report an error in this record” on the record’s page.',
        ),
      ],
    },
  ],
} as const;
