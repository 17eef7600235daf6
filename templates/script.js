// Filters for long lists, and the search. Everything is on the pages without this, too: what
// it needs to be used, it makes itself. Texts go into elements as texts, never as markup.
"use strict";

(function () {
  const SHORTEST = 6; // rows: below, a list is read faster than filtered
  const MOST = 200; // results shown

  function make(name, attributes, text) {
    const element = document.createElement(name);
    Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
    if (text !== undefined) element.textContent = text;
    return element;
  }

  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);
  const hasAll = (text, words) => words.every((word) => text.includes(word));
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

  // A labelled field with a place beside it that says how much there is; CHANGED is called with
  // what was typed, and gives what that place says.
  function makeField(label, changed) {
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    const status = make("span", { role: "status", "aria-live": "polite" });
    const frame = make("label", {}, label + " ");
    const field = make("div", { class: "field" });
    const tell = () => { status.textContent = changed(input.value); };
    frame.append(input);
    field.append(frame, status);
    input.addEventListener("input", tell);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      event.preventDefault();
      input.value = "";
      tell();
    });
    tell();
    return { field, input };
  }

  // Cells one by one: words of neighbours are not one word.
  const textOf = (row) => plain(row.cells ? Array.from(row.cells, (cell) => cell.textContent).join(" ") : row.textContent);

  function addFilter(list) {
    const rows = Array.from(list.tagName === "TABLE" ? list.querySelectorAll("tbody > tr") : list.children);
    const name = list.getAttribute("data-filter");
    let texts = null;
    if (rows.length < SHORTEST) return;
    const { field } = makeField("Filter " + name, (value) => {
      const words = wordsOf(value);
      let shown = 0;
      if (words.length && !texts) texts = rows.map(textOf);
      rows.forEach((row, i) => {
        row.hidden = words.length > 0 && !hasAll(texts[i], words);
        shown += row.hidden ? 0 : 1;
      });
      return words.length ? grouped(shown) + " of " + grouped(rows.length) : grouped(rows.length);
    });
    const place = list.closest(".scroll") || list;
    place.before(field);
  }

  // What a link leads to must be seen: neither filtered away nor folded.
  function showTarget() {
    const target = document.querySelector(":target");
    for (let at = target; at; at = at.parentElement) {
      at.hidden = false;
      if (at.tagName === "DETAILS") at.open = true;
    }
    if (target) target.scrollIntoView();
  }

  // An entry of the index is [kind, title, facts, address, further text]. All words must occur;
  // those in titles come first, and of these the ones that a title begins with.
  function find(entries, words) {
    const ranks = [[], [], []];
    entries.forEach((entry) => {
      if (!hasAll(entry.text, words)) return;
      const inTitle = hasAll(entry.title, words);
      ranks[inTitle && entry.title.startsWith(words[0]) ? 0 : inTitle ? 1 : 2].push(entry.entry);
    });
    return ranks[0].concat(ranks[1], ranks[2]);
  }

  function makeResult([kind, title, facts, address]) {
    const item = make("li", {});
    const link = make("a", { href: address });
    link.append(make("bdi", {}, title));
    item.append(link, " ", make("span", { class: "badge" }, kind), " ");
    if (facts) item.append(make("bdi", { class: "why" }, facts));
    return item;
  }

  function addSearch(place, index) {
    const results = make("ol", { class: "results" });
    let entries = null;
    const { field, input } = makeField("Search", (value) => {
      const words = wordsOf(value);
      if (!words.length) {
        results.replaceChildren();
        return grouped(index.length) + " things to find";
      }
      entries = entries || index.map((entry) => ({ entry, title: plain(entry[1]), text: plain([entry[0], entry[1], entry[2], entry[4] || ""].join(" ")) }));
      const found = find(entries, words);
      results.replaceChildren(...found.slice(0, MOST).map(makeResult));
      return grouped(found.length) + " found" + (found.length > MOST ? ", the first " + MOST + " are shown" : "");
    });
    place.append(field, results);
    return input;
  }

  // Where there is no index, what the page itself marks: its title is .item, its facts .facts.
  function indexPage() {
    const textIn = (element, name) => (element.querySelector(name) || { textContent: "" }).textContent;
    return Array.from(document.querySelectorAll("[data-find]"), (element) => {
      const repo = element.closest(".repo");
      const facts = (repo === element ? "" : textIn(repo, ".item") + " ") + textIn(element, ".facts");
      return [element.getAttribute("data-find"), textIn(element, ".item"), facts, "#" + element.closest("[id]").id];
    });
  }

  document.querySelectorAll("[data-filter]").forEach(addFilter);
  const place = document.getElementById("search");
  if (place && typeof searchIndex !== "undefined") addSearch(place, searchIndex).focus();
  else if (place) addSearch(place, indexPage());
  window.addEventListener("hashchange", showTarget);
  window.addEventListener("load", showTarget);
})();
