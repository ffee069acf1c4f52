// The plain script, one file with the engine inside.
import "./element.ts";
import { startPage } from "./page.ts";

startPage(document.currentScript);
