/** One step of the schema. Once applied anywhere it is never edited: its checksum is kept beside it. */
export interface Migration {
  /** Four digits and a name, `0001-installation`; applied in the order of the list, which is the order of the ids. */
  readonly id: string;
  /** Plain SQL, any number of statements, run in one transaction by the schema's owner. */
  readonly sql: string;
}
