import type { Walk } from '../../testing/walk.ts';
import type { FormValues } from '../../engine/form.ts';

const changed: FormValues = { coverOccasion: 'change' };

export const walk: Walk = {
  samples: {
    form: [
      { ...changed, version: '2.0' },
      { ...changed, updateFrequency: '每天。' },
    ],
  },
};
