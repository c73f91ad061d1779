import assert from "node:assert/strict";
import { test } from "node:test";
import { derive } from "../../../assets/script/scene/form.js";
import { opening } from "../../../assets/script/scene/scene.js";
import { ONE, TWO } from "./blocks.js";

test("the raw form is the data set itself", () => {
  const data = derive(ONE, opening(ONE));
  assert.equal(data.x, ONE.x);
  assert.deepEqual(data, {
    x: ONE.x,
    y: ONE.y,
    features: ["length"],
    units: ["cm"],
    separable: "no",
    shows: [],
  });
});

test("the same form gives the same object, whatever else is set", () => {
  const scene = opening(TWO, { standardise: true });
  const trained = { ...scene, w1: 9, steps: 4 };
  assert.equal(derive(TWO, scene), derive(TWO, trained));
});

test("another form, another moved sample and another data set give other objects", () => {
  const scene = opening(TWO);
  const others = [
    derive(TWO, { ...scene, standardise: true }),
    derive(TWO, { ...scene, interaction: true }),
    derive(TWO, { ...scene, moved: { 1: [0, 0] } }),
    derive(TWO, { ...scene, moved: { 1: [0, 1] } }),
    derive(ONE, opening(ONE)),
    derive(TWO, scene),
  ];
  assert.equal(new Set(others).size, others.length);
});

test("a standardised feature has the mean 0 and the standard deviation 1", () => {
  const { x, units, mean, sd } = derive(ONE, opening(ONE, { standardise: true }));
  const [column] = x;
  const total = (/** @type {number[]} */ values) => values.reduce((a, b) => a + b, 0);
  assert.ok(Math.abs(total(column)) < 1e-12);
  assert.ok(Math.abs(total(column.map((v) => v * v)) / 4 - 1) < 1e-12);
  assert.deepEqual([units, mean], [["sd"], [3]]);
  assert.ok(Math.abs((sd ?? [])[0] - Math.sqrt(3.5)) < 1e-12);
});

test("the product of two features is a third one with a name and a unit", () => {
  const { x, features, units } = derive(TWO, opening(TWO, { interaction: true }));
  assert.deepEqual(x[2], [2, -2, 1.5, 6]);
  assert.deepEqual(features, ["length", "width", "length × width"]);
  assert.deepEqual(units, ["cm", "", "cm"]);
});

test("a moved sample stands elsewhere, and whether the classes separate is not known", () => {
  const { x, separable } = derive(TWO, opening(TWO, { moved: { 2: [8, 9] } }));
  assert.deepEqual(x, [
    [1, 8, 3, 6],
    [2, 9, 0.5, 1],
  ]);
  assert.equal(separable, undefined);
});

test("a data set does not change when its samples are moved", () => {
  const before = structuredClone(TWO);
  derive(TWO, opening(TWO, { moved: { 1: [5, 5] }, interaction: true, standardise: true }));
  assert.deepEqual(TWO, before);
});

test("forms of long ago are forgotten", () => {
  const scene = opening(ONE);
  const first = derive(ONE, { ...scene, moved: { 1: [0] } });
  for (let place = 1; place <= 30; place++) derive(ONE, { ...scene, moved: { 1: [place] } });
  assert.notEqual(derive(ONE, { ...scene, moved: { 1: [0] } }), first);
});
