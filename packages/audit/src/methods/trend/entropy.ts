/**
 * The expected Shannon entropy of `sample` views drawn without replacement from `total` views whose keys were seen `counts` times, over
 * ln(sample), as SQL. Each key's number in the sample is hypergeometric; the sum is over keys and numbers. Exact rarefaction, as
 * Hurlbert (1971), "The nonconcept of species diversity", Ecology 52, does for the number of species.
 */
export const rarefiedEntropy = (counts: string, total: string, sample: number): string => {
  const logFactorial = (value: string): string => `lgamma(toFloat64(${value}) + 1)`;
  const ways = `${logFactorial(total)} - ${logFactorial(`${total} - ${sample}`)} - ${logFactorial(String(sample))}`;
  // What depends on the key alone is worked out once: (times seen, least that must come into the sample, log of the fixed factors).
  const keys = `arrayMap(seen -> (seen, toUInt64(greatest(1, ${sample} - toInt64(${total} - seen))), ${logFactorial('seen')} + ${logFactorial(`${total} - seen`)} - (${ways})), ${counts})`;
  // Of a key, `drawn` come into the sample and others fill the rest of it.
  const logMass = `one.3 - ${logFactorial('drawn')} - ${logFactorial(`${sample} - drawn`)} - ${logFactorial('one.1 - drawn')} - ${logFactorial(`${total} - one.1 - ${sample} + drawn`)}`;
  // A sample of one key only (drawn = sample) adds nothing to the entropy, and is left out.
  return `arraySum(one -> arraySum(drawn -> exp(${logMass}) * (drawn / ${sample}) * log(${sample} / drawn), range(one.2, toUInt64(least(one.1, ${sample - 1}) + 1))), ${keys}) / log(${sample})`;
};
