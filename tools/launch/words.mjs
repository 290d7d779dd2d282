/** What the launcher says goes to stderr, Chinese first, so that a command's own output stays clean for pipes. */
export function say({ zh, en }) {
  process.stderr.write(`算鉴 ${zh}\n     ${en}\n`);
}

/** A reason not to go on that the reader can act upon; anything else that is thrown is a fault of ours and shows its stack. */
export class Refusal extends Error {
  constructor(text, details = '') {
    super(text.en);
    this.text = text;
    this.details = details;
  }
}

/** Says a refusal and the details behind it; other errors are thrown on. */
export function sayRefusal(error) {
  if (!(error instanceof Refusal)) throw error;
  say(error.text);
  if (error.details) process.stderr.write(`\n${error.details}\n`);
}
