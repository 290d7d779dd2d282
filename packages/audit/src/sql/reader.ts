import { text, type Text } from '@suanjian/rulebook';
import { SqlFault, type Token } from './tokens.ts';

/** Walks over tokens. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.fault(text('写到一半就结束了。', 'It ends in the middle.'));
    this.#at++;
    return token;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  isSymbol(value: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'symbol' && token.value === value;
  }

  isWord(value: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'word' && token.value.toUpperCase() === value;
  }

  takeSymbol(value: string): boolean {
    if (!this.isSymbol(value)) return false;
    this.#at++;
    return true;
  }

  takeWord(value: string): boolean {
    if (!this.isWord(value)) return false;
    this.#at++;
    return true;
  }

  expectSymbol(value: string): void {
    if (!this.takeSymbol(value)) throw this.fault(text(`这里应有 ${value}。`, `${value} is expected here.`));
  }

  expectWord(value: string): void {
    if (!this.takeWord(value)) throw this.fault(text(`这里应有 ${value}。`, `${value} is expected here.`));
  }

  fault(reason: Text): SqlFault {
    return new SqlFault(reason, this.peek()?.at ?? this.#end);
  }
}
