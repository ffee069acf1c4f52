// Problems as a list: what, where, what helps. The engine words them; none holds a value of the list.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Problem } from "prequal-engine";
import { icons } from "../styles/marks.ts";
import type { Speech } from "../texts/speech.ts";

function place(speech: Speech, problem: Problem): string {
  if (problem.row !== undefined && problem.row > 0) return speech.say("fail.row", { row: problem.row });
  if (problem.line !== undefined && problem.line > 0) return speech.say("fail.line", { line: problem.line });
  return problem.pointer ?? "";
}

export function problemList(speech: Speech, problems: readonly Problem[], most: number): TemplateResult {
  return html`<ul class="problems">
      ${problems.slice(0, most).map((problem) => {
        const where = place(speech, problem);
        return html`<li data-severity=${problem.severity}>${icons.warn()}<div>
          <p>${where === "" ? nothing : html`<b class="number">${where}</b> `}<span lang="en">${problem.message}</span></p>
          ${problem.remedy === "" ? nothing : html`<p class="soft" lang="en">${problem.remedy}</p>`}
        </div></li>`;
      })}
    </ul>
    ${problems.length > most ? html`<p class="soft">${speech.say("notes.more", { count: problems.length - most })}</p>` : nothing}`;
}

export const problemStyles = css`
  .problems { display: grid; gap: var(--pq-3); font-size: var(--pq-text-md); line-height: 1.45; }
  .problems li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--pq-2); overflow-wrap: anywhere; }
  .problems svg { margin-block-start: 0.1875rem; color: var(--pq-mid); }
  .problems [data-severity="error"] svg { color: var(--pq-out); }
  .problems [data-severity="info"] svg { color: var(--pq-info); }
`;
