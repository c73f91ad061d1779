// The inputs of a scene: what stands in each, how they are grouped, and where a moved sample goes.
import { inputs, names } from "./scene.js";

const FEATURE = /^x\d$/;

// What stands in each input: the weights in force, not the start of training.
export function values({ block, scene, path }) {
  const force = names(block, scene).map((name, j) => [name, path.at(-1)[j]]);
  const moved = scene.moved[scene.sample] ?? [];
  const x = block.x.map((column, j) => [`x${j + 1}`, moved[j] ?? column[scene.sample - 1]]);
  return { ...scene, ...Object.fromEntries([...force, ...x]), steps: path.length - 1 };
}

// Rows of inputs under their titles, as [title, rows], of those that the page offers.
export function groups(block, scene, titles, { offers, mostSteps }) {
  const known = inputs(block, scene);
  const rows = (name) => {
    if (name === "x") return scene.sample ? featureRows(block, scene.sample) : [];
    if (!known[name]) return [];
    return [{ name, ...known[name], ...(name === "steps" && { high: mostSteps }) }];
  };
  return Object.entries(titles)
    .map(([title, all]) => [title, all.filter(offers).flatMap(rows)])
    .filter(([, found]) => found.length > 0);
}

// One row for each feature of the chosen sample.
function featureRows(block, sample) {
  return block.sliders.map((row, j) => {
    const of = (words) => `${words} of sample ${sample}`;
    return { ...row, name: `x${j + 1}`, word: of(row.word), label: of(row.label) };
  });
}

// Values of the chosen sample's features become the place that it is moved to, or none at home.
export function withMoves(now, changes) {
  if (!Object.keys(changes).some((name) => FEATURE.test(name))) return changes;
  const {
    block,
    scene: { sample, moved },
  } = now;
  const at = { ...values(now), ...changes };
  const x = block.x.map((_, j) => at[`x${j + 1}`]);
  const home = block.x.every((column, j) => column[sample - 1] === x[j]);
  const { [sample]: _, ...others } = moved;
  return { moved: home ? others : { ...others, [sample]: x } };
}
