// What the modules hand to each other. Columns and settings have the names of logreg_core.

/** A column of a table: numbers, words, or images; undefined stands for what is covered. */
type Column = ArrayLike<any> & Iterable<any>;
type Table = Record<string, any>;
type Frame = Record<string, Table>;

/** An image in a column: its rows from below, end to end. */
interface ImageColumn {
  flat: Float64Array;
  shape: number[];
}

/** A data set in the form that a frame is made from: one array for each feature, and the labels. */
interface Data {
  x: number[][];
  y: number[];
  features: string[];
  units: string[];
  separable?: string;
  mean?: number[];
  sd?: number[];
  /** Values that the axis of a plot holds beside the samples, of one feature. */
  shows?: number[];
  /** The ends of each axis while the hand moves a sample, so that the axes stand still under it. */
  holds?: [number, number][];
}

/**
 * The reader's own data: one array for each feature, the labels, and what they mean. It is never
 * changed in place: other rows are another object.
 */
interface Own {
  title: string;
  features: string[];
  units: string[];
  positive: string;
  negative: string;
  x: number[][];
  y: number[];
  source?: string;
  /** Weights [w0, w1, ...] that the page opens with; zeros if there are none. */
  opening?: number[];
  /** What the first samples are called; the others have numbers only. */
  named?: string[];
  /** Values that the axis of a plot holds beside the samples, of one feature. */
  shows?: number[];
  /** The ends of each axis while the hand moves a sample, so that the axes stand still under it. */
  holds?: [number, number][];
}

/** A column of a file, before anything is chosen. */
interface SheetColumn {
  name: string;
  /** Whether it is meant as numbers, so that it could be a feature. */
  isNumeric: boolean;
  /** Why it cannot be a feature although it is meant as numbers; empty if it can. */
  problem: string;
  /** The two label values, the usual positive one last; empty if it cannot be the label. */
  classes: string[];
}

/** What a file offers before anything of it is chosen. */
interface Sheet {
  title: string;
  columns: SheetColumn[];
  /** The column that is taken for the label if none is chosen; empty if one has to be. */
  label: string;
}

/** What training goes by. */
interface Rates {
  learning_rate?: number;
  l1?: number;
  l2?: number;
  loss?: string;
}

/** The settings of a frame; the path is the weights [w0, w1, ...] at each step of training. */
interface Settings extends Rates {
  w0: number;
  w: number[];
  threshold?: number;
  cost_fp?: number;
  cost_fn?: number;
  unit?: string;
  path?: number[][];
  /** The same path on nudged data; where it is missing, all digits are said to hold. */
  shadow?: number[][];
  sample?: number;
  interaction?: boolean;
}

/** A scene: a data set and everything that can be set about it, w0, w1, ... among it. */
interface Scene {
  dataset: string;
  standardise: boolean;
  interaction: boolean;
  moved: Record<string, number[]>;
  sample: number;
  threshold: number;
  learning_rate: number;
  steps: number;
  l1: number;
  l2: number;
  cost_fp: number;
  cost_fn: number;
  unit: string;
  loss_function: string;
  /** The reader's own data, where the data set is named own; nothing else has it. */
  own?: Own;
  [name: string]: any;
}

/** An input of a data set: kind, words, range, and what it opens with. */
interface Input {
  name: string;
  kind: "range" | "log" | "check" | "choice" | "count";
  label: string;
  word: string;
  symbol: string;
  opening?: any;
  low: number;
  high: number;
  step: number;
  /** The smallest and the largest value of the setting; the slider may end before. */
  bounds: [number, number];
  zero?: boolean;
  options: string[];
  /** Of training: why it goes no further; empty where it could. */
  ending?: string;
}

/** What a control does: it sets values while it moves, then rests, and says what it cannot take. */
interface Hand {
  set(values: Record<string, any>): void;
  /** Sets values as a run of training does. */
  run(values: Record<string, any>): void;
  rest(): void;
  complain(sentence: string): void;
  /** What stands in each input of the scene at this moment. */
  values(): Record<string, any>;
}

/** The same for one control: its row and its value now, and a way to show them at once. */
interface ControlHand extends Hand {
  input(name: string): { row: Input; value: any };
  show(name: string): void;
}

/** Everything about a data set that the page has with it. */
interface Block {
  name: string;
  title: string;
  source: string;
  positive: string;
  negative: string;
  features: string[];
  units: string[];
  x: number[][];
  y: number[];
  shows: number[];
  /** The ends of each axis while the hand moves a sample, so that the axes stand still under it. */
  holds?: [number, number][];
  sliders: Input[];
  named: string[];
  forms: Record<string, { inputs: Record<string, Input>; sample: number; separable: string }>;
  /** The reader's own data that it is made from; none for a data set of the page. */
  own?: Own;
}

/** What stands on the page: a scene, and the frame that is made from it. */
interface Now {
  frame: Frame;
  data: Data;
  block: Block;
  scene: Scene;
  /** The samples, counted from 0, that are the rows of the table samples. */
  rows: number[];
  path: number[][];
  page: Page;
}

/**
 * The same as the page shows it, with the numbers of the questions that ask for what is covered.
 */
interface Seen extends Now {
  /** The figures that are on the page now. */
  figures: Figure[];
  asking: number[];
}

