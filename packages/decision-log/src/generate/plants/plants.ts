import { text } from '@suanjian/rulebook';
import { GenerateFault } from '../fault.ts';
import { accountPlants } from './accounts.ts';
import { behaviourPlants } from './behaviour.ts';
import { chartPlants } from './charts.ts';
import { choicePlants } from './choices.ts';
import { labelPlants } from './labels.ts';
import type { Plant } from './plant.ts';
import { pricePlants } from './prices.ts';
import { protectionPlants } from './protection.ts';
import { recordPlants } from './record.ts';
import { responsibilityPlants } from './responsibility.ts';
import { slatePlants } from './slates.ts';
import { workPlants } from './work.ts';

/** Every violation that can be planted, by name: one at least for each check that a log decides. */
export const plants = {
  ...choicePlants,
  ...labelPlants,
  ...slatePlants,
  ...responsibilityPlants,
  ...pricePlants,
  ...behaviourPlants,
  ...accountPlants,
  ...chartPlants,
  ...protectionPlants,
  ...workPlants,
  ...recordPlants,
} as const satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;

const isPlantName = (name: string): name is PlantName => Object.hasOwn(plants, name);

export const plantNames: readonly PlantName[] = Object.keys(plants).filter(isPlantName);

/** Throws when the size is none that the plant knows. */
export const checkPlant = (name: PlantName, value: number): void => {
  const plant: Plant = plants[name];
  if (!(value >= plant.least && value <= plant.most))
    throw new GenerateFault(
      text(
        `植入项 ${name} 的大小应为 ${plant.least} 至 ${plant.most} 之间的数（${plant.size.zh}），例如 ${name}=${plant.usual}。`,
        `The size of ${name} must be a number from ${plant.least} to ${plant.most} (${plant.size.en}), such as ${name}=${plant.usual}.`,
      ),
    );
  if (plant.whole && !Number.isInteger(value))
    throw new GenerateFault(text(`植入项 ${name} 的大小应为整数。`, `The size of ${name} must be a whole number.`));
};

/** Reads `name=size`, as it is given on the command line. */
export const parsePlant = (words: string): readonly [PlantName, number] => {
  const cut = words.indexOf('=');
  const name = cut < 0 ? words : words.slice(0, cut);
  const size = cut < 0 ? '' : words.slice(cut + 1).trim();
  if (!isPlantName(name))
    throw new GenerateFault(
      text(
        `没有名为“${name}”的植入项。可用：${plantNames.join('、')}。`,
        `There is no violation named "${name}" to plant. There are: ${plantNames.join(', ')}.`,
      ),
    );
  const value = size === '' ? Number.NaN : Number(size);
  checkPlant(name, value);
  return [name, value];
};
