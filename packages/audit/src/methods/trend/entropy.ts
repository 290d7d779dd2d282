/**
 * The expected Shannon entropy of `sample` views drawn without replacement from `total` views whose keys were seen `counts` times, over
 * ln(sample), as SQL. Each key's number in the sample is hypergeometric; the sum is over keys and numbers. Exact rarefaction, as
 * Hurlbert (1971), "The nonconcept of species diversity", Ecology 52, does for the number of species.
 */
export const rarefiedEntropy = (counts: string, total: string, sample: number): string => {
  const logFactorial = (value: string): string => `lgamma(toFloat64(${value}) + 1)`;
  const ways = `${logFactorial(total)} - ${logFactorial(`${total} - ${sample}`)} - ${logFactorial(String(sample))}`;
  // Of a key seen `seen` times, `drawn` come into the sample; the other keys must be able to fill the rest of it.
  const mass = `exp(${logFactorial('seen')} - ${logFactorial('drawn')} - ${logFactorial('seen - drawn')}
      + ${logFactorial(`${total} - seen`)} - ${logFactorial(`${sample} - drawn`)} - ${logFactorial(`${total} - seen - ${sample} + drawn`)} - (${ways}))`;
  const least = `toUInt64(greatest(1, ${sample} - toInt64(${total} - seen)))`;
  // A sample of one key only (drawn = sample) adds nothing to the entropy, and is left out.
  return `arraySum(seen -> arraySum(drawn -> ${mass} * (drawn / ${sample}) * log(${sample} / drawn), range(${least}, toUInt64(least(seen, ${sample - 1}) + 1))), ${counts}) / log(${sample})`;
};
