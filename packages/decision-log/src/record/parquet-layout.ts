import type { Family, FieldKind } from '../families/field.ts';

/** One column of a Parquet file of records. */
export interface ParquetColumn {
  readonly name: string;
  readonly repetition: 'required' | 'optional';
  /** As Parquet's own schema text writes it. */
  readonly type: string;
}

/** The columns of a family, in the order of its fields. The ingest takes these; it takes integers of either width too, and flags or numbers wherever JSON would. */
export const parquetLayoutOf = (family: Family): readonly ParquetColumn[] =>
  family.fields.map(({ name, required, type }) => ({
    name,
    repetition: required ? 'required' : 'optional',
    type: typeOf(type),
  }));

const INT32 = 2 ** 31;

const integerType = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least >= -INT32 && most < INT32 ? 'int32' : 'int64';

function typeOf(type: FieldKind): string {
  switch (type.kind) {
    case 'instant':
      return 'int64 (timestamp, milliseconds, UTC)';
    case 'identifier':
    case 'pseudonym':
    case 'token':
    case 'choice':
    case 'sentence':
      return 'binary (string)';
    case 'integer':
      return integerType(type);
    case 'number':
      return 'double';
    case 'flag':
      return 'boolean';
    case 'tokens':
      return 'list of binary (string)';
    case 'integers':
      return `list of ${integerType(type)}`;
    case 'numbers':
      return 'list of double';
  }
}
