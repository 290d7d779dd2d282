import { crc32, deflateSync } from 'node:zlib';

/*
 * Papers and pictures for the demonstration, made on the spot: real files of their kinds, so that checking by content, sealing and
 * showing them work as with anybody's.
 */

const utf16 = (line: string): string => {
  const bytes = Buffer.from(line, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
};

/** One page of A4 with a title and lines below it. The font is one that every reader of PDF brings along for Chinese. */
export const paper = (title: string, lines: readonly string[]): Uint8Array => {
  const written = [
    'BT /F1 18 Tf 60 770 Td',
    `${utf16(title)} Tj`,
    '/F1 11 Tf 0 -36 Td 20 TL',
    ...lines.map((line) => `${utf16(line)} Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${written.length} >>\nstream\n${written}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((content, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

const chunk = (type: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.byteLength);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

type Colour = readonly [red: number, green: number, blue: number];

const width = 360;
const height = 640;

interface Span {
  readonly until: number;
  readonly colour: Colour;
}

const background: Colour = [246, 247, 249];
const card: Colour = [255, 255, 255];
const writing: Colour = [120, 126, 134];

/** A stand-in for a screenshot: a bar on top and rows of cards, in a shade of its own; one line of it, from left to right. */
const spansOf = (y: number, seed: number, accent: Colour): readonly Span[] => {
  if (y < 56) return [{ until: width, colour: accent }];
  const row = Math.floor((y - 56) / 116);
  const inRow = (y - 56) % 116;
  if (inRow < 12) return [{ until: width, colour: background }];
  const line = inRow - 20;
  const end = Math.ceil(320 - ((line * seed) % 90));
  const isText = line >= 0 && line % 24 < 10 && end > 129;
  const thumbnail: Colour = [(accent[0] + row * 23) % 230, (accent[1] + row * 17) % 230, accent[2]];
  return [
    { until: 16, colour: background },
    { until: 112, colour: inRow < 104 ? thumbnail : card },
    ...(isText
      ? [
          { until: 129, colour: card },
          { until: end, colour: writing },
        ]
      : []),
    { until: width - 15, colour: card },
    { until: width, colour: background },
  ];
};

/** A picture of 360 × 640 points; the same seed gives the same picture. */
export const picture = (seed: number): Uint8Array => {
  const accent: Colour = [40 + ((seed * 37) % 120), 90 + ((seed * 53) % 100), 140 + ((seed * 29) % 90)];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    const start = y * (1 + width * 3) + 1;
    let from = 0;
    for (const { until, colour } of spansOf(y, seed, accent)) {
      rows.fill(Buffer.from(colour), start + from * 3, start + until * 3);
      from = until;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, three channels.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
