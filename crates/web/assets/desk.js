// The desk's keyboard and its entry grid. Everything here is also possible without it.

const main = document.querySelector("main");
// Browsers that know autofocus have done it by now.
requestAnimationFrame(() => {
  if (document.activeElement === document.body) document.querySelector(".errs, .refuse")?.focus();
});

/* Lists: j and k move, x selects, Enter opens, a letter in data-key does what the row offers. */

const rows = () => [...main.querySelectorAll(".work tbody tr:not(.grp)")].filter((row) => row.querySelector("a, input"));
const currentRow = () => document.activeElement.closest?.(".work tr");

function step(by) {
  const all = rows();
  const at = all.indexOf(currentRow());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  (next?.querySelector(".ti a, th a, a") ?? next?.querySelector("input"))?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function toggle() {
  const box = currentRow()?.querySelector("[type=checkbox]");
  box?.click();
  return Boolean(box);
}

const keys = document.getElementById("keys");
if (keys && rows().length) keys.hidden = false;

function help() {
  if (!keys) return;
  keys.hidden = false;
  keys.open = !keys.open;
  keys.querySelector("summary").focus();
}

function offered(key) {
  const chosen = `[data-key="${CSS.escape(key)}"]`;
  const target = currentRow()?.querySelector(chosen) ?? main.querySelector(`${chosen}:not(tr *)`);
  target?.click();
  return Boolean(target);
}

const shortcuts = {
  j: () => step(1) ?? true,
  k: () => step(-1) ?? true,
  x: toggle,
  "?": () => help() ?? true,
  "/": () => document.getElementById("find")?.focus() ?? true,
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const act = shortcuts[event.key] ?? (/^[a-z]$/.test(event.key) && (() => offered(event.key)));
  if (act && act()) event.preventDefault();
});

/* Bulk: the number of chosen rows, and "choose the whole group" without a round trip. */

document.addEventListener("change", (event) => {
  const form = event.target.closest("form");
  const count = form?.querySelector("[data-chosen]");
  if (count) count.textContent = form.querySelectorAll(".sel :checked").length;
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-choose]");
  const boxes = [...(link?.closest("section, form").querySelectorAll(".sel [type=checkbox]") ?? [])];
  if (!boxes.length) return;
  event.preventDefault();
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
  boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
});

/* Grid: arrows and Enter move, a block pasted from a spreadsheet fills the cells. */

const cells = (grid) => [...grid.querySelectorAll("tbody tr:not(.why)")].map((row) => [...row.querySelectorAll("input, select")]);

function place(table, cell) {
  const row = table.findIndex((line) => line.includes(cell));
  return [row, table[row].indexOf(cell)];
}

function go(cell) {
  cell?.focus();
  cell?.select?.();
  return Boolean(cell);
}

function move(grid, cell, key) {
  const table = cells(grid);
  const [row, column] = place(table, cell);
  const list = cell.tagName === "SELECT";
  const whole = !list && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  const atStart = list || whole || cell.selectionEnd === 0;
  const atEnd = list || whole || cell.selectionStart === cell.value.length;
  if (key === "Enter") return go(table[row + 1]?.[column] ?? table[0][column + 1]) || true;
  if (key === "ArrowUp" && !list) return go(table[row - 1]?.[column]);
  if (key === "ArrowDown" && !list) return go(table[row + 1]?.[column]);
  if (key === "ArrowLeft" && atStart) return go(table[row][column - 1]);
  if (key === "ArrowRight" && atEnd) return go(table[row][column + 1]);
  return false;
}

function fill(cell, text) {
  if (cell.tagName !== "SELECT") {
    cell.value = text;
    return;
  }
  const option = [...cell.options].find((option) => option.value === text || option.text.trim() === text);
  cell.value = option?.value ?? "";
}

function paste(grid, cell, text) {
  const table = cells(grid);
  const [top, left] = place(table, cell);
  let filled = 0;
  let lost = 0;
  text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const target = table[top + down]?.[left + right];
      if (target) {
        fill(target, value.trim());
        filled += 1;
      } else if (value.trim()) {
        lost += 1;
      }
    });
  });
  const status = grid.closest("form").querySelector("[data-status]");
  if (status) {
    status.textContent = grid.dataset.pasted.replace("{cells}", filled).replace("{left}", lost);
    status.classList.toggle("vh", lost === 0);
  }
}

for (const grid of document.querySelectorAll("[data-grid]")) {
  grid.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    if (event.target.matches("input, select") && move(grid, event.target, event.key)) event.preventDefault();
  });
  grid.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    paste(grid, event.target, text);
  });
}

/* Print */

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
