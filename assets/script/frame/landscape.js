// Tables about the loss as a landscape over both weights: its height, a point on it, the path.
import { meanLoss, meanSquared } from "./blocks.js";
import { clipPath, clipSegment, isInside, NOWHERE } from "./clipping.js";
import { image, row } from "./columns.js";
import { spread } from "./features.js";
import { penalisedLoss, penalty } from "./lasso.js";
import { otherLoss, perNat } from "./loss.js";
import { general, MINUS } from "./numbers.js";
import { perData } from "./per-data.js";
import { linspace } from "./ranges.js";

/** @import { Penalties } from "./lasso.js" */
/** @import { Scene } from "./scene.js" */

const REACH = 8; // the surface spans so many logits, and logits per standard deviation, either way
const SURFACE_POINTS = [15, 61]; // along each side of the surface, at least and at most
const SURFACE_WORK = 1e7; // losses to compute at most: some 50 ms
const LOWEST_LOG = -700; // stands for the logarithm of a loss that is 0
// of the surface's width: so far inside its edge stands a point that lies beyond it
const EDGE = 0.03;
// last steps that are drawn of a path that bounces, which all together are a band
const BOUNCES = 50;
const WAYS = ["↙↓↘", "← →", "↖↑↗"]; // from below, each from the left

// The surface's upper right corner [w0, w1]; the lower left one is its mirror image.
const corner = perData(({ x }) => {
  const [middle, sd] = spread(x[0]);
  const steep = REACH / sd;
  return [REACH + steep * Math.abs(middle), steep];
});

/**
 * The surface's lower left and upper right corner.
 * @param {Data} data
 * @returns {[number[], number[]]}
 */
const corners = (data) => [corner(data).map((v) => -v), corner(data)];

/**
 * The weights of each point of the surface, row by row from below.
 * @param {Data} data
 * @returns {[w0: number, w1: number][]}
 */
function grid(data) {
  const [fewest, most] = SURFACE_POINTS;
  const wanted = Math.sqrt(SURFACE_WORK / data.y.length);
  const points = Math.trunc(Math.min(Math.max(wanted, fewest), most));
  const [across, up] = corner(data).map((high) => linspace(-high, high, points));
  return up.flatMap((w1) => across.map((w0) => /** @type {[number, number]} */ ([w0, w1])));
}

// Mean losses over the surface, in nats unless they are squared losses, and without penalties.
const heights = perData((data, /** @type {string} */ loss) => {
  const height = loss === "squared" ? meanSquared : meanLoss;
  return Float64Array.from(grid(data), ([w0, w1]) => height(data, w0, [w1]));
});

// The last surface of each loss. It is kept, because no slider of weights changes it.
const lastOf = perData((_, /** @type {string} */ _loss) => ({
  key: "",
  table: /** @type {Table} */ ({}),
}));

/**
 * The surface of a loss with its penalties.
 * @param {Scene} scene
 * @param {string} loss
 */
function surfaceOf({ data, settings: { l1, l2, unit } }, loss) {
  const last = lastOf(data, loss);
  const key = [l1, l2, unit].join();
  if (last.key !== key) {
    Object.assign(last, { key, table: land(data, loss, { l1, l2 }, perNat(unit, loss)) });
  }
  return last.table;
}

/**
 * @param {Data} data
 * @param {string} loss
 * @param {Penalties} penalties
 * @param {number} nat how much of the unit a nat is
 */
function land(data, loss, penalties, nat) {
  const [far, steep] = corner(data);
  const side = Math.sqrt(heights(data, loss).length);
  const added = linspace(-steep, steep, side).map((w1) => penalty([w1], penalties));
  const height = heights(data, loss).map((v, at) => nat * (v + added[Math.trunc(at / side)]));
  const log_loss = height.map((v) => Math.max(Math.log(v), LOWEST_LOG));
  return {
    of: [loss],
    loss: image(height, side, side),
    log_loss: image(log_loss, side, side),
    w0_low: [-far],
    w0_width: [2 * far],
    w1_low: [-steep],
    w1_width: [2 * steep],
  };
}

/**
 * The point on the surface of a loss, and the step down it.
 * @param {Scene} scene
 * @param {string} loss
 */
function nowOn(scene, loss) {
  const { data, weights, settings } = scene;
  const ends = clipSegment(weights, scene.next(loss), ...corners(data));
  const [start, end] = ends ?? [NOWHERE, NOWHERE];
  const [w0, w1] = isInside(weights, ...corners(data)) ? weights : NOWHERE;
  return row({
    w0,
    w1,
    loss: perNat(settings.unit, loss) * penalisedLoss(data, weights, settings, loss),
    arrow_w0_from: start[0],
    arrow_w1_from: start[1],
    arrow_w0_to: end[0],
    arrow_w1_to: end[1],
    ...pin(weights, ...corners(data)),
  });
}

/**
 * Columns of a point beyond the edge: where it is pinned, its label, and the label's anchor.
 * @param {number[]} point
 * @param {number[]} low
 * @param {number[]} high
 */
function pin(point, low, high) {
  const [across, up] = [0, 1].map((i) => Number(point[i] > high[i]) - Number(point[i] < low[i]));
  const isInside = across === 0 && up === 0;
  const [w0, w1] = [0, 1].map((i) => {
    const inset = EDGE * (high[i] - low[i]);
    return Math.min(Math.max(point[i], low[i] + inset), high[i] - inset);
  });
  const said = `${WAYS[up + 1][across + 1]} (${general(point[0], 3)}, ${general(point[1], 3)})`;
  return {
    pin_w0: isInside ? Number.NaN : w0,
    pin_w1: isInside ? Number.NaN : w1,
    pin_label: isInside ? "" : said.replaceAll("-", MINUS),
    pin_anchor: `${["bottom", "center", "top"][up + 1]}_${["left", "center", "right"][across + 1]}`,
  };
}

/** @param {Scene} scene */
const surface = (scene) => surfaceOf(scene, scene.settings.loss);

/** @param {Scene} scene */
const surface_now = (scene) => nowOn(scene, scene.settings.loss);

/** @param {Scene} scene */
const surface_other = (scene) => surfaceOf(scene, otherLoss(scene.settings.loss));

/** @param {Scene} scene */
const surface_other_now = (scene) => nowOn(scene, otherLoss(scene.settings.loss));

/** @param {Scene} scene */
function path(scene) {
  const points = clipPath(wayOf(scene), ...corners(scene.data));
  return { w0: points.map(([w0]) => w0), w1: points.map(([, w1]) => w1) };
}

/**
 * The points of the path that are drawn: of one that bounces at its end, only the last steps.
 * @param {Scene} scene
 * @returns {number[][]}
 */
function wayOf({ data, settings, steps }) {
  const last = settings.path.slice(-BOUNCES - 1);
  const isLong = settings.path.length > BOUNCES + 1;
  if (isLong && 2 * turnsBack(last, corner(data)) > BOUNCES - 1) return last;
  return steps.map((k) => settings.path[k]);
}

/**
 * How often a step leads back, rather than on, from where the step before came.
 * @param {number[][]} points
 * @param {number[]} scale of each weight
 */
function turnsBack(points, scale) {
  const moves = points.slice(1).map((to, k) => to.map((v, i) => (v - points[k][i]) / scale[i]));
  return moves.slice(1).filter(([a, b], k) => a * moves[k][0] + b * moves[k][1] < 0).length;
}

/** Tables of this module, by their names in the frame. */
export const LANDSCAPE = { surface, surface_now, surface_other, surface_other_now, path };
