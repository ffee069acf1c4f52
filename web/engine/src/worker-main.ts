// The script of the worker.
import { serve, type Channel } from "./worker.js";

serve(globalThis as unknown as Channel);
