// Tables about the loss as a landscape over both weights: its height, a point on it, the path.
import { meanLoss, meanSquared } from "./blocks.js";
import { clipPath, clipSegment, isInside, NOWHERE } from "./clipping.js";
import { image, row } from "./columns.js";
import { spread } from "./features.js";
import { perNat, squaredLoss, squaredSlope } from "./loss.js";
import { perData } from "./per-data.js";
import { linspace } from "./ranges.js";
import { mean } from "./sums.js";

/** @import { Scene } from "./scene.js" */

const REACH = 8; // the surface spans so many logits, and logits per standard deviation, either way
const SURFACE_POINTS = [15, 61]; // along each side of the surface, at least and at most
const SURFACE_WORK = 1e7; // losses to compute at most: some 50 ms
const LOWEST_LOG = -700; // stands for the logarithm of a loss that is 0

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

/** @param {Scene} scene */
const isSquared = ({ settings: { loss } }) => loss === "squared";

// Mean losses over the surface, in nats unless they are squared losses.
const heights = perData((data, /** @type {boolean} */ squared) => {
  const [fewest, most] = SURFACE_POINTS;
  const wanted = Math.sqrt(SURFACE_WORK / data.y.length);
  const points = Math.trunc(Math.min(Math.max(wanted, fewest), most));
  const [across, up] = corner(data).map((high) => linspace(-high, high, points));
  const height = squared ? meanSquared : meanLoss;
  return Float64Array.from({ length: points ** 2 }, (_, at) =>
    height(data, across[at % points], [up[Math.trunc(at / points)]]),
  );
});

// The surface in nats, in bits, or of the squared loss, which has no unit. No slider changes it.
const surfaceIn = perData((data, /** @type {string} */ unit) => {
  const [far, steep] = corner(data);
  const loss = heights(data, unit === "squared").map((v) => perNat(unit) * v);
  const log_loss = loss.map((v) => Math.max(Math.log(v), LOWEST_LOG));
  const side = Math.sqrt(loss.length);
  return {
    loss: image(loss, side, side),
    log_loss: image(log_loss, side, side),
    w0_low: [-far],
    w0_width: [2 * far],
    w1_low: [-steep],
    w1_width: [2 * steep],
  };
});

/** @param {Scene} scene */
const surface = (scene) =>
  surfaceIn(scene.data, isSquared(scene) ? "squared" : scene.settings.unit);

/** @param {Scene} scene */
function surface_now(scene) {
  const { data, weights } = scene;
  const there = isSquared(scene) ? squaredStep(scene) : scene.next;
  const [start, end] = clipSegment(weights, there, ...corners(data)) ?? [NOWHERE, NOWHERE];
  const [w0, w1] = isInside(weights, ...corners(data)) ? weights : NOWHERE;
  return row({
    w0,
    w1,
    loss: mean(isSquared(scene) ? squaredLosses(scene) : scene.loss),
    arrow_w0_from: start[0],
    arrow_w1_from: start[1],
    arrow_w0_to: end[0],
    arrow_w1_to: end[1],
  });
}

/** @param {Scene} scene */
const squaredLosses = ({ data, logit }) => logit.map((z, i) => squaredLoss(z, data.y[i]));

/**
 * The step that the slope of the squared loss would take.
 * @param {Scene} scene
 */
function squaredStep({ data, logit, weights: [w0, w1], settings: { learning_rate } }) {
  const pull = logit.map((z, i) => squaredSlope(z, data.y[i]));
  return [
    w0 - learning_rate * mean(pull),
    w1 - learning_rate * mean(pull.map((v, i) => v * data.x[0][i])),
  ];
}

/** @param {Scene} scene */
function path({ data, settings, steps }) {
  const way = steps.map((k) => settings.path[k]);
  const points = clipPath(way, ...corners(data));
  return { w0: points.map(([w0]) => w0), w1: points.map(([, w1]) => w1) };
}

/** Tables of this module, by their names in the frame. */
export const LANDSCAPE = { surface, surface_now, path };
