/** A column of a table that was loaded for one audit. */
export interface LoadedColumn {
  readonly name: string;
  /** Its ClickHouse type, Nullable whenever the source may leave it empty. */
  readonly type: string;
  /** Why a column that looks like numbers is text: the first value that is none. */
  readonly textBecause?: { readonly line: number; readonly value: string };
  /** How many values were written as missing (`NA`, `null`) in a column that is not text. */
  readonly missing?: number;
}

export interface LoadedFile {
  /** As the mapping names it, relative to the mapping. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface LoadedTable {
  /** The source's name in a query; `source` when there is only one. */
  readonly name: string;
  readonly columns: readonly LoadedColumn[];
  readonly rows: number;
  readonly files: readonly LoadedFile[];
  /** Columns that were left out, such as nested ones. */
  readonly leftOut: readonly string[];
}
