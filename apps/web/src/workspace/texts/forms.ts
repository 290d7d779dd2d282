import { text } from '@suanjian/rulebook';

export const formTexts = {
  noColleague: text('已不在本单位', 'no longer with you'),
  noOfficial: text('已不是工作人员', 'no official any more'),
  choose: text('请选择', 'Choose'),
  optional: text('选填', 'optional'),
  sealed: { confidential: text('保密', 'confidential'), personal: text('个人信息', 'personal') },
  becomesPublic: text('公开', 'public'),
  charactersLeft: (left: number) => text(`还可写 ${left} 字`, `${left} characters left`),
  charactersOver: (over: number) => text(`超出 ${over} 字`, `${over} characters too many`),
  addEntry: (label: { readonly zh: string; readonly en: string }) =>
    text(`添加一项：${label.zh}`, `Add an entry to “${label.en}”`),
  removeEntry: (number: number) => text(`删除第 ${number} 项`, `Remove entry ${number}`),
  entry: (number: number) => text(`第 ${number} 项`, `Entry ${number}`),
  uploading: (name: string) => text(`正在上传 ${name}`, `Uploading ${name}`),
  uploadFailed: (name: string) => text(`“${name}”没有上传成功：`, `“${name}” was not uploaded:`),
  accepts: (kinds: string, most: number) => text(`${kinds}，最多 ${most} 个文件`, `${kinds}; at most ${most} files`),
  removeFile: (name: string) => text(`删除文件 ${name}`, `Remove the file ${name}`),
  contents: text('目录', 'Contents'),
  foldAll: text('全部收起', 'Fold all'),
  unfoldAll: text('全部展开', 'Unfold all'),
  fieldCount: (count: number) => text(`${count} 项`, count === 1 ? '1 entry' : `${count} entries`),
  steps: text('步骤', 'Steps'),
  stepOf: (number: number, all: number) => text(`第 ${number} 步，共 ${all} 步`, `Step ${number} of ${all}`),
  stepComplete: text('已填好', 'complete'),
  stepFaults: (count: number) => text(`${count} 处待完善`, count === 1 ? '1 thing to mend' : `${count} things to mend`),
  checkStep: text('检查与提交', 'Check and submit'),
  faultsTitle: (count: number) =>
    text(
      `有 ${count} 处需要改正`,
      count === 1 ? 'One thing is to be put right' : `${count} things are to be put right`,
    ),
  nothingWrong: text('没有发现需要改正的地方。', 'Nothing was found that needs putting right.'),
  officeSaid: text('主管部门指出', 'The office says'),
  unsentTitle: text('上次有内容没有保存到服务器', 'Some changes did not reach the server last time'),
  unsentBody: (count: number) =>
    text(
      `这台电脑上留有 ${count} 项改动。`,
      count === 1 ? 'One change is kept on this computer.' : `${count} changes are kept on this computer.`,
    ),
  unsentApply: text('恢复这些改动', 'Take them up'),
  unsentDiscard: text('丢弃', 'Discard them'),
  placeProvince: text('省级', 'Province'),
  placePrefecture: text('地级', 'Prefecture'),
  placeCounty: text('县级', 'County'),
  maskedValue: text('已隐藏', 'hidden'),
  unknownOption: text('（旧选项）', '(former option)'),
} as const;

export const saveTexts = {
  saved: text('已保存', 'Saved'),
  waiting: text('正在输入…', 'Writing…'),
  saving: text('正在保存…', 'Saving…'),
  offline: text(
    '没有连接，改动留在这台电脑上，会自动重试',
    'No connection. Your changes are kept here and sent again by themselves',
  ),
  stale: text(
    '这件事已被别人办理或在另一个窗口修改，请重新读取；您的改动还在',
    'It was changed elsewhere. Reload it; your changes are kept',
  ),
  held: (count: number) =>
    text(
      `${count} 项改正后才能保存，其他已保存`,
      count === 1
        ? 'One field has to be put right before it is saved; the rest is saved'
        : `${count} fields have to be put right before they are saved; the rest is saved`,
    ),
  failed: text('没有保存，改动留在这台电脑上', 'Not saved. Your changes are kept on this computer'),
  reload: text('重新读取', 'Reload'),
  tryNow: text('立即重试', 'Try now'),
} as const;
