/** A decimal of any length: `digits` tenths, hundredths … of `scale` places. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/u;
const short = /^-?\d{1,15}$/u;
/** Beyond this another short number might leave what a double counts exactly. */
const full = 2 ** 52;

export const parseDecimal = (value: unknown, column: string): Decimal => {
  const written =
    typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value)) ? String(value) : value;
  const [, sign = '', whole = '', fraction = ''] =
    (typeof written === 'string' ? decimal.exec(written) : undefined) ?? [];
  if (whole === '') throw new TypeError(`column ${column} holds nothing that can be added exactly: ${String(written)}`);
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
};

const raised = ({ digits, scale }: Decimal, to: number): bigint =>
  scale === to ? digits : digits * 10n ** BigInt(to - scale);

/** -1, 0 or 1, by size. */
export const compareDecimals = (one: Decimal, other: Decimal): number => {
  const scale = Math.max(one.scale, other.scale);
  const difference = raised(one, scale) - raised(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Adds whole numbers and decimals exactly, whatever their length; short whole numbers, which most are, without a big integer each. */
export class ExactSum {
  readonly #column: string;
  #short = 0;
  #long: Decimal = { digits: 0n, scale: 0 };
  #empty = true;

  constructor(column: string) {
    this.#column = column;
  }

  /** null adds nothing. @throws TypeError for what is no whole number or decimal */
  add(value: unknown): void {
    if (value === null || value === undefined) return;
    this.#empty = false;
    if (typeof value === 'string' && short.test(value)) this.#addShort(Number(value));
    else this.#addLong(parseDecimal(value, this.#column));
  }

  /** Null when nothing was added. */
  written(): string | null {
    if (this.#empty) return null;
    if (this.#long.digits === 0n && this.#long.scale === 0) return String(this.#short);
    this.#flush();
    const { digits, scale } = this.#long;
    const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
    const fraction = size.slice(size.length - scale).replace(/0+$/u, '');
    return `${digits < 0n ? '-' : ''}${size.slice(0, size.length - scale)}${scale === 0 || fraction === '' ? '' : `.${fraction}`}`;
  }

  #addShort(value: number): void {
    this.#short += value;
    if (Math.abs(this.#short) > full) this.#flush();
  }

  #addLong(value: Decimal): void {
    const scale = Math.max(this.#long.scale, value.scale);
    this.#long = { digits: raised(this.#long, scale) + raised(value, scale), scale };
  }

  #flush(): void {
    if (this.#short !== 0) this.#addLong({ digits: BigInt(this.#short), scale: 0 });
    this.#short = 0;
  }
}
