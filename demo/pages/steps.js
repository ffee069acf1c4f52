// A form in steps. Without this script it is one long form; with it one step shows at a time, and a step that can no longer
// change the outcome is left out: prequal says in its result which reasons stand, and the page says in data-skip-when which of
// them make a step needless. Everything typed is sent, shown or not.
import { check } from "./check.js";

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function start(form) {
  const steps = [...form.querySelectorAll("fieldset.step")];
  const { back: backText, next: nextText, count: countText } = form.dataset;
  const send = form.querySelector("[type=submit]");
  const row = send.parentElement;
  const legendOf = (step) => step.querySelector("legend");
  const progress = make("p", { className: "step-count" });
  const bar = make("ol", { className: "step-bar" }, ...steps.map((step) => make("li", {}, make("span", { textContent: legendOf(step).textContent }))));
  const back = make("button", { type: "button", className: "button quiet large", textContent: backText });
  const next = make("button", { type: "button", className: "button large", textContent: nextText });
  let needless = new Set();
  let now = 0;

  const wanted = () => steps.filter((step, at) => at === now || !needless.has(step));

  function show(at, focus) {
    now = at;
    const list = wanted();
    const place = list.indexOf(steps[now]);
    steps.forEach((step, index) => {
      step.hidden = index !== now;
      const mark = bar.children[index];
      mark.hidden = !list.includes(step);
      mark.classList.toggle("done", index < now);
      if (index === now) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    });
    progress.textContent = countText.replace("{n}", place + 1).replace("{all}", list.length);
    back.hidden = place === 0;
    next.hidden = place === list.length - 1;
    send.hidden = !next.hidden;
    row.classList.toggle("last", !send.hidden);
    if (focus) {
      legendOf(steps[now]).focus({ preventScroll: true });
      form.scrollIntoView({ block: "start" });
    }
  }
  function go(by) {
    if (by > 0 && !check(form, steps[now])) return;
    form.querySelector(".mistakes").hidden = true;
    const list = wanted();
    const target = list[list.indexOf(steps[now]) + by];
    if (target !== undefined) show(steps.indexOf(target), true);
  }

  for (const step of steps) legendOf(step).tabIndex = -1;
  form.prepend(progress, bar);
  row.prepend(next);
  row.append(back);
  back.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  // Enter in a field goes on to the next step; only the last step sends. Capturing: before the page's own check.
  form.addEventListener("submit", (event) => {
    if (next.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    go(1);
  }, { capture: true });
  form.addEventListener("prequal:result", ({ detail }) => {
    const reasons = new Set(detail.reasons);
    needless = new Set(steps.filter((step) => (step.dataset.skipWhen ?? "").split(" ").some((reason) => reasons.has(reason))));
    show(now, false);
  });
  // The panel's buttons lead to fields; the step of the field has to be there to be gone to.
  document.addEventListener("click", (event) => {
    const field = event.target instanceof Element ? event.target.closest("[data-field]")?.dataset.field : undefined;
    const step = field === undefined ? undefined : steps.find((entry) => entry.querySelector(`[name="${CSS.escape(field)}"]`));
    if (step !== undefined && step.hidden) show(steps.indexOf(step), false);
  }, { capture: true });
  form.classList.add("stepped");
  show(0, false);
}

for (const form of document.querySelectorAll("form[data-steps]")) start(form);
