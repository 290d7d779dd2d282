import type { DocumentBlock, DocumentModel, DocumentSection, Fact } from '@suanjian/matters';

type Change = (value: string) => string;

const fact =
  (change: Change) =>
  ({ label, value }: Fact): Fact => ({ label: change(label), value: change(value) });

const block =
  (change: Change) =>
  (given: DocumentBlock): DocumentBlock => {
    switch (given.kind) {
      case 'paragraph':
        return { ...given, text: change(given.text) };
      case 'list':
        return { ...given, items: given.items.map(change) };
      case 'facts':
        return { ...given, facts: given.facts.map(fact(change)) };
      case 'table':
        return {
          ...given,
          ...(given.caption === undefined ? {} : { caption: change(given.caption) }),
          columns: given.columns.map((column) => ({ ...column, heading: change(column.heading) })),
          rows: given.rows.map((row) => given.columns.map((_column, index) => change(row[index] ?? ''))),
        };
      case 'figure':
        return { ...given, caption: change(given.caption), alternative: change(given.alternative) };
    }
  };

const section =
  (change: Change) =>
  (given: DocumentSection): DocumentSection => ({
    ...given,
    heading: change(given.heading),
    blocks: given.blocks.map(block(change)),
    sections: (given.sections ?? []).map(section(change)),
  });

/** Changes every text of a paper that a person reads, and fills rows up to the width of their table. */
export const mappedModel = (model: DocumentModel, change: Change): DocumentModel => ({
  ...model,
  title: change(model.title),
  reference: change(model.reference),
  ...(model.subtitle === undefined ? {} : { subtitle: change(model.subtitle) }),
  ...(model.standing === undefined ? {} : { standing: change(model.standing) }),
  parties: model.parties.map(fact(change)),
  sections: model.sections.map(section(change)),
  signatures: model.signatures.map((signature) => ({
    ...signature,
    capacity: change(signature.capacity),
    name: change(signature.name),
    ...(signature.on === undefined ? {} : { on: change(signature.on) }),
    ...(signature.note === undefined ? {} : { note: change(signature.note) }),
  })),
});
