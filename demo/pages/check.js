// A page's own check before sending, independent of prequal: what is `required` and empty is named in the page's words, in a
// list above the form and beside the control. Without this script the browser's own messages say it.

const named = (form) => [...form.querySelectorAll(".mistake")].map((text) => ({ text, controls: [...form.querySelectorAll(`[name="${text.id.replace(/-mistake$/, "")}"]`)] }));

/** A group of radio buttons is described as a whole; any other control by itself. */
const describedBy = (controls) => (controls[0].type === "radio" ? [controls[0].closest("fieldset")] : controls);

function mark({ text, controls }, wrong) {
  text.hidden = !wrong;
  for (const element of describedBy(controls)) {
    const others = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "" && id !== text.id);
    const ids = wrong ? [...others, text.id] : others;
    if (ids.length > 0) element.setAttribute("aria-describedby", ids.join(" "));
    else element.removeAttribute("aria-describedby");
    if (wrong && controls.includes(element)) element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
  }
}

/** True when all is there; else the list stands above and has the focus. */
function check(form) {
  const list = form.querySelector(".mistakes");
  const entries = named(form);
  const wrong = entries.filter(({ controls }) => controls.some((control) => !control.validity.valid));
  for (const entry of entries) mark(entry, wrong.includes(entry));
  list.querySelector("ul").replaceChildren(
    ...wrong.map(({ text, controls }) => {
      const link = document.createElement("a");
      link.href = `#${controls[0].id || text.id}`;
      link.textContent = text.textContent;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        controls[0].focus();
      });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  list.hidden = wrong.length === 0;
  if (wrong.length > 0) list.focus();
  return wrong.length === 0;
}

for (const form of document.querySelectorAll("form[data-check]")) {
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    if (!check(form)) event.preventDefault();
  });
  // A mistake that is mended is gone at once; a new one is never announced while somebody types.
  form.addEventListener("input", (event) => {
    const entry = named(form).find(({ text, controls }) => !text.hidden && controls.includes(event.target));
    if (entry !== undefined && event.target.validity.valid) mark(entry, false);
  });
}
