const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
};

export const fileKinds = (types: readonly string[]): string => types.map((type) => names[type] ?? type).join(', ');
