// The sentence about steps that do not settle.
import { DECIMALS, exactly, number, thousands } from "../frame/numbers.js";

/**
 * What to know about a path of training that bounces, or that has magnified its rounding into the
 * digits that a page shows; empty where there is nothing to say.
 * @param {Frame} frame
 * @param {Pick<Scene, "learning_rate">} scene
 */
export function unsettled({ history_now: now, optimum }, { learning_rate }) {
  const [digits, decimals, until, bounces] = ["digits", "decimals", "until", "bounces"].map(
    (name) => now[name][0],
  );
  if (decimals >= DECIMALS && !bounces) return "";
  const [limit] = optimum.rate_limit;
  const advice = learning_rate > limit ? ` Choose a learning rate below ${below(limit)}.` : "";
  if (decimals >= DECIMALS) {
    return `These steps do not settle: the loss still rises and falls.${advice}`;
  }
  const start = bounces ? "These steps do not settle: each one" : "Each of these steps";
  return `${start} magnifies rounding, and after step ${thousands(until)} ${lost(digits)}.${advice}`;
}

/** @param {number} digits */
function lost(digits) {
  if (digits < 1)
    return "no digit of the weights can be trusted, so “?” stands for what is not known";
  return "fewer digits can be trusted than are usually shown";
}

/** @param {number} limit */
const below = (limit) => exactly(() => number(limit, limit < 0.01 ? 6 : 3));
