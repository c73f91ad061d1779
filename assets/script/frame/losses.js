// Tables of both losses over the logit, and of how hard each pulls at the chosen sample.
import { row } from "./columns.js";
import { LOSS_TOP } from "./curves.js";
import { LOSSES } from "./loss.js";
import { OVERVIEW } from "./overview.js";
import { linspace } from "./ranges.js";
import { CURVE_POINTS } from "./scene.js";
import { LEAVE } from "./training.js";

/** @import { Scene } from "./scene.js" */

const REACH = 5; // logits that the arrow of a pull of 1 is long

/** @param {string} name */
const columnOf = (name) => name.replace("-", "_");

/**
 * Every loss with every label: the sign leads from a logit to that of the wrong label.
 * @type {{ loss: import("./loss.js").Loss, column: string, y: number, sign: number }[]}
 */
const PAIRS = Object.entries(LOSSES).flatMap(([name, loss]) =>
  [1, 0].map((y) => ({ loss, column: columnOf(name), y, sign: y ? -1 : 1 })),
);

const LOGITS = linspace(-LOSS_TOP, LOSS_TOP, CURVE_POINTS);

/** @type {Table} */
const CURVES_OVER_Z = {
  logit: LOGITS,
  ...Object.fromEntries(
    PAIRS.map(({ loss, column, y, sign }) => [
      `${column}_${y}`,
      LOGITS.map((z) => loss.value(sign * z)),
    ]),
  ),
};

const losses = () => CURVES_OVER_Z;

/** @param {Scene} scene */
function losses_now(scene) {
  const z = Number(OVERVIEW.evidence_now(scene).logit[0]);
  const drawn = Math.min(Math.max(z, -LOSS_TOP), LOSS_TOP);
  /** @type {Record<string, number>} */
  const found = { logit: z, logit_drawn: drawn };
  for (const { loss, column, y, sign } of PAIRS) {
    const pull = -sign * loss.slope(sign * z);
    const seen = Math.abs(pull) >= LEAVE ? REACH * pull : Number.NaN;
    found[`${column}_${y}`] = loss.value(sign * drawn);
    found[`${column}_pull_${y}`] = pull;
    found[`${column}_to_${y}`] = drawn + seen;
  }
  return row(found);
}

/** Tables of this module, by their names in the frame. */
export const OF_LOSSES = { losses, losses_now };
