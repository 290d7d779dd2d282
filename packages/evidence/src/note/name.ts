import { text } from '@suanjian/rulebook';
import { EvidenceFault } from '../fault.ts';

/** Key names after C2SP signed-note: not empty, no blanks of any script, no plus sign, no control characters. */
export function checkedKeyName(name: string): string {
  // `\s` and the separators of Unicode together; control characters besides, because a note may hold none.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (name === '' || !name.isWellFormed() || /[\s\p{White_Space}\p{Z}+\u0000-\u001f\u007f]/u.test(name)) {
    throw new EvidenceFault(
      text(
        `密钥名称 ${JSON.stringify(name)} 不合规：不能为空，不能含空白、加号或控制字符`,
        `The key name ${JSON.stringify(name)} will not do: it must not be empty nor hold blanks, plus signs or control characters`,
      ),
    );
  }
  return name;
}
