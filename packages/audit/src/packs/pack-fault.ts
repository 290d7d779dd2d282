import { text, type Text } from '@suanjian/rulebook';

export interface PackProblem {
  readonly file: string;
  readonly line?: number;
  readonly reason: Text;
}

const placed = ({ file, line, reason }: PackProblem): Text => {
  const place = line === undefined ? file : `${file}:${line}`;
  return text(`${place}：${reason.zh}`, `${place}: ${reason.en}`);
};

/** A check pack cannot be used: everything that is wrong with it, file by file. */
export class PackFault extends Error {
  readonly text: Text;
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    const lines = problems.map(placed);
    const all = text(
      `检查包无法使用：\n${lines.map(({ zh }) => `  - ${zh}`).join('\n')}`,
      `The check pack cannot be used:\n${lines.map(({ en }) => `  - ${en}`).join('\n')}`,
    );
    super(all.en);
    this.name = 'PackFault';
    this.text = all;
    this.problems = problems;
  }
}
