import { ImageRun } from 'docx';
import type { DocumentFigure } from '@suanjian/matters';
import { text } from '@suanjian/rulebook';
import { DocumentFault } from '../document-fault.ts';

/** A transparent picture of one point, which programs without SVG show in its place; the alternative text tells the rest. */
const emptyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Width and height of a picture's own measure. */
const measureOf = (svg: string): readonly [number, number] => {
  const [, box] = /<svg\b[^>]*?\sviewBox="([^"]+)"/u.exec(svg) ?? [];
  const [, , width, height] = (box ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0))
    throw new DocumentFault(
      text('图片没有写明自己的尺寸（viewBox）。', 'A picture does not say how large it is (viewBox).'),
    );
  return [width, height];
};

/** @param number counts the pictures of the paper, textWidth is in twentieths of a point @throws DocumentFault for a picture that does not say how large it is */
export const pictureOf = (
  { svg, width, alternative, caption }: DocumentFigure,
  { number, textWidth }: { readonly number: number; readonly textWidth: number },
): ImageRun => {
  const [own, high] = measureOf(svg);
  // docx counts pictures in pixels of 1/96 inch, of which 15 twentieths of a point make one.
  const shown = Math.round((textWidth * Math.min(Math.max(width, 0), 1)) / 15);
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: { width: shown, height: Math.round((shown * high) / own) },
    altText: { id: String(number), name: caption, title: caption, description: alternative },
    fallback: { type: 'png', data: emptyPng },
  });
};
