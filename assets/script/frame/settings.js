// The settings of a frame, as logreg_core.frame.settings has them.

/** @typedef {Required<Omit<Settings, "w0" | "w">>} Defaults */
/** @typedef {Settings & Defaults} AllSettings */

/**
 * What stands where a setting is not given.
 * @type {Defaults}
 */
export const DEFAULTS = {
  threshold: 0.5,
  learning_rate: 1,
  l1: 0,
  l2: 0,
  cost_fp: 1,
  cost_fn: 1,
  loss: "cross-entropy",
  unit: "nats",
  path: [],
  shadow: [],
  sample: 0,
  interaction: false,
};

/**
 * The settings of a scene whose training has led along a path: the last weights of the path are in
 * force, and samples are counted from 0. A scene with no chosen sample shows the first.
 * @param {Scene} scene
 * @param {number[][]} path
 * @param {number[][]} [shadow] the same path on nudged data
 * @returns {Settings}
 */
export function settingsAt(scene, path, shadow = []) {
  const [w0, ...w] = path[path.length - 1];
  const sample = Math.max(scene.sample - 1, 0);
  return { ...scene, w0, w, path, shadow, sample, loss: scene.loss_function };
}
