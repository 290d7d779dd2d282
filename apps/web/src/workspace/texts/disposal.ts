import { text } from '@suanjian/rulebook';

export const disposalTexts = {
  file: text('处置记录文件', 'File of the disposal'),
  provider: text('日志中的平台代号', 'What the log calls the platform'),
  help: text(
    '每项内容、每次处置一行，供 suanjian log ingest --family disposal 和守卫读取；不含任何说明文字。代号中不要有空格。',
    'One line for each item and act, for suanjian log ingest --family disposal and for the guard; none of the words written here stand in it. No spaces in the name.',
  ),
  download: text('下载', 'Download'),
} as const;