/** What a question asks for among the numbers of a data set; row is null for any. */
interface Cover {
  dataset: string;
  question: number;
  table: string;
  column: string;
  row: number | null;
  value: any;
}

/**
 * Where an answer is dragged to in a figure: a line across it, or a dot where `at` is the other
 * coordinate.
 */
interface Place {
  axis: "x" | "y";
  low: number;
  high: number;
  step: number;
  start: number;
  at: number | null;
}

/** What holds for one sample: the key of the right choice, and lines of markup that say why. */
interface Picked {
  answer: string;
  why: string;
  replies: Record<string, string>;
}

/** A question of a lesson; texts are markup. */
interface Question {
  id: string;
  kind: "number" | "choice" | "place" | "pick" | "explain";
  guess: boolean;
  dataset: string;
  ask: string;
  why: string;
  hint: string;
  unit: string;
  answer: any;
  shown: string;
  tolerance: number;
  choices: { key: string; says: string; reply: string }[];
  slips: { value: number; says: string }[];
  place: Place | null;
  picks: Picked[];
  need: number;
  model: string;
  covers: Omit<Cover, "dataset" | "question">[];
  veils: string[];
  free: string[];
  then: Record<string, string> | null;
}

/** A step of a lesson: what stands on its stage, and what it asks. */
interface Step {
  scene: Record<string, string>;
  /** Whether the scene is its own; without one the reader's weights stay. */
  opens: boolean;
  figures: string[];
  controls: string[];
  /** Controls that the step calls otherwise: by a word and a symbol. */
  calls?: Record<string, [word: string, symbol: string]>;
  readouts: string[];
  marks: string[];
  move: string;
  question: Question | null;
}

/** A lesson: its steps, and what its terms mean. */
interface Lesson {
  number: string;
  title: string;
  steps: Step[];
  terms: Record<string, string>;
}

/** What the page shows of its scene. */
interface View {
  hides(name: string): boolean;
  locks(name: string): boolean;
  offers(name: string): boolean;
  /** Controls that have another name here: a word and a symbol. */
  calls?: Record<string, [word: string, symbol: string]>;
  /** Tables that are read beside those of the figures. */
  tables?: string[];
  /**
   * Whether a figure was asked for, by the address or a lesson, and is no part of the usual page.
   */
  asks(name: string): boolean;
  theme: string;
  embed: boolean;
}

/** A figure or card of the page, as the catalogue has it; null is no limit. */
interface Figure {
  name: string;
  title: string;
  tables: string[];
  features: number[] | null;
  most: number | null;
  /** Whether it shows the chosen sample alone. */
  of_sample: boolean;
  /** Whether its marks are hollow where a sample is predicted wrongly. */
  judged: boolean;
  controls: string[];
}

/** A setting of a scene, as logreg_app.schema has it; an open bound is the number of samples. */
interface Setting {
  kind: "number" | "count" | "check" | "choice" | "moved";
  bounds: [number, number | null] | null;
  options: string[] | null;
  kept: boolean;
  label: string;
  word: string;
  symbol: string;
  default: any;
  /** The heading that it stands under; none where it is no input of its own. */
  group: string | null;
  scale: { kind: "range" | "log"; low: number; high: number; step?: number; zero?: boolean } | null;
}

/** Everything that may stand in an address, and what is said of that which may not. */
interface Schema {
  settings: Record<string, Setting>;
  /** Names that settings had in older addresses, with today's. */
  former: Record<string, string>;
  groups: Record<string, string[]>;
  patterns: { number: string; row: string };
  yes: string[];
  no: string[];
  view: { names: string[]; themes: string[]; parts: string[] };
  problems: Record<string, string>;
  tolerated: Record<string, string>;
}

/** Where the ends of an axis come from in a table, as RANGES of a figure says. */
type RangeRule = [string, string] | [string[], { include_zero?: boolean; log?: boolean }?];

/** What came with the page. */
interface Page {
  server: boolean;
  /** Whether the page around this one is a program that sets the scene and is told of it. */
  bridged: boolean;
  scene: Record<string, string>;
  blocks: Block[];
  /** The data sets that the page can open. */
  datasets: { title: string; features: number; samples: number }[];
  schema: Schema;
  catalogue: Figure[];
  limits: { dots: number; work: number };
  plots: {
    doc: any;
    roots: Record<string, string>;
    ranges: Record<string, [string, ...RangeRule]>;
    axes: Record<string, string>;
    by_loss: Record<string, Record<string, string>>;
  };
  lesson: Lesson | null;
  view: {
    controls: string[];
    hidden: string[];
    locked: string[];
    asked: string[];
    theme: string;
    embed: boolean;
    notice: string;
  };
  /** The reader's own data that a file was made with. */
  own?: Own;
  share: {
    /**
     * Every figure and card that is on the page; what is shown and usual may be fewer in a step.
     */
    all: string[];
    shown: string[];
    usual: string[];
    host: string;
  };
}

/** BokehJS, of which the page uses what its documents say, and in plots/bokeh.js a little more. */
declare const Bokeh: any;

interface Window {
  explorable: {
    now(): Now;
    show(scene: Record<string, any>): void;
    turn(): number;
    answered(): boolean;
    /** The reader's own data, in the free lab. */
    own?: object;
  };
}

/** Speed-ups that a benchmark or a test switches off before the page starts. */
declare var withoutSpeedUps: string[] | undefined;
