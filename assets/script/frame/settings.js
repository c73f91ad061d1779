// The settings of a frame, as logreg_core.frame.settings has them.
export const DEFAULTS = {
  threshold: 0.5,
  learning_rate: 1,
  l1: 0,
  l2: 0,
  cost_fp: 1,
  cost_fn: 1,
  unit: "nats",
  loss: "cross-entropy",
  path: [],
  sample: 0,
  interaction: false,
};

// Those of a scene whose training has led along a path: the last weights of the path are in force.
export function settingsAt(scene, path) {
  const [w0, ...w] = path[path.length - 1];
  return { ...scene, w0, w, path, sample: Math.max(scene.sample - 1, 0) };
}
