export { DocumentFault } from './document-fault.ts';
export { renderDocx } from './docx/render-docx.ts';
export { renderPdf, type RenderedPdf } from './pdf/render-pdf.ts';
