// Numbers opened to their formulas with the inputs filled in.

import { compute } from "../frame/compute.js";
import { logit } from "../frame/link.js";
import { MINUS, measured, number, plain } from "../frame/numbers.js";
import { settingsAt } from "../frame/settings.js";
import { mean } from "../frame/sums.js";
import { LEAVE } from "../frame/training.js";
import {
  added,
  breaking,
  call,
  equal,
  FEW,
  factor,
  features,
  found,
  fraction,
  given,
  group,
  less,
  log,
  math,
  matrix,
  meanOf,
  mi,
  mn,
  mo,
  over,
  power,
  root,
  rounded,
  same,
  score,
  within,
} from "./mathml.js";
import { byHand, lossOf, named, sampleAt, sigmoidOf } from "./sample.js";
import { all, escaped, weight } from "./sentences.js";

// The model with its weights filled in: p = σ(w0 + w1 x).
export function model(s) {
  const w = all(s, "w");
  return math(same(mi("p"), call("σ", score(w, features(w.slice(1))))));
}

// name: what is opened, as lines of [what it is in words, formula]
const OPENED = {
  "mean-loss": ({ frame: { samples, summary: s } }) => [
    [
      `mean loss: the losses of all ${s.n} samples, added and divided by ${s.n}`,
      equal(meanOf(samples.loss, s.n), found(s.mean_loss)),
    ],
  ],

  accuracy: ({ frame: { summary: s } }) => [
    [
      "samples whose predicted label is their label: true positives and true negatives",
      equal(
        `<mn>${s.true_positive}</mn>${mo("+")}<mn>${s.true_negative}</mn>`,
        `<mn>${s.correct}</mn>`,
      ),
    ],
  ],

  boundary({ frame: { summary: s }, data }) {
    const [cut, w] = [call("logit", given(s.threshold)), all(s, "w")];
    const level = found(logit(s.threshold));
    if (data.x.length > 1)
      return [
        [
          "decision boundary: where the logit is that of the threshold",
          equal(score(w, features(w.slice(1))), cut, level),
        ],
      ];
    return [
      [
        "decision boundary: the x at which p equals the threshold",
        equal(
          mi("x"),
          fraction(`${cut}${mo(MINUS)}${mi("w", "0")}`, mi("w", "1")),
          fraction(`${level}${less(w[0])}`, given(w[1])),
          found(s.boundary),
        ),
      ],
    ];
  },

  "odds-ratio"({ frame: { summary: s }, data }) {
    const w = all(s, "w");
    return all(s, "odds_ratio").map((ratio, j) => [
      `one unit more of ${data.features[j]} multiplies the odds by`,
      equal(power(mi("e"), mi("w", String(j + 1))), power(mi("e"), given(w[j + 1])), found(ratio)),
    ]);
  },

  gradient: ({ frame: { samples, summary: s }, data }) => [
    [
      "gradient, for the intercept: the mean residual p − y",
      equal(meanOf(samples.residual, s.n), found(s.grad_w0)),
    ],
    ...data.x.map((x, j) => [
      `gradient, for the coefficient of ${data.features[j]}: the mean of residual times x`,
      equal(
        meanOf(samples[data.x.length > 1 ? `residual_x${j + 1}` : "residual_x"], s.n),
        found(s[`grad_w${j + 1}`]),
      ),
    ]),
  ],

  sample(now) {
    const lines = byHand(now);
    if (!lines) return [["choose a sample to see how its row is worked out", ""]];
    return lines.map(([said, formula, value, sign = "="], i) => [
      i ? said : `sample ${now.scene.sample}: ${said}`,
      `${formula}${breaking(sign)}${mn(value)}`,
    ]);
  },

  // of every sample, where they are few; else of the chosen one and those above the panel
  losses({ frame: { samples }, data, scene, every }) {
    const rows = [...samples.y.keys()];
    const told =
      rows.length <= FEW
        ? rows
        : rows
            .filter((i) => i * every + 1 === scene.sample || samples.loss_note[i] !== "")
            .slice(0, FEW);
    return told.map((i) => [
      `loss of ${named(data, i * every)}, y = ${samples.y[i]}`,
      equal(lossOf(sampleAt(samples, i), scene.unit), found(samples.loss[i])),
    ]);
  },

  threshold: ({ frame: { rulers_now: t } }) => [
    [
      "the threshold as odds",
      equal(fraction(given(t.p[0]), `<mn>1</mn>${mo(MINUS)}${given(t.p[0])}`), found(t.odds[0])),
    ],
    ["the threshold as log-odds", equal(call("ln", found(t.odds[0])), found(t.logit[0]))],
  ],

  pulls({ frame: { gradient: g, gradient_now: now } }) {
    const leave = given(LEAVE);
    return [
      ["sum that pulls at w₀: every p − y", equal(added(g.residual), found(now.residual_sum[0]))],
      [
        "sum that pulls at w₁: every (p − y) x",
        equal(added(g.residual_x), found(now.residual_x_sum[0])),
      ],
      [
        "leave stands for a residual near 0, raise for one below, lower for one above",
        `${mo("|")}${mi("p")}${mo(MINUS)}${mi("y")}${mo("|")}${mo("&lt;")}${leave}`,
      ],
    ];
  },

  // each weight, from the same point
  step({ frame: { gradient_now: now, summary: s }, scene }) {
    const { learning_rate, l1, l2 } = scene;
    const drawn = l1 > 0 ? `, then towards 0 by η λ₁ = ${plain(rounded(learning_rate * l1))}` : "";
    return all(s, "w").map((w, j) => {
      const slope = now[`grad_w${j}`][0];
      const penalised = group(`${found(s[`grad_w${j}`])}${mo("+")}${given(l2)}${factor(w)}`);
      const sum = j && l2 > 0 ? penalised : within(slope, found(slope));
      return [
        `${weight(j)} after one step: less the learning rate times its slope${j ? drawn : ""}`,
        equal(`${given(w)}${less(learning_rate)}${mo("×")}${sum}`, found(now[`next_w${j}`][0])),
      ];
    });
  },

  "rate-limit"({ frame: { optimum }, data, scene }) {
    const columns = [data.x[0].map(() => 1), ...data.x];
    const bend = columns.map((a, i) =>
      columns.map((b, j) => mean(a.map((v, k) => v * b[k])) / 4 + (i && i === j ? scene.l2 : 0)),
    );
    const [limit] = optimum.rate_limit;
    const largest = `<msub><mi>λ</mi><mtext>max</mtext></msub>`;
    return [
      [
        "sharpest bend: the largest eigenvalue of the second derivatives at weights of 0, where they are largest",
        `${largest}${matrix(bend.map((row) => row.map(given)))}`,
      ],
      [
        "learning rate below which steps settle: 2 / that eigenvalue",
        equal(
          fraction("<mn>2</mn>", limit === undefined ? largest : found(2 / limit)),
          found(limit),
        ),
      ],
    ];
  },

  size({ frame: { summary: s, history } }) {
    const w = all(s, "w");
    return [
      [
        "size of the weights: the root of the sum of their squares",
        equal(
          root(w.map((v) => power(within(v, given(v)), "<mn>2</mn>")).join(mo("+"))),
          found(history?.weight_norm.at(-1) ?? Math.hypot(...w)),
        ),
      ],
    ];
  },

  // at the best weights every slope is 0; where there are none, the weights only grow
  optimum(now) {
    const { frame, data, scene } = now;
    const best = all(frame.optimum, "w").map(([v]) => v);
    if (!best.every(Number.isFinite)) return OPENED.size(now);
    const { samples, summary: s } = compute(data, settingsAt(scene, [best]), [
      "samples",
      "summary",
    ]);
    const zero = (v) => mn(number(Number(v.toFixed(9)) || 0));
    const rows = data.x.map((_, j) => {
      const column = samples[data.x.length > 1 ? `residual_x${j + 1}` : "residual_x"];
      const penalty = scene.l2 > 0 ? `${mo("+")}${given(scene.l2)}${factor(best[j + 1])}` : "";
      return [
        `and so is that for the coefficient of ${data.features[j]}: the mean of residual times x${penalty ? ", plus λ₂ times the coefficient" : ""}`,
        equal(
          `${meanOf(column, s.n)}${penalty}`,
          zero(s[`grad_w${j + 1}`] + scene.l2 * best[j + 1]),
        ),
      ];
    });
    return [
      [
        `at ${best.map((v, j) => `${weight(j)} = ${number(v, 4)}`).join(", ")} the slope for the intercept is 0: the mean residual`,
        equal(meanOf(samples.residual, s.n), zero(s.grad_w0)),
      ],
      ...rows,
      ["mean loss there", equal(meanOf(samples.loss, s.n), found(frame.optimum.mean_loss[0]))],
    ];
  },

  "best-threshold"({ frame: { decision_now: now }, scene }) {
    const [fp, fn] = [given(scene.cost_fp), given(scene.cost_fn)];
    return [
      [
        "t*, the threshold that the costs call for: C_FP / (C_FP + C_FN)",
        equal(mi("t*"), fraction(fp, `${fp}${mo("+")}${fn}`), found(now.best_threshold[0])),
      ],
    ];
  },

  cost: ({ frame: { decision_now: now, summary: s }, scene }) => [
    [
      "expected cost: each mistake times what it costs, divided by all samples",
      equal(
        fraction(
          `<mn>${s.false_positive}</mn>${factor(scene.cost_fp)}${mo("+")}<mn>${s.false_negative}</mn>${factor(scene.cost_fn)}`,
          `<mn>${s.n}</mn>`,
        ),
        found(now.cost[0]),
      ),
    ],
  ],

  rates({ frame: { summary: s } }) {
    const share = (said, part, rest) => [
      said,
      equal(
        fraction(`<mn>${part}</mn>`, `<mn>${part}</mn>${mo("+")}<mn>${rest}</mn>`),
        found(part / (part + rest)),
      ),
    ];
    return [
      share(
        "true positive rate, or sensitivity: of all with y = 1, those predicted 1",
        s.true_positive,
        s.false_negative,
      ),
      share(
        "false positive rate: of all with y = 0, those predicted 1",
        s.false_positive,
        s.true_negative,
      ),
      share("precision: of all predicted 1, those with y = 1", s.true_positive, s.false_positive),
      share(
        "F1: twice the true positives, against the mistakes",
        2 * s.true_positive,
        s.false_positive + s.false_negative,
      ),
    ];
  },

  auc({
    frame: {
      decision_now: { auc },
      summary: s,
    },
  }) {
    const [ones, zeros] = [s.true_positive + s.false_negative, s.true_negative + s.false_positive];
    const pairs = plain(Math.round(2 * auc[0] * ones * zeros) / 2);
    return [
      [
        "AUC: of all pairs of one with y = 1 and one with y = 0, those in which it has the larger p; equal p count a half",
        equal(fraction(mn(pairs), `<mn>${ones}</mn>${mo("×")}<mn>${zeros}</mn>`), found(auc[0])),
      ],
    ];
  },

  counts({ frame: { samples, summary: s }, data }) {
    const few = samples.y.length <= FEW && data.x.length === 1;
    const which = (y, predicted) =>
      [...samples.y.keys()]
        .filter((i) => samples.y[i] === y && samples.predicted[i] === predicted)
        .map((i) => measured(data.x[0][i]));
    const count = (name, y, predicted) => [
      `${name}: y = ${y} and predicted ${predicted}${few && which(y, predicted).length ? `; ${data.features[0]} ${which(y, predicted).join(", ")}` : ""}`,
      `<mi>y</mi>${mo("=")}<mn>${y}</mn><mspace width="0.8em"/>${mi("p")}${mo(predicted ? "≥" : "&lt;")}${given(s.threshold)}${mo(":")}<mn>${s[name.replace(" ", "_")]}</mn>`,
    ];
    return [
      count("true positive", 1, 1),
      count("false negative", 1, 0),
      count("false positive", 0, 1),
      count("true negative", 0, 0),
    ];
  },

  brier: ({ frame: { samples, calibration_now: now, summary: s } }) => [
    [
      "Brier score: the mean of (p − y)²",
      equal(
        over(
          added(Array.from(samples.residual, Math.abs), (v) => power(mn(number(v)), "<mn>2</mn>")),
          s.n,
        ),
        found(now.brier[0]),
      ),
    ],
  ],

  bins: ({ frame: { calibration: c } }) =>
    [...c.n.keys()].map((k) => [
      `p from ${plain(c.low[k])} to ${plain(c.high[k])}: n = ${c.n[k]}, mean p = ${number(c.mean_p[k])}; share of y = 1`,
      equal(
        fraction(`<mn>${Math.round(c.share[k] * c.n[k])}</mn>`, `<mn>${c.n[k]}</mn>`),
        found(c.share[k]),
      ),
    ]),

  pushes({ frame: { evidence: e, evidence_now: now, summary: s } }) {
    const [w, last] = [all(s, "w"), e.push.length - 1];
    const pushes = w
      .slice(1)
      .map((v, j) => [
        `push of ${e.name[j + 1]}: coefficient times value`,
        equal(`${given(v)}${factor(e.value[j + 1])}`, found(e.push[j + 1])),
      ]);
    const z = found(now.logit[0]);
    return [
      ...pushes,
      ["logit: the intercept and all pushes, added", equal(added([...e.push.slice(0, last)]), z)],
      [
        "probability: the logit through the sigmoid",
        equal(sigmoidOf(now.logit[0]), found(now.p[0])),
      ],
    ];
  },
};

// Markup for the names of what is to be opened, with a space between.
export function explain(names, now) {
  const lines = names.split(" ").flatMap((name) => OPENED[name](now));
  return `<dl>${lines.map(([said, formula]) => `<dt>${escaped(said)}</dt><dd>${math(formula)}</dd>`).join("")}</dl>`;
}
