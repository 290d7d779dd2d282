import { describe, expect, it } from 'vitest';
import { announcedClass, registerTypeOfCode, registerTypes, registerTypesOf, techniques } from './technique.ts';

describe('techniques', () => {
  it('gives every technique its register types and every type its technique', () => {
    expect(techniques.flatMap(({ id }) => registerTypesOf(id))).toEqual([...registerTypes]);
    expect(registerTypesOf('search-filter').map(({ code }) => code)).toEqual(['04', '05']);
    expect(registerTypeOfCode('00')).toBeUndefined();
  });

  it('reads the column of class or role', () => {
    expect(announcedClass('服务技术支持者')).toEqual({
      technique: 'generative',
      types: ['generative'],
      role: 'technical-supporter',
    });
    expect(announcedClass('检索过滤类')?.types).toEqual(['search', 'filter']);
    expect(announcedClass('排序类')).toBeUndefined();
  });
});
