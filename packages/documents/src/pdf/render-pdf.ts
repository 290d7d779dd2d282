import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentModel, DocumentSection } from '@suanjian/matters';
import { text } from '@suanjian/rulebook';
import { DocumentFault } from '../document-fault.ts';
import { citation } from '../model/clause-reference.ts';
import { mappedModel } from '../model/mapped-model.ts';
import { readable } from '../model/readable.ts';
import { languageTags, words } from '../words.ts';
import { coverageOf } from './font-coverage.ts';
import { fontFiles } from './fonts.ts';
import { printable } from './printable.ts';
import { paperPath, template } from './template.ts';

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Setter {
  readonly print: (value: string) => string;
  readonly set: (paper: object) => RenderedPdf;
}

/** Nothing lies there: the compiler finds what it is given and no other file. */
const workspace = join(tmpdir(), 'suanjian-documents-has-no-files');
/** Results of earlier papers are kept this many papers long; the look of a page is the same in all of them. */
const keptFor = 4;

let made: Setter | undefined;

/** Fonts are read once, when the first paper is made. */
const setter = (): Setter => {
  if (made !== undefined) return made;
  const [regular, bold] = fontFiles();
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [regular, bold] }] });
  const print = printable(coverageOf(regular));
  const set = (paper: object): RenderedPdf => {
    compiler.mapShadow(join(workspace, paperPath), Buffer.from(JSON.stringify(paper)));
    try {
      const outcome = compiler.compile({ mainFileContent: template, resetRead: true });
      const document = outcome.result;
      if (document === null) {
        const fault = outcome.takeError();
        throw new Error(JSON.stringify(fault === null ? [] : compiler.fetchDiagnostics(fault)));
      }
      return { bytes: compiler.pdf(document, { creationTimestamp: 0 }), pages: document.numOfPages };
    } catch (error) {
      throw new DocumentFault(
        text(
          '生成 PDF 时出错，可能是其中的图片不完整。',
          'The PDF could not be made; a picture in it may be incomplete.',
        ),
        { cause: error },
      );
    } finally {
      compiler.unmapShadow(join(workspace, paperPath));
      compiler.evictCache(keptFor);
    }
  };
  return (made = { print, set });
};

/**
 * A paper as PDF: the same pages for the same paper on every machine, though the fonts in the file may stand in another order.
 * @throws DocumentFault when a figure is no picture
 */
export const renderPdf = (model: DocumentModel): RenderedPdf => {
  const { print, set } = setter();
  const { language } = model;
  const section = (given: DocumentSection): object => ({
    heading: given.heading,
    blocks: given.blocks,
    citations:
      given.clauses === undefined || given.clauses.length === 0
        ? ''
        : print(
            words.clauses[language] + given.clauses.map((id) => citation(id, language)).join(words.between[language]),
          ),
    sections: (given.sections ?? []).map(section),
  });
  const { sections, date, ...rest } = mappedModel(model, (value) => print(readable(value)));
  const [year, month, day] = date.split('-').map(Number);
  const [lang, region] = languageTags[language].split('-');
  return set({
    ...rest,
    year,
    month,
    day,
    lang,
    region,
    sections: sections.map(section),
    words: Object.fromEntries(Object.entries(words).map(([name, each]) => [name, each[language]])),
  });
};
