// Tables about the loss as a landscape over both weights: its height, a point on it, the path.
import { clipPath, clipSegment, image, isInside, linspace, mean, perData, row } from "./columns.js";
import { meanLoss, meanSquared } from "./descent.js";
import { spread } from "./features.js";
import { squaredLoss, squaredSlope } from "./link.js";

const REACH = 8; // logits, and logits per standard deviation, either way
const SURFACE_POINTS = [15, 61]; // along each side, at least and at most
const SURFACE_WORK = 1e7; // losses to compute at most
const NOWHERE = [NaN, NaN];

// The upper right corner; the lower left one is its mirror image.
const corner = perData(({ x }) => {
  const [middle, sd] = spread(x[0]);
  const steep = REACH / sd;
  return [REACH + steep * Math.abs(middle), steep];
});

const corners = (data) => [corner(data).map((v) => -v), corner(data)];

const heights = perData((data, squared) => {
  const [fewest, most] = SURFACE_POINTS;
  const points = Math.trunc(
    Math.min(Math.max(Math.sqrt(SURFACE_WORK / data.y.length), fewest), most),
  );
  const [across, up] = corner(data).map((high) => linspace(-high, high, points));
  const [flat, height] = [new Float64Array(points ** 2), squared ? meanSquared : meanLoss];
  up.forEach((w1, j) => across.forEach((w0, i) => (flat[j * points + i] = height(data, w0, [w1]))));
  return flat;
});

// The images in a unit: made once, as no slider of weights changes them.
const images = perData((data, key) => {
  const [squared, unit] = key.split(" ");
  const loss = heights(data, squared === "squared").map((v) => unit * v);
  const log_loss = loss.map((v) => Math.max(Math.log(v), -700));
  const side = Math.sqrt(loss.length);
  return { loss: image(loss, side, side), log_loss: image(log_loss, side, side) };
});

function surface({ data, settings: { loss }, perNat }) {
  const [far, steep] = corner(data);
  const made = images(data, `${loss} ${loss === "squared" ? 1 : perNat}`);
  return { ...made, w0_low: [-far], w0_width: [2 * far], w1_low: [-steep], w1_width: [2 * steep] };
}

// The step that the slope of the squared loss would take.
function squaredStep({ data, logit, weights: [w0, w1], settings: { learning_rate } }) {
  const pull = logit.map((z, i) => squaredSlope(z, data.y[i]));
  return [
    w0 - learning_rate * mean(pull),
    w1 - learning_rate * mean(pull.map((v, i) => v * data.x[0][i])),
  ];
}

function surface_now(scene) {
  const { data, weights } = scene;
  const next = scene.settings.loss === "squared" ? squaredStep(scene) : scene.next;
  const inside = isInside(weights, ...corners(data));
  const squared = () => scene.logit.map((z, i) => squaredLoss(z, data.y[i]));
  const [start, end] = clipSegment(weights, next, ...corners(data)) ?? [NOWHERE, NOWHERE];
  return row({
    w0: inside ? weights[0] : NaN,
    w1: inside ? weights[1] : NaN,
    loss: mean(scene.settings.loss === "squared" ? squared() : scene.loss),
    arrow_w0_from: start[0],
    arrow_w1_from: start[1],
    arrow_w0_to: end[0],
    arrow_w1_to: end[1],
  });
}

function path({ data, settings: { path }, steps }) {
  const points = clipPath(
    steps.map((k) => path[k]),
    ...corners(data),
  );
  return { w0: points.map(([w0]) => w0), w1: points.map(([, w1]) => w1) };
}

export const LANDSCAPE = { surface, surface_now, path };
