import {
  checkCheckpoint,
  checkpointText,
  cosignCheckpoint,
  hex,
  parseVerifier,
  signCheckpoint,
  signerFrom,
  type Signer,
} from '../src/index.ts';

const keyOf = (seed: Uint8Array, { verifier, exported }: Signer): object => ({
  name: verifier.name,
  kind: verifier.kind,
  seed: hex(seed),
  id: verifier.id,
  secret: exported(),
  verifier: verifier.encoded,
});

export function noteVectors(): object {
  const seeds = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
  const [first = new Uint8Array(32), second = first, third = first] = seeds;
  const log = signerFrom('suanjian.example/log', first);
  const witness = signerFrom('witness.example/one', second, 'cosignature');
  const stranger = signerFrom('suanjian.example/log', third);
  const root = Uint8Array.from({ length: 32 }, (_, index) => index);
  const checkpoint = { origin: 'suanjian.example/log', size: 20_852_163, root, extensions: [] };
  const signed = signCheckpoint(checkpoint, log);
  const cosigned = cosignCheckpoint(signed, witness, 1_790_000_000);
  const byStranger = signCheckpoint(checkpoint, stranger);
  const checked: readonly (readonly [string, string, number])[] = [
    ['signed by the log', signed, 0],
    ['signed by the log and a witness', cosigned, 1],
    ['a witness is asked for and there is none', signed, 1],
    ['signed by another key of the same name', byStranger, 0],
    ['the size was changed', signed.replace('20852163', '20852164'), 0],
    ['the size has a zero in front', signed.replace('20852163', '020852163'), 0],
    ['no signature', checkpointText(checkpoint), 0],
    ['the last newline is missing', signed.slice(0, -1), 0],
    ['the padding is missing', signed.replace(/=\n$/, '\n'), 0],
  ];
  return {
    keys: [keyOf(first, log), keyOf(second, witness), keyOf(third, stranger)],
    checkpoint: { origin: checkpoint.origin, size: checkpoint.size, root: hex(root) },
    text: checkpointText(checkpoint),
    trusted: { logs: [log.verifier.encoded], witnesses: [witness.verifier.encoded] },
    notes: checked.map(([what, note, quorum]) => {
      const trust = {
        logs: [parseVerifier(log.verifier.encoded)],
        witnesses: [parseVerifier(witness.verifier.encoded)],
        quorum,
      };
      const check = checkCheckpoint(note, trust);
      const outcome =
        check.outcome === 'trusted'
          ? { outcome: check.outcome, witnesses: check.witnesses.map(({ name, time }) => ({ name, time })) }
          : { outcome: check.outcome, reason: check.reason };
      return { what, quorum, note, ...outcome };
    }),
  };
}
