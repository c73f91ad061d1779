// The words on axes and titles that follow the data set and the unit of the loss.

/**
 * Words by the name of the model that they are written to. An axis of a feature that the data set does
 * not have keeps its words.
 * @param {Pick<Page["plots"], "axes" | "by_unit">} plots
 * @param {Pick<Data, "features" | "units">} data
 * @param {string} unit of the loss
 * @returns {[name: string, words: string][]}
 */
export function labels({ axes, by_unit }, { features, units }, unit) {
  /** @type {[string, string][]} */
  const found = [];
  for (const [name, feature] of Object.entries(axes)) {
    const j = feature === "x" ? 0 : Number(feature.slice(1)) - 1;
    if (features[j] === undefined) continue;
    found.push([name, units[j] ? `${features[j]}, ${units[j]}` : features[j]]);
  }
  for (const [name, words] of Object.entries(by_unit)) found.push([name, words[unit]]);
  return found;
}
