/** Facts for whoever runs the service: ids and kinds of faults, never an address, a name or what was sent. */
export type Log = (message: string, facts: Readonly<Record<string, string | number | null>>) => void;
