"use strict";
(() => {
  const root = document.documentElement;
  const pristine = root.outerHTML; // what a saved copy starts from
  root.classList.replace("no-js", "js");
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = $$(".card");
  const figures = $$("#text article .fig");
  const rows = $$("#figures tbody tr");
  const touched = new Map(); // card id -> what it marks in the text
  const noted = (element) => {
    for (const id of element.dataset.c.split(" ")) {
      if (!touched.has(id)) touched.set(id, []);
      touched.get(id).push(element);
    }
  };
  $$("#text [data-c]").forEach(noted);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // one finding at a time is lit, with its figures and the words that assert it
  let active = null;
  const light = (card) => {
    if (active) {
      active.classList.remove("on");
      for (const element of touched.get(active.id) || []) {
        element.classList.remove("on");
        delete element.dataset.role;
      }
    }
    active = card;
    if (!card) return;
    card.classList.add("on");
    for (const element of touched.get(card.id) || []) element.classList.add("on");
    for (const link of $$(".members a", card)) {
      const figure = byId(link.hash.slice(1));
      const role = link.parentElement.dataset.each;
      if (figure && role !== "figure") figure.dataset.role = role;
    }
    tell();
  };
  const reveal = (element) => {
    if (!element) return;
    const far = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight; // no ride that long
    element.scrollIntoView({ block: "center", behavior: still || far ? "auto" : "smooth" });
  };
  const choose = (card, { focus = false, scroll = true } = {}) => {
    light(card);
    if (focus) card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", behavior: "auto" });
    if (scroll) reveal(byId(card.dataset.anchor) || (touched.get(card.id) || [])[0]);
  };

  // next and previous go through what asks for a look; through all where nothing does
  const stops = () => {
    const shown = cards.filter((card) => !card.hidden);
    const asking = shown.filter((card) => !card.classList.contains("short"));
    return asking.length ? asking : shown;
  };
  const tell = () => {
    const every = stops();
    const at = every.indexOf(active);
    byId("step").textContent = every.length ? (at < 0 ? `${every.length} to see` : `${at + 1} of ${every.length}`) : "";
  };
  const step = (by) => {
    const every = stops();
    if (!every.length) return;
    const at = every.indexOf(active);
    const next = at < 0 ? (by > 0 ? 0 : every.length - 1) : (at + by + every.length) % every.length;
    choose(every[next], { focus: true });
  };
  byId("next").addEventListener("click", () => step(1));
  byId("prev").addEventListener("click", () => step(-1));

  const off = new Set();
  const sift = () => {
    for (const card of cards) card.hidden = off.has(card.dataset.status);
    for (const figure of figures) {
      const status = [...figure.classList].find((name) => name.startsWith("s-"));
      figure.classList.toggle("off", off.has(status.slice(2)));
    }
    byId("empty").hidden = !cards.length || cards.some((card) => !card.hidden);
    if (active && active.hidden) light(null);
    tell();
    siftRows();
  };
  for (const chip of $$("[data-filter]")) {
    chip.addEventListener("click", () => {
      const on = chip.getAttribute("aria-pressed") !== "true";
      chip.setAttribute("aria-pressed", String(on));
      off[on ? "delete" : "add"](chip.dataset.filter);
      sift();
    });
  }

  // a click on a figure shows its finding; another click the next one over the same figure
  byId("text").addEventListener("click", (event) => {
    const figure = event.target.closest("a.fig");
    if (!figure) return;
    event.preventDefault();
    const ids = figure.dataset.c.split(" ");
    const at = active ? ids.indexOf(active.id) : -1;
    const card = byId(ids[(at + 1) % ids.length]);
    card.hidden = false;
    choose(card, { scroll: false });
    announce(card);
  });
  const announce = (card) => {
    byId("heard").textContent = $(".message, .sum", card).textContent;
  };
  byId("findings").addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card) return;
    const link = event.target.closest("a");
    if (link) {
      event.preventDefault();
      light(card);
      show(byId(link.hash.slice(1)));
    } else if (!String(getSelection())) choose(card);
  });
  // pointing at a finding outlines its figures, without moving anything
  let near = null;
  byId("findings").addEventListener("pointerover", (event) => {
    const card = event.target.closest(".card");
    if (card === near) return;
    for (const [which, on] of [[near, false], [card, true]]) {
      for (const element of (which && touched.get(which.id)) || []) element.classList.toggle("near", on);
    }
    near = card;
  });
  byId("findings").addEventListener("pointerleave", () => {
    for (const element of (near && touched.get(near.id)) || []) element.classList.remove("near");
    near = null;
  });
  const show = (figure) => {
    if (!figure) return;
    reveal(figure);
    if (figure.matches("a")) figure.focus({ preventScroll: true });
  };
  byId("figures").addEventListener("click", (event) => {
    const link = event.target.closest("tbody a");
    if (!link) return;
    event.preventDefault();
    const figure = byId(link.hash.slice(1));
    const first = figure.dataset.c && byId(figure.dataset.c.split(" ")[0]);
    if (first) light(first);
    show(figure);
  });

  // hover or focus tells what a figure is, and its sums
  const tip = byId("tip");
  const facts = new Map(rows.map((row) => [row.dataset.id, row]));
  const line = (words) => {
    const p = document.createElement("p");
    p.textContent = words;
    tip.append(p);
  };
  let tipped = null;
  const hideTip = () => {
    if (tipped) tipped.removeAttribute("aria-describedby");
    tipped = null;
    tip.hidden = true;
  };
  const showTip = (figure) => {
    if (figure === tipped) return;
    hideTip();
    const row = facts.get(figure.id);
    if (!row) return;
    tip.replaceChildren();
    const cells = [...row.cells].slice(2, 8).map((cell) => cell.textContent.trim());
    line(cells.filter(Boolean).filter((words, at) => at !== 1).join(" · "));
    const ids = figure.dataset.c ? figure.dataset.c.split(" ") : [];
    for (const id of ids) {
      const card = byId(id);
      line(`${$(".sign", card).textContent} ${($(".sum", card) || $(".message", card)).textContent}`);
    }
    if (!ids.length) line(row.querySelector(".why").textContent);
    tip.hidden = false;
    const spot = figure.getClientRects()[0] || figure.getBoundingClientRect();
    const left = Math.max(8, Math.min(spot.left, innerWidth - tip.offsetWidth - 8));
    const below = spot.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? spot.bottom + 6 : spot.top - 6 - tip.offsetHeight) + scrollY}px`;
    figure.setAttribute("aria-describedby", "tip");
    tipped = figure;
  };
  const figureOf = (event) => event.target.closest && event.target.closest("#text article .fig");
  let leaving = 0;
  document.addEventListener("pointerover", (event) => {
    const figure = figureOf(event);
    clearTimeout(leaving);
    if (figure) showTip(figure);
    else if (!event.target.closest("#tip")) leaving = setTimeout(hideTip, 150);
  });
  document.addEventListener("focusin", (event) => (figureOf(event) ? showTip(figureOf(event)) : hideTip()));

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (tip.hidden) light(null);
      hideTip();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
    if (typing(event.target) && event.target.type !== "checkbox") return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Enter" && event.target.matches(".card")) choose(event.target);
    else return;
    event.preventDefault();
  });

  // the sheet: sort, find, tick, note
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const body = $("#figures tbody");
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
  };
  const order = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b
      : typeof a !== typeof b ? (typeof a === "number" ? -1 : 1)
        : (a === "") - (b === "") || collator.compare(a, b);
  for (const head of $$("#figures th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of $$("#figures th[aria-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row) => [key(row, Number(head.dataset.sort)), row]);
      keyed.sort((a, b) => (down ? order(b[0], a[0]) : order(a[0], b[0])));
      body.append(...keyed.map((pair) => pair[1]));
    });
  }
  const find = byId("find");
  const ticks = new Map(rows.map((row) => [row, $(".tick", row)]));
  const notes = new Map(rows.map((row) => [row, $(".note", row)]));
  const haystack = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const siftRows = () => {
    const wanted = find.value.trim().toLowerCase();
    const openOnly = byId("open-only").checked;
    for (const row of rows) {
      const said = haystack.get(row) + " " + notes.get(row).value.toLowerCase();
      row.hidden = off.has(row.dataset.status) || (openOnly && ticks.get(row).checked) || !said.includes(wanted);
    }
  };
  find.addEventListener("input", siftRows);
  byId("open-only").addEventListener("change", siftRows);

  // ticks and notes: kept in this browser, else those the file was saved with; by the figure's
  // place in the text, which stays when a later version reads more figures
  const saved = JSON.parse(byId("saved").textContent);
  const shelf = `crossfoot:${document.body.dataset.key}:${saved.copy || ""}`;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(shelf)) || saved;
    } catch {
      return saved; // storage is switched off, or holds what is no JSON
    }
  };
  const marks = read().marks || {};
  const state = () => {
    const now = { ...marks }; // with those of figures that are not in this sheet
    for (const row of rows) {
      const tick = ticks.get(row).checked;
      const note = notes.get(row).value;
      if (tick || note) now[row.dataset.at] = { tick, note };
      else delete now[row.dataset.at];
    }
    return now;
  };
  const count = () => {
    const done = rows.filter((row) => ticks.get(row).checked).length;
    byId("ticked").textContent = `${done} of ${rows.length} verified`;
  };
  const keep = () => {
    try {
      localStorage.setItem(shelf, JSON.stringify({ copy: saved.copy, marks: state() }));
    } catch {
      byId("ticked").textContent = "This browser keeps no notes: save a copy.";
    }
  };
  for (const row of rows) {
    const mark = marks[row.dataset.at];
    if (!mark) continue;
    ticks.get(row).checked = Boolean(mark.tick);
    notes.get(row).value = String(mark.note || "");
    row.classList.toggle("done", Boolean(mark.tick));
  }
  body.addEventListener("input", (event) => {
    const row = event.target.closest("tr");
    row.classList.toggle("done", ticks.get(row).checked);
    count();
    keep();
  });

  const download = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const stem = document.body.dataset.name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}_-]+/gu, "-") || "report";
  byId("save").addEventListener("click", () => {
    const copy = { copy: Date.now().toString(36), marks: state() };
    const json = JSON.stringify(copy).replace(/</g, "\\u003c");
    // the first such tag is the real one: what the text of the report holds is escaped
    const open = 'type="application/json" id="saved">';
    const at = pristine.indexOf(open) + open.length;
    const page = pristine.slice(0, at) + json + pristine.slice(pristine.indexOf("</", at));
    download(`${stem}-checked.html`, "text/html", `<!doctype html>\n${page}`);
  });
  byId("save-csv").addEventListener("click", () => {
    // a spreadsheet takes a cell that begins like this for a formula
    const quote = (words) => `"${words.replace(/^(?![-+]?[\d.,]+%?$)([=+\-@\t\r])/, "'$1").replace(/"/g, '""')}"`;
    const head = ["verified", ...$$("#figures th[data-sort] button").map((b) => b.textContent.toLowerCase()), "note"];
    const lines = [...body.rows].map((row) => [
      ticks.get(row).checked ? "yes" : "",
      ...[...row.cells].slice(1, -1).map((cell) => cell.textContent.trim().replace(/\s+/g, " ")),
      notes.get(row).value,
    ]);
    const csv = [head, ...lines].map((cells) => cells.map(quote).join(",")).join("\r\n");
    download(`${stem}-figures.csv`, "text/csv", `\ufeff${csv}\r\n`);
  });

  count();
  sift();
})();
