// Cost as work grows, alone: node bench/growth.mjs [--quick]. Needs build/native/prequal. Prints the tables and draws
// docs/images/growth.svg (with --quick dist/bench/growth.svg).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { drawGrowth, growth, growthSizes } from "./run/growth.mjs";
import { growthTables } from "./run/report.mjs";

const quick = process.argv.includes("--quick");
const root = new URL("..", import.meta.url).pathname;
const data = join(root, "dist/bench/data");
mkdirSync(data, { recursive: true });
const results = growth(join(root, "build/native/prequal"), data, growthSizes(quick));
console.log(growthTables(results));
drawGrowth(results, join(root, quick ? "dist/bench/growth.svg" : "docs/images/growth.svg"));
