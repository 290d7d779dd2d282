import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import type { FieldDefinition, FormDefinition, FormValues } from '@suanjian/matters';
import { referenceOfFile, type BroughtFile } from '@suanjian/records';
import { text, type Text } from '@suanjian/rulebook';
import { scanContent } from '../attachments/scan.ts';

const megabyte = 1024 * 1024;
export const limits = {
  fileSize: 10 * megabyte,
  files: 10,
  together: 40 * megabyte,
  fields: 200,
  fieldSize: 64 * 1024,
};

/** What a plain form sent, in the shape its definition asks for. */
export interface SentForm {
  readonly values: FormValues;
  /** The reason, where a command wants one. */
  readonly reason: string | undefined;
  readonly files: readonly BroughtFile[];
  /** Faults of files, by field; what belongs to no field under the empty name. */
  readonly faults: Readonly<Record<string, Text>>;
  readonly filesSent: boolean;
}

interface Sent {
  readonly texts: Map<string, string[]>;
  readonly files: { readonly field: string; readonly name: string; readonly content: Buffer }[];
  fault?: Text;
}

const tooMuch = text(
  `文件太多或太大：最多 ${limits.files} 个，每个不超过 10 MB，合计不超过 40 MB。`,
  `Too many files or too large: at most ${limits.files} of 10 MB each, and 40 MB together.`,
);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Reads every part even when there are too many, so that what was written comes back with the form. */
const readParts = async (request: FastifyRequest): Promise<Sent> => {
  const sent: Sent = { texts: new Map(), files: [] };
  if (!request.isMultipart()) {
    if (typeof request.body === 'object' && request.body !== null)
      for (const [name, value] of Object.entries(request.body)) {
        const given = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
        sent.texts.set(name, given);
      }
    return sent;
  }
  let together = 0;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string')
          sent.texts.set(part.fieldname, [...(sent.texts.get(part.fieldname) ?? []), part.value]);
        continue;
      }
      const content = await part.toBuffer();
      // A file field that was left empty is sent as an empty file without a name.
      if (part.filename === '' && content.byteLength === 0) continue;
      together += content.byteLength;
      if (together > limits.together) sent.fault = tooMuch;
      if (sent.fault === undefined) sent.files.push({ field: part.fieldname, name: part.filename, content });
    }
  } catch (error) {
    if (!/^FST_(REQ_FILE_TOO_LARGE|FILES_LIMIT|PARTS_LIMIT|FIELDS_LIMIT)$/.test(codeOf(error))) throw error;
    sent.fault = tooMuch;
  }
  return sent;
};

const valueOf = ({ control }: FieldDefinition, given: readonly string[]): unknown => {
  const [first = ''] = given;
  const trimmed = first.replaceAll('\r\n', '\n').trim();
  switch (control.kind) {
    case 'choices':
      return given.length === 0 ? undefined : [...given];
    case 'yes-no':
      return trimmed === 'yes' ? true : trimmed === 'no' ? false : undefined;
    case 'number':
      return trimmed === '' ? undefined : /^-?\d{1,15}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : trimmed;
    case 'text':
    case 'date':
    case 'choice':
    case 'pick':
      return trimmed === '' ? undefined : trimmed;
    case 'attachment':
    case 'list':
      return undefined;
  }
};

const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, '_')
    .slice(0, 200) || 'file';

const fileFault = async (
  content: Buffer,
  accepts: readonly string[],
  scanner: string | undefined,
): Promise<{ readonly fault: Text } | { readonly type: string; readonly scanned: 'clean' | 'not-scanned' }> => {
  if (content.byteLength === 0) return { fault: text('有一个文件是空的。', 'One of the files is empty.') };
  const type = (await fileTypeFromBuffer(content))?.mime;
  if (type === undefined || !accepts.includes(type))
    return {
      fault: text(
        '只接收这里列出的文件类型；类型按内容判断，与文件名无关。',
        'Only the kinds of file named here are accepted; the content decides, not the name.',
      ),
    };
  const scanned = await scanContent(scanner, content);
  if (scanned === 'infected')
    return { fault: text('病毒扫描认为有一个文件有害。', 'The virus scan found one of the files harmful.') };
  if (scanned === 'failed')
    return { fault: text('病毒扫描没有完成，请稍后重试。', 'The virus scan did not finish. Try again later.') };
  return { type, scanned };
};

/** Takes in what a plain form sent: texts as the definition's controls mean them, files checked by content and scanned. */
export const readForm = async (
  request: FastifyRequest,
  form: FormDefinition | undefined,
  scanner: string | undefined,
): Promise<SentForm> => {
  const sent = await readParts(request);
  const fields = form?.fields ?? {};
  const faults: Record<string, Text> = sent.fault === undefined ? {} : { '': sent.fault };
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(field, sent.texts.get(name) ?? []);
    if (value !== undefined) values[name] = value;
  }
  const files: BroughtFile[] = [];
  for (const { field: name, name: fileName, content } of sent.fault === undefined ? sent.files : []) {
    const control = fields[name]?.control;
    if (control?.kind !== 'attachment') continue;
    const checked = await fileFault(content, control.accepts, scanner);
    if ('fault' in checked) {
      faults[name] = checked.fault;
      continue;
    }
    const file: BroughtFile = { name: cleanName(fileName), content, ...checked };
    files.push(file);
    values[name] = [...((values[name] as unknown[] | undefined) ?? []), referenceOfFile(file)];
  }
  const reason = sent.texts.get('reason')?.[0]?.replaceAll('\r\n', '\n').trim();
  return {
    values,
    reason: reason === undefined || reason === '' ? undefined : reason,
    files,
    faults,
    filesSent: sent.files.length > 0 || sent.fault !== undefined,
  };
};
