import type { Option } from '@suanjian/matters';
import type { Text } from '@suanjian/rulebook';

interface OptionGroup {
  readonly title: Text | undefined;
  readonly options: readonly Option[];
}

/** Options under their headings, in the order in which headings first appear. */
export const groupsOf = (options: readonly Option[]): readonly OptionGroup[] => {
  const groups = new Map<string, { title: Text | undefined; options: Option[] }>();
  for (const option of options) {
    const key = option.group?.en ?? '';
    const group = groups.get(key) ?? { title: option.group, options: [] };
    group.options.push(option);
    groups.set(key, group);
  }
  return [...groups.values()];
};
